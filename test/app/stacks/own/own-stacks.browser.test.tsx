import { cleanup } from '@solidjs/testing-library'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { AddToStack } from '../../../../src/app/features/stacks/own/add-to-stack.tsx'
import { OwnStacks } from '../../../../src/app/features/stacks/own/own-stacks.tsx'
import { openTexts, type Texts } from '../../../../src/app/text.ts'
import { problem } from '../../../../src/core/problem.ts'
import { buildGraph } from '../../../../src/core/stack/graph.ts'
import type { KeptStack } from '../../../../src/store/types.ts'
import type { Stacked } from '../../../../src/worker/stack-types.ts'
import { badges } from '../../../core/stack/fixtures.ts'
import { analysis, audit, createWorld, show } from '../screen.tsx'

const names = ['Data Ethics', 'Data Storytelling', 'Databases', 'Statistics', 'Welding']
const graph = buildGraph({ sources: badges(...names.map((name) => ({ name, digest: name }))), pathways: [], own: [] })
const stacked: Stacked = { graph, analysis, pathways: [] }
const member = (digest: string) => ({ digest, part: '' })
const mine: KeptStack = {
  id: 'mine',
  name: 'My data way',
  description: '',
  isOrdered: true,
  members: ['Statistics', 'Databases', 'Data Ethics', 'gone'].map(member),
  createdAt: '2026-01-01T00:00:00Z',
  changedAt: '2026-01-01T00:00:00Z',
}

let texts: Texts
beforeEach(async () => {
  texts = await openTexts('en')
  await page.viewport(900, 900)
})
afterEach(cleanup)

/** The screen with these stacks, in a world whose vault is looked at. */
function open(stacks: readonly KeptStack[]) {
  const world = createWorld(stacked, { stacks })
  return { ...world, ...show(() => <OwnStacks state={world.state} />, world.services, texts) }
}

const listed = () => [...document.querySelectorAll('.own-member .own-words > .serif')].map(({ textContent }) => textContent)
const button = (name: string | RegExp) => page.getByRole('button', { name, exact: typeof name === 'string' })

describe('a stack of one’s own', () => {
  test('is made, named, filled and kept by keyboard alone', async () => {
    const { kept, findByText } = open([])
    await findByText('You have not made one yet.')
    await userEvent.tab()
    await userEvent.keyboard('{Enter}')
    await vi.waitFor(() => expect(document.activeElement?.closest('dialog')).not.toBeNull())
    await userEvent.keyboard('Around data')
    await expect.element(page.getByRole('textbox', { name: 'Name' })).toHaveValue('Around data')
    await userEvent.tab()
    await userEvent.tab()
    await userEvent.keyboard('{ArrowDown}')
    await userEvent.tab()
    await userEvent.keyboard('storytell')
    await userEvent.tab()
    await userEvent.keyboard(' ')
    await expect.element(page.getByRole('checkbox', { name: /Data Storytelling/ })).toBeChecked()
    button('Keep it').element().focus()
    await userEvent.keyboard('{Enter}')
    await vi.waitFor(() => expect(kept().stacks).toHaveLength(1))
    expect(kept().stacks[0]).toMatchObject({ name: 'Around data', isOrdered: false, members: [member('Data Storytelling')] })
    expect(kept().stacks[0]?.id).toMatch(/^[\w-]{22}$/)
    await findByText('“Around data” is kept')
  })

  test('is not kept without a name, and says so', async () => {
    const { vault } = open([])
    await button('New stack').click()
    await button('Keep it').click()
    await expect.element(page.getByText('A stack needs a name.')).toBeVisible()
    expect(document.activeElement).toBe(page.getByRole('textbox', { name: 'Name' }).element())
    expect(vault.keepStack).not.toHaveBeenCalled()
  })

  test('stays open when it cannot be kept, and says why', async () => {
    const { vault, kept } = open([])
    vault.keepStack.mockResolvedValueOnce(problem('store_quota'))
    await button('New stack').click()
    await page.getByRole('textbox', { name: 'Name' }).fill('Data')
    await button('Keep it').click()
    await vi.waitFor(() => expect(document.querySelector('dialog .own-trouble')?.textContent).not.toBe(''))
    await button('Keep it').click()
    await vi.waitFor(() => expect(kept().stacks).toMatchObject([{ name: 'Data' }]))
  })

  test('is put in order by keyboard: the button keeps the focus, and the new place is said', async () => {
    open([mine])
    await button('Change “My data way”').click()
    const down = button('Move Statistics down').element()
    down.focus()
    await userEvent.keyboard('{Enter}')
    expect(listed()).toEqual(['Databases', 'Statistics', 'Data Ethics', 'No longer in your wallet'])
    expect(document.activeElement).toBe(down)
    await expect.element(page.getByText('Statistics, now 2 of 4')).toBeInTheDocument()
    await userEvent.keyboard('{Enter}{Enter}{Enter}{Enter}')
    expect(listed().at(-1)).toBe('Statistics')
    expect(document.activeElement).toBe(down)
    expect(down.getAttribute('aria-disabled')).toBe('true')
  })

  test('is put in order by dragging', async () => {
    const { kept } = open([mine])
    await button('Change “My data way”').click()
    const rows = () => [...document.querySelectorAll<HTMLElement>('.own-member')]
    const [first, , third] = rows().map((row) => row.querySelector<HTMLElement>('.own-handle')!)
    await userEvent.dragAndDrop(first!, third!)
    await vi.waitFor(() => expect(listed()).toEqual(['Databases', 'Data Ethics', 'Statistics', 'No longer in your wallet']))
    expect(rows().map((row) => row.style.transform)).toEqual(['', '', '', ''])
    await button('Keep it').click()
    await vi.waitFor(() =>
      expect(kept().stacks[0]?.members.map(({ digest }) => digest)).toEqual(['Databases', 'Data Ethics', 'Statistics', 'gone']),
    )
  })

  test('keeps the place of what is no longer in the wallet', async () => {
    const { kept } = open([mine])
    await expect.element(page.getByText('1 of them is no longer in your wallet')).toBeVisible()
    await button('Change “My data way”').click()
    await button('Take Databases out').click()
    await vi.waitFor(() => expect(document.activeElement?.getAttribute('aria-label')).toBe('Take Data Ethics out'))
    await button('Keep it').click()
    await vi.waitFor(() =>
      expect(kept().stacks[0]?.members.map(({ digest }) => digest)).toEqual(['Statistics', 'Data Ethics', 'gone']),
    )
  })

  test('gives back changes that were left', async () => {
    const { vault } = open([mine])
    await button('Change “My data way”').click()
    await button('Take Statistics out').click()
    await userEvent.keyboard('{Escape}')
    await expect.element(page.getByText('Your changes were not kept.')).toBeVisible()
    await button('Go on with them').click()
    await vi.waitFor(() => expect(listed()).toEqual(['Databases', 'Data Ethics', 'No longer in your wallet']))
    expect(vault.keepStack).not.toHaveBeenCalled()
  })

  test('is deleted, and comes back as it was', async () => {
    const { kept } = open([mine])
    await button('Delete “My data way”').click()
    await vi.waitFor(() => expect(kept().stacks).toEqual([]))
    await button('Undo').click()
    await vi.waitFor(() => expect(kept().stacks).toEqual([mine]))
  })

  test('is shown alone, and everything again', async () => {
    const { state } = open([mine])
    await button('Show it: “My data way”').click()
    expect(state.filter().own).toBe('mine')
    await button('Show everything').click()
    expect(state.filter().own).toBe('')
  })

  test.for(['light', 'dark'] as const)('has nothing that axe finds wrong (%s)', async (appearance) => {
    document.documentElement.dataset['appearance'] = appearance
    open([mine])
    await expect.element(button('Change “My data way”')).toBeVisible()
    expect(await audit()).toEqual([])
    await button('Change “My data way”').click()
    await expect.element(button('Keep it')).toBeVisible()
    expect(await audit()).toEqual([])
    delete document.documentElement.dataset['appearance']
  })
})

