import { describe, expect, test } from 'vitest'
import type { Pathway } from '../../../src/core/pathway/types.ts'
import { buildGraph } from '../../../src/core/stack/graph.ts'
import type { StackInput } from '../../../src/core/stack/types.ts'
import { alignment, badges, issuer, linesOf, ownStack, record, words } from './fixtures.ts'

const made = (input: Partial<StackInput>) => buildGraph({ sources: [], pathways: [], own: [], ...input })
const lines = (input: Partial<StackInput>) => linesOf(made(input)).filter((line) => !line.includes('['))
const names = (input: Partial<StackInput>) => made(input).achievements.map(({ name, id }) => name[0]?.value ?? id)

const ctid = 'ce-3f9295b8-9c7d-4314-a06d-235ab8d0bfaf'

describe('what a record states', () => {
  const holds = [{ name: 'Arc' }, { name: 'Mig' }, { name: 'Welder', type: 'Certificate' }]
  test.for([
    ['arc isChildOf welder', 'Arc —isChildOf vertical issuer→ Welder'],
    ['arc isPartOf welder', 'Arc —isPartOf vertical issuer→ Welder'],
    ['welder isParentOf arc', 'Arc —←isParentOf vertical issuer→ Welder'],
    ['arc precedes mig', 'Arc —precedes vertical issuer→ Mig'],
    ['arc replacedBy mig', 'Arc —replacedBy succession issuer→ Mig'],
    ['mig isPeerOf arc', 'Arc —isPeerOf issuer— Mig'],
    ['mig isRelatedTo arc', 'Arc —isRelatedTo issuer— Mig'],
    ['mig exemplar arc', 'Arc —exemplar issuer— Mig'],
    ['arc hasSkillLevel mig', 'Arc —hasSkillLevel issuer— Mig'],
    ['arc isEnabledBy mig', 'Arc —isEnabledBy issuer— Mig'],
    ['arc constructor mig', 'Arc —constructor issuer— Mig'],
    ['arc isPartOf nowhere', 'Arc —isPartOf vertical issuer→ id:nowhere'],
    ['arc precedes arc', 'Arc —precedes vertical issuer→ Arc'],
  ] as const)('%s', ([says, line]) => {
    expect(lines({ sources: [record({ holds, says: [says] })] })).toEqual([line])
  })

  test('without direction still tells from which end it was stated', () => {
    const edges = made({ sources: [record({ holds, says: ['mig exemplar arc', 'mig isPeerOf arc'] })] }).edges
    expect(edges.flatMap(({ statements }) => statements.map(({ type, reversed }) => [type, reversed]))).toEqual([
      ['exemplar', true],
      ['isPeerOf', false],
    ])
  })

  test('is said with the credential that says it, and whether it is its to say', () => {
    const mine = record({ digest: 'mine', holds, says: ['arc isPartOf welder'] })
    const theirs = record({
      digest: 'theirs',
      by: 'Somebody',
      says: ['mig isPartOf welder'],
      statement: { verdict: 'not-verified' },
    })
    const statements = made({ sources: [mine, theirs] }).edges.flatMap((edge) => edge.statements)
    expect(statements.map(({ by, isOwn, verdict, strength }) => ({ by, isOwn, verdict, strength }))).toEqual([
      { by: ['mine'], isOwn: true, verdict: 'verified', strength: 5 },
      { by: ['theirs'], isOwn: false, verdict: 'not-verified', strength: 5 },
    ])
  })

  test('by two records of the same two things is one line with two statements', () => {
    const [one, other] = ['one', 'other'].map((digest) => record({ digest, holds, says: ['arc isPartOf welder'] }))
    const [edge, ...more] = made({ sources: [one!, other!] }).edges
    expect(more).toEqual([])
    expect(edge?.statements.map(({ by }) => by)).toEqual([['one'], ['other']])
  })

  test('means what is in the record itself, should another credential use the same id for something else', () => {
    const elsewhere = badges({ id: 'welder', name: 'Fish pie', by: 'Somebody' })
    const inside = record({ holds, says: ['arc isPartOf welder'] })
    expect(lines({ sources: [...elsewhere, inside] })).toEqual(['Arc —isPartOf vertical issuer→ Welder'])
  })

  test('may name a credential or a result in place of an achievement, and then means what was awarded with it', () => {
    const statement = { aliases: [{ id: 'urn:credential:1', refs: ['record/1'] }] }
    expect(lines({ sources: [record({ holds, says: ['urn:credential:1 isPartOf welder'], statement })] })).toEqual([
      'Arc —isPartOf vertical issuer→ Welder',
    ])
  })

  test('of an id that it uses for several things is said of each', () => {
    const shared = [{ id: 'same', name: 'Reading' }, { id: 'same', name: 'Writing' }, { name: 'Diploma' }]
    expect(lines({ sources: [record({ holds: shared, says: ['same isPartOf diploma'] })] })).toEqual([
      'Reading —isPartOf vertical issuer→ Diploma',
      'Writing —isPartOf vertical issuer→ Diploma',
    ])
  })

  test('reaches what it defines without awarding it', () => {
    const graph = made({
      sources: [record({ holds, defines: [{ name: 'Degree', type: 'Degree' }], says: ['welder isPartOf degree'] })],
    })
    const degree = graph.achievements.find(({ name }) => name[0]?.value === 'Degree')
    expect(degree).toMatchObject({ presence: 'defined', awards: [], tier: 'degree' })
    expect(linesOf(graph)).toContain('Welder —isPartOf vertical issuer→ Degree')
  })

  test('is no bare name any more once what it names is in the wallet', () => {
    const naming = record({ holds, says: ['arc isPartOf later'] })
    expect(made({ sources: [naming] }).achievements.map(({ presence }) => presence)).toContain('named')
    const both = made({ sources: [naming, ...badges({ id: 'later', name: 'Later' })] })
    expect(both.achievements.map(({ presence }) => presence)).not.toContain('named')
    expect(linesOf(both)).toEqual(['Arc —isPartOf vertical issuer→ Later'])
  })
})

