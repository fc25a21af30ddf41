import { cleanup } from '@solidjs/testing-library'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { forget } from '../../../src/app/features/stacks/state.ts'
import { focusName } from '../../../src/app/paths.ts'
import { openTexts, type Texts } from '../../../src/app/text.ts'
import { alignment, badges, record } from '../../core/stack/fixtures.ts'
import { drawScreen } from './drawn-screen.tsx'
import { audit } from './screen.tsx'
import { idOf, kept, stackedOf } from './tellings.ts'

let texts: Texts
beforeEach(async () => {
  await page.viewport(1280, 800)
  texts = await openTexts('en')
  forget()
})
afterEach(() => {
  cleanup()
  document.documentElement.removeAttribute('data-appearance')
})

const analysis = alignment('Data analysis', { code: 'ce-11111111-2222-4333-8444-555555555555' })
const operations = alignment('Cloud operations', { code: 'ce-21111111-2222-4333-8444-555555555555' })

/** The three kinds: parts towards a degree not earned, two badges round a skill, one that adds to a finished degree; and one alone. */
const stacked = stackedOf([
  record({
    says: ['charts isPartOf analyst', 'tables isPartOf analyst', 'analyst isChildOf degree'],
    holds: [
      { id: 'charts', name: 'Charts', type: 'MicroCredential', earned: '2023', alignments: [analysis] },
      {
        id: 'tables',
        name: 'Tables',
        type: 'MicroCredential',
        earned: '2024',
        award: { verdict: 'not-verified', code: 'status_revoked' },
      },
      { id: 'analyst', name: 'Data Analyst', type: 'Certificate', earned: '2025', tags: ['Numbers'] },
    ],
    defines: [{ id: 'degree', name: 'Associate of Science', type: 'AssociateDegree' }],
  }),
  ...badges(
    { id: 'maps', name: 'Maps', type: 'Badge', by: 'Pine County', earned: '2024', alignments: [analysis] },
    { id: 'bachelor', name: 'Bachelor of Economics', type: 'BachelorDegree', earned: '2020', alignments: [operations] },
    { id: 'cloud', name: 'Cloud Foundations', type: 'Badge', by: 'Kestrel Labs', earned: '2024', alignments: [operations] },
    { id: 'swim', name: 'Swimming', type: 'Badge', earned: '2019' },
  ),
])

async function open() {
  const screen = await drawScreen(stacked, texts, [kept])
  await screen.findByRole('button', { name: /^Charts/ })
  return screen
}

const titles = () => [...document.querySelectorAll('.stack-thing .stack-title')].map((title) => title.textContent)
const here = () => document.activeElement?.querySelector('.stack-title')?.textContent
const nameOf = (element?: Element) => element?.querySelector('.unseen')?.textContent ?? ''
const thing = (name: RegExp) =>
  [...document.querySelectorAll<HTMLElement>('.stack-thing')].find((each) => name.test(nameOf(each)))
const linesOf = (selector: string) => document.querySelectorAll(`.stack-edge${selector}`).length
const transform = () => getComputedStyle(document.querySelector('.stack-layer') ?? document.body).transform
const said = () => document.querySelector('.stacks [role=status]')?.textContent
const seconds = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

describe('the ladder', () => {
  test('is a group of buttons that say what each is, how it stands, and what it is linked with', async () => {
    const { getByRole } = await open()
    expect(getByRole('group', { name: 'Ladder: what builds on what' })).toBeDefined()
    expect(nameOf(thing(/^Data Analyst/))).toBe(
      'Data Analyst, Certificate, Westbridge College, Holds, earned Jun 1, 2025, 1 of 2 parts earned, Leans on Tables, which does not hold, 2 lead here, leads to 1',
    )
    expect(nameOf(thing(/^Associate of Science/))).toContain('Not earned here')
  })

  test('has one thing in the tab order, whose instructions are said', async () => {
    await open()
    expect([...document.querySelectorAll('.stack-thing')].filter((each) => each.getAttribute('tabindex') === '0')).toHaveLength(1)
    const hint = document.querySelector('.stack-canvas')?.getAttribute('aria-describedby') ?? ''
    expect(document.getElementById(hint)?.textContent).toContain('Arrow keys follow the links')
  })

  test('draws who says so by its dashes, and what is not earned as an empty ring', async () => {
    await open()
    await vi.waitFor(() => expect(linesOf('[data-basis=issuer]')).toBeGreaterThan(3))
    expect(linesOf('[data-kind=value-added][data-basis=inferred]')).toBe(1)
    expect(thing(/^Associate/)?.querySelector('.stack-ring')).not.toBeNull()
    expect(thing(/^Associate/)?.querySelector('.seal')).toBeNull()
    expect(thing(/^Tables/)?.dataset['standing']).toBe('not-verified')
  })

  test('explains the lines that are in use, until it is asked not to', async () => {
    const { getByRole, queryByRole } = await open()
    const legend = getByRole('region', { name: 'What the lines mean' })
    expect(legend.textContent).toContain('An issuer says so')
    expect(legend.textContent).not.toContain('A published pathway says so')
    getByRole('button', { name: 'Close the explanation' }).click()
    expect(queryByRole('region', { name: 'What the lines mean' })).toBeNull()
    getByRole('button', { name: 'What the lines mean' }).click()
    expect(getByRole('region', { name: 'What the lines mean' })).toBeDefined()
  })
})

