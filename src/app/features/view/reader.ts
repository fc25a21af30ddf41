import { type Accessor, createSignal } from 'solid-js'
import type { Progress } from '../../../core/model/context.ts'
import type { Credential, Source } from '../../../core/model/credential.ts'
import type { Contents, Inspection } from '../../../core/model/inspection.ts'
import type { Outcome, Question, VerificationReport } from '../../../core/model/report.ts'
import type { Problem } from '../../../core/problem.ts'
import type { Verifier } from '../../../worker/types.ts'
import type { Given, PartsDone } from '../../intake.ts'
import { nameOf, openGiven } from '../../open-given.ts'
import { hostOf } from '../../sniff.ts'

/** A credential that was read and checked. */
export interface ReadCredential extends Contents {
  readonly kind: 'credential'
  readonly name: string
  readonly source: Source
  readonly credential: Credential
  readonly report: VerificationReport
  /** The identity that it was checked with, as `readClaim` reads it; empty when nobody asked. */
  readonly comparedWith: string
}

/** One thing that was found in what was given: a credential, or the reason why there is none. */
export type ReadItem = ReadCredential | { readonly kind: 'problem'; readonly name: string; readonly problem: Problem }

/** Where the page stands. No step can be shown before what it shows is there. */
export type Reading =
  | { readonly step: 'asking' }
  | {
      readonly step: 'working'
      /** The host that is being asked; empty once there is something to check. */
      readonly host: string
      readonly questions: Readonly<Record<Question, Outcome | 'pending'>>
      /** How many of the credentials inside a record are done; null before that is known. */
      readonly parts: PartsDone | null
    }
  | {
      readonly step: 'read'
      readonly items: readonly ReadItem[]
      /** The identity that the reader gave last, as `readClaim` reads it; empty when none was given. */
      readonly claimed: string
      readonly isComparing: boolean
    }

/** Reads and checks what a receiver was sent, and keeps it no longer than the page shows it. */
export interface Reader {
  readonly reading: Accessor<Reading>
  /** Starts on these, instead of whatever was there. */
  take(given: readonly Given[]): Promise<void>
  /** Checks again whether what was read is this person's; an empty claim asks nothing about anybody. */
  compare(claim: string): Promise<void>
  /** Forgets everything. */
  reset(): void
}

const pending = { integrity: 'pending', validity: 'pending', authority: 'pending', identity: 'pending' } as const

interface Powers {
  readonly verifier: Pick<Verifier, 'open' | 'inspect'>
  readonly online: Accessor<boolean>
}

export function createReader({ verifier, online }: Powers): Reader {
  const [reading, setReading] = createSignal<Reading>({ step: 'asking' })
  let work = new AbortController()

  /** Ends what was going on; what it still brings is not shown. */
  function begin(): AbortSignal {
    work.abort()
    work = new AbortController()
    return work.signal
  }

  function optionsFor(claim: string) {
    return { audience: 'verifier', identities: claim === '' ? [] : [claim], offline: !online() } as const
  }

  async function read(given: Given, signal: AbortSignal): Promise<readonly ReadItem[]> {
    const name = nameOf(given)
    const source = await openGiven(given, verifier, signal)
    if (!source.ok) return [{ kind: 'problem', name, problem: source.problem }]
    if (!signal.aborted) setReading({ step: 'working', host: '', questions: pending, parts: null })
    const inspections = await verifier.inspect(source.value, optionsFor(''), { progress: progressUnder(signal) }, signal)
    // A file of an archive has a name of its own; an address is known by its host.
    const called = (inspection: Inspection) => (given.kind === 'file' && inspection.source.name) || name
    return inspections.map((inspection) => itemOf(inspection, called(inspection), ''))
  }

  /** Shows how far one of the things given has come. */
  function progressUnder(signal: AbortSignal): Progress {
    return (ready, total) => {
      if (!signal.aborted) setReading({ step: 'working', host: '', questions: pending, parts: { ready, total } })
    }
  }

  /** The same credential checked anew; what breaks off leaves it as it was. */
  async function again(item: ReadItem, claim: string, signal: AbortSignal): Promise<ReadItem> {
    if (item.kind === 'problem') return item
    const [inspection] = await verifier.inspect(item.source, optionsFor(claim), undefined, signal)
    const fresh = inspection ? itemOf(inspection, item.name, claim) : item
    return fresh.kind === 'credential' ? fresh : item
  }

  return {
    reading,
    async take(given) {
      if (given.length === 0) return
      const signal = begin()
      const [first] = given
      setReading({
        step: 'working',
        host: first?.kind === 'address' ? hostOf(first.url) : '',
        questions: pending,
        parts: null,
      })
      const items = (await Promise.all(given.map((each) => read(each, signal)))).flat()
      if (!signal.aborted) setReading({ step: 'read', items, claimed: '', isComparing: false })
    },
    async compare(claim) {
      const before = reading()
      if (before.step !== 'read') return
      const signal = begin()
      setReading({ ...before, isComparing: true })
      const items = await Promise.all(before.items.map((item) => again(item, claim, signal)))
      if (!signal.aborted) setReading({ step: 'read', items, claimed: claim, isComparing: false })
    },
    reset() {
      begin()
      setReading({ step: 'asking' })
    },
  }
}

function itemOf({ source, credential, report, parts, endorsements }: Inspection, name: string, comparedWith: string): ReadItem {
  if (credential === null || report.error) return { kind: 'problem', name, problem: report.error ?? { code: 'nothing_inside' } }
  return { kind: 'credential', name, source, credential, report, parts, endorsements, comparedWith }
}
