import type { Random } from '../fuzz/random.ts'
import type { Step } from './protocol.ts'

/** What a wallet is before a phase begins. */
export type TemplateName = 'empty' | 'filled' | 'secured' | 'waiting' | 'version 3'

export const phaseNames = ['import', 'securing', 'rotation', 're-wrap', 'migration', 'restore'] as const
export type PhaseName = (typeof phaseNames)[number]

export interface Phase {
  readonly name: PhaseName
  readonly on: TemplateName
  readonly steps: readonly Step[]
}

const all = 200
/** Of the corpus, as many as lie in the wallet of version 3 beside those of the fixture. */
export const inVersion3 = 190
export const inTemplate: Readonly<Record<TemplateName, number>> = {
  empty: 0,
  filled: all,
  secured: all,
  waiting: 0,
  'version 3': inVersion3,
}

const belongings: readonly Step[] = [
  { do: 'vocabulary', name: 'https://a.example/context' },
  { do: 'pin', name: 'did:web:a.example' },
  { do: 'list', name: 'a-list' },
  { do: 'picture', name: 'https://a.example/picture.png' },
  { do: 'holder keys' },
  { do: 'stack', name: 'Towards nursing' },
  { do: 'pathway', name: 'https://registry.example/graph/ce-1' },
  { do: 'settings', language: 'fr' },
]

/** How a wallet becomes what a phase begins with; that of version 3 is written by other means. */
export const templateSteps: Readonly<Record<TemplateName, readonly Step[]>> = {
  empty: [],
  filled: [...batches(all, () => 50), ...belongings],
  secured: [...batches(all, () => 50), ...belongings, { do: 'secure', ways: ['passphrase', 'code'] }],
  waiting: [{ do: 'secure', ways: ['code'] }],
  'version 3': [],
}

/** What is done while the browser is killed. */
export function phasesOf(random: Random): readonly Phase[] {
  return [
    { name: 'import', on: 'empty', steps: batches(all, () => 1 + random.below(7)) },
    { name: 'securing', on: 'filled', steps: [{ do: 'secure', ways: ['passphrase', 'code'] }] },
    { name: 'rotation', on: 'secured', steps: [{ do: 'rotate' }, { do: 'rotate' }] },
    {
      name: 're-wrap',
      on: 'secured',
      steps: [
        { do: 'add way', way: 'passkey', proof: 'code' },
        { do: 'rename', way: 'passkey', name: 'My phone' },
        { do: 'replace', way: 'passphrase', by: 'other passphrase', proof: 'passkey' },
        { do: 'add way', way: 'other code', proof: 'other passphrase' },
        { do: 'remove', way: 'code', proof: 'other code' },
      ],
    },
    // Most of its time is the opening.
    { name: 'migration', on: 'version 3', steps: [{ do: 'add', from: inVersion3, count: all - inVersion3 }] },
    // As `Restore` does it: whom the person trusts first, then the credentials a few at a time, with when they were added.
    { name: 'restore', on: 'waiting', steps: [...belongings, ...batches(all, () => 16)] },
  ]
}

function batches(end: number, size: () => number): readonly Step[] {
  const steps: Step[] = []
  for (let from = 0; from < end; ) {
    const count = Math.min(size(), end - from)
    steps.push({ do: 'add', from, count })
    from += count
  }
  return steps
}
