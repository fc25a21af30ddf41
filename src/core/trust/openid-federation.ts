import { type PublicKey, readJwk } from '../dids/keys.ts'
import { parseJws } from '../encoding/jws.ts'
import { textOf } from '../encoding/utf8.ts'
import { inTurn } from '../in-turn.ts'
import { limits } from '../limits.ts'
import type { CompactJws } from '../model/credential.ts'
import type { IssuerList, ListedIssuer } from '../model/issuers.ts'
import { isObject, type JsonObject, listOf, memberOf } from '../model/json.ts'
import { type Attempt, attempt, attemptNow, done, fail, type Problem, problem } from '../problem.ts'
import { verifyJws } from '../proofs/jws-algorithms.ts'
import { hostOf } from '../witness.ts'
import { addressIn, issuerIdIn, kindByName, listed, nameIn, objectIn } from './entries.ts'
import type { Asking, ListDocument, ListReading, TrustSource } from './source.ts'
import { thumbprintOf } from './thumbprint.ts'

/** Where an entity publishes its configuration (OpenID Federation §9), after its own address. */
export const wellKnown = '/.well-known/openid-federation'
export const statementType = 'application/entity-statement+jwt'

/** The registry whose configuration was read and found to be its own. */
interface Anchor {
  readonly id: string
  readonly fetchAddress: string
  readonly keys: ReadonlyMap<string, PublicKey>
}

/**
 * A registry that answers about one issuer at a time with signed statements (OpenID Federation, as the DCC runs it; trust.md §2).
 * Its entity configuration signs itself with a key of its own, which is pinned when first met; the statement about an issuer is
 * signed with the key of that configuration that it names. `iss`, `sub`, `exp`, `iat` and `typ` are checked in both. Only the one
 * hop from anchor to issuer is followed. An issuer that the registry does not know answers 404 and has null in the list; whatever
 * else goes wrong about one leaves it as last known, and is told as `trouble`.
 *
 * Fails, for the configuration, with `list_statement_invalid` (fact `claim`), `list_signature_wrong`, `list_key_changed`.
 */
export const openIdFederation: TrustSource = {
  name: 'openid-federation',
  recognizes: (document) => document.kind === 'jws' && isObject(memberOf(document.jws.payload, 'jwks')),
  async read(document, asking) {
    const { anchor, signer, name } = await readAnchor(document, asking)
    const { entries, trouble } = await askAll(anchor, asking)
    const kind = kindByName(name, anchor.id)
    const list: IssuerList = { name, kind, asOf: document.at, entries, complete: false }
    return { origin: { source: 'openid-federation', url: document.url, name, kind }, list, anchor: signer, trouble }
  },
}

async function readAnchor(
  document: ListDocument,
  { now, anchor: pinned }: Asking,
): Promise<{ readonly anchor: Anchor; readonly signer: string; readonly name: string }> {
  const jws = document.kind === 'jws' ? document.jws : fail('list_unrecognized')
  const { payload } = jws
  const id = memberOf(payload, 'iss')
  if (typeof id !== 'string' || id !== memberOf(payload, 'sub')) refuse('sub')
  if (id.replace(/\/$/, '') + wellKnown !== document.url) refuse('iss')
  const keys = keysIn(payload)
  const key = await verifyStatement(jws, keys, now)
  const signer = await thumbprintOf(key)
  if (pinned !== undefined && pinned !== signer) fail('list_key_changed', { facts: { host: hostOf(id) } })
  const entity = objectIn(objectIn(payload, 'metadata'), 'federation_entity')
  const fetchAddress = addressIn(memberOf(entity, 'federation_fetch_endpoint')) ?? refuse('federation_fetch_endpoint')
  // Who is asked about single issuers is who the person was told of.
  if (hostOf(fetchAddress) !== hostOf(id) || !fetchAddress.startsWith('https:')) refuse('federation_fetch_endpoint')
  return { anchor: { id, fetchAddress, keys }, signer, name: nameIn(memberOf(entity, 'organization_name')) || hostOf(id) }
}

/** The keys of a configuration by `kid`. One that we do not know takes nothing from the others; of two by one name neither counts. */
function keysIn(payload: JsonObject): ReadonlyMap<string, PublicKey> {
  const found = listOf(memberOf(objectIn(payload, 'jwks'), 'keys'))
    .filter(isObject)
    .slice(0, limits.proofs)
  const kids = found.map((jwk) => memberOf(jwk, 'kid'))
  const keys = new Map<string, PublicKey>()
  for (const jwk of found) {
    const kid = memberOf(jwk, 'kid')
    const key = attemptNow(() => readJwk(jwk))
    if (typeof kid === 'string' && key.ok && kids.indexOf(kid) === kids.lastIndexOf(kid)) keys.set(kid, key.value)
  }
  return keys
}

