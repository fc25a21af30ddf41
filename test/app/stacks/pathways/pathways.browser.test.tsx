import { cleanup } from '@solidjs/testing-library'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { Pathways } from '../../../../src/app/features/stacks/pathways/pathways.tsx'
import { openTexts, type Texts } from '../../../../src/app/text.ts'
import type { PathwayPlace, PathwaysFound } from '../../../../src/core/pathway/fetch.ts'
import { type Attempt, done, problem } from '../../../../src/core/problem.ts'
import { buildGraph } from '../../../../src/core/stack/graph.ts'
import type { KeptPathway } from '../../../../src/store/types.ts'
import type { Stacked } from '../../../../src/worker/stack-types.ts'
import { badges } from '../../../core/stack/fixtures.ts'
import { analysis, audit, createWorld, show } from '../screen.tsx'
import { analyst, pathway, progress, step } from './pathways.ts'

const graph = buildGraph({ sources: badges({ name: 'Statistics', id: 'statistics' }), pathways: [analyst], own: [] })
const far = progress(
  analyst,
  {
    statistics: { state: 'counts', awards: ['source of statistics'] },
    storytelling: { state: 'possible', because: 'issuer' },
    ethics: { state: 'weak' },
  },
  { of: 5, soonest: ['databases', 'data-certificate', 'analyst'] },
)
const stacked: Stacked = { graph, analysis, pathways: [{ pathway: analyst, progress: far }] }
const kept: KeptPathway = {
  id: analyst.id,
  origin: { kind: 'address', url: 'https://credentialengineregistry.org/graph/ce-1' },
  text: '{}',
  addedAt: '2026-05-03T10:00:00Z',
}
const other = pathway('Nursing', [step('Anatomy')])
const found = done({ pathways: [analyst, other], text: '{"@graph": []}' })

let texts: Texts
beforeEach(async () => {
  texts = await openTexts('en')
  await page.viewport(900, 900)
})
afterEach(cleanup)

/** The section with what was kept, on a worker that answers so. */
function open(pathways: readonly KeptPathway[], answer: Attempt<PathwaysFound> = found) {
  const readPathway = vi.fn(async (_place: PathwayPlace) => answer)
  const world = createWorld(stacked, { pathways }, readPathway)
  return { ...world, readPathway, ...show(() => <Pathways state={world.state} />, world.services, texts) }
}

const button = (name: string | RegExp) => page.getByRole('button', { name, exact: typeof name === 'string' })
const field = () => page.getByRole('textbox', { name: 'Its address or CTID' })

describe('a pathway', () => {
  test('says how far one is, what is missing, and who decides', async () => {
    open([kept])
    await expect.element(page.getByRole('progressbar', { name: '1 of 5 steps' })).toBeVisible()
    await expect.element(page.getByText('Only the school decides what it accepts.')).toBeVisible()
    await expect.element(page.getByText('The shortest way that we see has 3 steps left, in this order.')).toBeVisible()
    const soonest = [...document.querySelectorAll('.pathway-card section .pathway-name')].map(({ textContent }) => textContent)
    expect(soonest).toEqual(['Databases', 'Data certificate', 'Analyst'])
  })

  test('lists every step once it is asked for, each with its state in words and what it needs', async () => {
    open([kept])
    await page.getByText('All 6 steps').click()
    const states = () => [...document.querySelectorAll('.pathway-all .pathway-state')].map(({ textContent }) => textContent)
    await vi.waitFor(() =>
      expect(states()).toEqual(['Counts', 'Does not hold now', 'Missing', 'For the school to say', 'Missing', 'Missing']),
    )
    await expect.element(page.getByText('2 of these 3')).toBeVisible()
    const link = page.getByRole('link', { name: 'Statistics' }).element()
    expect(link.getAttribute('href')).toContain('credential/?id=')
    expect(await audit()).toEqual([])
  })

  test('is removed, and comes back as it was', async () => {
    const world = open([kept])
    await button('Remove Data analyst').click()
    await vi.waitFor(() => expect(world.kept().pathways).toEqual([]))
    await button('Undo').click()
    await vi.waitFor(() => expect(world.kept().pathways).toEqual([kept]))
  })

  test('is read again from its address, and others of that document are left alone', async () => {
    const world = open([kept])
    await button('Read again: Data analyst').click()
    await vi.waitFor(() => expect(world.kept().pathways[0]?.text).toBe('{"@graph": []}'))
    expect(world.kept().pathways.map(({ id }) => id)).toEqual([analyst.id])
    expect(world.readPathway.mock.calls[0]?.[0]).toEqual({ url: 'https://credentialengineregistry.org/graph/ce-1' })
  })

  test('that can no longer be read is said, and can be removed', async () => {
    const world = open([{ ...kept, id: 'damaged' }])
    await expect.element(page.getByText('It can no longer be read. Remove it, and add it again.')).toBeVisible()
    await button('Remove').click()
    await vi.waitFor(() => expect(world.kept().pathways).toEqual([]))
  })
})

