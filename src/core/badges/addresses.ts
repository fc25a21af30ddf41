import { sameAddress } from '../dids/same-address.ts'

/** Whether a value is a web address that may name a document: http or https, and nothing before the host that reads like one. */
export function isWebAddress(value: unknown): value is string {
  if (typeof value !== 'string' || value.length > 4096 || !/^https?:\/\//i.test(value) || !URL.canParse(value)) return false
  const { username, password } = new URL(value)
  return username === '' && password === ''
}

/** Host and port of a web address, in lower case and without the port that its scheme implies; empty for anything else. */
export function authorityOf(address: string): string {
  return isWebAddress(address) ? new URL(address).host : ''
}

/** Whether two addresses lead to the same document: http is asked as https, so the two count as one. */
export function sameDocument(one: string, other: string): boolean {
  return sameAddress(asHttps(one), asHttps(other))
}

/** The same where one of the two is written without the `.json` that its server adds: both are the names of one document. */
export function sameResource(one: string, other: string): boolean {
  return sameDocument(withoutEnding(one), withoutEnding(other))
}

function asHttps(address: string): string {
  return address.replace(/^http:/i, 'https:')
}

function withoutEnding(address: string): string {
  return isWebAddress(address) ? address.replace(/^([^?#]*)\.json$/, '$1') : address
}
