import type { JsonObject } from '../../src/core/model/json.ts'
import type { CheckId } from '../../src/core/model/report.ts'
import type { ProblemCode } from '../../src/core/problem.ts'
import { type BadgeOptions, type IssuedBadge, issueBadge, pictureInside } from './badges.ts'
import { without } from './broken/broken.ts'
import { json } from './issuers.ts'

/** A badge of Open Badges 0.5 to 2.0 that must not be verified, and the check that must say so. */
export interface BrokenBadge {
  readonly name: string
  readonly check: CheckId
  readonly outcome: 'failed' | 'unknown'
  readonly code?: ProblemCode
  make(): Promise<IssuedBadge>
}

type Change = (object: JsonObject) => JsonObject
const set =
  (member: string, value: JsonObject[string]): Change =>
  (object) => ({ ...object, [member]: value })
const drop =
  (member: string): Change =>
  (object) =>
    without(object, member)

function malformed(name: string, code: ProblemCode, options: BadgeOptions): BrokenBadge {
  return { name, check: 'structure.data-model', outcome: 'failed', code, make: () => issueBadge(options) }
}

/** Badges whose issuer serves just what the learner has, and that break the rules of their generation. */
export const malformedBadges: readonly BrokenBadge[] = [
  malformed('2.0: of an unknown vocabulary', 'context_first_wrong', {
    change: set('@context', 'https://w3id.org/openbadges/invalid'),
  }),
  malformed('2.0: of no vocabulary', 'context_missing', { change: drop('@context') }),
  malformed('2.0: not called an assertion', 'type_unknown', { change: set('type', 'OtherAssertion') }),
  malformed('2.0: with its picture inside', 'image_not_baked', { change: set('image', pictureInside) }),
  malformed('2.0: with its picture inside an object', 'image_not_baked', { change: set('image', { id: pictureInside }) }),
  malformed('2.0: for nobody', 'member_missing', { change: drop('recipient') }),
  malformed('2.0: for a bare string', 'member_invalid', { change: set('recipient', 'ana@example.org') }),
  malformed('2.0: for a hash that is none', 'member_invalid', {
    change: set('recipient', { type: 'email', hashed: true, identity: 'ana@example.org' }),
  }),
  malformed('2.0: not saying whether the recipient is hashed', 'member_missing', {
    change: set('recipient', { type: 'email', identity: 'ana@example.org' }),
  }),
  malformed('2.0: without a date', 'member_missing', { change: drop('issuedOn') }),
  malformed('2.0: with a bare day', 'date_invalid', { change: set('issuedOn', '2019-05-03') }),
  malformed('2.0: with seconds since 1970', 'date_invalid', { change: set('issuedOn', 1_399_107_600) }),
  malformed('2.0: of no badge class', 'member_missing', { change: drop('badge') }),
  malformed('2.0: verified in no known way', 'member_invalid', { change: set('verification', { type: 'trust me' }) }),
  malformed('2.0: hosted, and says that it is signed', 'badge_form_mixed', { change: set('verification', { type: 'signed' }) }),
  malformed('2.0: signed, and says that it is hosted', 'badge_form_mixed', {
    signed: 'RSA',
    change: set('verification', { type: 'HostedBadge' }),
  }),
  malformed('2.0: whose badge class is something else', 'type_unknown', { changeBadge: set('type', 'Criteria') }),
  malformed('2.0: whose badge class has no name', 'member_missing', { changeBadge: drop('name') }),
  malformed('2.0: whose badge class inside has no criteria', 'member_missing', {
    shape: 'embedded',
    changeBadge: drop('criteria'),
  }),
  malformed('2.0: whose issuer is something else', 'type_unknown', { changeIssuer: set('type', 'Criteria') }),
  malformed('2.0: whose issuer has no name', 'member_missing', { changeIssuer: drop('name') }),
  malformed('1.1: for a bare string', 'member_invalid', { generation: '1.1', change: set('recipient', 'ana@example.org') }),
  malformed('1.1: not called an assertion', 'type_unknown', { generation: '1.1', change: set('type', 'Thing') }),
  malformed('1.1: with a date that is none', 'date_invalid', { generation: '1.1', change: set('issuedOn', 'last spring') }),
  malformed('1.1: whose issuer is something else', 'type_unknown', {
    generation: '1.1',
    changeIssuer: set('type', 'BadgeClass'),
  }),
  malformed('1.0: for a bare string', 'member_invalid', { generation: '1.0', change: set('recipient', 'ana@example.org') }),
  malformed('1.0: without an id of its own', 'member_missing', { generation: '1.0', change: drop('uid') }),
  malformed('1.0: not saying how it is verified', 'member_missing', {
    generation: '1.0',
    change: set('verify', { type: 'hosted' }),
  }),
  malformed('1.0: whose badge class names no issuer', 'member_missing', { generation: '1.0', changeBadge: drop('issuer') }),
  malformed('1.0: whose issuer has no address', 'member_missing', { generation: '1.0', changeIssuer: drop('url') }),
  malformed('0.5: for somebody', 'member_invalid', { generation: '0.5', change: set('recipient', 'somebody') }),
  malformed('0.5: whose issuer has no origin', 'member_missing', { generation: '0.5', changeIssuer: drop('origin') }),
]

/** Well-formed badges that do not hold today. */
export const outdatedBadges: readonly BrokenBadge[] = (['1.0', '1.1', '2.0'] as const).flatMap((generation) => [
  {
    name: `${generation}: expired`,
    check: 'validity.dates',
    outcome: 'failed',
    code: 'expired',
    make: () => issueBadge({ generation, change: set('expires', '2022-11-15T23:59:59Z') }),
  },
  {
    name: `${generation}: issued in the future`,
    check: 'validity.dates',
    outcome: 'failed',
    code: 'not_yet_valid',
    make: () => issueBadge({ generation, sparse: true, change: set('issuedOn', '2100-12-31T23:59:59Z') }),
  },
])

/** Well-formed badges that their issuer does not stand behind, or no longer. */
export const disownedBadges: readonly BrokenBadge[] = (['1.0', '1.1', '2.0'] as const).flatMap((generation): BrokenBadge[] => [
  {
    name: `${generation}: withdrawn at its address`,
    check: 'validity.status',
    outcome: 'failed',
    make: () => issueBadge({ generation, revoked: 'body' }),
  },
  {
    name: `${generation}: signed, on the list of the withdrawn`,
    check: 'validity.status',
    outcome: 'failed',
    make: () => issueBadge({ generation, signed: 'RSA', revoked: 'list' }),
  },
  {
    name: `${generation}: changed by the learner`,
    check: 'proof.coverage',
    outcome: 'failed',
    make: () => issueBadge({ generation, changeCopy: set('evidence', 'https://elsewhere.example/better') }),
  },
  {
    name: `${generation}: nowhere to be found`,
    check: 'proof.signature',
    outcome: 'unknown',
    make: async () => unserved(await issueBadge({ generation })),
  },
  {
    name: `${generation}: its address serves another badge`,
    check: 'proof.signature',
    outcome: 'failed',
    make: async () => replaced(await issueBadge({ generation }), (await issueBadge({ generation, name: 'knots' })).assertion),
  },
])

function unserved(badge: IssuedBadge): IssuedBadge {
  return { ...badge, documents: new Map([...badge.documents].filter(([address]) => address !== badge.addresses.assertion)) }
}

function replaced(badge: IssuedBadge, assertion: JsonObject): IssuedBadge {
  return { ...badge, documents: new Map([...badge.documents, [badge.addresses.assertion, json(assertion)]]) }
}