describe('adding a pathway', () => {
  test('names the host before it is asked, and asks the registry for a CTID', async () => {
    const world = open([])
    await field().fill('https://credentialfinder.org/pathway/ce-3F9295B8-9c7d-4314-a06d-235ab8d0bfaf')
    await expect
      .element(page.getByText('credentialengineregistry.org sees your network address, and nothing of your wallet.'))
      .toBeVisible()
    expect(world.readPathway).not.toHaveBeenCalled()
    await expect.element(button('Ask credentialengineregistry.org')).toBeVisible()
    await userEvent.keyboard('{Enter}')
    await vi.waitFor(() => expect(world.kept().pathways).toHaveLength(2))
    const url = 'https://credentialengineregistry.org/graph/ce-3f9295b8-9c7d-4314-a06d-235ab8d0bfaf'
    expect(world.kept().pathways.map(({ id, origin }) => ({ id, origin }))).toEqual([
      { id: 'data-analyst', origin: { kind: 'address', url } },
      { id: 'nursing', origin: { kind: 'address', url } },
    ])
    await expect.element(page.getByText('Added: Data analyst and Nursing')).toBeVisible()
  })

  test('says what else to do when a host does not let pages read it', async () => {
    open([], problem('fetch_blocked', { facts: { host: 'westbridge.example' } }))
    await field().fill('westbridge.example/pathway.json')
    await expect.element(button('Ask westbridge.example')).toBeVisible()
    await userEvent.keyboard('{Enter}')
    await expect.element(page.getByText(/open it there, save it as a file/)).toBeVisible()
    const link = page.getByRole('link', { name: /Open it at westbridge.example/ }).element()
    expect(link.getAttribute('href')).toBe('https://westbridge.example/pathway.json')
    expect(link.getAttribute('rel')).toContain('noreferrer')
    expect(await audit()).toEqual([])
  })

  test('asks nobody for what is no address, nor when offline', async () => {
    const world = open([])
    await field().fill('my pathway')
    await expect.element(page.getByText('That is neither an address nor a CTID.')).toBeVisible()
    await userEvent.keyboard('{Enter}')
    world.setOnline(false)
    await field().fill('westbridge.example/pathway.json')
    await userEvent.keyboard('{Enter}')
    await expect.element(page.getByText(/You are offline/)).toBeVisible()
    expect(world.readPathway).not.toHaveBeenCalled()
  })

  test('takes the text of one that is pasted', async () => {
    const world = open([])
    const data = new DataTransfer()
    data.setData('text/plain', ' {"@type": "ceterms:Pathway"} ')
    await expect.element(field()).toBeVisible()
    field()
      .element()
      .dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
    await vi.waitFor(() => expect(world.kept().pathways).toHaveLength(2))
    expect(world.kept().pathways[0]?.origin).toEqual({ kind: 'file', name: '' })
  })
})
