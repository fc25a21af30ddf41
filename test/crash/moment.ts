import { setTimeout as after } from 'node:timers/promises'
import type { Random } from '../fuzz/random.ts'
import type { Death, Machine } from './machine.ts'
import type { Told } from './protocol.ts'

/** What a page told when nobody killed it, and when, in milliseconds since it told the first. */
export interface Moment {
  readonly told: Told
  readonly time: number
}

/** When to kill: so many milliseconds after the page has told so many things. */
export interface Aim {
  readonly told: number
  readonly delay: number
}

/** What was heard of a page before it died. */
export interface Heard {
  readonly begun: readonly number[]
  readonly done: readonly number[]
}

/** How many steps are known to be done, when so many were done before. */
export function acknowledgedIn({ done }: Heard, before: number): number {
  return Math.max(before, ...done.map((step) => step + 1))
}

/** Lets a page work, and writes down when it tells what. */
export async function timed(machine: Machine, work: () => Promise<unknown>): Promise<readonly Moment[]> {
  const moments: Moment[] = []
  const started = performance.now()
  machine.listener = (told) => moments.push({ told, time: performance.now() - started })
  await work()
  machine.listener = () => undefined
  const [first] = moments
  return moments.map(({ told, time }) => ({ told, time: time - (first?.time ?? 0) }))
}

/**
 * A moment at random, over the whole time that the work usually takes. It is told by what comes last before it, so that a machine that
 * is busy today kills at the same stage as an idle one. One in three is drawn from the spans that end with an acknowledgement: they are
 * short, and there it is decided.
 */
export function drawAim(moments: readonly Moment[], random: Random): Aim {
  const spans = moments.slice(1).map(({ told, time }, index) => ({
    index,
    length: time - (moments[index]?.time ?? 0),
    isLast: told.kind === 'done',
  }))
  const last = spans.filter(({ isLast }) => isLast)
  if (last.length > 0 && random.chance(1 / 3)) {
    const { index, length } = random.pick(last)
    return { told: index + 1, delay: length * (random.below(1_000) / 1_000) }
  }
  const time = (moments.at(-1)?.time ?? 0) * (random.below(1_000) / 1_000)
  const told = moments.filter((moment) => moment.time <= time).length
  return { told, delay: time - (moments[told - 1]?.time ?? 0) }
}

/** Lets a page work until then, and kills it. Rejects when the work itself went wrong before. */
export async function killed(machine: Machine, how: Death, { told, delay }: Aim, work: () => Promise<unknown>): Promise<Heard> {
  const all: Told[] = []
  let isDead = false
  const reached = new Promise<void>((resolve) => {
    // To the last: what is told while it dies was acknowledged as well.
    machine.listener = (each) => {
      all.push(each)
      if (all.length >= told) resolve()
    }
  })
  const over = work().catch((error: unknown) => {
    // Whoever is killed leaves its work undone.
    if (!isDead) throw error
  })
  await Promise.race([reached.then(() => after(delay)), over])
  isDead = true
  await machine.kill(how)
  await over
  machine.listener = () => undefined
  const stepsOf = (kind: Told['kind']) => all.flatMap((each) => (each.kind === kind && 'step' in each ? [each.step] : []))
  return { begun: stepsOf('begun'), done: stepsOf('done') }
}
