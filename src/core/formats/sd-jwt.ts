import { looksLikeJws, parseJws } from '../encoding/jws.ts'
import { limits } from '../limits.ts'
import type { CompactJws, Credential, Payload, SdJwt } from '../model/credential.ts'
import { type JsonObject, memberOf } from '../model/json.ts'
import { attemptNow, fail } from '../problem.ts'
import { clr2, readRecord } from './clr2.ts'
import { readCredential } from './credential.ts'
import { disclose } from './disclosures.ts'
import type { Format, ParsedPayload } from './format.ts'
import { claimedIn } from './jwt.ts'
import { readSdJwtVc } from './sd-jwt-vc.ts'

/**
 * A credential as SD-JWT (RFC 9901): an SD-JWT VC, or a W3C credential in the payload (VC-JOSE-COSE §3.2) or in its `vc` claim.
 * A JWT with a `vct` and without disclosures is the same with nothing to disclose. A presentation in this form is not
 * read yet (`format_not_yet`).
 */
export const sdJwt: Format = {
  name: 'sd-jwt',
  recognizes: ({ kind }) => kind === 'sd-jwt' || kind === 'jws',
  async read(payload) {
    const sdJwt = await takenApart(payload)
    const { jws, claims } = sdJwt
    const stated: CompactJws = { ...jws, payload: claims, header: headerFor(jws.header, claims) }
    const isW3c = typeof memberOf(claims, 'vct') !== 'string' && claimedIn(stated) !== null
    return isW3c ? readW3c(payload, stated, sdJwt) : readSdJwtVc(payload, sdJwt)
  },
}

function readW3c(payload: Payload, stated: CompactJws, sdJwt: SdJwt): Credential {
  const ids = { embedded: 'sd-jwt-vcdm', jose: 'sd-jwt-vcdm' } as const
  const token = { ...payload, kind: 'jws', jws: stated } as const
  const credential = clr2.recognizes(token) ? readRecord(token, ids) : readCredential(token, ids)
  // Its own proof would have to answer as a holder's does, in a form that nobody uses.
  if (credential.types.includes('VerifiablePresentation')) fail('format_not_yet', { facts: { format: 'vp-sd-jwt' } })
  return { ...credential, securing: { kind: 'sd-jwt', sdJwt } }
}

/** The header that the same payload would have as a JWT, which tells how its claims are to be read. */
function headerFor(header: JsonObject, claims: JsonObject): JsonObject {
  const typ = memberOf(header, 'typ')
  const byJose = typeof typ === 'string' && /^(?:application\/)?vc(?:\+ld\+json)?\+sd-jwt$/i.test(typ)
  return { ...header, typ: byJose && memberOf(claims, 'vc') === undefined ? 'vc+jwt' : 'JWT' }
}

/** The parts between the `~`s (RFC 9901 §4). What is wrong with them is trouble of the proof, and no reason to show nothing. */
async function takenApart(payload: ParsedPayload): Promise<SdJwt> {
  if (payload.kind !== 'jws' && payload.kind !== 'sd-jwt') fail('input_not_credential', { facts: { found: 'json' } })
  const { jws } = payload
  const text = payload.text.trim()
  const given = text.split('~', limits.disclosures + 3).slice(1)
  const last = given.at(-1) ?? ''
  const disclosures = given.slice(0, -1)
  const keyBinding = last === '' ? null : attemptNow(() => (looksLikeJws(last) ? parseJws(last) : fail('jws_malformed')))
  const disclosed = await disclose(jws.payload, disclosures)
  const lastPart = { code: 'sd_jwt_malformed', facts: { part: 'key binding' } } as const
  return {
    text,
    jws,
    disclosures,
    keyBinding: keyBinding?.ok ? keyBinding.value : null,
    ...disclosed,
    trouble: disclosed.trouble ?? (keyBinding && !keyBinding.ok ? lastPart : null),
  }
}
