import { describe, expect, test } from 'vitest'
import { examples } from '../../../src/app/examples/index.ts'
import { linesOf } from './fixtures.ts'
import { stackOf } from './sources.ts'

const stacked = examples().then((files) => stackOf(files))
const lines = stacked.then(({ graph }) => linesOf(graph))
const nameOf = async (id: string) => (await stacked).graph.achievements.find((node) => node.id === id)?.name[0]?.value
const [degree, nursing] = ['Associate of Science in Data Analytics', 'Bachelor of Science in Nursing']

describe('the examples of the app show how achievements stack', () => {
  test('vertical: micro-credentials make a certificate, and that is a part of a degree', async () => {
    expect((await lines).filter((line) => line.includes(' vertical '))).toEqual(
      [
        'Cloud Foundations —precedes vertical issuer→ Health Data Privacy',
        `Community Data —isPartOf vertical issuer→ ${degree}`,
        `Conflict Mediation —isPartOf vertical issuer→ ${degree}`,
        'Data Ethics —isChildOf vertical issuer→ Community Data',
        'Data Foundations —isPartOf vertical issuer→ Community Data',
        'Data Foundations —precedes vertical issuer→ Data Storytelling',
        'Data Storytelling —isPartOf vertical issuer→ Community Data',
        'Data Storytelling —precedes vertical issuer→ Data Ethics',
        'Maps and Measurements —may-stack vertical inferred→ Swift Water Rescue',
        `Statistics —←isParentOf vertical issuer→ ${degree}`,
      ].toSorted(),
    )
  })

  test('horizontal: badges of four issuers lie around one skill, under every shape of its address, and one by its tag', async () => {
    expect((await lines).filter((line) => line.endsWith('[Data literacy]'))).toEqual([
      'Alfabetización en datos —alignment inferred— [Data literacy]',
      'Data Ethics —alignment inferred— [Data literacy]',
      'Data Foundations —alignment inferred— [Data literacy]',
      'Health Data Privacy —tag inferred— [Data literacy]',
      'Maps and Measurements —alignment inferred— [Data literacy]',
      'Spreadsheets That Hold Up —alignment inferred— [Data literacy]',
      'Spreadsheets That Hold Up —tag inferred— [Data literacy]',
    ])
  })

  test('value-added: short credentials add to a degree; of one of them the university says that they are related', async () => {
    expect((await lines).filter((line) => line.includes(nursing) && !line.includes('['))).toEqual([
      `${nursing} —isRelatedTo issuer— Clinical Simulation Facilitator`,
      `Clinical Simulation Facilitator —adds-to value-added inferred→ ${nursing}`,
      `Health Data Privacy —adds-to value-added inferred→ ${nursing}`,
      `Swift Water Rescue —adds-to value-added inferred→ ${nursing}`,
    ])
  })

  test('one thing leans on what has run out, and the degree is not there yet', async () => {
    const { analysis, graph } = await stacked
    const leaning = Object.entries(analysis.leaning).flatMap(([id, parts]) => parts.map((part) => [id, part]))
    expect(await Promise.all(leaning.flat().map(nameOf))).toEqual(['Health Data Privacy', 'Cloud Foundations'])
    const [id = ''] = graph.achievements.flatMap((node) => (node.name[0]?.value === degree ? [node.id] : []))
    expect([analysis.standing[id], analysis.parts[id]]).toEqual(['none', { earned: 1, of: 3, credits: { earned: 12, of: 60 } }])
  })

  test('nothing in them is broken or strange by accident', async () => {
    const { graph, analysis } = await stacked
    const { cycles, contradictions, unusual, dangling } = analysis
    expect({ cycles, contradictions, unusual, dangling }).toEqual({ cycles: [], contradictions: [], unusual: [], dangling: [] })
    expect(graph.edges.flatMap(({ statements }) => statements).filter(({ isOwn }) => isOwn === false)).toEqual([])
  })

  test('what was earned twice, alone and in a record, is one thing', async () => {
    const { graph } = await stacked
    const twice = graph.achievements.filter(({ awards }) => awards.length > 1)
    expect(twice.map(({ name }) => name[0]?.value ?? '').toSorted()).toEqual([
      'Clinical Simulation Facilitator',
      'Data Storytelling',
    ])
  })
})
