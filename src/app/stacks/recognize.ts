import { latin1Of } from '../../core/encoding/utf8.ts'
import { pathwayLimits } from '../../core/pathway/limits.ts'

/** The vocabulary that pathways are written in (CTDL), and its words for what leads where. */
const vocabulary = /"ceterms:|"https?:\/\/(?:www\.)?credreg\.net\/ctdl|purl\.org\/ctdl\/terms/
const leading = /Pathway|[Pp]reparationF(?:or|rom)|advancedStandingF(?:or|rom)/

/** Whether a document may be a pathway rather than a credential: a glance at its words, without reading it. */
export function looksLikePathway(bytes: Uint8Array): boolean {
  if (bytes.byteLength > pathwayLimits.bytes) return false
  const text = latin1Of(bytes)
  return (
    /^\s*(?:\xef\xbb\xbf)?\s*[{[]/.test(text) &&
    vocabulary.test(text) &&
    leading.test(text) &&
    !text.includes('"credentialSubject"')
  )
}

/** `looksLikePathway` for a file, which is read only when it may be one by its size. */
export async function isPathwayFile(file: Blob): Promise<boolean> {
  if (file.size > pathwayLimits.bytes) return false
  const bytes = await file.arrayBuffer().catch(() => new ArrayBuffer(0))
  return looksLikePathway(new Uint8Array(bytes))
}
