import type { Random } from '../fuzz/random.ts'
import type { Death, Machine } from './machine.ts'
import { acknowledgedIn, drawAim, type Heard, killed, type Moment } from './moment.ts'
import type { Phase, PhaseName } from './phases.ts'
import { type Disk, type Look, type Seen, type State, type Work, wayNames } from './protocol.ts'
import { lookedAt } from './templates.ts'
import { judged } from './verdict.ts'

/** Where a kill met the wallet. */
export interface Hit {
  readonly how: Death
  /** Of the phase, how many steps were acknowledged, and how many there are. */
  readonly acknowledged: number
  readonly steps: number
  /** A step had begun and was not acknowledged. */
  readonly isInStep: boolean
  readonly met: Disk
  /** What became of a change that had broken off, when somebody had to say. */
  readonly settled: Seen['settled']
  /** What was not acknowledged was done after all, or was gone on with. */
  readonly isAhead: boolean
}

/** One wallet, killed once or more while something is done to it, and then brought to the end of it. */
export interface Life {
  readonly phase: PhaseName
  /** Where each kill met it. */
  readonly hits: readonly Hit[]
  /** How often it was killed while it recovered from a kill. */
  readonly relapses: number
  /** What was not as it must be. */
  readonly wrong: readonly string[]
}

/** A phase with what the wallet is after each step, and what the page tells, and when, of its work and of a look. */
export interface Prepared {
  readonly phase: Phase
  readonly states: readonly State[]
  readonly working: readonly Moment[]
  readonly looking: readonly Moment[]
}

/** Kills, looks, and goes on from where the wallet is; in the end everything must have been done. */
export async function live(machine: Machine, prepared: Prepared, random: Random): Promise<Life> {
  const { phase, states } = prepared
  const hits: Hit[] = []
  const wrong: string[] = []
  const life = () => ({ phase: phase.name, hits, relapses, wrong })
  let relapses = 0
  let from = 0
  for (let deaths = random.pick([1, 1, 2, 3]); deaths > 0; deaths -= 1) {
    const how = random.chance(0.2) ? 'page' : 'browser'
    const heard = await killedAtWork(machine, prepared, from, how, random)
    const met = await diskOf(machine)
    const look = drawLook(states[from], random)
    if (random.chance(0.3)) {
      relapses += 1
      await killedLooking(machine, prepared, look, random)
    }
    const acknowledged = acknowledgedIn(heard, from)
    const { settled, ...seen } = await seenBy(machine, look)
    const verdict = judged(states, acknowledged, { settled, ...seen })
    const isInStep = heard.begun.length > heard.done.length
    const isAhead = (verdict.at ?? 0) > acknowledged
    hits.push({ how, acknowledged, steps: phase.steps.length, isInStep, met, settled, isAhead })
    wrong.push(...verdict.wrong)
    if (verdict.at === null) return life()
    from = verdict.at
  }
  // Whoever restores begins again, and that must bring nothing twice.
  await working(machine, workOf(prepared, phase.name === 'restore' ? 0 : from, from, random))
  wrong.push(...judged(states, phase.steps.length, await lookedAt(machine)).wrong)
  return life()
}

function killedAtWork(machine: Machine, prepared: Prepared, from: number, how: Death, random: Random): Promise<Heard> {
  const moments = prepared.working.filter(({ told }) => !('step' in told) || told.step >= from)
  const work = workOf(prepared, from, from, random)
  return killed(machine, how, drawAim(shifted(moments), random), () => working(machine, work))
}

async function killedLooking(machine: Machine, { looking }: Prepared, look: Look, random: Random): Promise<void> {
  await killed(machine, 'browser', drawAim(looking, random), () => seenBy(machine, look))
}

/** To begin with, the wallet is opened by any of the ways there are. */
function workOf({ phase, states }: Prepared, from: number, at: number, random: Random): Work {
  const opens = states[at]?.opens ?? []
  return { steps: phase.steps, from, way: opens.length === 0 ? null : random.pick(opens) }
}

async function working(machine: Machine, work: Work): Promise<void> {
  const page = await machine.page()
  await page.evaluate((given) => window.crash.work(given), work)
}

async function seenBy(machine: Machine, look: Look): Promise<Seen> {
  const page = await machine.page()
  return page.evaluate((given) => window.crash.look(given), look)
}

async function diskOf(machine: Machine): Promise<Disk> {
  const page = await machine.page()
  return page.evaluate(() => window.crash.disk())
}

function drawLook(state: State | undefined, random: Random): Look {
  const order = wayNames.map((way) => ({ way, turn: random.below(1_000) })).sort((a, b) => a.turn - b.turn)
  // Whoever has secured nothing yet may also simply begin anew.
  const settling = random.pick(
    state?.opens.length === 0 ? (['resume', 'abandon', 'leave'] as const) : (['resume', 'abandon'] as const),
  )
  return { order: order.map(({ way }) => way), settling }
}

/** As if what was left out had taken no time. */
function shifted(moments: readonly Moment[]): readonly Moment[] {
  const opened = moments.findIndex(({ told }) => told.kind === 'begun')
  if (opened < 1) return moments
  const gap = (moments[opened]?.time ?? 0) - (moments[opened - 1]?.time ?? 0)
  return moments.map(({ told, time }, index) => ({ told, time: index < opened ? time : time - gap }))
}
