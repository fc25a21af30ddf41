import { isPresentation, isUnsignedCarrier } from './checks/carrier.ts'
import type { Answer, Check, Session } from './checks/check.ts'
import { checks } from './checks/index.ts'
import { bytesOf } from './encoding/utf8.ts'
import { recognise } from './formats/index.ts'
import { lazy } from './lazy.ts'
import { limits } from './limits.ts'
import type { VerifyContext } from './model/context.ts'
import type { Credential, Payload, Source } from './model/credential.ts'
import type { Inspection } from './model/inspection.ts'
import { type Finding, questionOf, type VerificationReport } from './model/report.ts'
import { problem, problemOf } from './problem.ts'
import type { ProofsOutcome } from './proofs/proof.ts'
import { rationed } from './rationed.ts'
import { readSource } from './read.ts'
import { carrierReport, digestOf, errorReport, type ReportOn, summaryOf } from './report.ts'
import { type Kind, questionsOf, verdictOf } from './verdict.ts'

const loadEmbedded = lazy(() => import('./proofs/embedded.ts'))
const loadJose = lazy(() => import('./proofs/jose.ts'))

/** What is verified: its name, and the digest of its bytes, which may still be under way. */
interface Input {
  readonly input: string
  readonly digest: string | Promise<string>
}

/** Where a verification stands in the tree of what it was called for. */
interface Place {
  readonly depth: number
  readonly followsEndorsements: boolean
}
const top: Place = { depth: 0, followsEndorsements: true }

/**
 * Verifies one credential that was read: every check that applies is run, also when an early one fails, and the verdict is
 * drawn from their findings by one rule. Never throws.
 */
export function verify(credential: Credential, on: Input, context: VerifyContext): Promise<VerificationReport> {
  return verifyAt(credential, on, rationed(context), top)
}

/**
 * Opens, reads and verifies everything in one source. Each credential has an inspection of its own; trouble with one costs
 * the others nothing. `onInspection` hears of each as it is ready. Never throws.
 */
export async function inspect(
  source: Source,
  context: VerifyContext,
  onInspection?: (inspection: Inspection) => void,
): Promise<readonly Inspection[]> {
  const items = await readSource(source)
  const inspections: Inspection[] = []
  const tell = (inspection: Inspection) => {
    inspections.push(inspection)
    onInspection?.(inspection)
  }
  if (!items.ok) tell({ source, credential: null, report: errorReport(await reportOn(source, context), items.problem) })
  else if (items.value.length === 0)
    tell({ source, credential: null, report: errorReport(await reportOn(source, context), { code: 'nothing_inside' }) })
  else
    for (const item of items.value) {
      const result = context.signal?.aborted ? cancelled : item.result
      if (!result.ok) {
        const report = errorReport(await reportOn(item.source, context), result.problem)
        tell({ source: item.source, credential: null, report })
      } else {
        const on = { input: item.source.name, digest: digestOf(item.source.bytes) }
        tell({ source: item.source, credential: result.value, report: await verify(result.value, on, context) })
      }
    }
  return inspections
}

const cancelled = problem('cancelled')

/** One report for one input: of its credential, or of all that it carries. Never throws. */
export async function verifyInput(source: Source, context: VerifyContext): Promise<VerificationReport> {
  const inspections = await inspect(source, context)
  const [only] = inspections
  if (only && inspections.length === 1) return only.report
  return carrierReport(
    await reportOn(source, context),
    inspections.map(({ report }) => report),
  )
}

async function reportOn(source: Source, context: VerifyContext): Promise<ReportOn> {
  return { input: source.name, digest: await digestOf(source.bytes), at: context.now.toISOString() }
}

async function verifyAt(credential: Credential, on: Input, context: VerifyContext, place: Place): Promise<VerificationReport> {
  const session = createSession(credential, context, place)
  const answers = await Promise.all(checks.map((check) => runCheck(check, session)))
  const findings = answers.filter((finding) => finding !== null)
  const kind: Kind = isUnsignedCarrier(credential) ? 'carrier' : isPresentation(credential) ? 'presentation' : 'credential'
  return {
    input: on.input,
    digest: await on.digest,
    at: context.now.toISOString(),
    format: credential.format,
    summary: summaryOf(credential),
    verdict: verdictOf(findings, kind),
    questions: questionsOf(findings),
    checks: findings,
    credentials: credential.nested.length > 0 ? await session.nested() : [],
    error: null,
  }
}

/** A check that breaks on what it met has not been made: unknown, and it says so. */
async function runCheck(check: Check, session: Session): Promise<Finding | null> {
  let answer: Answer | null
  try {
    answer = await check.run(session)
  } catch (error) {
    const problem = problemOf(error)
    answer = { status: 'unknown', code: problem.code, ...(problem.facts && { facts: problem.facts }) }
  }
  if (answer === null) return null
  const { status, code, facts, evidence } = answer
  return { id: check.id, question: questionOf[check.id], status, code, evidence: { ...(facts && { facts }), ...evidence } }
}

function createSession(credential: Credential, context: VerifyContext, place: Place): Session {
  const proofs = lazy(() => proofsOf(credential, context))
  const inside = lazy(async () => credential.nested.map((payload) => ({ payload, read: recognise(payload) })))
  const nested = lazy(async () => {
    const reports: VerificationReport[] = []
    for (const [index, { payload }] of (await inside()).entries())
      reports.push(
        await verifyPayload(payload, `#${index + 1}`, presented(context, credential), { ...place, depth: place.depth + 1 }),
      )
    return reports
  })
  return {
    credential,
    context,
    followsEndorsements: place.followsEndorsements,
    proofs,
    nested,
    nestedSubjects: lazy(async () =>
      (await inside()).flatMap(({ read }) =>
        read.ok ? read.value.map(({ subjects }) => subjects.flatMap(({ id }) => (id === undefined ? [] : [id]))) : [],
      ),
    ),
    verifyText: (text, name) =>
      verifyPayload({ text, container: 'text', notices: [] }, name, withoutRequest(context), {
        depth: place.depth + 1,
        followsEndorsements: false,
      }),
  }
}

/** What is inside a presentation answers no challenge of its own. */
function presented(context: VerifyContext, outer: Credential): VerifyContext {
  return isPresentation(outer) ? withoutRequest(context) : context
}

function withoutRequest({ challenge: _, domain: __, ...rest }: VerifyContext): VerifyContext {
  return rest
}

async function verifyPayload(payload: Payload, name: string, context: VerifyContext, place: Place): Promise<VerificationReport> {
  const on: ReportOn = { input: name, digest: await digestOf(bytesOf(payload.text)), at: context.now.toISOString() }
  if (place.depth > limits.nestingDepth) return errorReport(on, { code: 'json_too_deep' })
  const read = recognise(payload)
  if (!read.ok) return errorReport(on, read.problem)
  const reports: VerificationReport[] = []
  for (const credential of read.value) reports.push(await verifyAt(credential, on, context, place))
  const [only] = reports
  return only && reports.length === 1 ? only : carrierReport(on, reports)
}

async function proofsOf(credential: Credential, context: VerifyContext): Promise<ProofsOutcome> {
  const { securing } = credential
  if (securing.kind === 'none') return { proofs: [] }
  if (securing.kind === 'jose') return (await loadJose()).verifyJose(credential, securing, context)
  const purpose = isPresentation(credential) ? 'authentication' : 'assertionMethod'
  const { verifyEmbedded } = await loadEmbedded()
  return verifyEmbedded(credential.document, { ...context, purpose })
}
