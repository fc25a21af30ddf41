import type { JsonObject } from '../../../src/core/model/json.ts'
import { type Issued, issue } from '../issue.ts'
import { issuerOf, json } from '../issuers.ts'
import { signed } from '../sign.ts'
import { statusMethods } from '../status.ts'
import { type Broken, without } from './broken.ts'

const withdrawn = statusMethods.map(
  (method): Broken => ({
    name: `${method.endsWith('suspension') ? 'suspended' : 'revoked'}-${method.split('-')[0]}`,
    says: `The list of the issuer says so (${method}).`,
    check: 'validity.status',
    outcome: 'failed',
    signatureHolds: true,
    make: () => issue({ dataModel: method.startsWith('2021') ? '1.1' : '2.0', status: { method, set: true } }),
  }),
)

const westbridge = issuerOf('westbridge')

/** A revoked credential whose list is served in another way than its issuer meant. */
async function withList(change: (list: JsonObject) => JsonObject | Promise<JsonObject>): Promise<Issued> {
  const from = await issue({ status: { method: 'bitstring-revocation', set: true } })
  const address = String((from.credential.credentialStatus as JsonObject).statusListCredential)
  const served = from.documents.get(address)
  const list = JSON.parse(new TextDecoder().decode(served?.bytes)) as JsonObject
  return { ...from, documents: new Map([...from.documents, [address, json(await change(list))]]) }
}

export const brokenStatus: readonly Broken[] = [
  ...withdrawn,
  {
    name: 'status-list-unreachable',
    says: 'The host of the list does not answer.',
    check: 'validity.status',
    outcome: 'unknown',
    signatureHolds: true,
    async make() {
      const from = await issue({ status: { method: 'bitstring-revocation' } })
      return { ...from, documents: new Map() }
    },
  },
  {
    name: 'status-list-unsigned',
    says: 'The list carries no proof.',
    check: 'validity.status',
    outcome: 'refused',
    signatureHolds: true,
    make: () => withList((list) => without(list, 'proof')),
  },
  {
    name: 'status-list-tampered',
    says: 'The list was changed after it was signed: its bits are all clear now.',
    check: 'validity.status',
    outcome: 'refused',
    signatureHolds: true,
    async make() {
      const short = await issue({ status: { method: 'bitstring-revocation', entries: 8 } })
      const address = String((short.credential.credentialStatus as JsonObject).statusListCredential)
      const other = JSON.parse(new TextDecoder().decode(short.documents.get(address)?.bytes)) as JsonObject
      return withList((list) => ({ ...list, credentialSubject: other.credentialSubject }))
    },
  },
  {
    name: 'status-list-signed-by-a-stranger',
    says: 'A stranger signed an empty list in the name of the issuer.',
    check: 'validity.status',
    outcome: 'refused',
    signatureHolds: true,
    make: () =>
      withList((list) =>
        signed(without(list, 'proof'), { ...westbridge, key: issuerOf('stranger').key, methodId: issuerOf('stranger').methodId }),
      ),
  },
  {
    name: 'status-list-expired',
    says: 'The list itself is out of date.',
    check: 'validity.status',
    outcome: 'refused',
    signatureHolds: true,
    make: () => issue({ status: { method: 'bitstring-revocation', validUntil: '2024-06-01T00:00:00Z' } }),
  },
  {
    name: 'status-list-of-another-purpose',
    says: 'The entry asks for revocation, the list is about suspension.',
    check: 'validity.status',
    outcome: 'refused',
    signatureHolds: true,
    make: () =>
      withList((list) => {
        const subject = { ...(list.credentialSubject as JsonObject), statusPurpose: 'suspension' }
        return signed({ ...without(list, 'proof'), credentialSubject: subject }, westbridge)
      }),
  },
  {
    name: 'status-index-outside',
    says: 'The list ends before the entry.',
    check: 'validity.status',
    outcome: 'refused',
    signatureHolds: true,
    make: () =>
      issue({
        status: { method: 'bitstring-revocation' },
        change: (credential) => ({
          ...credential,
          credentialStatus: { ...(credential.credentialStatus as JsonObject), statusListIndex: '99999999' },
        }),
      }),
  },
]