describe('adding to a stack', () => {
  function openMenu(stacks: readonly KeptStack[], digest: string) {
    const world = createWorld(stacked, { stacks })
    return { ...world, ...show(() => <AddToStack members={[member(digest)]} />, world.services, texts) }
  }

  test('ticks what it is in, and puts it in or takes it out at once', async () => {
    const other = { ...mine, id: 'other', name: 'Another', members: [] }
    const { kept } = openMenu([mine, other], 'Statistics')
    await button('Add to a stack').click()
    await expect.element(page.getByRole('checkbox', { name: 'My data way' })).toBeChecked()
    await page.getByRole('checkbox', { name: 'Another' }).click()
    await vi.waitFor(() => expect(kept().stacks[1]?.members).toEqual([member('Statistics')]))
    await page.getByRole('checkbox', { name: 'My data way' }).click()
    await vi.waitFor(() =>
      expect(kept().stacks[0]?.members.map(({ digest }) => digest)).toEqual(['Databases', 'Data Ethics', 'gone']),
    )
    expect(document.activeElement).toBe(page.getByRole('checkbox', { name: 'My data way' }).element())
    expect(await audit()).toEqual([])
  })

  test('takes the tick back when it could not be kept', async () => {
    const { vault } = openMenu([{ ...mine, members: [] }], 'Statistics')
    vault.keepStack.mockResolvedValueOnce(problem('store_quota'))
    await button('Add to a stack').click()
    await page.getByRole('checkbox', { name: 'My data way' }).click()
    await vi.waitFor(() => expect(document.querySelector('dialog .own-trouble')?.textContent).not.toBe(''))
    await expect.element(page.getByRole('checkbox', { name: 'My data way' })).not.toBeChecked()
  })

  test('makes the first one on the spot', async () => {
    const { kept } = openMenu([], 'Welding')
    await button('Add to a stack').click()
    await page.getByRole('textbox', { name: 'Name of the new stack' }).fill('Metals')
    await button('Make it').click()
    await vi.waitFor(() => expect(kept().stacks).toMatchObject([{ name: 'Metals', members: [member('Welding')] }]))
    await expect.element(page.getByRole('checkbox', { name: 'Metals' })).toBeChecked()
    await vi.waitFor(() => expect(document.activeElement?.textContent).toBe('New stack…'))
  })
})
