import { expect, test } from 'vitest'
import { bytesOf, describeVectors } from '../../vectors/vectors.ts'
import { linesOf } from './fixtures.ts'
import { stackOf } from './sources.ts'

const given = (...files: readonly string[]) => files.map((name) => ({ name, bytes: bytesOf(name) }))

/** What is said of one achievement to another, without the skills that each names. */
async function edgesIn(...files: readonly string[]): Promise<readonly string[]> {
  const { graph } = await stackOf(given(...files))
  return linesOf(graph).filter((line) => !line.includes('['))
}

const associateDegree = 'Associate of Science in Computer Science'
const nursing = 'Nurse Assistant 1 Program with Licensure'
const fullStack = 'Full-Stack Web Development Certificate'
const [markup, scripting, components, services] = [
  'HTML, CSS & Accessibility',
  'JavaScript Programming',
  'React & Component Architecture',
  'APIs & Backend Services',
]
const [frontEnd, apps, backEnd] = [
  'Accessible Front-End Development',
  'JavaScript Application Development',
  'Backend API Development',
]

/** Every edge between the achievements of a record, one line each. */
const records: readonly (readonly [file: string, edges: readonly string[]])[] = [
  ['clr2/1edtech/simple.json', ['Achievement 2 —←isParentOf vertical issuer→ Achievement 1']],
  ['clr2/1edtech/simple.jwt', ['Achievement 2 —←isParentOf vertical issuer→ Achievement 1']],
  ['clr2/1edtech/simple-noproof.json', ['Achievement 2 —←isParentOf vertical issuer→ Achievement 1']],
  [
    'clr2/1edtech/simple_v1.json',
    [
      `Health Careers 1 —←isParentOf vertical issuer→ ${nursing}`,
      // Four different things are one id there: the program is the parent of each.
      `Human Anatomy and Physiology —←isParentOf vertical issuer→ ${nursing}`,
      `Intro to Health Careers —←isParentOf vertical issuer→ ${nursing}`,
      `Nurse Assisting 1 —←isParentOf vertical issuer→ ${nursing}`,
      `Oregon State Board of Nursing - Certified Nursing Assistant —←isParentOf vertical issuer→ ${nursing}`,
      // And three ids are nothing there.
      `guid:4072f4b6-75e9-42ed-8b95-b92711310dbe —isPartOf vertical issuer→ ${nursing}`,
      `guid:6364db90-edf9-47b9-b92b-4b116cac19a5 —←isParentOf vertical issuer→ ${nursing}`,
      `guid:e935e820-d9a0-4e9e-8b84-6ec82caabaf7 —←isParentOf vertical issuer→ ${nursing}`,
    ],
  ],
  [
    'clr2/learncard/multi-achievement.json',
    [
      `Calculus I —isChildOf vertical issuer→ ${associateDegree}`,
      `Programming I —isChildOf vertical issuer→ ${associateDegree}`,
      'Programming I —precedes vertical issuer→ Programming II',
      `Programming II —isChildOf vertical issuer→ ${associateDegree}`,
    ],
  ],
  ['clr2/learncard/minimal.json', []],
  [
    // It names credentials where the standard has achievements.
    'clr2/learncard/competency-aligned.json',
    [
      `${services} —isChildOf vertical issuer→ ${fullStack}`,
      `${services} —isRelatedTo issuer— ${backEnd}`,
      `${services} —may-stack vertical inferred→ ${fullStack}`,
      `${frontEnd} —isRelatedTo issuer— ${fullStack}`,
      `${frontEnd} —isRelatedTo issuer— ${markup}`,
      `${frontEnd} —may-stack vertical inferred→ ${fullStack}`,
      `${backEnd} —isRelatedTo issuer— ${fullStack}`,
      `${backEnd} —may-stack vertical inferred→ ${fullStack}`,
      `${fullStack} —isRelatedTo issuer— ${apps}`,
      `${markup} —isChildOf vertical issuer→ ${fullStack}`,
      `${markup} —may-stack vertical inferred→ ${fullStack}`,
      `${markup} —precedes vertical issuer→ ${scripting}`,
      `${apps} —isRelatedTo issuer— ${scripting}`,
      `${apps} —isRelatedTo issuer— ${components}`,
      `${apps} —may-stack vertical inferred→ ${fullStack}`,
      `${scripting} —isChildOf vertical issuer→ ${fullStack}`,
      `${scripting} —may-stack vertical inferred→ ${fullStack}`,
      `${scripting} —precedes vertical issuer→ ${services}`,
      `${scripting} —precedes vertical issuer→ ${components}`,
      `${components} —isChildOf vertical issuer→ ${fullStack}`,
      `${components} —may-stack vertical inferred→ ${fullStack}`,
    ],
  ],
  ['clr2/learncard/university-transcript.json', []],
  ['clr2/generated/nested-all-valid.json', ['Data Literacy —isPartOf vertical issuer→ Field Research']],
  ['clr2/generated/nested-one-tampered.json', []],
  ['clr2/generated/nested-enveloped-jwt.json', []],
  ['clr2/generated/outer-tampered-nested-valid.json', ['Data Literacy —precedes vertical issuer→ Statistics II']],
  // The transcripts of CLR 1.0 state no association at all.
  ['clr1/randa/CLRdemo3_.json', []],
  ['clr1/randa/nd-clr-transcript.json', []],
  ['clr1/randa/transcript-clr-example.json', []],
]