/** Checks what every entity statement must hold to (OpenID Federation §3), and gives the key that signed it. */
async function verifyStatement(
  { header, payload, text }: CompactJws,
  keys: ReadonlyMap<string, PublicKey>,
  now: Date,
): Promise<PublicKey> {
  if (memberOf(header, 'typ') !== 'entity-statement+jwt') refuse('typ')
  if (Object.hasOwn(header, 'crit') || Object.hasOwn(payload, 'crit')) refuse('crit')
  const kid = memberOf(header, 'kid')
  const key = (typeof kid === 'string' ? keys.get(kid) : undefined) ?? refuse('kid')
  checkTimes(payload, now)
  const alg = memberOf(header, 'alg')
  const signed = await attempt(() => verifyJws(text, typeof alg === 'string' ? alg : 'none', key), 'list_signature_wrong')
  if (!signed.ok || !signed.value) fail('list_signature_wrong', { facts: { ...(!signed.ok && { reason: signed.problem.code }) } })
  return key
}

function checkTimes(payload: JsonObject, now: Date): void {
  const [issued, ends] = [memberOf(payload, 'iat'), memberOf(payload, 'exp')]
  if (typeof issued !== 'number' || issued * 1000 > now.getTime() + limits.clockSkew) refuse('iat')
  if (typeof ends !== 'number' || !(ends * 1000 > now.getTime()) || ends > 8.64e12) refuse('exp')
}

function refuse(claim: string): never {
  fail('list_statement_invalid', { facts: { claim } })
}

/** Asks about each issuer, a few at a time. Of one about whom there is no answer a statement stays until it ends, a "not listed" does not. */
async function askAll(anchor: Anchor, asking: Asking): Promise<Pick<ListReading, 'trouble'> & Pick<IssuerList, 'entries'>> {
  const entries = new Map(asking.previous?.entries)
  const asked = [...new Set(asking.issuers)].filter((id) => issuerIdIn(id) !== null).slice(0, limits.issuersAsked)
  let trouble: Problem | null = null
  await inTurn(asked, limits.together, async (id) => {
    const answer = isSilent(trouble) ? problem('fetch_cancelled') : await askAbout(id, anchor, asking)
    if (answer.ok) entries.set(id, answer.value)
    else {
      trouble ??= answer.problem
      if (entries.get(id) === null) entries.delete(id)
    }
  })
  return { entries: new Map([...entries].slice(-limits.listedIssuers)), trouble }
}

/** A host that does not answer is not asked about the others too. */
function isSilent(trouble: Problem | null): boolean {
  const code = trouble?.code ?? ''
  return code.startsWith('fetch_') && code !== 'fetch_status'
}

/** What the registry says of one issuer; null when it says that it does not know it. */
async function askAbout(id: string, anchor: Anchor, asking: Asking): Promise<Attempt<ListedIssuer | null>> {
  const url = `${anchor.fetchAddress}${anchor.fetchAddress.includes('?') ? '&' : '?'}sub=${encodeURIComponent(id)}`
  const { signal } = asking
  const opened = await asking.open({ url, purpose: 'registry', accept: statementType, maxAge: 0, ...(signal && { signal }) })
  if (!opened.ok) {
    const { code, facts } = opened.problem
    return code === 'fetch_status' && facts?.['status'] === 404 ? done(null) : opened
  }
  return attempt(
    () => readStatement(parseJws(textOf(opened.value.bytes).trim()), id, anchor, asking.now),
    'list_statement_invalid',
  )
}

async function readStatement(jws: CompactJws, id: string, anchor: Anchor, now: Date): Promise<ListedIssuer> {
  const { payload } = jws
  if (memberOf(payload, 'iss') !== anchor.id) refuse('iss')
  if (memberOf(payload, 'sub') !== id) refuse('sub')
  await verifyStatement(jws, anchor.keys, now)
  const metadata = objectIn(payload, 'metadata')
  const entity = objectIn(metadata, 'federation_entity')
  const legalName = nameIn(memberOf(objectIn(metadata, 'institution_additional_information'), 'legal_name'))
  const registered = objectIn(metadata, 'credential_registry_entity')
  const name = nameIn(memberOf(entity, 'organization_name')) || legalName
  if (name === '') refuse('organization_name')
  return listed(name, {
    legalName,
    url: addressIn(memberOf(entity, 'homepage_uri')),
    ctid: nameIn(memberOf(registered, 'ctid')),
    ror: nameIn(memberOf(objectIn(metadata, 'ror_entity'), 'rorid')),
    until: new Date(Number(memberOf(payload, 'exp')) * 1000).toISOString(),
  })
}
