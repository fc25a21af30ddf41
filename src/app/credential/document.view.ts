import type { LinkedDocument, Securing } from '../../core/model/credential.ts'
import { isObject, type Json } from '../../core/model/json.ts'
import { cleaned } from '../../text/verdict.ts'
import type { Reading } from './parts.ts'
import { linkOf, plainPhrase } from './phrase.ts'
import { type Line, own, type Telling } from './telling.ts'

/** The document itself, for those who want to look underneath. */
export interface DocumentView {
  /** What makes a badge count that carries no signature; empty for one that does. */
  readonly note: string
  readonly lines: readonly Line[]
  readonly texts: readonly RawText[]
}

export interface RawText {
  readonly label: string
  readonly text: string
}

const longestText = 400_000

/** What the document is, where it lives, and its very text: as it was given, and as its address serves it where that differs. */
export function documentView({ credential, report }: Reading, { findings: { page } }: Telling): DocumentView {
  const { fields } = page
  const { securing, linked } = credential
  const address = securing.kind === 'hosted' ? securing.address : ''
  const link = linkOf(address)
  return {
    note: securing.kind === 'hosted' ? page.document.hosted(link?.host ?? '') : '',
    lines: [
      { label: fields.format, value: plainPhrase(own(page.formats, credential.format) ?? credential.format) },
      ...(address === '' ? [] : [{ label: fields.livesAt, value: plainPhrase(address), ...(link && { link }) }]),
      ...(credential.id && credential.id !== address ? [{ label: fields.id, value: plainPhrase(credential.id) }] : []),
      ...(report.input && !report.input.startsWith('#') ? [{ label: fields.file, value: plainPhrase(report.input) }] : []),
      { label: fields.digest, value: plainPhrase(report.digest) },
    ],
    texts: [
      ...(signedTexts(securing, page) ?? [{ label: page.document.json, text: pretty(credential.document) }]),
      ...linked.flatMap((each) => servedText(each, credential.document, page)),
    ],
  }
}

type Words = Telling['findings']['page']

/** A token is shown taken apart, and as it came; null for what is no token. */
function signedTexts(securing: Securing, page: Words): readonly RawText[] | null {
  const token = (header: unknown, payload: unknown, text: string) => [
    { label: page.document.header, text: pretty(header) },
    { label: page.document.payload, text: pretty(payload) },
    { label: page.document.token, text: clip(text) },
  ]
  if (securing.kind === 'jose' || securing.kind === 'badge-jws') {
    const { header, payload, text } = securing.jws
    return token(header, payload, text)
  }
  if (securing.kind !== 'sd-jwt') return null
  const { jws, claims, text } = securing.sdJwt
  return token(jws.header, claims, text)
}

/** What an address of an older badge serves, where it says something else than what was given. */
function servedText({ role, address, document }: LinkedDocument, given: Json, page: Words): readonly RawText[] {
  if (document === null || address === '') return []
  if (role === 'assertion' && sameJson(document, given)) return []
  return [{ label: page.document.served[role](cleaned(linkOf(address)?.host ?? address)), text: pretty(document) }]
}

/** Whether two JSON values are the same, whatever the order of their members. */
function sameJson(one: Json, other: Json): boolean {
  return sorted(one) === sorted(other)
}

function sorted(value: Json): string {
  return JSON.stringify(value, (_name, inner: Json) =>
    isObject(inner) ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1))) : inner,
  )
}

function pretty(value: unknown): string {
  return clip(JSON.stringify(value, null, 2))
}

function clip(text: string): string {
  return text.length > longestText ? `${text.slice(0, longestText)}\n…` : text
}
