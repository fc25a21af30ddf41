import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { cdp } from 'vitest/browser'
import { askPasskey, createPasskey, passkeysHere } from '../../src/app/passkeys.ts'
import type { Attempt } from '../../src/core/problem.ts'

const added: string[] = []

beforeAll(async () => {
  await cdp().send('WebAuthn.enable', { enableUI: false })
})

afterEach(async () => {
  vi.restoreAllMocks()
  for (const authenticatorId of added.splice(0)) await cdp().send('WebAuthn.removeVirtualAuthenticator', { authenticatorId })
})

/** A virtual authenticator with a PRF, that is touched by its owner; options are those of the DevTools protocol. */
async function authenticator(options: { hasPrf?: boolean; isUserVerified?: boolean; transport?: 'internal' | 'usb' } = {}) {
  const { authenticatorId } = await cdp().send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      ctap2Version: 'ctap2_1',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      hasPrf: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
      ...options,
    },
  })
  added.push(authenticatorId)
  return {
    setUserVerified: (isUserVerified: boolean) => cdp().send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified }),
    setPresence: (enabled: boolean) => cdp().send('WebAuthn.setAutomaticPresenceSimulation', { authenticatorId, enabled }),
    remove: () => {
      added.splice(added.indexOf(authenticatorId), 1)
      return cdp().send('WebAuthn.removeVirtualAuthenticator', { authenticatorId })
    },
    credentials: async () => (await cdp().send('WebAuthn.getCredentials', { authenticatorId })).credentials,
  }
}

function there<T>(attempt: Attempt<T>): T {
  if (!attempt.ok) throw new Error(attempt.problem.code)
  return attempt.value
}

/** What the next answer of an authenticator says of extensions, in place of what it said. */
function says(results: AuthenticationExtensionsClientOutputs): void {
  vi.spyOn(PublicKeyCredential.prototype, 'getClientExtensionResults').mockReturnValueOnce(results)
}

const wanted = { name: 'This laptop', exclude: [] }
const create = async () => there(await createPasskey(wanted))

describe('a passkey', () => {
  test('is offered where the browser has them', async () => {
    expect(await passkeysHere()).toBe(true)
  })

  test('gives the same secret each time it is asked', async () => {
    await authenticator()
    const made = await create()
    expect(made).toMatchObject({ method: 'passkey', name: 'This laptop', transports: ['internal'] })
    expect([made.prf.length, made.salt.length]).toEqual([32, 32])
    const { method, credentialId, prf } = made
    expect(await askPasskey([made])).toEqual({ ok: true, value: { method, credentialId, prf } })
  })

  test('gives another secret for another salt', async () => {
    await authenticator()
    const made = await create()
    const other = there(await askPasskey([{ ...made, salt: new Uint8Array(32) }]))
    expect(other.prf).not.toEqual(made.prf)
  })

  test('is kept by the device under its name, for this host, with nothing else of the wallet', async () => {
    const device = await authenticator()
    await create()
    expect(await device.credentials()).toMatchObject([
      { rpId: location.hostname, userName: 'This laptop', userDisplayName: 'This laptop', isResidentCredential: true },
    ])
  })

  test('of either device opens, each by its own salt', async () => {
    const phone = await authenticator()
    const first = await create()
    await phone.remove()
    await authenticator({ transport: 'usb' })
    const second = await create()
    expect(second.transports).toEqual(['usb'])
    expect(there(await askPasskey([first, second]))).toMatchObject({ credentialId: second.credentialId, prf: second.prf })
  })

  test('is not made twice on one device', async () => {
    const device = await authenticator()
    const { credentialId } = await create()
    expect(await createPasskey({ ...wanted, exclude: [credentialId] })).toMatchObject({ problem: { code: 'passkey_exists' } })
    expect(await device.credentials()).toHaveLength(1)
  })

  test('of a second wallet does not take the place of the first', async () => {
    const device = await authenticator()
    await create()
    await create()
    expect(await device.credentials()).toHaveLength(2)
  })
})

