import { lazy } from '../lazy.ts'
import type { VerifyContext } from '../model/context.ts'
import type { Credential, FormatId } from '../model/credential.ts'
import { memberOf } from '../model/json.ts'
import type { FindingDetail, Outcome } from '../model/report.ts'
import type { Facts, Problem } from '../problem.ts'
import { claimViolations } from '../structure/claims.ts'
import { credentialViolations, envelopeViolations, presentationViolations } from '../structure/data-model.ts'
import { openBadgeViolations } from '../structure/open-badges.ts'
import type { MapsType } from '../structure/types.ts'
import { mapsTypeHere } from '../structure/types.ts'
import type { Violation } from '../structure/violation.ts'
import { violation } from '../structure/violation.ts'
import { hostOf } from '../witness.ts'
import { addressOnly } from './carrier.ts'
import type { Answer, Check } from './check.ts'

const loadTokenRules = lazy(() => import('../structure/tokens.ts'))

/** The rules of a generation from before W3C credentials. */
type GenerationRules = (credential: Credential, context: VerifyContext) => readonly Violation[] | Promise<readonly Violation[]>

const openBadges1 = lazy(
  async (): Promise<GenerationRules> => (await import('../structure/open-badges-1.ts')).openBadges1Violations,
)
const openBadges2 = lazy(
  async (): Promise<GenerationRules> => (await import('../structure/open-badges-2.ts')).openBadges2Violations,
)

const clr1 = lazy(async (): Promise<GenerationRules> => (await import('../structure/clr1.ts')).clr1Violations)
const clr2 = lazy(async (): Promise<GenerationRules> => (await import('../structure/clr2.ts')).clr2Violations)

/** Generations that have rules of their own, loaded when one is met. */
const generations: Readonly<Partial<Record<FormatId, () => Promise<GenerationRules>>>> = {
  ob05: openBadges1,
  ob1: openBadges1,
  'ob1.1': openBadges1,
  'ob1-jws': openBadges1,
  ob2: openBadges2,
  'ob2-jws': openBadges2,
  'ob2-endorsement': openBadges2,
  'ob2-endorsement-jws': openBadges2,
  clr1,
  'clr1-jws': clr1,
}

/** Formats of today with rules beside those of every credential. */
const further: Readonly<Partial<Record<FormatId, () => Promise<GenerationRules>>>> = { clr2, 'clr2-jwt': clr2 }

/** Most violations told of one document; the first decides, the rest help to mend it. */
const mostTold = 50

/** Worst first. */
const severity: readonly Outcome[] = ['failed', 'unknown', 'warning']

/** OB 3.0 §B.1.1: an Open Badge has one of these types. */
const badgeTypes = ['OpenBadgeCredential', 'AchievementCredential']

/**
 * `structure.data-model`: the document keeps the rules of its W3C data model version and of Open Badges 3.0, and each
 * of its types has a meaning. `mapsType` is asked, by way of JSON-LD, only where the document alone does not tell.
 */
export function dataModelCheck(mapsType: MapsType): Check {
  return {
    id: 'structure.data-model',
    async run({ credential, context }): Promise<Answer | null> {
      if (credential.format === 'array') return null
      const address = addressOnly(credential)
      if (address !== null) return { status: 'unknown', code: 'badge_address_only', facts: { host: hostOf(address) } }
      const generation = await generations[credential.format]?.()
      if (generation) return withNotices(answer(await generation(credential, context), null), credential.notices)
      const violations = [
        ...((await tokenViolationsOf(credential)) ?? violationsOf(credential)),
        ...((await (await further[credential.format]?.())?.(credential, context)) ?? []),
        ...claimViolations(credential),
        ...(await unmappedTypes(credential, mapsType)),
      ]
      return withNotices(answer(violations, credential.dataModel), credential.notices)
    },
  }
}

/** `structure.data-model`, with types that only JSON-LD could explain left to `proof.coverage`. */
export const structureDataModel: Check = dataModelCheck(() => Promise.resolve(null))

/** Formats whose members are claims of a token have rules of their own. */
async function tokenViolationsOf(credential: Credential): Promise<readonly Violation[] | null> {
  const { format, types } = credential
  if (format !== 'sd-jwt-vc' && !types.includes('TokenStatusList')) return null
  return (await loadTokenRules()).tokenViolations(credential)
}

function violationsOf({ document, types, dataModel, securing, format }: Credential): readonly Violation[] {
  const envelope = types.find((type) => type === 'EnvelopedVerifiableCredential' || type === 'EnvelopedVerifiablePresentation')
  // Whoever signs an envelope states something: that is a credential, whatever else it is called.
  if (envelope !== undefined && securing.kind === 'none') return envelopeViolations(document, envelope)
  const presentation = format === 'vp' || format === 'vp-jwt' ? presentationViolations(document, dataModel) : []
  // A presentation that calls itself a credential as well is held to both.
  if ((format === 'vp' || format === 'vp-jwt') && !types.includes('VerifiableCredential')) return presentation
  const namedBadge = badgeTypes.some((type) => types.includes(type))
  const disagreement = namedBadge && securing.kind === 'jose' && securing.form === 'vc-claim' && dataModel === '2.0'
  return [
    ...presentation,
    ...credentialViolations(document, dataModel),
    ...(namedBadge || !(format === 'ob3' || format === 'ob3-jwt')
      ? []
      : [violation('type_unknown', '/type', badgeTypes.join(' '))]),
    ...openBadgeViolations(document, dataModel),
    // OB 3.0 §8.2: only a credential of data model 1.1 lies in a `vc` claim.
    ...(disagreement ? [violation('data_model_version_disagrees', '/@context/0')] : []),
  ]
}

/** VC Data Model §4.5: every type is an absolute address or a term that a context maps to one. */
async function unmappedTypes({ document, types }: Credential, mapsType: MapsType): Promise<readonly Violation[]> {
  const context = memberOf(document, '@context')
  if (context === undefined) return []
  const answers = await Promise.all(types.map(async (type) => mapsTypeHere(context, type) ?? (await mapsType(context, type))))
  return types.flatMap((type, index) => (answers[index] === false ? [violation('type_unknown', '/type', type)] : []))
}

function answer(violations: readonly Violation[], dataModel: Credential['dataModel']): Answer {
  const first = severity.flatMap((outcome) => violations.find((each) => outcomeOf(each) === outcome) ?? [])[0]
  if (first === undefined) return { status: 'passed', code: null, facts: { dataModel: dataModel ?? '' } }
  const details: readonly FindingDetail[] = violations
    .slice(0, mostTold)
    .map((each) => ({ status: outcomeOf(each), code: each.code, at: each.at, facts: factsOf(each) }))
  const facts = { ...factsOf(first), violations: violations.length }
  return { status: outcomeOf(first), code: first.code, facts, evidence: { details } }
}

function outcomeOf(violation: Violation): Outcome {
  return violation.outcome ?? 'failed'
}

function factsOf({ at, member, expected }: Violation): Facts {
  return expected === undefined ? { at, member } : { at, member, expected }
}

/** What is odd about the file that carried a sound credential is said as a warning: a wrong CRC, a compressed chunk. */
function withNotices(answer: Answer, notices: readonly Problem[]): Answer {
  const [first] = notices
  if (first === undefined || answer.status !== 'passed') return answer
  const details = notices.map(({ code, facts }): FindingDetail => ({ status: 'warning', code, ...(facts && { facts }) }))
  return { status: 'warning', code: first.code, facts: { ...answer.facts, ...first.facts }, evidence: { details } }
}
