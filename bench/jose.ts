import { importJWK, jwtVerify } from 'jose'
import type { Fixture, Verification } from './protocol.ts'

/** Bare `jose`: the signature and the registered times of a JWT, with a key that is at hand. */
export async function prepare(fixture: Fixture): Promise<Verification> {
  const key = await importJWK({ ...fixture.publicJwk }, fixture.suite.split(' ')[1])
  return async () => {
    await jwtVerify(fixture.text, key)
  }
}