describe('one achievement', () => {
  test('earned twice is one, with both awards, the newest first', () => {
    const sources = badges(
      { digest: 'first', id: 'https://a.example/1', name: 'First aid', earned: '2020' },
      { digest: 'second', id: 'http://A.example/1/', name: 'First aid', earned: '2023' },
    )
    expect(made({ sources }).achievements.map(({ awards }) => awards)).toEqual([['second', 'first']])
  })

  test('known under two identifiers is one with both, whatever it is called', () => {
    const sources = badges(
      { id: 'https://a.example/1', name: 'Data basics', alsoKnownAs: [ctid.toUpperCase()] },
      { id: 'https://b.example/2', name: 'Basics of data', alsoKnownAs: [`https://credentialfinder.org/credential/${ctid}`] },
    )
    expect(made({ sources }).achievements.map(({ keys }) => keys)).toEqual([
      [`ctid:${ctid}`, 'url:a.example/1', 'url:b.example/2'],
    ])
  })

  test.for([
    ['in another language is the same', [{ value: 'Datos', language: 'es' }], 1],
    [
      'with a name in common is the same',
      [
        { value: 'DATA  basics', language: 'en' },
        { value: 'Datos', language: 'es' },
      ],
      1,
    ],
    ['with another name in the same language is another', [{ value: 'Cooking', language: 'en-GB' }], 2],
    ['without a name is the same', [], 1],
  ] as const)('under one id %s', ([, name, count]) => {
    const sources = badges(
      { digest: '1', id: 'urn:x', name: 'Data basics' },
      { digest: '2', id: 'urn:x', name: '', more: { name } },
    )
    expect(made({ sources }).achievements).toHaveLength(count)
  })

  test('without any id is known by where it lies, and not by that of another', () => {
    expect(names({ sources: badges({ digest: '1', id: '', name: 'A' }, { digest: '2', id: '', name: 'A' }) })).toEqual(['A', 'A'])
  })

  test('is the same as another when the issuer of both says so', () => {
    const holds = [
      { name: 'Old', id: 'old' },
      { name: 'New', id: 'new' },
    ]
    expect(names({ sources: [record({ holds, says: ['old exactMatchOf new'] })] })).toHaveLength(1)
  })

  test.for([
    ['somebody else', { by: 'Somebody' }],
    ['a record that does not hold', { statement: { verdict: 'not-verified' } }],
    ['a record that nobody can tell of', { statement: { verdict: 'cannot-tell' } }],
  ] as const)('is not the same as another on the word of %s', ([, stated]) => {
    const theirs = badges({ name: 'Old' }, { name: 'New' })
    const input = { sources: [...theirs, record({ says: ['old exactMatchOf new'], ...stated })] }
    expect(names(input)).toHaveLength(2)
    expect(lines(input)).toEqual(['New —exactMatchOf issuer— Old'])
  })

  test('belongs to those who award it and are known, and not to whoever copies its id', () => {
    const copy = { digest: 'copy', name: 'Degree', by: 'Anyone', award: { issuerLevel: 'key' } } as const
    const graph = made({ sources: badges({ name: 'Degree' }, copy) })
    expect(graph.achievements.map(({ owners }) => owners)).toEqual([[issuer('Westbridge College').id]])
    expect(made({ sources: badges(copy) }).achievements.map(({ owners }) => owners)).toEqual([[issuer('Anyone').id]])
  })
})

