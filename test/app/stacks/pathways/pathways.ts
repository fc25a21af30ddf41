import type { Pathway, PathwayProgress, PathwayStep, Requirement, StepProgress } from '../../../../src/core/pathway/types.ts'
import { words } from '../../../core/stack/fixtures.ts'

/** A step by its name, which is its id in lower case. */
export function step(name: string, more: Partial<PathwayStep> = {}): PathwayStep {
  return { id: idOf(name), kind: 'Course', name: words(name), keys: [], requires: null, after: [], ...more }
}

export const idOf = (name: string) => name.toLowerCase().replaceAll(' ', '-')

/** One step as a requirement. */
export const needs = (name: string): Requirement => ({ kind: 'step', id: idOf(name) })

/** Some of several. */
export function some(count: number, of: readonly Requirement[], isUnread = false): Requirement {
  return { kind: 'some', count, of, isUnread }
}

export function pathway(name: string, steps: readonly PathwayStep[], more: Partial<Pathway> = {}): Pathway {
  const last = steps.at(-1)
  return {
    id: idOf(name),
    origin: 'ctdl',
    name: words(name),
    owners: [],
    steps,
    destinations: last ? [last.id] : [],
    levels: [],
    notices: [],
    ...more,
  }
}

/** How far one is: steps that are not named are missing. */
export function progress(
  { steps }: Pathway,
  states: Readonly<Record<string, Partial<StepProgress>>>,
  more: Partial<PathwayProgress> = {},
): PathwayProgress {
  return {
    steps: steps.map(({ id }) => ({ id, state: 'missing', awards: [], isOpen: 'yes', ...states[id] })),
    done: Object.values(states).filter(({ state }) => state === 'counts').length,
    of: steps.length,
    isComplete: 'no',
    soonest: [],
    ...more,
  }
}

/** A data analyst's way: a course, two electives of three, a certificate, a job. */
export const analyst = pathway(
  'Data analyst',
  [
    step('Statistics', { level: 'first' }),
    step('Databases', { level: 'second', requires: needs('Statistics') }),
    step('Storytelling', { level: 'second', after: ['statistics'] }),
    step('Ethics', { level: 'second' }),
    step('Data certificate', {
      kind: 'Credential',
      credentialType: 'Certificate',
      level: 'third',
      requires: some(2, [needs('Databases'), needs('Storytelling'), needs('Ethics')]),
    }),
    step('Analyst', { kind: 'Job', requires: some(1, [needs('Data certificate')], true) }),
  ],
  {
    levels: [
      { id: 'first', name: words('First year') },
      { id: 'second', name: words('Second year') },
      { id: 'third', name: words('Third year') },
    ],
  },
)
