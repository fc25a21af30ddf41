import type { Credential } from '../model/credential.ts'

/** A credential in which nothing is stated yet, for formats that have few of the members of the model. */
export const unstated: Omit<Credential, 'format' | 'document' | 'securing' | 'issuer' | 'notices'> = {
  dataModel: null,
  types: [],
  title: [],
  subjects: [],
  evidence: [],
  statusEntries: [],
  schemas: [],
  refreshServices: [],
  termsOfUse: [],
  endorsements: [],
  nested: [],
  associations: [],
  definitions: [],
  extensions: [],
  linked: [],
}