describe('the small card of what the pointer rests on', () => {
  const card = () => document.querySelector('.stack-hover')
  const rest = (name: RegExp) =>
    thing(name)?.dispatchEvent(new PointerEvent('pointerover', { bubbles: true, pointerType: 'mouse' }))

  test('lies wholly inside the window of the drawing', async () => {
    await page.viewport(390, 844)
    await open()
    thing(/^Associate/)?.focus()
    await seconds(400)
    for (const name of [/^Associate/, /^Data Analyst/]) {
      rest(name)
      await vi.waitFor(() => expect(name.test(card()?.textContent ?? '')).toBe(true))
      const [inner, outer] = [card(), card()?.closest('.stack-canvas')].map((each) => each?.getBoundingClientRect())
      expect(inner?.left).toBeGreaterThanOrEqual(outer?.left ?? Number.NaN)
      expect(inner?.right).toBeLessThanOrEqual(outer?.right ?? Number.NaN)
      expect(inner?.top).toBeGreaterThanOrEqual(outer?.top ?? Number.NaN)
    }
  })

  test('goes when something else is drawn', async () => {
    await open()
    rest(/^Charts/)
    await vi.waitFor(() => expect(card()).not.toBeNull())
    thing(/^Charts/)?.focus()
    await userEvent.keyboard('f')
    await vi.waitFor(() => expect(thing(/^Swimming/)).toBeUndefined())
    await vi.waitFor(() => expect(card()).toBeNull())
    await seconds(400)
    expect(card()).toBeNull()
  })
})

describe('the keyboard', () => {
  test('follows the links up and down', async () => {
    await open()
    thing(/^Charts/)?.focus()
    await userEvent.keyboard('{ArrowUp}')
    const second = here()
    await userEvent.keyboard('{ArrowUp}')
    expect([second, here()].includes('Data Analyst')).toBe(true)
    thing(/^Data Analyst/)?.focus()
    await userEvent.keyboard('{ArrowUp}')
    expect(here()).toBe('Associate of Science')
    await userEvent.keyboard('{ArrowDown}')
    expect(here()).toBe('Data Analyst')
  })

  test('begins at Home and ends at End, and brings what it reaches into the window', async () => {
    await open()
    thing(/^Charts/)?.focus()
    for (const key of ['Home', 'End']) {
      await userEvent.keyboard(`{${key}}`)
      await seconds(350)
      const [box, frame] = [
        document.activeElement?.getBoundingClientRect(),
        document.querySelector('.stack-canvas')?.getBoundingClientRect(),
      ]
      expect(
        box && frame && box.top >= frame.top && box.bottom <= frame.bottom && box.left >= frame.left && box.right <= frame.right,
      ).toBe(true)
    }
  })

  test('zooms with plus, minus and nought', async () => {
    await open()
    thing(/^Charts/)?.focus()
    const before = transform()
    await userEvent.keyboard('+')
    await vi.waitFor(() => expect(transform()).not.toBe(before))
    await userEvent.keyboard('0')
    await seconds(350)
    expect(document.querySelector('.stack-layer')?.getAttribute('data-detail')).toBe('near')
  })

  test('opens the card with Enter, and Escape leads back to where it was', async () => {
    const { findByRole, queryByRole } = await open()
    thing(/^Data Analyst/)?.focus()
    await userEvent.keyboard('{Enter}')
    const card = await findByRole('region', { name: 'Data Analyst' })
    await vi.waitFor(() => expect(document.activeElement?.textContent).toBe('Data Analyst'))
    expect(card.contains(document.activeElement)).toBe(true)
    await userEvent.keyboard('{Escape}')
    expect(queryByRole('region', { name: 'Data Analyst' })).toBeNull()
    expect(here()).toBe('Data Analyst')
  })

  test('looks at one thing with F, says so, and Escape shows everything again', async () => {
    const { place, findByText } = await open()
    thing(/^Data Analyst/)?.focus()
    await userEvent.keyboard('f')
    await findByText('What led to Data Analyst, and where it can lead')
    expect(place().focus).toBe(focusName(idOf('Data Analyst', stacked)))
    await vi.waitFor(() => expect(titles().toSorted()).toEqual(['Associate of Science', 'Charts', 'Data Analyst', 'Tables']))
    expect(said()).toBe('Only what belongs to Data Analyst: 4 achievements and 3 links.')
    await userEvent.keyboard('{Escape}')
    await vi.waitFor(() => expect(titles()).toContain('Swimming'))
    expect(said()).toContain('Everything again: 8 achievements')
  })
})

