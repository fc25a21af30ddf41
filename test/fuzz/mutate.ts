import { gunzipSync, gzipSync } from 'node:zlib'
import { unzipSync } from 'fflate'
import { isGzip, isPng, isSvg, isZip } from '../../src/core/containers/glance.ts'
import type { Json } from '../../src/core/model/json.ts'
import { utf8 } from '../issuer/issuers.ts'
import { chunk, chunksOf, concat, pngOf } from '../issuer/png.ts'
import { type ZipFile, zipOf } from '../issuer/zip.ts'
import { mutateBytes } from './mutate-bytes.ts'
import { mutateJson, mutateJsonText } from './mutate-json.ts'
import type { Random } from './random.ts'

/** Most bytes of a mutant: hundreds of credentials take their time, which says nothing about any of them. */
const largest = 256 * 1024

/** A file changed in a way that its own kind suggests, or in none; `other` is a file to take parts from. */
export function mutate(bytes: Uint8Array, random: Random, other: Uint8Array): Uint8Array {
  const changed = random.chance(0.25) ? null : mutateAsKind(bytes, random, other)
  return changed !== null && changed.length <= largest ? changed : mutateBytes(bytes, random, other)
}

/** Null for what was changed before and is no longer of its kind. */
function mutateAsKind(bytes: Uint8Array, random: Random, other: Uint8Array): Uint8Array | null {
  try {
    return mutateKind(bytes, random, other)
  } catch {
    return null
  }
}

function mutateKind(bytes: Uint8Array, random: Random, other: Uint8Array): Uint8Array {
  if (isPng(bytes)) return mutatePng(bytes, random, other)
  if (isZip(bytes)) return mutateZip(bytes, random, other)
  if (isGzip(bytes)) return new Uint8Array(gzipSync(mutate(gunzipSync(bytes), random, other)))
  if (isSvg(bytes)) return utf8(mutateSvg(textOf(bytes), random, other))
  return utf8(mutateText(textOf(bytes), random, other))
}

function textOf(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
}

