import { type Seen, type State, wayNames } from './protocol.ts'

export interface Verdict {
  /** How many steps are done, as the wallet shows; null when it is in none of the states that it may be in. */
  readonly at: number | null
  readonly wrong: readonly string[]
}

/** Holds what is there against what may be there: all that was acknowledged, and of what was under way all or nothing. */
export function judged(states: readonly State[], acknowledged: number, seen: Seen): Verdict {
  const at = states.findIndex((state, index) => index >= acknowledged && isSame(state, seen.state))
  const possible = states.slice(acknowledged, (at < 0 ? acknowledged + 1 : at) + 1)
  const wrong = [...seen.wrong, ...wrongTrials(possible, seen), ...wrongDisk(seen)]
  if (at >= 0) return { at, wrong }
  const expected = states.slice(acknowledged, acknowledged + 2).map((state) => differenceOf(state, seen.state))
  return { at: null, wrong: [...wrong, `after ${acknowledged} steps there is neither ${expected.join(' nor ')}`] }
}

/** Of the states that it may have been in meanwhile: a way that there is in all of them must open, one in none of them must not. */
function wrongTrials(states: readonly State[], { trials }: Seen): readonly string[] {
  return trials.flatMap(({ way, code }) => {
    const opens = states.map((state) => state.opens.includes(way))
    if (code !== null && opens.every(Boolean)) return [`${way} does not open: ${code}`]
    return code === null && !opens.some(Boolean) ? [`${way} opens, and should not`] : []
  })
}

function wrongDisk({ found, disk, settled, state }: Seen): readonly string[] {
  const resumed = (found.generation ?? 0) + 1
  return [
    ...(disk.hasDeviceKey === disk.personalKeys > 0 ? ['the device key lies beside others, or there is no key at all'] : []),
    ...(disk.personalKeys === state.opens.length ? [] : [`${disk.personalKeys} keys lie there`]),
    ...(disk.staged > 0 && settled !== 'leave' ? [`${disk.staged} records are left of what was settled`] : []),
    ...(settled === 'resume' && state.generation !== resumed ? ['what was resumed is not done'] : []),
    ...(settled === 'abandon' && state.generation !== found.generation ? ['what was abandoned is done'] : []),
    ...(wayNames.some((way) => state.opens.includes(way)) === state.generation > 0
      ? []
      : ['the data key is not the one for its ways']),
  ]
}

function isSame(one: State, other: State): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}

/** In which members they differ, and how: not all of two hundred credentials. */
function differenceOf(expected: State, actual: State): string {
  return (Object.keys(expected) as (keyof State)[])
    .filter((name) => JSON.stringify(expected[name]) !== JSON.stringify(actual[name]))
    .map((name) => `${name} ${shown(expected[name], actual[name])} (but ${shown(actual[name], expected[name])})`)
    .join(', ')
}

function shown(member: State[keyof State], other: State[keyof State]): string {
  if (!Array.isArray(member) || !Array.isArray(other)) return String(member)
  const extra = member.filter((each) => !other.includes(each))
  return `${member.length}, of which alone here: ${extra.slice(0, 3).join(' | ')}`
}