describe('a security key that gives its secret only when it is asked', () => {
  test('is asked at once, by a second touch', async () => {
    await authenticator({ transport: 'usb' })
    says({ prf: { enabled: true } })
    const made = await create()
    expect(there(await askPasskey([made])).prf).toEqual(made.prf)
  })

  test('need not keep a passkey whose second touch never comes', async () => {
    const device = await authenticator({ transport: 'usb' })
    const stop = new AbortController()
    says({ prf: { enabled: true } })
    const asked = vi.spyOn(navigator.credentials, 'get').mockImplementationOnce(() => {
      stop.abort()
      return Promise.reject(new DOMException('', 'AbortError'))
    })
    expect(await createPasskey({ ...wanted, signal: stop.signal })).toEqual({ ok: false, problem: { code: 'passkey_cancelled' } })
    expect(asked).toHaveBeenCalledOnce()
    expect(await device.credentials()).toEqual([])
  })
})

describe('what cannot open a wallet', () => {
  test('is an authenticator without a PRF, and it need not keep what was made', async () => {
    const device = await authenticator({ hasPrf: false })
    expect(await createPasskey(wanted)).toEqual({ ok: false, problem: { code: 'passkey_no_prf' } })
    expect(await device.credentials()).toEqual([])
  })

  test('is a passkey from elsewhere that has no PRF', async () => {
    await authenticator({ hasPrf: false })
    const id = await plainCredential()
    const way = { credentialId: id, salt: new Uint8Array(32), transports: ['internal'] }
    expect(await askPasskey([way])).toEqual({ ok: false, problem: { code: 'passkey_no_prf' } })
  })

  test('is whoever is not verified as the owner', async () => {
    const device = await authenticator()
    const made = await create()
    await device.setUserVerified(false)
    expect(await askPasskey([made])).toEqual({ ok: false, problem: { code: 'passkey_cancelled' } })
  })

  test('is not made for whoever is not verified as the owner', async () => {
    const device = await authenticator({ isUserVerified: false })
    expect(await createPasskey(wanted)).toEqual({ ok: false, problem: { code: 'passkey_cancelled' } })
    expect(await device.credentials()).toEqual([])
  })

  test('is an answer of another length than a secret has', async () => {
    await authenticator()
    const made = await create()
    says({ prf: { results: { first: new ArrayBuffer(16) } } })
    expect(await askPasskey([made])).toEqual({ ok: false, problem: { code: 'passkey_refused' } })
  })

  test('is a device that has none of the passkeys', async () => {
    const device = await authenticator()
    const made = await create()
    await device.remove()
    await authenticator()
    expect(await askPasskey([made])).toEqual({ ok: false, problem: { code: 'passkey_cancelled' } })
  })

  test('is no passkey at all', async () => {
    expect(await askPasskey([])).toEqual({ ok: false, problem: { code: 'passkey_unsupported' } })
  })
})

describe('somebody who changes their mind', () => {
  test('ends the making of a passkey, and none is left', async () => {
    const device = await authenticator()
    await device.setPresence(false)
    const stop = new AbortController()
    const making = createPasskey({ ...wanted, signal: stop.signal })
    stop.abort()
    expect(await making).toEqual({ ok: false, problem: { code: 'passkey_cancelled' } })
    expect(await device.credentials()).toEqual([])
  })

  test('ends the asking, and can ask again', async () => {
    const device = await authenticator()
    const made = await create()
    await device.setPresence(false)
    const stop = new AbortController()
    const asking = askPasskey([made], stop.signal)
    stop.abort()
    expect(await asking).toEqual({ ok: false, problem: { code: 'passkey_cancelled' } })
    await device.setPresence(true)
    expect(there(await askPasskey([made])).prf).toEqual(made.prf)
  })

  test('is not asked anything once it is too late', async () => {
    const device = await authenticator()
    expect(await createPasskey({ ...wanted, signal: AbortSignal.abort() })).toMatchObject({
      problem: { code: 'passkey_cancelled' },
    })
    expect(await device.credentials()).toEqual([])
  })
})

/** A credential that some other program made for this host. */
async function plainCredential(): Promise<string> {
  const made = await navigator.credentials.create({
    publicKey: {
      rp: { name: 'elsewhere' },
      user: { id: new Uint8Array(8), name: 'somebody', displayName: 'somebody' },
      challenge: new Uint8Array(16),
      pubKeyCredParams: [
        { type: 'public-key', alg: -7 },
        { type: 'public-key', alg: -257 },
      ],
    },
  })
  return made?.id ?? ''
}
