import { cleanup } from '@solidjs/testing-library'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import { drawnIn } from '../../../src/app/features/stacks/request.ts'
import { drawPng, pngSize } from '../../../src/app/features/stacks/take/png.ts'
import { TakeAway } from '../../../src/app/features/stacks/take/take-away.tsx'
import { fileName, viewPicture } from '../../../src/app/features/stacks/take/view-picture.ts'
import type { StackView } from '../../../src/app/features/stacks/types.ts'
import { openTexts, type Texts } from '../../../src/app/text.ts'
import { done } from '../../../src/core/problem.ts'
import { badges } from '../../core/stack/fixtures.ts'
import { look } from './look.tsx'
import { audit } from './screen.tsx'
import { sources, stackedOf } from './tellings.ts'

let texts: Texts
beforeEach(async () => {
  texts = await openTexts('en')
})
afterEach(() => {
  cleanup()
  vi.restoreAllMocks()
})

const secret = 'openbadgecredential: {"credentialSubject": "all of the learner"}'

/** A PNG with text baked in, as badges have it. */
function baked(): Uint8Array {
  const canvas = document.createElement('canvas')
  canvas.width = canvas.height = 600
  const context = canvas.getContext('2d')!
  context.fillStyle = 'teal'
  context.fillRect(40, 40, 520, 520)
  const png = Uint8Array.from(atob(canvas.toDataURL('image/png').split(',')[1]!), (sign) => sign.charCodeAt(0))
  const text = new TextEncoder().encode(`tEXtopenbadges\0${secret}`)
  const chunk = new Uint8Array(text.length + 8)
  new DataView(chunk.buffer).setUint32(0, text.length - 4)
  chunk.set(text, 4)
  new DataView(chunk.buffer).setUint32(chunk.length - 4, crc(text))
  // After the signature and the header.
  return new Uint8Array([...png.slice(0, 33), ...chunk, ...png.slice(33)])
}

function crc(bytes: Uint8Array): number {
  let state = 0xffffffff
  for (const byte of bytes) {
    state ^= byte
    for (let bit = 0; bit < 8; bit += 1) state = state & 1 ? (state >>> 1) ^ 0xedb88320 : state >>> 1
  }
  return (state ^ 0xffffffff) >>> 0
}

const dataUri = (bytes: Uint8Array) => `data:image/png;base64,${btoa(String.fromCharCode(...bytes))}`

/** The picture of a graph in a view, and what was laid out. */
async function pictureOf(
  stacked = stackedOf(sources),
  view: StackView = 'ladder',
  vault = { picture: async () => done(null) } as never,
) {
  const { state, text, telling } = await look(() => <p>nothing</p>, stacked, texts, { view })
  const layout = state.layout()!
  const drawn = drawnIn(layout.view, state.shown())
  const given = { view, layout, drawn, stacked, text, telling, language: 'en', title: 'Mine', date: '23 November 2026' }
  return viewPicture(given, vault, 'paper')
}

function parsed(svg: string): Document {
  const found = new DOMParser().parseFromString(svg, 'image/svg+xml')
  expect(found.querySelector('parsererror')).toBeNull()
  return found
}

