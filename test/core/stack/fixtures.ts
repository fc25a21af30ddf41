import type { Achievement, Alignment, Profile, Text } from '../../../src/core/model/credential.ts'
import type {
  Award,
  OwnStack,
  RecordStatement,
  StackEdge,
  StackGraph,
  StackSource,
  Statement,
} from '../../../src/core/stack/types.ts'

/** Words in English; none for none. */
export const words = (value: string): Text => (value === '' ? [] : [{ value, language: 'en' }])

/** An issuer by its name: `Westbridge College` has the id `https://westbridge-college.example`. */
export function issuer(name: string): Pick<Profile, 'id' | 'name'> {
  return { id: `https://${name.toLowerCase().replaceAll(' ', '-')}.example`, name: words(name) }
}

/** A skill or a standard: by name alone, or with an address, a code and a framework. */
export function alignment(name: string, more: Partial<Omit<Alignment, 'name'>> = {}): Alignment {
  return { name: words(name), url: '', ...more }
}

/** What can be said of an achievement in one line. */
export interface Stated {
  /** The achievement's id; its name in lower case unless stated. */
  readonly id?: string
  readonly name: string
  readonly type?: string
  readonly field?: string
  readonly specialization?: string
  readonly tags?: readonly string[]
  readonly alignments?: readonly Alignment[]
  readonly related?: readonly (string | Achievement['related'][number])[]
  /** CTIDs, addresses and codes that it is also known by. */
  readonly alsoKnownAs?: readonly string[]
  readonly credits?: number
  readonly version?: string
  readonly creator?: string
  readonly more?: Partial<Achievement>
}

export function achievement(stated: Stated): Achievement {
  const { name, type, field, specialization, credits, version, creator } = stated
  return {
    id: stated.id ?? name.toLowerCase(),
    name: words(name),
    criteria: {},
    tags: stated.tags ?? [],
    alignments: stated.alignments ?? [],
    otherIdentifiers: (stated.alsoKnownAs ?? []).map((value) => ({ type: 'ext:identifier', value })),
    resultDescriptions: [],
    related: (stated.related ?? []).map((other) => (typeof other === 'string' ? { id: other } : other)),
    ...(type === undefined ? {} : { type }),
    ...(field === undefined ? {} : { fieldOfStudy: words(field) }),
    ...(specialization === undefined ? {} : { specialization: words(specialization) }),
    ...(credits === undefined ? {} : { creditsAvailable: credits }),
    ...(version === undefined ? {} : { version }),
    ...(creator === undefined ? {} : { creator: { ...issuer(creator), otherIdentifiers: [] } }),
    ...stated.more,
  }
}

/** What can be said of an award in one line, beside what it is an award of. */
export interface StatedAward extends Stated {
  /** The source that it lies in; one of its own, named after the achievement, unless stated. */
  readonly digest?: string
  readonly part?: string
  readonly by?: string
  /** A year (`2024`) or a date. */
  readonly earned?: string
  readonly creditsEarned?: number
  readonly award?: Partial<Award>
}

/** An award: verified, by an issuer that a list knows, unless stated otherwise. */
export function award(stated: StatedAward): Award {
  const {
    digest = `source of ${stated.id ?? stated.name.toLowerCase()}`,
    part = '',
    by = 'Westbridge College',
    earned = '',
  } = stated
  return {
    ref: part === '' ? digest : `${digest}/${part}`,
    digest,
    part,
    entry: `entry of ${digest}`,
    example: false,
    achievement: achievement(stated),
    title: words(stated.name),
    issuer: issuer(by),
    issuerLevel: 'listed',
    issuerKnownAs: by,
    verdict: 'verified',
    code: null,
    questions: { integrity: 'passed', validity: 'passed', authority: 'passed', identity: 'passed' },
    earned: /^\d{4}$/.test(earned) ? `${earned}-06-01T00:00:00Z` : earned,
    expires: '',
    term: '',
    ...(stated.creditsEarned === undefined ? {} : { creditsEarned: stated.creditsEarned }),
    ...stated.award,
  }
}

/** What a record says, in one line each: `welding isPartOf certificate`. Ids have no blanks there. */
export interface StatedRecord {
  readonly digest?: string
  readonly by?: string
  readonly says?: readonly string[]
  readonly defines?: readonly Stated[]
  readonly holds?: readonly StatedAward[]
  readonly statement?: Partial<RecordStatement>
}

/** A source that holds a record: its awards are its parts, numbered from 1. */
export function record(stated: StatedRecord): StackSource {
  const { digest = 'record', by = 'Westbridge College' } = stated
  const awards = (stated.holds ?? []).map((held, place) => award({ by, ...held, digest, part: held.part ?? String(place + 1) }))
  const statement: RecordStatement = {
    ref: digest,
    entry: `entry of ${digest}`,
    issuer: issuer(by),
    issuerLevel: 'listed',
    issuerKnownAs: by,
    verdict: 'verified',
    code: null,
    associations: (stated.says ?? []).map(association),
    definitions: (stated.defines ?? []).map(achievement),
    aliases: [],
    awards: awards.map(({ ref }) => ref),
    ...stated.statement,
  }
  return { digest, awards, records: [statement] }
}

function association(line: string): RecordStatement['associations'][number] {
  const [sourceId = '', type = '', targetId = ''] = line.split(' ')
  return { type, sourceId, targetId }
}

/** Sources of single badges: each award in a source of its own. */
export function badges(...stated: readonly StatedAward[]): readonly StackSource[] {
  return stated.map((one) => {
    const made = award(one)
    return { digest: made.digest, awards: [made], records: [] }
  })
}

/** A stack of the learner's own, over awards. */
export function ownStack(name: string, isOrdered: boolean, members: readonly Pick<Award, 'digest' | 'part'>[]): OwnStack {
  return { id: `stack ${name}`, name, isOrdered, members: members.map(({ digest, part }) => ({ digest, part })) }
}

/**
 * A graph as lines that a table can state, sorted: `Welding —isPartOf vertical issuer→ Certificate`, one for each statement. Skills stand
 * in brackets: `Welding —alignment inferred— [Join metal]`. What has no direction has a plain line, its ends by the alphabet and a skill
 * last; `←` before a type says that it was stated the other way round.
 */
export function linesOf({
  achievements,
  skills,
  edges,
}: Pick<StackGraph, 'achievements' | 'skills' | 'edges'>): readonly string[] {
  const names = new Map([
    ...achievements.map((node) => [node.id, nodeName(node)] as const),
    ...skills.map((node) => [node.id, `[${nodeName(node)}]`] as const),
  ])
  const nameOf = (id: string) => names.get(id) ?? id
  return edges.flatMap((edge) => edge.statements.map((statement) => lineOf(edge, statement, nameOf))).toSorted()
}

/** What an achievement or a skill is called; its id where nobody names it. */
const nodeName = ({ id, name }: Pick<StackGraph['achievements'][number], 'id' | 'name'>) => name[0]?.value ?? id

function lineOf({ from, to, kind }: StackEdge, { type, basis, reversed }: Statement, nameOf: (id: string) => string): string {
  const [first, second] = [nameOf(from), nameOf(to)]
  if (kind !== 'horizontal') return `${first} —${reversed ? '←' : ''}${type} ${kind} ${basis}→ ${second}`
  const ends = [first, second].toSorted((one, other) => sortingName(one).localeCompare(sortingName(other)))
  return ends.join(` —${type} ${basis}— `)
}

const sortingName = (name: string) => (name.startsWith('[') ? `\uffff${name}` : name)
