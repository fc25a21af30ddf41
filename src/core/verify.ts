import { isPresentation, isUnsignedCarrier } from './checks/carrier.ts'
import type { Answer, Session } from './checks/check.ts'
import { checks } from './checks/index.ts'
import { bytesOf } from './encoding/utf8.ts'
import { recognise } from './formats/index.ts'
import { inTurn } from './in-turn.ts'
import { lazy } from './lazy.ts'
import { limits } from './limits.ts'
import type { VerifyContext } from './model/context.ts'
import type { Credential, Payload, Source } from './model/credential.ts'
import type { Contents, Endorsing, Inspection, Part } from './model/inspection.ts'
import type { Json } from './model/json.ts'
import { type CheckId, type Finding, questionOf, type VerificationReport } from './model/report.ts'
import { problem, problemOf } from './problem.ts'
import type { ProofsOutcome } from './proofs/proof.ts'
import { rationed } from './rationed.ts'
import { readSource } from './read.ts'
import { carrierReport, digestOf, errorReport, type ReportOn, summaryOf } from './report.ts'
import { type Kind, questionsOf, verdictOf } from './verdict.ts'

const loadEmbedded = lazy(() => import('./proofs/embedded.ts'))
const loadJose = lazy(() => import('./proofs/jose.ts'))
const loadSdJwt = lazy(() => import('./proofs/sd-jwt.ts'))
const loadBadges = lazy(() => import('./badges/index.ts'))

/** What is verified: its name, and the digest of its bytes, which may still be under way. */
interface Input {
  readonly input: string
  readonly digest: string | Promise<string>
}

/** Where a verification stands in the tree of what it was called for. */
interface Place {
  readonly depth: number
  readonly outer: Session | null
  readonly followsEndorsements: boolean
  /** Whether nobody further out tells how far the work has come. */
  readonly tells: boolean
  /** Whose a document is that does not say it. */
  readonly issuer?: string | undefined
  /** How many credentials were met inside others, in all of the tree. */
  readonly met: { parts: number }
}
const top = { depth: 0, outer: null, followsEndorsements: true, tells: true } as const satisfies Omit<Place, 'met'>
const root = (): Place => ({ ...top, met: { parts: 0 } })

/** A credential with all that was found out about it and about what is inside. */
interface Verified extends Contents {
  readonly credential: Credential | null
  readonly report: VerificationReport
}

/**
 * Opens, reads and verifies everything in one source: every check that applies is run, also when an early one fails, and each
 * verdict is drawn from their findings by one rule. Each credential has an inspection of its own; trouble with one costs
 * the others nothing. `onInspection` hears of each as it is ready. Never throws.
 */
export async function inspect(
  source: Source,
  context: VerifyContext,
  onInspection?: (inspection: Inspection) => void,
): Promise<readonly Inspection[]> {
  const items = await readSource(source)
  const inspections: Inspection[] = []
  // one ration for all of it: a file of a thousand addresses is one thing that somebody gave
  const powers = rationed(context)
  const tell = (source: Source, verified: Verified, beside?: true) => {
    const inspection = { source, ...verified, ...(beside && { beside }) }
    inspections.push(inspection)
    onInspection?.(inspection)
  }
  if (!items.ok) tell(source, unreadable(errorReport(await reportOn(source, context), items.problem)))
  else if (items.value.length === 0)
    tell(source, unreadable(errorReport(await reportOn(source, context), { code: 'nothing_inside' })))
  else
    for (const item of items.value) {
      const result = context.signal?.aborted ? cancelled : item.result
      if (!result.ok)
        tell(item.source, unreadable(errorReport(await reportOn(item.source, context), result.problem)), item.beside)
      else {
        const on = { input: item.source.name, digest: digestOf(item.source.bytes) }
        tell(item.source, await verifyAt(result.value, on, powers, root()))
      }
    }
  return inspections
}

const cancelled = problem('cancelled')

