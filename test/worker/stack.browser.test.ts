import { afterEach, describe, expect, test } from 'vitest'
import { layOut } from '../../src/core/stack/layout/index.ts'
import { createStacker } from '../../src/worker/stack-client.ts'
import { asked, edge, thing } from '../core/stack/layout/sample.ts'

const stacker = createStacker()
afterEach(() => stacker.end())

describe('the stack worker', () => {
  test('lays out as the core does', async () => {
    const request = asked({ nodes: [thing('sql'), thing('bsc', { tier: 'degree' })], edges: [edge('sql>bsc')] })
    expect(await stacker.layout(request)).toEqual({ ok: true, value: layOut(request) })
  })

  test('reads pathways, and says why it cannot', async () => {
    const step = { '@id': 'https://school.example/a', '@type': 'ceterms:CourseComponent', 'ceterms:name': 'A' }
    const way = { '@id': 'https://school.example/way', '@type': 'ceterms:Pathway', 'ceterms:name': 'Way' }
    const document = { '@graph': [{ ...way, 'ceterms:hasDestinationComponent': step['@id'] }, step] }
    expect(await stacker.readPathways(JSON.stringify(document))).toMatchObject({
      ok: true,
      value: [{ name: [{ value: 'Way' }] }],
    })
    expect(await stacker.readPathways('{}')).toMatchObject({ ok: false, problem: { code: 'pathway_missing' } })
  })

  test('makes nothing of nothing, and of a question that was replaced', async () => {
    const [older, newer] = [0, 1].map(() => stacker.stack({ sources: [], pathways: [], own: [] }))
    expect(await older).toMatchObject({ ok: false, problem: { code: 'cancelled' } })
    expect(await newer).toMatchObject({ ok: true, value: { graph: { achievements: [], edges: [] }, pathways: [] } })
  })
})