function mutateText(text: string, random: Random, other: Uint8Array): string {
  const trimmed = text.trim()
  if (/^[\w-]+\.[\w-]*\.[\w-]*(?:~|$)/.test(trimmed)) return mutateToken(trimmed, random, other)
  if (random.chance(0.2)) return mutateJsonText(text, random)
  if (/^\{.*\}\r?\n\s*\{/.test(trimmed)) return mutateLines(text, random, other)
  return JSON.stringify(mutateJson(JSON.parse(text) as Json, random, jsonOf(other)))
}

function mutateLines(text: string, random: Random, other: Uint8Array): string {
  const lines = text.split('\n')
  const at = random.below(lines.length)
  return lines.with(at, mutateText(lines[at] as string, random, other)).join(random.pick(['\n', '\r\n', '\n\n', ' ']))
}

function jsonOf(bytes: Uint8Array): Json {
  try {
    return JSON.parse(textOf(bytes)) as Json
  } catch {
    return { id: 'https://other.example/', text: new TextDecoder().decode(bytes.subarray(0, 500)) }
  }
}

/** A compact JWS, with disclosures or without: a segment decoded, changed and encoded again, or segments moved about. */
function mutateToken(token: string, random: Random, other: Uint8Array): string {
  const pieces = token.split('~')
  const at = random.below(pieces.length)
  const piece = pieces[at] as string
  switch (random.below(5)) {
    case 0:
      return pieces.toSpliced(at, 1).join('~')
    case 1:
      return [...pieces, piece].join('~')
    case 2:
      return new TextDecoder('latin1').decode(mutateBytes(utf8(token), random, other))
    default: {
      const segments = piece.split('.')
      const segment = random.below(Math.min(2, segments.length))
      const changed = JSON.stringify(mutateJson(decoded(segments[segment] as string), random, jsonOf(other)))
      return pieces.with(at, segments.with(segment, Buffer.from(changed).toString('base64url')).join('.')).join('~')
    }
  }
}

function decoded(segment: string): Json {
  return JSON.parse(Buffer.from(segment, 'base64url').toString()) as Json
}

const markup = [
  '<!DOCTYPE svg>',
  '<!DOCTYPE svg [<!ENTITY a "b">]>',
  '<!--',
  '-->',
  ']]>',
  '<![CDATA[',
  '&a;',
  '&#0;',
  '&#x110000;',
  '<g>'.repeat(200),
  '</g>',
  '<a xmlns="http://openbadges.org"/>',
  ' verify="https://a.example/"',
  ' xmlns:openbadges="x"',
  '<?xml version="1.1"?>',
  '\u0000',
  'a'.repeat(20_000),
  '<a b=">"/>',
  '&'.repeat(9_000),
] as const

/** A picture in SVG: what is baked in changed, or its markup. */
function mutateSvg(text: string, random: Random, other: Uint8Array): string {
  const [, before = '', inside = '', after = ''] = /^(.*<!\[CDATA\[)(.*?)(\]\]>.*)$/s.exec(text) ?? []
  if (inside !== '' && random.chance(0.6)) return before + mutateText(inside, random, other) + after
  const tags = [...text.matchAll(/[<>"]/g)].map(({ index }) => index)
  const at = tags.length > 0 ? random.pick(tags) : 0
  return text.slice(0, at) + random.pick(markup) + text.slice(at + random.below(3))
}

/** A picture in PNG: what is baked in changed, with the right checksum or not, or its chunks. */
function mutatePng(png: Uint8Array, random: Random, other: Uint8Array): Uint8Array {
  const chunks = chunksOf(png)
  const badge = chunks.findIndex((each) => /^[itz][TX]/.test(typeOf(each)))
  const at = badge >= 0 && random.chance(0.6) ? badge : random.below(chunks.length)
  const here = chunks[at] as Uint8Array
  switch (random.below(6)) {
    case 0:
      return pngOf(chunks.toSpliced(at, 1))
    case 1:
      return pngOf(chunks.toSpliced(at, 0, here, here))
    case 2:
      return pngOf(chunks.with(at, concat([random.bytes(4), here.subarray(4)])))
    case 3:
      return pngOf(chunks.with(at, chunk(random.pick(['iTXt', 'tEXt', 'zTXt', 'IEND', 'caBX']), here.subarray(8, -4))))
    case 4:
      return pngOf(chunks.with(at, mutateBytes(here, random, other)))
    default:
      return pngOf(chunks.with(at, chunk(typeOf(here), mutatedData(here.subarray(8, -4), random, other))))
  }
}

function typeOf(each: Uint8Array): string {
  return new TextDecoder('latin1').decode(each.subarray(4, 8))
}

/** What is after the fields of an `iTXt` chunk is the credential. */
function mutatedData(data: Uint8Array, random: Random, other: Uint8Array): Uint8Array {
  const start = data.findIndex((byte) => byte === 0x7b || byte === 0x65)
  if (start < 0 || random.chance(0.3)) return mutateBytes(data, random, other)
  const brace = data.indexOf(0x7b)
  const at = brace >= 0 ? brace : start
  return concat([data.subarray(0, at), mutate(data.slice(at), random, other)])
}

/** A ZIP: one of its files changed, headers that lie, or a file more. */
function mutateZip(bytes: Uint8Array, random: Random, other: Uint8Array): Uint8Array {
  const files = Object.entries(unzipSync(bytes)).map(([name, data]): ZipFile => ({ name, data }))
  const at = random.below(files.length)
  const file = files[at] ?? { name: 'a', data: other }
  switch (random.below(6)) {
    case 0:
      return zipOf(files.with(at, { ...file, data: mutate(file.data, random, other) }))
    case 1:
      return zipOf([
        ...files,
        { name: random.pick(['../x', '/', '', 'x.zip', '__MACOSX/x', 'ü']), data: random.chance(0.5) ? other : bytes },
      ])
    case 2:
      return zipOf(files.with(at, { ...file, [random.pick(['crc', 'size', 'packed', 'header'])]: number(random) }))
    case 3:
      return zipOf(
        files.with(at, { ...file, flags: random.below(65_536), method: random.pick([0, 8, 12, random.below(65_536)]) }),
      )
    case 4:
      return zipOf(files, { [random.pick(['count', 'directory'])]: number(random) })
    default: {
      // the headers are what is between the files: near the end
      const copy = zipOf(files)
      copy[copy.length - 1 - random.below(Math.min(copy.length, 300))] = random.below(256)
      return copy
    }
  }
}

function number(random: Random): number {
  return random.pick([0, 1, 29, 30, 100, 0xffff, 0x10000, 0x7fffffff, 0xfffffffe, 0xffffffff, random.below(5_000)])
}