describe('a view taken away', () => {
  test.for(['ladder', 'skills', 'timeline'] as const)(
    'is an SVG of its own, with everything that is shown (%s)',
    async (view) => {
      const { svg } = await pictureOf(stackedOf(sources), view)
      const words = parsed(svg).documentElement.textContent
      for (const { achievement } of sources.flatMap(({ awards }) => awards))
        expect(words).toContain(achievement.name[0]?.value.split(' ')[0])
      expect(words).toContain('Mine')
      expect(words).toContain('as of 23 November 2026 · made with Satchel')
      expect(words).toContain('Charts. Part of: Data Analyst.'.slice(0, view === 'skills' ? 0 : 99))
      expect(svg.replaceAll('http://www.w3.org/2000/svg', '')).not.toMatch(/https?:/)
    },
  )

  test('a baked picture leaves its credential at home', async () => {
    const bytes = baked()
    expect(new TextDecoder('latin1').decode(bytes)).toContain(secret)
    const stacked = stackedOf(badges({ name: 'Baked', award: { image: { url: dataUri(bytes) } } }))
    const { svg } = await pictureOf(stacked)
    const copy = parsed(svg).querySelector('image')?.getAttribute('href') ?? ''
    expect(copy).toMatch(/^data:image\/png;base64,/)
    expect(atob(copy.split(',')[1] ?? '')).not.toMatch(/tEXt|iTXt|zTXt|openbadge|learner/i)
    expect(svg).not.toContain(dataUri(bytes))
    const image = new Image()
    image.src = copy
    await image.decode()
    expect(image.naturalWidth).toBeLessThanOrEqual(128)
  })

  test('a picture sealed in the store is copied as well, and nothing is fetched', async () => {
    const fetching = vi.spyOn(globalThis, 'fetch')
    const url = 'https://pictures.example/badge.png'
    const asked: string[] = []
    const vault = {
      picture: async (name: string) => {
        asked.push(name)
        return done(name === url ? { url, bytes: baked(), mediaType: 'image/png', fetchedAt: '' } : null)
      },
    } as never
    const stacked = stackedOf(
      badges(
        { name: 'Sealed', award: { image: { url } } },
        { name: 'Elsewhere', award: { image: { url: 'https://pictures.example/never.png' } } },
        { name: 'Broken', award: { image: { url: 'data:image/png;base64,AAAA' } } },
        { name: 'Strange', award: { image: { url: 'data:text/html,<script>alert(1)</script>' } } },
      ),
    )
    const { svg } = await pictureOf(stacked, 'ladder', vault)
    expect(parsed(svg).querySelectorAll('image')).toHaveLength(1)
    expect(svg).not.toMatch(/pictures\.example|text\/html/)
    expect(asked.toSorted()).toEqual(['https://pictures.example/badge.png', 'https://pictures.example/never.png'])
    expect(fetching).not.toHaveBeenCalled()
  })

  test('becomes a PNG of twice its size, that shows something', async () => {
    const { svg, width, height } = await pictureOf()
    const size = pngSize(width, height)
    const blob = await drawPng(svg, size)
    expect(blob?.type).toBe('image/png')
    const bitmap = await createImageBitmap(blob!)
    expect([bitmap.width, bitmap.height]).toEqual([Math.floor(width * 2), Math.floor(height * 2)])
    const canvas = document.createElement('canvas')
    canvas.width = bitmap.width
    canvas.height = bitmap.height
    const context = canvas.getContext('2d')!
    context.drawImage(bitmap, 0, 0)
    const { data } = context.getImageData(0, 0, bitmap.width, bitmap.height)
    const colours = new Set<number>()
    for (let place = 0; place < data.length; place += 4 * 97)
      colours.add((data[place]! << 16) | (data[place + 1]! << 8) | data[place + 2]!)
    expect(colours.size).toBeGreaterThan(20)
  })

  test('what is no picture becomes no PNG', async () => {
    expect(await drawPng('<svg', { width: 10, height: 10 })).toBeNull()
  })
})

describe('the way to take it away', () => {
  /** Files that were handed to the browser. */
  function saved() {
    const names: string[] = []
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
      names.push(this.download)
    })
    return names
  }

  test('saves a picture under a name with the day, and says so', async () => {
    const names = saved()
    const { findByRole, findByText, getByLabelText } = await look(
      (state) => <TakeAway state={state} />,
      stackedOf(sources),
      texts,
    )
    await userEvent.click(await findByRole('button', { name: 'Take it away' }))
    await userEvent.fill(getByLabelText(/A title of your own/), 'For the interview')
    expect(await audit()).toEqual([])
    await userEvent.click(await findByRole('button', { name: /SVG/ }))
    await findByText(`Saved as ${fileName('svg', Date.now())}`)
    await userEvent.click(await findByRole('button', { name: /PNG/ }))
    await findByText(`Saved as ${fileName('png', Date.now())}`)
    expect(names).toEqual([fileName('svg', Date.now()), fileName('png', Date.now())])
    expect(fileName('svg', new Date(2026, 10, 3).getTime())).toBe('satchel-stacks-2026-11-03.svg')
  })

  test('the outline is printed, and is no picture', async () => {
    const { findByRole, findByText, queryByRole } = await look((state) => <TakeAway state={state} />, stackedOf(sources), texts, {
      view: 'outline',
    })
    await userEvent.click(await findByRole('button', { name: 'Take it away' }))
    await findByText(/The outline is all words/)
    expect(queryByRole('button', { name: /SVG/ })).toBeNull()
  })

  test('prints the picture and everything in words, and leaves nothing behind', async () => {
    const printing = vi.spyOn(window, 'print').mockImplementation(() => undefined)
    const { findByRole } = await look((state) => <TakeAway state={state} />, stackedOf(sources), texts)
    await userEvent.click(await findByRole('button', { name: 'Take it away' }))
    await userEvent.click(await findByRole('button', { name: /Print/ }))
    await expect.poll(() => printing.mock.calls.length).toBe(1)
    const page = document.querySelector('body > .stacks-printed')
    expect(page?.querySelector<HTMLImageElement>('img')?.naturalWidth).toBeGreaterThan(0)
    expect(page?.textContent).toContain('Tables')
    expect(page?.textContent).toContain('Westbridge College says so.')
    window.dispatchEvent(new Event('afterprint'))
    expect(document.querySelector('.stacks-printed')).toBeNull()
  })
})