describeVectors('what real records say', () => {
  test.for(records)('%s', async ([file, edges]) => {
    expect(await edgesIn(file)).toEqual(edges.toSorted())
  })

  test('and how it stands: what a record says is as good as the record', async () => {
    const verdicts = async (file: string) => {
      const { graph, analysis } = await stackOf(given(file))
      const said = graph.edges.filter(({ to }) => !to.startsWith('skill ')).flatMap(({ statements }) => statements)
      return [said.map(({ verdict }) => verdict), Object.values(analysis.standing)]
    }
    expect(await verdicts('clr2/generated/nested-all-valid.json')).toEqual([['verified'], ['verified', 'verified', 'verified']])
    // Credentials stand alone when the record around them was changed; what it says of them does not.
    expect(await verdicts('clr2/generated/outer-tampered-nested-valid.json')).toEqual([
      ['not-verified'],
      ['verified', 'verified'],
    ])
    expect(await verdicts('clr2/generated/nested-one-tampered.json')).toEqual([[], ['verified', 'not-verified', 'verified']])
  })

  test('ids that are nothing there are named, and not made up', async () => {
    const { graph, analysis } = await stackOf(given('clr2/1edtech/simple_v1.json'))
    const named = graph.achievements.filter(({ presence }) => presence === 'named')
    expect(named.map(({ keys, name, awards }) => [keys, name, awards])).toEqual([
      [['guid:4072f4b6-75e9-42ed-8b95-b92711310dbe'], [], []],
      [['guid:6364db90-edf9-47b9-b92b-4b116cac19a5'], [], []],
      [['guid:e935e820-d9a0-4e9e-8b84-6ec82caabaf7'], [], []],
    ])
    expect(analysis.dangling).toEqual(named.map(({ id }) => id))
  })

  test('several achievements of one id stay several', async () => {
    const { graph } = await stackOf(given('clr2/1edtech/simple_v1.json'))
    const shared = graph.achievements.filter(({ keys }) => keys.includes('guid:0f09ae53-33ae-4472-8daa-d7381b859e6c'))
    expect(shared.map(({ name, awards }) => `${name[0]?.value}: ${awards.length}`).toSorted()).toEqual([
      'Human Anatomy and Physiology: 1',
      'Intro to Health Careers: 1',
      'Nurse Assisting 1: 1',
      'Oregon State Board of Nursing - Certified Nursing Assistant: 1',
    ])
  })
})

describeVectors('what real records share', () => {
  test('the transcripts of two schools meet in the items of one CASE framework, whatever each school calls them', async () => {
    const { graph } = await stackOf(given('clr1/randa/CLRdemo3_.json', 'clr1/randa/transcript-clr-example.json'))
    const names = new Map(graph.achievements.map((node) => [node.id, node.name[0]?.value ?? '']))
    const owner = new Map(graph.achievements.map(({ id, owners }) => [id, owners.join()]))
    const items = graph.skills.filter(({ keys: [key = ''] }) => key.startsWith('guid:'))
    const shared = items.flatMap(({ id }) => {
      const around = graph.edges.filter(({ to }) => to === id).map(({ from }) => from)
      const schools = new Set(around.map((achievement) => owner.get(achievement)))
      return schools.size > 1
        ? [[...new Set(around.map((achievement) => names.get(achievement) ?? ''))].toSorted().join(' = ')]
        : []
    })
    expect(shared.toSorted()).toEqual(
      [
        'Algebra II = Enr Algebra II',
        'Anatomy/Physiology',
        'Biology',
        'Chemistry',
        'College Psychology = Psychology',
        'College Speech = Speech (Dual Credit)',
        'English 10 = English II',
        'English 11 = English III',
        'English 12 = English IV',
        'English 9 = English I',
        'Geometry',
        'PE 10 = PE 11 = PE 12 = PE 9 = Physical Education 9th (B)',
        'Beginning Foods = Nutrition & Foods I',
        'Physical Science',
        'Spanish I',
        'Spanish II',
        'US History = US History 1914 = US History 1945',
      ].toSorted(),
    )
  })

  test('a subject that nearly everything shares tells nothing', async () => {
    const { graph, analysis } = await stackOf(given('clr2/learncard/university-transcript.json'))
    const common = graph.skills.filter(({ id }) => analysis.common.includes(id))
    expect(common.map(({ name }) => name[0]?.value)).toEqual(['Computer Science'])
  })

  test('courses and competencies of one record meet in the competencies of its framework', async () => {
    const { graph } = await stackOf(given('clr2/learncard/competency-aligned.json'))
    expect(linesOf(graph).filter((line) => line.includes(' —alignment '))).toEqual(
      [
        `${services} —alignment inferred— [Server-Side Services]`,
        `${frontEnd} —alignment inferred— [Front-End Fundamentals]`,
        `${backEnd} —alignment inferred— [Server-Side Services]`,
        `${fullStack} —alignment inferred— [O*NET Web Developers (15-1254.00)]`,
        `${markup} —alignment inferred— [Accessibility-Aware Design]`,
        `${markup} —alignment inferred— [Front-End Fundamentals]`,
        `${apps} —alignment inferred— [Component-Based UI Engineering]`,
        `${scripting} —alignment inferred— [Client-Side Programming]`,
        `${components} —alignment inferred— [Component-Based UI Engineering]`,
      ].toSorted(),
    )
  })
})
