import { createHash } from 'node:crypto'
import { addedAt, type Given, methodOf, type State, type Step, type WayName, wayNames } from './protocol.ts'

/** What a credential of the corpus is in a `State`. */
export function credentialsOf(corpus: readonly Given[], from: number, count: number): readonly string[] {
  return corpus.slice(from, from + count).map(({ name, base64 }, index) => {
    const digest = createHash('sha256').update(Buffer.from(base64, 'base64')).digest('hex')
    return `${digest} ${addedAt(from + index)} ${name}`
  })
}

/** What the wallet must be before the first step, and after each. No two of them may be the same, or a crash could not be placed. */
export function statesOf(
  base: State,
  steps: readonly Step[],
  corpus: readonly Given[],
  holderKeys: readonly string[],
): readonly State[] {
  const states = [base]
  // Settings list a way by its own name until it is given another.
  const labels = new Map<WayName, string>()
  for (const step of steps) {
    if (step.do === 'rename') labels.set(step.way, step.name)
    const before = states.at(-1) ?? base
    const after = { ...before, ...changeOf(before, step, corpus, holderKeys) }
    states.push({ ...after, methods: after.opens.map((way) => `${methodOf[way]} ${labels.get(way) ?? way}` as const).sort() })
  }
  const texts = new Set(states.map((state) => JSON.stringify(state)))
  if (texts.size < states.length) throw new Error('a step changes nothing that can be seen')
  return states
}

function changeOf(before: State, step: Step, corpus: readonly Given[], holderKeys: readonly string[]): Partial<State> {
  const generation = before.generation + 1
  switch (step.do) {
    case 'add':
      return { credentials: united(before.credentials, credentialsOf(corpus, step.from, step.count)) }
    case 'secure':
      return { opens: ordered(step.ways), generation }
    case 'rotate':
      return { generation }
    case 'add way':
      return { opens: ordered([...before.opens, step.way]) }
    case 'rename':
      return {}
    case 'replace':
      return { opens: ordered([...before.opens.filter((way) => way !== step.way), step.by]), generation }
    case 'remove':
      return { opens: before.opens.filter((way) => way !== step.way), generation }
    case 'settings':
      return { language: step.language }
    case 'pin':
      return { pins: united(before.pins, [step.name]) }
    case 'list':
      return { lists: united(before.lists, [step.name]) }
    case 'vocabulary':
      return { vocabularies: united(before.vocabularies, [step.name]) }
    case 'stack':
      return { stacks: united(before.stacks, [step.name]) }
    case 'pathway':
      return { pathways: united(before.pathways, [step.name]) }
    case 'picture':
      return { pictures: united(before.pictures, [step.name]) }
    case 'holder keys':
      return { holderKeys: united(before.holderKeys, holderKeys) }
  }
}

function united(some: readonly string[], more: readonly string[]): readonly string[] {
  return [...new Set([...some, ...more])].sort()
}

function ordered(ways: readonly WayName[]): readonly WayName[] {
  return wayNames.filter((way) => ways.includes(way))
}
