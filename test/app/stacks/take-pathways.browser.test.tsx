import { cleanup } from '@solidjs/testing-library'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { page } from 'vitest/browser'
import PathwayRow from '../../../src/app/features/add/pathway-row.tsx'
import type { Given } from '../../../src/app/intake.ts'
import { takePathways } from '../../../src/app/stacks/take-pathways.ts'
import { openTexts, type Texts } from '../../../src/app/text.ts'
import { done, problem } from '../../../src/core/problem.ts'
import type { Stacked } from '../../../src/worker/stack-types.ts'
import { analyst } from './pathways/pathways.ts'
import { createWorld, show } from './screen.tsx'

const nothing: Stacked = {
  graph: { achievements: [], skills: [], edges: [], awards: {}, speakers: {}, isCut: false },
  analysis: {
    cycles: [],
    contradictions: [],
    unusual: [],
    dangling: [],
    shadowed: [],
    common: [],
    standing: {},
    leaning: {},
    parts: {},
  },
  pathways: [],
}
const written = JSON.stringify({ '@context': 'https://credreg.net/ctdl/schema/context/json', '@type': 'ceterms:Pathway' })
const fileOf = (text: string) => new File([text], 'data.json')

let texts: Texts
beforeEach(async () => {
  texts = await openTexts('en')
})
afterEach(cleanup)

describe('a pathway that comes to the screen of stacks', () => {
  test('is added by itself, and the rest is left to others', async () => {
    const readPathway = vi.fn(async () => done({ pathways: [analyst], text: written }))
    const { services, kept } = createWorld(nothing, {}, readPathway)
    const others: readonly Given[] = [
      { kind: 'file', file: fileOf('{"credentialSubject": {}}') },
      { kind: 'address', url: 'https://westbridge.example/pathway' },
    ]
    const given: readonly Given[] = [{ kind: 'text', text: written }, ...others]
    expect(await takePathways(given, services, texts)).toEqual(others)
    expect(readPathway).toHaveBeenCalledOnce()
    expect(kept().pathways.map(({ id }) => id)).toEqual([analyst.id])
  })

  test('goes the way of everything else when it cannot be read', async () => {
    const { services } = createWorld(nothing)
    const given: readonly Given[] = [{ kind: 'file', file: fileOf(written) }]
    expect(await takePathways(given, services, texts)).toEqual(given)
  })
})

describe('a pathway on the page where things are added', () => {
  test('is kept, and opened where it belongs', async () => {
    const { services, kept } = createWorld(nothing, {}, async () => done({ pathways: [analyst], text: written }))
    show(() => <PathwayRow file={fileOf(written)} name="data.json" />, services, texts)
    await expect.element(page.getByText(/This is a pathway/)).toBeVisible()
    await page.getByRole('button', { name: 'Open it in Stacks' }).click()
    await vi.waitFor(() => expect(kept().pathways).toMatchObject([{ id: analyst.id, origin: { name: 'data.json' } }]))
  })

  test('stays there when it cannot be read, and says why', async () => {
    const { services, kept } = createWorld(nothing, {}, async () => problem('json_too_deep'))
    show(() => <PathwayRow file={fileOf(written)} name="data.json" />, services, texts)
    await page.getByRole('button', { name: 'Open it in Stacks' }).click()
    await expect.element(page.getByRole('status').first()).not.toBeEmptyDOMElement()
    expect(kept().pathways).toEqual([])
  })
})