/** One report for one input: of its credential, or of all that it carries. Never throws. */
export async function verifyInput(source: Source, context: VerifyContext): Promise<VerificationReport> {
  const inspections = await inspect(source, context)
  const [only] = inspections
  if (only && inspections.length === 1) {
    if (only.source === source) return only.report
    const { input, digest } = await reportOn(source, context)
    return { ...only.report, input, digest }
  }
  const reports = (beside: boolean) => inspections.filter((one) => (one.beside === true) === beside).map(({ report }) => report)
  return carrierReport(await reportOn(source, context), reports(false), reports(true))
}

async function reportOn(source: Source, context: VerifyContext): Promise<ReportOn> {
  return { input: source.name, digest: await digestOf(source.bytes), at: context.now.toISOString() }
}

function unreadable(report: VerificationReport): Verified {
  return { credential: null, report, parts: [], endorsements: [] }
}

async function verifyAt(given: Credential, on: Input, context: VerifyContext, place: Place): Promise<Verified> {
  const credential = await completed(given, context, place)
  const { session, inside } = createSession(credential, context, place)
  const findings = (await Promise.all(checks.map(({ id }) => findingOf(id, session)))).filter((finding) => finding !== null)
  const kind: Kind = isUnsignedCarrier(credential) ? 'carrier' : isPresentation(credential) ? 'presentation' : 'credential'
  const parts = credential.nested.length > 0 ? await inside() : []
  const report: VerificationReport = {
    input: on.input,
    digest: await on.digest,
    at: context.now.toISOString(),
    format: credential.format,
    summary: summaryOf(credential),
    verdict: verdictOf(findings, kind),
    questions: questionsOf(findings),
    checks: findings,
    credentials: parts.map((part) => part.report),
    error: null,
  }
  return { credential, report, parts: parts.map(partOf), endorsements: await session.endorsements() }
}

function partOf({ credential, parts, endorsements }: Verified): Part {
  return { credential, parts, endorsements }
}

/** A badge of an older generation is spread over the web: what it only names is asked for before anything is said of it. */
async function completed(credential: Credential, context: VerifyContext, { depth, outer }: Place): Promise<Credential> {
  const { kind } = credential.securing
  if (kind !== 'hosted' && kind !== 'badge-jws') return credential
  const place = outer ? 'inside' : depth === top.depth ? 'alone' : 'beside'
  return (await loadBadges()).completeBadge(credential, context, place)
}

async function findingOf(id: CheckId, session: Session): Promise<Finding | null> {
  const answer = await session.answer(id)
  if (answer === null) return null
  const { status, code, facts, evidence } = answer
  return { id, question: questionOf[id], status, code, evidence: { ...(facts && { facts }), ...evidence } }
}

/** What a check says. One that breaks on what it met has not been made: unknown, and it says so. */
async function answerOf(id: CheckId, session: Session): Promise<Answer | null> {
  try {
    return (await checks.find((check) => check.id === id)?.run(session)) ?? null
  } catch (error) {
    const { code, facts } = problemOf(error)
    return { status: 'unknown', code, ...(facts && { facts }) }
  }
}

function createSession(
  credential: Credential,
  context: VerifyContext,
  place: Place,
): { session: Session; inside: () => Promise<readonly Verified[]> } {
  const answers = new Map<CheckId, Promise<Answer | null>>()
  const inside = lazy(() => verifyInside(credential, session, context, place))
  const session: Session = {
    credential,
    context,
    outer: place.outer,
    followsEndorsements: place.followsEndorsements,
    answer(id) {
      const known = answers.get(id) ?? answerOf(id, session)
      answers.set(id, known)
      return known
    },
    proofs: lazy(() => proofsOf(credential, context)),
    nested: async () => (await inside()).map(({ report }) => report),
    nestedCredentials: async () => (await inside()).map(credentialsOf),
    endorsements: lazy(() => verifyEndorsements(credential, context, place)),
    verifyText: async (text, name, issuer) => (await verifyBeside(text, name, context, { ...place, issuer })).report,
  }
  return { session, inside }
}

/** The credential in one place, or those in an envelope that lies there. */
function credentialsOf({ credential, parts }: Pick<Verified, 'credential' | 'parts'>): readonly Credential[] {
  return credential ? [credential] : parts.flatMap(({ credential }) => credential ?? [])
}

