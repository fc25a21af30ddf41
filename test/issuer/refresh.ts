import type { JsonObject } from '../../src/core/model/json.ts'

/** Where the test issuers give newer versions of what they issued. */
export const refreshAddress = 'https://westbridge.example/refresh/1'

/** Makes a credential one that names where its newer versions are, with whatever else is to be changed in it. */
export function withRefresh(members: JsonObject = {}): (credential: JsonObject) => JsonObject {
  const refreshService = { id: refreshAddress, type: '1EdTechCredentialRefresh' }
  return (credential) => ({ ...credential, refreshService, ...members })
}
