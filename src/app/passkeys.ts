import {
  type AuthenticationExtensionsClientOutputs,
  type PublicKeyCredentialDescriptorJSON,
  type RegistrationResponseJSON,
  sendSignal,
  startAuthentication,
  startRegistration,
} from '@simplewebauthn/browser'
import { toBase64url } from '../core/encoding/base64url.ts'
import { type Attempt, attempt, fail } from '../core/problem.ts'
import type { NewMethod, Secret, Ways } from '../store/types.ts'
import { ceremony } from './passkeys/ceremony.ts'

type Asked = Ways['passkeys'][number]
type PasskeySecret = Extract<Secret, { method: 'passkey' }>

/** COSE: EdDSA, ES256, RS256. Nobody checks the signatures, but there is no passkey without them. */
const algorithms = [-8, -7, -257]

/** Length of what a PRF answers, and of the salts that we ask it with, in bytes (WebAuthn §10.1.4). */
const prfLength = 32

/** Whether this browser, at this address, may offer passkeys: on https and a name, and not known to lack the PRF. */
export async function passkeysHere(): Promise<boolean> {
  if (!isSecureContext || typeof PublicKeyCredential !== 'function') return false
  // An address of numbers is no domain, and passkeys belong to domains (WebAuthn §5.1.3 step 7).
  if (/^[\d.]+$|:/.test(location.hostname)) return false
  if (typeof PublicKeyCredential.getClientCapabilities !== 'function') return true
  const can = await attempt(async () => (await PublicKeyCredential.getClientCapabilities())['extension:prf'])
  return !can.ok || can.value !== false
}

/**
 * Makes a passkey that opens the wallet, with the name under which the device will list it. `exclude`: the credential ids of those there
 * are, so that no device gets a second one. Some devices ask for a second touch. Fails with `passkey_cancelled`, `passkey_exists`,
 * `passkey_unsupported`, `passkey_refused`; with `passkey_no_prf` when the authenticator has no secret to give (WebAuthn §10.1.4). A
 * passkey that was made but cannot be used is reported to its device, so that it need not linger there.
 */
export function createPasskey(wanted: {
  readonly name: string
  readonly exclude: readonly string[]
  readonly signal?: AbortSignal
}): Promise<Attempt<Extract<NewMethod, { method: 'passkey' }>>> {
  return attempt(async () => {
    const salt = random()
    const made = await ceremony(() => register(wanted.name, wanted.exclude, salt), wanted.signal)
    const passkey: Asked = { credentialId: made.id, salt, transports: made.response.transports ?? [] }
    try {
      const prf = prfOf(made.clientExtensionResults) ?? (await prfOnceMade(made, passkey, wanted.signal))
      return { method: 'passkey', name: wanted.name, prf, ...passkey }
    } catch (error) {
      await forget(made.id)
      throw error
    }
  }, 'passkey_refused')
}

/** Asks for any of these passkeys, with one touch. Fails as `createPasskey` does, but for `passkey_exists`. */
export function askPasskey(ways: Ways['passkeys'], signal?: AbortSignal): Promise<Attempt<PasskeySecret>> {
  return attempt(async () => {
    // Without a list the browser would offer passkeys that cannot open this wallet.
    if (ways.length === 0) fail('passkey_unsupported')
    const answer = await ceremony(() => authenticate(ways), signal)
    const prf = prfOf(answer.clientExtensionResults) ?? fail('passkey_no_prf')
    return { method: 'passkey', credentialId: answer.id, prf }
  }, 'passkey_refused')
}

/** There is no server to be convinced, so the challenge is spent unseen and no attestation is asked for. */
function register(name: string, exclude: readonly string[], salt: Uint8Array<ArrayBuffer>): Promise<RegistrationResponseJSON> {
  const { hostname } = location
  return startRegistration({
    optionsJSON: {
      rp: { id: hostname, name: hostname },
      // A handle of its own for each, or a device would put the new one in place of the old (WebAuthn §5.4.3).
      user: { id: toBase64url(random()), name, displayName: name },
      challenge: toBase64url(random()),
      pubKeyCredParams: algorithms.map((alg) => ({ type: 'public-key', alg })),
      authenticatorSelection: { residentKey: 'preferred', userVerification: 'required' },
      attestation: 'none',
      excludeCredentials: exclude.map((id) => descriptor(id)),
      extensions: { prf: { eval: { first: salt } } },
    },
  })
}

/** Most security keys say at first only that they have a PRF. */
async function prfOnceMade(made: RegistrationResponseJSON, passkey: Asked, signal?: AbortSignal): Promise<Uint8Array> {
  if (made.clientExtensionResults.prf?.enabled !== true) fail('passkey_no_prf')
  const answer = await ceremony(() => authenticate([passkey]), signal)
  return prfOf(answer.clientExtensionResults) ?? fail('passkey_no_prf')
}

function authenticate(passkeys: readonly Asked[]): ReturnType<typeof startAuthentication> {
  const salts = passkeys.map(({ credentialId, salt }) => [credentialId, { first: new Uint8Array(salt) }])
  return startAuthentication({
    optionsJSON: {
      rpId: location.hostname,
      challenge: toBase64url(random()),
      allowCredentials: passkeys.map(({ credentialId, transports }) => descriptor(credentialId, transports)),
      // Authenticators give another secret to whoever was not verified (CTAP 2.1 §12.5).
      userVerification: 'required',
      extensions: { prf: { evalByCredential: Object.fromEntries(salts) } },
    },
  })
}

function descriptor(id: string, transports: readonly string[] = []): PublicKeyCredentialDescriptorJSON {
  return { id, type: 'public-key', ...(transports.length > 0 && { transports: [...transports] }) }
}

/** What the PRF made of the salt; null when there is no answer. Password managers that step in give a view of their own. */
function prfOf({ prf }: AuthenticationExtensionsClientOutputs): Uint8Array | null {
  const first = prf?.results?.first
  if (first === undefined) return null
  const bytes = ArrayBuffer.isView(first)
    ? new Uint8Array(first.buffer, first.byteOffset, first.byteLength)
    : new Uint8Array(first)
  return bytes.length === prfLength ? bytes : fail('passkey_refused')
}

/** A wish that browsers may not know and devices may not grant (WebAuthn §5.1.10.2). */
async function forget(credentialID: string): Promise<void> {
  await attempt(() => sendSignal({ signalName: 'unknownCredential', rpID: location.hostname, credentialID }))
}

function random(): Uint8Array<ArrayBuffer> {
  return crypto.getRandomValues(new Uint8Array(prfLength))
}