/** The credentials inside, a few at a time: while one waits for its issuer, others are computed. */
function verifyInside(
  credential: Credential,
  outer: Session,
  context: VerifyContext,
  place: Place,
): Promise<readonly Verified[]> {
  const { nested } = credential
  const tells = place.tells && nested.length > 1
  const within: Place = { ...place, depth: place.depth + 1, outer, tells: place.tells && !tells }
  let ready = 0
  return inTurn(nested, limits.together, async (payload, index) => {
    const verified = await verifyPayload(payload, `#${index + 1}`, presented(context, credential), within)
    ready += 1
    if (tells) context.progress?.(ready, nested.length)
    return verified
  })
}

/** Endorsements are verified like any credential; those of an endorser are not followed. */
async function verifyEndorsements(credential: Credential, context: VerifyContext, place: Place): Promise<readonly Endorsing[]> {
  if (!place.followsEndorsements) return []
  const stated = credential.endorsements.slice(0, limits.endorsements)
  return inTurn(stated, limits.together, async ({ at, value }) => {
    const { credential, report } = await verifyBeside(textOfEndorsement(value), at, context, place)
    return { at, credential, report }
  })
}

function textOfEndorsement(value: Json): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}

/** A document that goes with a credential: it stands for itself and answers no request. */
function verifyBeside(text: string, name: string, context: VerifyContext, { depth, issuer, met }: Place): Promise<Verified> {
  const payload: Payload = { text, container: 'text', notices: [] }
  const beside: Place = { depth: depth + 1, outer: null, followsEndorsements: false, tells: false, issuer, met }
  return verifyPayload(payload, name, withoutRequest(context), beside)
}

/** What is inside a presentation answers no challenge of its own; what replaces the outer replaces nothing inside. */
function presented({ newer: _, ...context }: VerifyContext, outer: Credential): VerifyContext {
  return isPresentation(outer) ? withoutRequest(context) : context
}

function withoutRequest({ challenge: _, domain: __, newer: ___, ...rest }: VerifyContext): VerifyContext {
  return rest
}

async function verifyPayload(payload: Payload, name: string, context: VerifyContext, place: Place): Promise<Verified> {
  const on: ReportOn = { input: name, digest: await digestOf(bytesOf(payload.text)), at: context.now.toISOString() }
  if (context.signal?.aborted) return unreadable(errorReport(on, { code: 'cancelled' }))
  if (place.depth > limits.nestingDepth) return unreadable(errorReport(on, { code: 'json_too_deep' }))
  const read = await recognise(payload)
  if (!read.ok) return unreadable(errorReport(on, read.problem))
  place.met.parts += read.value.length
  if (place.met.parts > limits.partsPerInput)
    return unreadable(errorReport(on, { code: 'too_many_credentials', facts: { limit: limits.partsPerInput } }))
  const all: Verified[] = []
  for (const credential of read.value) all.push(await verifyAt(issuedBy(place.issuer, credential), on, context, place))
  const [only] = all
  if (only && all.length === 1) return only
  const report = carrierReport(
    on,
    all.map((one) => one.report),
  )
  return { credential: null, report, parts: all.map(partOf), endorsements: [] }
}

/** A list of statuses may leave out who keeps it (TSL §5.1): then it is for whoever names it to answer for. */
function issuedBy(issuer: string | undefined, credential: Credential): Credential {
  if (issuer === undefined || credential.issuer.id !== '' || !credential.types.includes('TokenStatusList')) return credential
  return { ...credential, issuer: { ...credential.issuer, id: issuer } }
}

async function proofsOf(credential: Credential, context: VerifyContext): Promise<ProofsOutcome> {
  const { securing } = credential
  if (securing.kind === 'none') return { proofs: [] }
  if (securing.kind === 'jose') return (await loadJose()).verifyJose(credential, securing, context)
  if (securing.kind === 'sd-jwt') return (await loadSdJwt()).verifySdJwt(credential, securing.sdJwt, context)
  if (securing.kind !== 'embedded') return (await loadBadges()).verifyBadge(credential, context)
  const purpose = isPresentation(credential) ? 'authentication' : 'assertionMethod'
  const { verifyEmbedded } = await loadEmbedded()
  return verifyEmbedded(credential.document, { ...context, purpose })
}
