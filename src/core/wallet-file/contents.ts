import { base64 } from '@scure/base'
import { piecesOf } from '../containers/index.ts'
import { parseJson } from '../encoding/json.ts'
import { looksLikeJws } from '../encoding/jws.ts'
import { openEnvelope } from '../formats/envelope.ts'
import { contexts } from '../formats/types.ts'
import type { Source } from '../model/credential.ts'
import { isObject, type Json } from '../model/json.ts'
import { attemptNow } from '../problem.ts'

/** Wallets as we write them, and as most know them. */
export const walletContexts = [contexts.dataModel1, 'https://w3id.org/wallet/v1'] as const

/**
 * What of a credential lies in the contents of a Universal Wallet 2020, as JSON text: JSON as it is written, out of its picture if it
 * is baked; a JWT or SD-JWT in an `EnvelopedVerifiableCredential` (VCDM 2.0 §4.14), since contents are objects. Bytes that hold
 * neither (a badge that is only an address) are enveloped whole: other wallets pass them over, and nothing is lost.
 */
export async function contentsOf(source: Source): Promise<readonly string[]> {
  const pieces = await piecesOf(source)
  const texts = pieces.flatMap(({ payloads }) => (payloads.ok ? payloads.value.map(({ text }) => itemOf(text)) : [null]))
  const items = texts.filter((item) => item !== null)
  return items.length > 0 && items.length === texts.length
    ? items
    : [enveloped(`application/octet-stream;base64,${base64.encode(source.bytes)}`)]
}

function itemOf(text: string): string | null {
  const trimmed = text.trim()
  const signed = trimmed.split('~', 1)[0] ?? ''
  if (looksLikeJws(signed))
    return enveloped(`${trimmed.includes('~') ? 'application/dc+sd-jwt' : 'application/vc+jwt'},${trimmed}`)
  const value = attemptNow(() => parseJson(trimmed))
  return value.ok && isObject(value.value) && keptOf([value.value]).length === 1 ? trimmed : null
}

function enveloped(content: string): string {
  return JSON.stringify({ '@context': contexts.dataModel2, id: `data:${content}`, type: 'EnvelopedVerifiableCredential' })
}

/** Those of some contents that are credentials to our reader: a wallet holds keys and notes beside them. */
export function keptOf(contents: readonly Json[]): readonly Json[] {
  return contents.filter((item) => {
    const outer = { text: '', container: 'text', notices: [] } as const
    return attemptNow(() => openEnvelope(outer, { type: 'UniversalWallet2020', contents: [item] })).ok
  })
}

/** A wallet with these contents, each as JSON text. */
export function walletText(contents: readonly string[]): string {
  const outside = {
    '@context': walletContexts,
    id: `urn:uuid:${crypto.randomUUID()}`,
    type: 'UniversalWallet2020',
    status: 'UNLOCKED',
  }
  return `${JSON.stringify(outside).slice(0, -1)},"contents":[\n${contents.join(',\n')}\n]}\n`
}
