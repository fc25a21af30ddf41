import { describe, expect, test } from 'vitest'
import { closedDoor, emptyMap, mapDids, mapDoor, type ResolveMap, readResolveMap } from '../../src/cli/resolve-map.ts'
import type { VerifyContext } from '../../src/core/model/context.ts'
import type { CheckId, VerificationReport } from '../../src/core/model/report.ts'
import { verifyInput } from '../../src/core/verify.ts'
import { bytesOf, describeVectors, type Entry, entriesOf, pathOf } from './vectors.ts'

const families = [
  'ob1',
  'ob2',
  'ob3',
  'clr1',
  'clr2',
  'jose',
  'baked-images',
  'sd-jwt',
  'status-list',
  'vc-di-eddsa',
  'vc-di-ecdsa',
  'vc-di-bbs',
  'blockcerts',
  'vc-data-model',
] as const
const scopes = new Set(['credential', 'image', 'presentation', 'proof', 'structure'])

/**
 * Cases that come out otherwise for a stated reason: mostly formats and suites that are not built yet. One that comes
 * out right all the same must leave this list: its test fails until it does.
 */
const otherwise: Readonly<Record<string, string>> = {
  'clr2/learncard/competency-aligned.json': 'it has no proof at all, which is a failed proof.signature',
  'clr2/learncard/minimal.json': 'it has no proof at all, which is a failed proof.signature',
  'clr2/learncard/multi-achievement.json': 'it has no proof at all, which is a failed proof.signature',
  'clr2/learncard/university-transcript.json': 'it has no proof at all, which is a failed proof.signature',
  'ob3/learncard/1edtech-full.json': 'it has no proof at all, which is a failed proof.signature',
  'ob3/learncard/with-endorsement.json': 'it has no proof at all, which is a failed proof.signature',
  'status-list/ietf/status-list-token.jwt': 'its key is published nowhere: the entry names no document that has it',
}

/** What every case must show, by the scope that its manifest entry names; null when it does. */
function differs(entry: Entry, report: VerificationReport): string | null {
  const allowed = (answer: string) => entry.may?.includes(answer) ?? false
  const said = report.error ? `${report.verdict} (${report.error.code})` : report.verdict
  if (entry.expect === 'warning') {
    const right =
      report.verdict === 'cannot-tell' || (report.verdict === 'verified' && saidBeside(report)) || allowed(report.verdict)
    return right ? null : said
  }
  if (entry.scope === 'structure') return structureDiffers(entry, report)
  if (entry.scope === 'proof') return proofDiffers(entry, report, allowed)
  const wanted = entry.expect === 'verified' ? 'verified' : 'not-verified'
  return report.verdict === wanted || allowed(report.verdict) ? null : `${said}: ${notPassed(report)}`
}

function structureDiffers(entry: Entry, report: VerificationReport): string | null {
  const checks = report.checks.filter(({ id }) => id.startsWith('structure.'))
  const refused = report.error !== null || checks.some(({ status }) => status === 'failed')
  if (entry.expect === 'invalid') return refused ? null : 'structure accepted'
  const sound = !report.error && checks.length > 0 && checks.every(({ status }) => status === 'passed' || status === 'warning')
  return sound ? null : `structure refused: ${report.error?.code ?? notPassed(report)}`
}

/** A proof that must hold only has to pass; one that must not has to fail, and never carries a `verified`. */
function proofDiffers(entry: Entry, report: VerificationReport, allowed: (answer: string) => boolean): string | null {
  const { integrity } = report.questions
  if (entry.expect === 'verified') return integrity === 'passed' ? null : `integrity ${integrity}: ${notPassed(report)}`
  const right = report.verdict !== 'verified' && (report.error !== null || integrity === 'failed' || allowed(integrity))
  return right ? null : `integrity ${integrity}`
}

/** Said about the credential itself, not about who lists its issuer or who presents it. */
function saidBeside(report: VerificationReport): boolean {
  const aside: readonly CheckId[] = ['issuer.registry', 'issuer.endorsements', 'identity.holder', 'identity.recipient']
  return report.checks.some(({ id, status }) => (status === 'warning' || status === 'unknown') && !aside.includes(id))
}

function notPassed(report: VerificationReport): string {
  return report.checks
    .filter(({ status }) => status !== 'passed')
    .map(({ id, status, code }) => `${id} ${status} ${code}`)
    .join(', ')
}

const maps = new Map<string, Promise<ResolveMap | null>>()

async function mapFor(entry: Entry): Promise<ResolveMap> {
  const file = entry.resolve ?? 'resolve.json'
  const reading = maps.get(file) ?? readResolveMap(pathOf(file))
  maps.set(file, reading)
  return (await reading) ?? emptyMap
}

async function contextFor(entry: Entry): Promise<VerifyContext> {
  const map = await mapFor(entry)
  const now = new Date(entry.at ?? '2026-11-23T00:00:00Z')
  const challenge = entry.challenge ?? entry.nonce
  const domain = entry.domain ?? entry.aud
  return {
    now,
    open: mapDoor(map, now, closedDoor),
    dids: mapDids(map),
    audience: 'verifier',
    identities: entry.identity === undefined ? [] : [entry.identity],
    ...(entry.scope === 'presentation' && challenge !== undefined && { challenge }),
    ...(entry.scope === 'presentation' && domain !== undefined && { domain }),
  }
}

describeVectors('conformance', () => {
  const cases = entriesOf(...families).filter(
    ({ expect: end, scope }) => end !== 'data-only' && scopes.has(scope ?? 'credential'),
  )

  test('names only cases that there are', () => {
    const files = new Set(cases.map(({ file }) => file))
    expect(Object.keys(otherwise).filter((file) => !files.has(file))).toEqual([])
  })

  for (const family of families)
    describe(family, () => {
      for (const entry of cases.filter((one) => one.family === family)) {
        const reason = otherwise[entry.file]
        const verify = async () => verifyInput({ name: entry.file, bytes: bytesOf(entry.file) }, await contextFor(entry))
        test(`${entry.file}: ${entry.expect}${reason ? `, but ${reason}` : ''}`, async () => {
          const report = await verify()
          if (reason === undefined) expect(differs(entry, report), entry.why).toBeNull()
          else expect(differs(entry, report), 'right by now: take it off the list').not.toBeNull()
          // whatever else is missing: what must be refused is never accepted
          if (entry.expect === 'invalid' && entry.scope !== 'structure') expect(report.verdict).not.toBe('verified')
        })
      }
    })
})
