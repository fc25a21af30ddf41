import type { CDPSession, Page } from 'playwright'

export interface AuthenticatorOptions {
  /** Whether it has the PRF extension (WebAuthn §10.1.4). */
  readonly prf?: boolean
  /** Whether it takes whoever touches it for its owner. */
  readonly userVerified?: boolean
  /** Whether somebody touches it when it asks. */
  readonly presence?: boolean
  /** `internal`: the device itself, of which a page has one; `usb`: a security key. */
  readonly transport?: 'internal' | 'usb'
}

/** A passkey as the authenticator keeps it. */
export interface KeptCredential {
  readonly credentialId: string
  readonly rpId: string
  readonly userName: string
}

/** A virtual authenticator: it answers at once, without a dialog. */
export interface Authenticator {
  /** Once it has refused somebody its tries are used up, and it refuses everybody: go on with another one. */
  setUserVerified(isUserVerified: boolean): Promise<void>
  setPresence(isPresent: boolean): Promise<void>
  /** Credential ids are in base64url, as the wallet keeps them. */
  credentials(): Promise<readonly KeptCredential[]>
  /** Takes one of its passkeys away, as its owner could. */
  forget(credentialId: string): Promise<void>
  /** Takes the authenticator away. */
  remove(): Promise<void>
}

/** One session for each page: authenticators belong to the one that made them. */
const sessions = new WeakMap<Page, Promise<CDPSession>>()

/** Gives the page an authenticator; with a PRF, verified and touched unless said otherwise. Only on `localhost` or https. */
export async function createAuthenticator(page: Page, options: AuthenticatorOptions = {}): Promise<Authenticator> {
  const session = await sessionOf(page)
  const { authenticatorId } = await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      ctap2Version: 'ctap2_1',
      transport: options.transport ?? 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      hasPrf: options.prf ?? true,
      isUserVerified: options.userVerified ?? true,
      automaticPresenceSimulation: options.presence ?? true,
    },
  })
  return {
    setUserVerified: (isUserVerified) => done(session.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified })),
    setPresence: (enabled) => done(session.send('WebAuthn.setAutomaticPresenceSimulation', { authenticatorId, enabled })),
    credentials: async () => {
      const { credentials } = await session.send('WebAuthn.getCredentials', { authenticatorId })
      return credentials.map(({ credentialId, rpId = '', userName = '' }) => ({
        credentialId: Buffer.from(credentialId, 'base64').toString('base64url'),
        rpId,
        userName,
      }))
    },
    forget: (credentialId) =>
      done(
        session.send('WebAuthn.removeCredential', {
          authenticatorId,
          credentialId: Buffer.from(credentialId, 'base64url').toString('base64'),
        }),
      ),
    remove: () => done(session.send('WebAuthn.removeVirtualAuthenticator', { authenticatorId })),
  }
}

function sessionOf(page: Page): Promise<CDPSession> {
  const session = sessions.get(page) ?? openSession(page)
  sessions.set(page, session)
  return session
}

async function openSession(page: Page): Promise<CDPSession> {
  const session = await page.context().newCDPSession(page)
  await session.send('WebAuthn.enable', { enableUI: false })
  return session
}

async function done(work: Promise<unknown>): Promise<void> {
  await work
}
