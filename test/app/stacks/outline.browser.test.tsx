import { cleanup } from '@solidjs/testing-library'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import { Outline } from '../../../src/app/features/stacks/outline.tsx'
import { openTexts, type Texts } from '../../../src/app/text.ts'
import { badges } from '../../core/stack/fixtures.ts'
import { look } from './look.tsx'
import { audit } from './screen.tsx'
import { idOf, kept, own, sources, stackedOf } from './tellings.ts'

let texts: Texts
beforeEach(async () => {
  texts = await openTexts('en')
})
afterEach(cleanup)

const stacked = stackedOf(sources, { own })
const open = () => look(() => <Outline />, stacked, texts, { view: 'outline', kept: { stacks: [kept] } })

const items = () => [...document.querySelectorAll<HTMLElement>('[role=treeitem]')]
/** Lines as a screen reader meets them: level, place among its own, name. */
const lines = () =>
  items().map((item) => {
    const [level, place, size] = ['aria-level', 'aria-posinset', 'aria-setsize'].map((name) => item.getAttribute(name))
    return `${level} ${place}/${size} ${item.dataset['title']}${item.ariaExpanded === null ? '' : item.ariaExpanded === 'true' ? ' −' : ' +'}`
  })
const here = () => document.activeElement?.getAttribute('data-title')
const begin = () => items()[0]?.focus()

describe('the outline on the page', () => {
  test('is a tree with levels, places and names, in the order in which it is read', async () => {
    await open()
    expect(document.querySelector('[role=tree]')?.getAttribute('aria-label')).toBe('Everything as a list')
    expect(lines()).toEqual([
      '1 1/3 Achievements −',
      '2 1/3 Degrees −',
      '3 1/2 Bachelor of Economics +',
      '3 2/2 Associate of Science +',
      '2 2/3 Badges and experience −',
      '3 1/1 Cloud Foundations +',
      '2 3/3 Standing alone −',
      '3 1/1 Swimming',
      '1 2/3 Skills and subjects +',
      '1 3/3 Your stacks +',
    ])
  })

  test('is walked through with the keyboard alone', async () => {
    await open()
    begin()
    const keys: readonly (readonly [string, string])[] = [
      ['{ArrowDown}', 'Degrees'],
      ['{ArrowRight}', 'Bachelor of Economics'],
      ['{ArrowDown}', 'Associate of Science'],
      ['{ArrowRight}', 'Associate of Science'],
      ['{ArrowRight}', 'Data Analyst'],
      ['{ArrowLeft}', 'Associate of Science'],
      ['{ArrowLeft}', 'Associate of Science'],
      ['{ArrowLeft}', 'Degrees'],
      ['{End}', 'Your stacks'],
      ['{Home}', 'Achievements'],
      ['s', 'Standing alone'],
      ['w', 'Swimming'],
    ]
    for (const [key, title] of keys) {
      await userEvent.keyboard(key)
      expect(`${key} ${here()}`).toBe(`${key} ${title}`)
    }
    await new Promise((resolve) => setTimeout(resolve, 700))
    await userEvent.keyboard('yo')
    expect(here()).toBe('Your stacks')
    expect(items().filter(({ tabIndex }) => tabIndex === 0)).toHaveLength(1)
  })

  test('a star opens what lies beside', async () => {
    await open()
    begin()
    await userEvent.keyboard('*')
    expect(lines().filter((line) => line.startsWith('1'))).toEqual([
      '1 1/3 Achievements −',
      '1 2/3 Skills and subjects −',
      '1 3/3 Your stacks −',
    ])
  })

  test('Enter opens the card of a thing, and opens a heading', async () => {
    const { state } = await open()
    begin()
    await userEvent.keyboard('{End}{Enter}')
    expect(state.selected()).toBeNull()
    expect(document.activeElement?.getAttribute('aria-expanded')).toBe('true')
    await userEvent.keyboard('{Home}b{Enter}')
    expect(state.selected()).toBe(idOf('Bachelor of Economics', stacked))
    expect(document.activeElement?.getAttribute('aria-selected')).toBe('true')
  })

  test('a press opens the card, and the mark before it what is below', async () => {
    const { state } = await open()
    const item = items().find(({ dataset }) => dataset['title'] === 'Associate of Science')
    await userEvent.click(item!.querySelector('.outline-twist')!)
    expect(state.selected()).toBeNull()
    expect(lines()).toContain('4 1/1 Data Analyst +')
    await userEvent.click(item!.querySelector('.outline-title')!)
    expect(state.selected()).toBe(idOf('Associate of Science', stacked))
  })

  test('a line says all of it in its name, and leads to its credential', async () => {
    await open()
    const swimming = items().find(({ dataset }) => dataset['title'] === 'Swimming')
    expect(swimming?.getAttribute('aria-label')).toBe('Swimming, Badge, Westbridge College, Jun 1, 2019, Holds.')
    expect(swimming?.querySelector('a')?.getAttribute('href')).toContain('credential/?id=entry%20of%20source%20of%20swim')
    expect(swimming?.querySelector('a')?.getAttribute('aria-label')).toBe('Open the credential Swimming')
  })

  test('keeps what is open and where the keyboard is while the graph is made anew', async () => {
    const { setGraph } = await open()
    begin()
    await userEvent.keyboard('{ArrowDown}{ArrowDown}{ArrowDown}{ArrowRight}{ArrowRight}')
    expect(here()).toBe('Data Analyst')
    setGraph(stackedOf([...sources, ...badges({ name: 'New' })], { own }))
    expect(here()).toBe('Data Analyst')
    expect(lines()).toContain('4 1/1 Data Analyst +')
  })

  test('two thousand lines come a hundred at a time', async () => {
    const many = stackedOf(badges(...Array.from({ length: 2_000 }, (_, place) => ({ id: `b${place}`, name: `Badge ${place}` }))))
    const start = performance.now()
    await look(() => <Outline />, many, texts, { view: 'outline' })
    begin()
    await userEvent.keyboard('{ArrowDown}{ArrowRight}')
    console.log(`the outline of 2,000 opened in ${Math.round(performance.now() - start)} ms`)
    expect(items()).toHaveLength(2 + 100 + 1)
    expect(items().at(-1)?.textContent).toContain('1,900 more')
    await userEvent.keyboard('{End}{Enter}')
    await expect.poll(() => items().length).toBe(2 + 200 + 1)
    expect(document.activeElement).toBe(items()[2 + 100])
  })

  test.for(['light', 'dark'] as const)('has nothing that axe finds wrong (%s)', async (appearance) => {
    document.documentElement.dataset['appearance'] = appearance
    await open()
    begin()
    await userEvent.keyboard('*{ArrowDown}{ArrowDown}*')
    expect(await audit()).toEqual([])
    delete document.documentElement.dataset['appearance']
  })
})
