import { gzipSync } from 'node:zlib'
import { zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { piecesOf } from '../../../src/core/containers/index.ts'
import { bytesOf } from '../../../src/core/encoding/utf8.ts'
import { limits } from '../../../src/core/limits.ts'
import type { Problem } from '../../../src/core/problem.ts'
import { bakePng } from '../../issuer/bake.ts'
import { badgePng } from '../../issuer/pictures.ts'
import { type ZipFile, zipOf } from '../../issuer/zip.ts'
import { jws } from './support.ts'

const json = '{"name":"Résumé ☂"}'
const file = (name: string, more: Partial<ZipFile> = {}): ZipFile => ({ name, data: bytesOf(json), ...more })

/** What each file came to: its texts or its problem, by name. */
async function opened(bytes: Uint8Array, name = 'a.zip'): Promise<Readonly<Record<string, readonly string[] | Problem>>> {
  const pieces = await piecesOf({ bytes, name })
  return Object.fromEntries(
    pieces.map(({ source, payloads }) => [source.name, payloads.ok ? payloads.value.map(({ text }) => text) : payloads.problem]),
  )
}

describe('a ZIP', () => {
  test('gives every file in it by its path, as another program wrote it', async () => {
    const zip = zipSync({
      'a.json': bytesOf(json),
      deep: { er: { 'b.jwt': [bytesOf(jws), { level: 0 }] } },
      'c.png': bakePng(badgePng(), json),
    })
    expect(await opened(zip)).toEqual({ 'a.zip/a.json': [json], 'a.zip/deep/er/b.jwt': [jws], 'a.zip/c.png': [json] })
  })

  test('keeps the bytes of each file as they are, and no more of the archive', async () => {
    const [stored, deflated] = await piecesOf({ bytes: zipOf([file('a', { stored: true }), file('b')]), name: 'a.zip' })
    for (const piece of [stored, deflated]) {
      expect(piece?.source.bytes).toEqual(bytesOf(json))
      expect(piece?.source.bytes.buffer.byteLength).toBe(bytesOf(json).length)
    }
  })

  test('may lie in another, or be a gzip, and a gzip in it', async () => {
    const inner = zipOf([file('x.json'), { name: 'y.json.gz', data: gzipSync(bytesOf(json)) }])
    const all = { 'a.zip/in.zip/x.json': [json], 'a.zip/in.zip/y.json': [json] }
    expect(await opened(zipOf([{ name: 'in.zip', data: inner }]))).toEqual(all)
    expect(await opened(gzipSync(zipOf([{ name: 'in.zip', data: inner }])), 'a.zip.gz')).toEqual(all)
  })

  test('in another, deeper than is opened, is said', async () => {
    let zip = zipOf([file('a.json')])
    for (let depth = 0; depth < limits.nestingDepth; depth += 1) zip = zipOf([{ name: 'z', data: zip }])
    expect(Object.values(await opened(zip))).toMatchObject([{ code: 'archive_too_deep' }])
  })

  test('has its folders and what systems add passed over', async () => {
    const names = ['folder/', '__MACOSX/a.json', 'folder/._a.json', '.DS_Store', 'folder\\Thumbs.db', 'desktop.ini']
    expect(await opened(zipOf([...names.map((name) => file(name)), file('folder/a.json')]))).toEqual({
      'a.zip/folder/a.json': [json],
    })
  })

  test('may have a comment, and names in other letters', async () => {
    const zip = zipOf([file('Urkunde für Zoë.json'), file('\u0007bell.json')], { comment: new Uint8Array(300) })
    expect(Object.keys(await opened(zip))).toEqual(['a.zip/Urkunde für Zoë.json', 'a.zip/bell.json'])
  })

  test('may have a file whose sizes follow it, which its own header then leaves out', async () => {
    const zip = zipOf([file('a.json', { flags: 0x808 })])
    zip.fill(0, 14, 26)
    expect(await opened(zip)).toEqual({ 'a.zip/a.json': [json] })
  })

  test('has names that are names, wherever they point', async () => {
    expect(await opened(zipOf([file('../../etc/passwd')]))).toEqual({ 'a.zip/../../etc/passwd': [json] })
  })

  test('without files is empty', async () => {
    expect(await piecesOf({ bytes: zipOf([]), name: 'a.zip' })).toEqual([])
  })

  test.for([
    ['zip_encrypted', { flags: 0x801 }],
    ['zip_unsupported', { method: 12 }],
    ['zip_unsupported', { size: 0xffffffff }],
    ['archive_file_damaged', { crc: 1 }],
    ['archive_file_damaged', { size: 3 }],
    ['archive_file_damaged', { size: 1_000 }],
    ['archive_file_damaged', { packed: 5 }],
    ['archive_file_damaged', { stored: true, method: 8 }],
    ['archive_file_damaged', { packed: 5_000 }],
    ['archive_too_large', { size: limits.inputBytes + 1 }],
    ['archive_too_large', { size: limits.archiveRatioFrom + 1 }],
  ] as const)('tells %s of the file it is true of, and opens the others: %j', async ([code, lie]) => {
    expect(await opened(zipOf([file('a.json'), file('bad.json', lie)]))).toMatchObject({
      'a.zip/a.json': [json],
      'a.zip/bad.json': { code },
    })
  })

  test.for([
    ['cut short', zipOf([file('a.json')]).slice(0, -30), 'zip_malformed'],
    ['without a directory', Uint8Array.of(0x50, 0x4b, 3, 4), 'zip_malformed'],
    ['with a directory elsewhere', zipOf([file('a.json')], { directory: 1_000_000 }), 'zip_malformed'],
    ['with a directory of something else', zipOf([file('a.json')], { directory: 0 }), 'zip_malformed'],
    ['of files that share bytes', zipOf([file('a.json'), file('b.json', { header: 0 })]), 'zip_malformed'],
    ['with a file around another', zipOf([file('a.json', { packed: 60 }), file('b.json')]), 'zip_malformed'],
    ['of ZIP64', zipOf([file('a.json')], { count: 0xffff }), 'zip_unsupported'],
  ] as const)('%s is refused as a whole', async ([, zip, code]) => {
    expect(await opened(zip)).toMatchObject({ 'a.zip': { code } })
  })

  test('of more files than are opened is refused, however many it says there are', async () => {
    const files = Array.from({ length: limits.archiveFiles + 1 }, (_, at) => file(`${at}`, { data: new Uint8Array() }))
    expect(await opened(zipOf(files, { count: 1 }))).toMatchObject({ 'a.zip': { code: 'archive_too_many_files' } })
  })

  test('that inflates to more than there is room for stops there: each file is small enough, all are not', async () => {
    const data = new Uint8Array(15 * 1024 * 1024).map((_, at) => (at % 61 === 0 ? at : 0))
    const files = Array.from({ length: 5 }, (_, at) => file(`${at}`, { data }))
    const results = Object.values(await opened(zipOf(files)))
    expect(results.filter((result) => 'code' in result && result.code === 'archive_too_large')).toHaveLength(1)
  })
})

describe('a gzip file', () => {
  test.for([
    ['a.json.gz', 'a.json'],
    ['badge', 'badge'],
  ] as const)('is the file in it: %s', async ([name, inner]) => {
    expect(await opened(gzipSync(json), name)).toEqual({ [inner]: [json] })
  })

  test('that is broken is damaged', async () => {
    expect(await opened(Uint8Array.of(0x1f, 0x8b, 8))).toMatchObject({ 'a.zip': { code: 'archive_file_damaged' } })
  })

  test('that is a bomb is let be', async () => {
    const bomb = gzipSync(new Uint8Array(limits.inputBytes + 1))
    expect(await opened(bomb)).toMatchObject({ 'a.zip': { code: 'archive_too_large' } })
  })
})