describe('the card', () => {
  test('says what it builds on and leads to, who says so, and what weakens it', async () => {
    const { findByRole } = await open()
    thing(/^Data Analyst/)?.click()
    const card = await findByRole('region', { name: 'Data Analyst' })
    for (const words of [
      'Part of',
      'Associate of Science',
      'Includes',
      'Charts',
      'Tables',
      'Westbridge College says so.',
      'Leans on Tables',
    ])
      expect(card.textContent).toContain(words)
    expect(card.querySelector('progress')?.getAttribute('aria-label')).toContain('1 of 2 parts earned')
    expect(card.querySelector('a.primary')?.getAttribute('href')).toContain('credential/?id=')
  })

  test('leads to the others it names', async () => {
    const { findByRole } = await open()
    thing(/^Data Analyst/)?.click()
    const card = await findByRole('region', { name: 'Data Analyst' })
    const other = [...card.querySelectorAll('button')].find(({ textContent }) => textContent === 'Charts')
    other?.click()
    await findByRole('region', { name: 'Charts' })
  })
})

describe('ways to look at it', () => {
  test('are tabs that the arrow keys choose; what was chosen stays chosen', async () => {
    const { getByRole, findByRole, place } = await open()
    thing(/^Data Analyst/)?.click()
    await findByRole('region', { name: 'Data Analyst' })
    getByRole('tab', { name: 'Ladder' }).focus()
    await userEvent.keyboard('{ArrowRight}')
    expect(place().view).toBe('skills')
    expect(document.activeElement).toBe(getByRole('tab', { name: 'Skills', selected: true }))
    await findByRole('button', { name: /^Data analysis, Skill/ })
    expect(getByRole('region', { name: 'Data Analyst' })).toBeDefined()
    await userEvent.keyboard('{End}')
    await findByRole('tree')
    await userEvent.keyboard('{Home}')
    await findByRole('group', { name: 'Ladder: what builds on what' })
  })

  test('show skills that are shared, and leave to the card what only one names', async () => {
    const { getByRole, findByRole } = await open()
    getByRole('tab', { name: 'Skills' }).click()
    await findByRole('button', { name: /^Data analysis/ })
    expect(titles()).not.toContain('Numbers')
  })

  test('show when it was earned, and until when it holds', async () => {
    const { getByRole } = await open()
    getByRole('tab', { name: 'Timeline' }).click()
    await vi.waitFor(() =>
      expect([...document.querySelectorAll('.stack-name')].map(({ textContent }) => textContent)).toContain('2024'),
    )
    expect(document.querySelectorAll('.stack-bar').length).toBeGreaterThan(0)
  })
})

describe('filters', () => {
  test('narrow to one kind, keep the focus, and can be taken away one by one', async () => {
    const { getByRole, findByRole } = await open()
    getByRole('button', { name: /^Filter/ }).click()
    const dialog = await findByRole('dialog', { name: 'Filters' })
    const kind = [...dialog.querySelectorAll('button')].find(({ textContent }) => textContent?.startsWith('Adds value'))
    expect(kind?.textContent).toContain('A short one added to something finished.')
    kind?.focus()
    await userEvent.keyboard('{Enter}')
    expect(document.activeElement).toBe(kind)
    expect(kind?.getAttribute('aria-pressed')).toBe('true')
    expect(dialog.textContent).toContain('Show 2 achievements')
    await userEvent.keyboard('{Escape}')
    await vi.waitFor(() => expect(titles().toSorted()).toEqual(['Bachelor of Economics', 'Cloud Foundations']))
    getByRole('button', { name: 'Remove the filter Adds value' }).click()
    await vi.waitFor(() => expect(titles()).toContain('Swimming'))
  })

  test('say kindly when nothing passes them', async () => {
    const { getByRole, findByText, findByRole } = await open()
    getByRole('button', { name: /^Filter/ }).click()
    const dialog = await findByRole('dialog')
    for (const name of ['2019', 'Leads upward'])
      [...dialog.querySelectorAll('button')].find(({ textContent }) => textContent?.startsWith(name))?.click()
    await userEvent.keyboard('{Escape}')
    await findByText('Nothing passes these filters')
    document.querySelector<HTMLElement>('.stack-nothing button')?.click()
    await vi.waitFor(() => expect(titles()).toContain('Swimming'))
  })
})