describe('other editions', () => {
  test('are linked, with the language or version that is said', () => {
    const related = [{ id: 'datos', language: 'es', version: '2' }, 'nowhere']
    const graph = made({ sources: badges({ name: 'Data', related }, { name: 'Datos' }) })
    expect(linesOf(graph)).toEqual(['Data —related issuer— Datos', 'Data —related issuer— id:nowhere'])
    expect(graph.edges[0]?.statements[0]).toMatchObject({ language: 'es', version: '2', isOwn: true })
  })
})

describe('skills', () => {
  const shared = (one: ReturnType<typeof alignment>, other: ReturnType<typeof alignment>) =>
    made({ sources: badges({ name: 'A', alignments: [one] }, { name: 'B', alignments: [other] }) }).skills.length === 1

  const guid = '2f1c0a50-9a3b-4d3f-9a0e-6f2b7b6f0c11'
  const finder = alignment('Reading data', { url: `https://credentialfinder.org/competency/${ctid}` })
  const item = alignment('Reading data', { url: `https://caseregistry.imsglobal.org/uri/${guid}` })
  const at = (url: string, code?: string) => alignment('Reading data', { url, ...(code !== undefined && { code }) })
  test.for([
    ['a finder address and a registry address', finder, at(`https://credentialengineregistry.org/resources/${ctid}`), true],
    ['an address and a bare CTID', finder, alignment('Lire', { url: 'https://x.example/list', code: ctid }), true],
    [
      'a CASE address and its package address',
      item,
      at(`https://case.example/ims/case/v1p0/CFItems/${guid.toUpperCase()}`),
      true,
    ],
    ['a CASE address and its GUID as code', item, alignment('Lire', { url: 'https://x.example/list', code: guid }), true],
    ['an OSMT address and its GUID', at(`https://osmt.example/api/skills/${guid}`), at(`urn:uuid:${guid}`), true],
    ['http and https', at('http://x.example/skill/'), at('https://x.example/skill'), true],
    [
      'the address of a framework with two codes',
      at('https://x.example/list', 'A.1'),
      at('https://x.example/list', 'A.2'),
      false,
    ],
    ['two addresses', at('https://x.example/1'), at('https://x.example/2'), false],
    ['one name without address', alignment('Réading  Data'), alignment('reading data'), true],
    ['one name at two addresses', at('https://x.example/1'), at('https://y.example/1'), false],
  ] as const)('%s: one skill %s', ([, one, other, isOne]) => {
    expect(shared(one, other)).toBe(isOne)
  })

  test('join through one that has both identifiers', () => {
    const both = alignment('Reading', { url: `https://caseregistry.imsglobal.org/uri/${guid}`, code: ctid })
    const sources = badges(
      { name: 'A', alignments: [finder] },
      { name: 'B', alignments: [item] },
      { name: 'C', alignments: [both] },
    )
    expect(made({ sources }).skills.map(({ keys }) => keys)).toEqual([[`ctid:${ctid}`, `guid:${guid}`]])
  })

  test('are drawn as what we see, with how strong a sign each is', () => {
    const graph = made({ sources: badges({ name: 'A', alignments: [finder], field: 'Statistics', tags: ['data'] }) })
    expect(graph.edges.flatMap((edge) => edge.statements).map(({ basis, type, strength }) => [basis, type, strength])).toEqual(
      expect.arrayContaining([
        ['inferred', 'alignment', 3],
        ['inferred', 'fieldOfStudy', 2],
        ['inferred', 'tag', 2],
      ]),
    )
  })

  test('are meant by a tag that is called like them', () => {
    const graph = made({ sources: badges({ name: 'A', alignments: [finder] }, { name: 'B', tags: ['reading DATA'] }) })
    expect(linesOf(graph)).toContain('B —tag inferred— [Reading data]')
  })
})

