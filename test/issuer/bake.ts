import { zlibSync } from 'fflate'
import { utf8 } from './issuers.ts'
import { chunk, chunksOf, concat, pngOf } from './png.ts'

/** How a text stands in a PNG: iTXt as Open Badges asks, or one of the ways that bakers use as well. */
export const pngChunkKinds = ['iTXt', 'iTXt compressed', 'tEXt', 'zTXt'] as const
export type PngChunkKind = (typeof pngChunkKinds)[number]

export interface BakeOptions {
  readonly kind?: PngChunkKind
  readonly keyword?: string
  /** Spoil the CRC of the chunk that carries the text. */
  readonly wrongCrc?: boolean
}

/** The picture with a credential in it, in a chunk of its own right after IHDR (OB3 §5.3.1). */
export function bakePng(png: Uint8Array, text: string, options: BakeOptions = {}): Uint8Array {
  const [header, ...others] = chunksOf(png)
  if (header === undefined) throw new Error('A picture without chunks cannot be baked.')
  const { kind = 'iTXt', keyword = 'openbadgecredential', wrongCrc = false } = options
  const baked = textChunk(kind, keyword, text)
  return pngOf([header, wrongCrc ? spoiled(baked) : baked, ...others])
}

function textChunk(kind: PngChunkKind, keyword: string, text: string): Uint8Array {
  const named = (rest: readonly number[]) => Uint8Array.from([...utf8(keyword), 0, ...rest])
  switch (kind) {
    case 'iTXt':
      return chunk('iTXt', concat([named([0, 0, 0, 0]), utf8(text)]))
    case 'iTXt compressed':
      return chunk('iTXt', concat([named([1, 0, 0, 0]), zlibSync(utf8(text))]))
    case 'tEXt':
      return chunk('tEXt', concat([named([]), latin1(text)]))
    case 'zTXt':
      return chunk('zTXt', concat([named([0]), zlibSync(latin1(text))]))
  }
}

function latin1(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0) & 255)
}

function spoiled(baked: Uint8Array): Uint8Array {
  const copy = baked.slice()
  copy[copy.length - 1] = (copy[copy.length - 1] ?? 0) ^ 0xff
  return copy
}

/** The namespaces of baked SVG, with the element that each uses. */
export const svgNamespaces = {
  'open-badges-3': { uri: 'https://purl.imsglobal.org/ob/v3p0', element: 'credential' },
  'open-badges-2': { uri: 'http://openbadges.org', element: 'assertion' },
} as const
export type SvgNamespace = keyof typeof svgNamespaces

/** The drawing with a credential in it: JSON as CDATA, a compact JWS in `verify` (OB3 §5.3.2). */
export function bakeSvg(svg: string, text: string, namespace: SvgNamespace = 'open-badges-3'): string {
  const { uri, element } = svgNamespaces[namespace]
  const open = svg.indexOf('>', svg.indexOf('<svg'))
  const isJson = text.trimStart().startsWith('{')
  const body = isJson
    ? `><![CDATA[${text.replaceAll(']]>', ']]]]><![CDATA[>')}]]></openbadges:${element}>`
    : ` verify="${text}"/>`
  return `${svg.slice(0, open)} xmlns:openbadges="${uri}">\n<openbadges:${element}${body}${svg.slice(open + 1)}`
}