describe('the hand', () => {
  test('moves the drawing, and what is dragged is not pressed', async () => {
    const { queryByRole } = await open()
    const canvas = document.querySelector('.stack-canvas')
    const box = canvas?.getBoundingClientRect()
    await seconds(100)
    const before = transform()
    const at = (type: string, x: number, y: number) =>
      canvas?.dispatchEvent(
        new PointerEvent(type, {
          bubbles: true,
          pointerId: 1,
          pointerType: 'touch',
          clientX: (box?.left ?? 0) + x,
          clientY: (box?.top ?? 0) + y,
        }),
      )
    vi.spyOn(HTMLElement.prototype, 'setPointerCapture').mockImplementation(() => {})
    at('pointerdown', 200, 200)
    at('pointermove', 203, 200)
    at('pointermove', 260, 240)
    await seconds(50)
    expect(transform()).not.toBe(before)
    at('pointerup', 260, 240)
    thing(/^Charts/)?.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, detail: 1 }))
    expect(queryByRole('region', { name: 'Charts' })).toBeNull()
    vi.restoreAllMocks()
  })

  test('zooms with a wheel and Control held, and pans with a wheel alone only as far as there is something', async () => {
    await open()
    const canvas = document.querySelector('.stack-canvas')
    await seconds(100)
    const wheel = (init: WheelEventInit) => {
      const event = new WheelEvent('wheel', { bubbles: true, cancelable: true, clientX: 400, clientY: 300, ...init })
      canvas?.dispatchEvent(event)
      return event.defaultPrevented
    }
    const before = transform()
    expect(wheel({ deltaY: -60, ctrlKey: true })).toBe(true)
    await seconds(50)
    expect(transform()).not.toBe(before)
    for (let turn = 0; turn < 60; turn += 1) wheel({ deltaY: 100 })
    expect(wheel({ deltaY: 100 })).toBe(false)
  })
})

test('five hundred things are moved without making one of them anew', { timeout: 30_000 }, async () => {
  const many = stackedOf(
    badges(
      ...Array.from({ length: 500 }, (_, index) => ({
        id: `b${index}`,
        name: `Badge ${index}`,
        earned: `${2010 + (index % 15)}`,
      })),
    ),
  )
  const { findByRole } = await drawScreen(many, texts)
  await findByRole('button', { name: /^Badge 17,/ })
  await vi.waitFor(() => expect(document.querySelectorAll('.stack-thing')).toHaveLength(500), { timeout: 20_000 })
  await seconds(300)
  const layer = document.querySelector('.stack-layer')
  const before = transform()
  const changes: MutationRecord[] = []
  const observer = new MutationObserver((records) => changes.push(...records))
  if (layer) observer.observe(layer, { childList: true, subtree: true, attributes: true })
  const canvas = document.querySelector('.stack-canvas')
  for (let turn = 0; turn < 30; turn += 1) {
    canvas?.dispatchEvent(new WheelEvent('wheel', { bubbles: true, cancelable: true, deltaX: 12, deltaY: 9 }))
    await new Promise(requestAnimationFrame)
  }
  observer.disconnect()
  expect(transform()).not.toBe(before)
  expect([...new Set(changes.map(({ target }) => target))]).toEqual([layer])
})

test('of two thousand things only those near the window are on the page', async () => {
  const many = stackedOf(
    badges(...Array.from({ length: 2_000 }, (_, index) => ({ id: `b${index}`, name: `Badge ${index}`, earned: '2020' }))),
  )
  await drawScreen(many, texts)
  await vi.waitFor(() => expect(document.querySelectorAll('.stack-thing').length).toBeGreaterThan(0), { timeout: 10_000 })
  await seconds(200)
  expect(document.querySelectorAll('.stack-thing').length).toBeLessThan(800)
})

describe('axe finds nothing wrong', () => {
  test.for([
    ['ladder', 'light'],
    ['ladder', 'dark'],
    ['skills', 'light'],
    ['timeline', 'light'],
    ['timeline', 'dark'],
  ] as const)('in the %s, %s, with a card open', async ([view, appearance]) => {
    document.documentElement.setAttribute('data-appearance', appearance)
    const { getByRole, findByRole } = await open()
    thing(/^Data Analyst/)?.click()
    await findByRole('region', { name: 'Data Analyst' })
    getByRole('tab', { name: new RegExp(view, 'i') }).click()
    await seconds(400)
    expect(await audit()).toEqual([])
  })

  test('in the filters', async () => {
    const { getByRole, findByRole } = await open()
    getByRole('button', { name: /^Filter/ }).click()
    await findByRole('dialog')
    await seconds(400)
    expect(await audit()).toEqual([])
  })
})