describe('what we infer', () => {
  const skill = [alignment('Data', { url: 'https://x.example/data' })]
  const small = { name: 'Small', type: 'MicroCredential', alignments: skill, earned: '2021' }
  const big = { name: 'Big', type: 'BachelorDegree', alignments: skill, earned: '2022' }
  const stacks = 'Small —may-stack vertical inferred→ Big'
  const adds = 'Small —adds-to value-added inferred→ Big'
  test.for([
    ['same issuer, same skill, first the smaller', small, big, [stacks]],
    ['earned on one day', { ...small, earned: '2022' }, big, [stacks, adds]],
    ['another issuer', { ...small, by: 'Kestrel' }, big, []],
    ['the smaller afterwards', { ...small, earned: '2023' }, big, [adds]],
    ['the smaller afterwards, another issuer, years later', { ...small, by: 'Kestrel', earned: '2035' }, big, [adds]],
    ['no date', { ...small, earned: '' }, big, []],
    ['a date that is none', { ...small, earned: 'soon' }, big, []],
    ['one rank', { ...small, type: 'BachelorDegree' }, big, []],
    ['another skill', { ...small, alignments: [] }, big, []],
    ['a tag in common', { ...small, alignments: [], tags: ['data'] }, { ...big, alignments: [], tags: ['data'] }, []],
    ['one field', { ...small, alignments: [], field: 'Data' }, { ...big, alignments: [], field: 'data' }, [stacks]],
    [
      'one field, a year after',
      { ...small, earned: '2023', alignments: [], field: 'Data' },
      { ...big, alignments: [], field: 'data' },
      [adds],
    ],
    [
      'one field, three years after',
      { ...small, earned: '2025', alignments: [], field: 'Data' },
      { ...big, alignments: [], field: 'data' },
      [],
    ],
    ['nothing big enough to add to', { ...small, earned: '2023' }, { ...big, type: 'Course', name: 'Big' }, []],
    ['two degrees', { ...small, type: 'AssociateDegree', earned: '2023' }, big, []],
  ] as const)('%s', ([, one, other, expected]) => {
    expect(lines({ sources: badges(one, other) })).toEqual(expected.toSorted())
  })

  test('adding to something is also what we read in "related", where the issuer says no more', () => {
    const holds = [
      { ...small, alignments: [], by: 'Kestrel' },
      { ...big, alignments: [] },
    ]
    expect(lines({ sources: [record({ holds, says: ['small isRelatedTo big'] })] })).toEqual(
      [adds, 'Big —isRelatedTo issuer— Small'].toSorted(),
    )
  })

  test('names its reasons, the awards behind it and the worse of their verdicts', () => {
    const withdrawn = { ...small, award: { verdict: 'not-verified' } } as const
    const [statement] = made({ sources: badges(withdrawn, big) }).edges.flatMap(({ kind, statements }) =>
      kind === 'vertical' ? statements : [],
    )
    expect(statement).toEqual({
      basis: 'inferred',
      strength: 3,
      type: 'may-stack',
      reversed: false,
      by: ['source of small', 'source of big'],
      verdict: 'not-verified',
      skills: ['skill url:x.example/data'],
    })
  })
})

const pathwayTo = {
  id: 'a-pathway',
  origin: 'ctdl',
  name: words('To data analyst'),
  owners: [],
  destinations: ['s3'],
  levels: [],
  notices: [],
} as const

describe('pathways', () => {
  const pathway: Pathway = {
    ...pathwayTo,
    steps: [
      { id: 's1', kind: 'Course', name: words('Step one'), keys: [`ctid:${ctid}`], requires: null, after: [] },
      { id: 's2', kind: 'Course', name: words('Step two'), keys: [], requires: null, after: ['s1'] },
      {
        id: 's3',
        kind: 'Credential',
        credentialType: 'Certificate',
        name: words('Analyst'),
        keys: [],
        requires: {
          kind: 'some',
          count: 1,
          of: [
            { kind: 'step', id: 's1' },
            { kind: 'step', id: 's2' },
          ],
          isUnread: false,
        },
        after: [],
      },
    ],
  }

  test('lead through what is held, under whatever name, and through what is not', () => {
    const graph = made({ sources: badges({ name: 'Data 101', alsoKnownAs: [ctid] }), pathways: [pathway] })
    expect(linesOf(graph)).toEqual([
      'Data 101 —precedes vertical pathway→ Step two',
      'Data 101 —requires vertical pathway→ Analyst',
      'Step two —requires vertical pathway→ Analyst',
    ])
    expect(graph.achievements.map(({ presence }) => presence).toSorted()).toEqual(['awarded', 'pathway', 'pathway'])
    expect(graph.achievements.find(({ name }) => name[0]?.value === 'Analyst')).toMatchObject({ tier: 'certificate' })
  })
})

test('a job that a pathway leads to stands above all that leads there', () => {
  const job = { id: 'job', kind: 'Job', name: words('Analyst'), keys: [], requires: null, after: [] }
  const leading: Pathway = { ...pathwayTo, steps: [job] }
  expect(made({ pathways: [leading] }).achievements).toMatchObject([{ tier: 'work', presence: 'pathway' }])
})

describe('the learner’s own stacks', () => {
  const sources = badges({ name: 'A' }, { name: 'B' }, { name: 'C' })
  const members = sources.flatMap(({ awards }) => awards)
  test.for([
    [true, ['A —stack vertical learner→ B', 'B —stack vertical learner→ C']],
    [false, ['A —stack learner— B', 'B —stack learner— C']],
  ] as const)('in order: %s', ([isOrdered, expected]) => {
    expect(lines({ sources, own: [ownStack('mine', isOrdered, members)] })).toEqual(expected)
  })

  test('pass over what is not in the wallet any more', () => {
    const own = [ownStack('mine', true, [members[0]!, { digest: 'gone', part: '' }, members[2]!])]
    expect(lines({ sources, own })).toEqual([])
    expect(made({ sources, own }).achievements).toHaveLength(3)
  })
})
