import type { VerifyContext } from '../../src/core/model/context.ts'
import type { Inspection } from '../../src/core/model/inspection.ts'
import type { VerificationReport } from '../../src/core/model/report.ts'
import { inspect } from '../../src/core/verify.ts'
import { LEARNER } from '../issuer/content.ts'
import { doorTo, FETCHED_AT } from '../issuer/door.ts'
import type { Documents } from '../issuer/issuers.ts'
import { mutate } from './mutate.ts'
import { addOriginals, isAsIssued, type Originals, standingAlone } from './originals.ts'
import { type Random, randomOf } from './random.ts'
import { makeSeeds, type Seed } from './seeds.ts'

/*
 * Mutants of every kind of file go through the whole of it, from bytes to reports. Whatever they are, the answer must be a credential
 * or a coded problem, soon; and nothing may be verified that its issuer did not say.
 */

/** What goes in: a file, and what hosts serve meanwhile. */
export interface Case extends Seed {
  /** Whether hosts serve something else than they did. */
  readonly hostsChanged: boolean
}

/** What was wrong with a case; empty when nothing was. */
export type Trouble = readonly string[]

export interface Fuzzer {
  /** The case of that number, the same whenever it is asked for. */
  caseOf(index: number): Case
  /** Sends it through. */
  run(given: Case): Promise<Trouble>
}

/** Makes the samples, and keeps what their issuers said to compare with. */
export async function createFuzzer(seed: number, wanted?: RegExp): Promise<Fuzzer> {
  const seeds = await makeSeeds(wanted)
  const originals: Originals = new Map()
  for (const each of seeds) addOriginals(originals, await inspect(sourceOf(each), contextFor(each.documents)))
  return {
    caseOf: (index) => caseOf(seeds, randomOf(seed, index)),
    run: async (given) => troubleIn(await inspect(sourceOf(given), contextFor(given.documents)), given, originals),
  }
}

function caseOf(seeds: readonly Seed[], random: Random): Case {
  const { name, bytes, documents } = random.pick(seeds)
  const hostsChanged = documents.size > 0 && random.chance(0.2)
  let changed = bytes
  if (!hostsChanged || random.chance(0.2))
    for (let count = random.pick([1, 1, 1, 2, 3]); count > 0; count -= 1)
      changed = mutate(changed, random, random.pick(seeds).bytes)
  return { name, bytes: changed, documents: hostsChanged ? changedHosts(documents, random, bytes) : documents, hostsChanged }
}

function changedHosts(documents: Documents, random: Random, other: Uint8Array): Documents {
  const addresses = [...documents.keys()]
  const changed = new Set([random.pick(addresses), random.pick(addresses), random.pick(addresses)])
  return new Map(
    [...documents].map(([address, served]) => [
      address,
      changed.has(address) ? { ...served, bytes: mutate(served.bytes, random, other) } : served,
    ]),
  )
}

const sourceOf = ({ name, bytes }: Seed) => ({ name, bytes })

function contextFor(documents: Documents): VerifyContext {
  return {
    now: new Date(FETCHED_AT),
    open: answering(documents),
    audience: 'verifier',
    identities: [`mailto:${LEARNER.email}`],
  }
}

/** A door that answers from documents; an address that is none is refused as the true one does. */
function answering(documents: Documents): VerifyContext['open'] {
  const open = doorTo(documents)
  return async (request) =>
    URL.canParse(request.url) ? open(request) : { ok: false, problem: { code: 'fetch_address_refused' } }
}

/** Codes that say that we did not know what we met. */
const unexplained: readonly (string | null)[] = ['unexpected', 'input_unreadable']

async function troubleIn(inspections: readonly Inspection[], given: Case, originals: Originals): Promise<Trouble> {
  if (inspections.length === 0) return ['no answer']
  const trouble: string[] = []
  for (const inspection of inspections) {
    const { credential, report } = inspection
    if (credential === null && report.error === null && report.credentials.length === 0) trouble.push('neither read nor refused')
    trouble.push(...unexplainedIn(report))
    if (report.verdict !== 'verified' || given.hostsChanged) continue
    for (const each of standingAlone(inspection))
      if (!(await isAsIssued(each, originals))) trouble.push(`verified, and not what was issued: ${each.format}`)
  }
  return trouble
}

function unexplainedIn({ error, checks, credentials }: VerificationReport): Trouble {
  const codes = [
    ...(error && unexplained.includes(error.code) ? [`${error.code} ${JSON.stringify(error.facts)}`] : []),
    ...checks
      .filter(({ code }) => unexplained.includes(code))
      .map(({ id, code, evidence }) => `${id}: ${code} ${JSON.stringify(evidence.facts)}`),
  ]
  return [...codes, ...credentials.flatMap(unexplainedIn)]
}
