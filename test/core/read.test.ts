import { describe, expect, test } from 'vitest'
import { bytesOf } from '../../src/core/encoding/utf8.ts'
import { readSource } from '../../src/core/read.ts'
import { bakePng } from '../issuer/bake.ts'
import { badgePng } from '../issuer/pictures.ts'
import { zipOf } from '../issuer/zip.ts'
import { describeVectors, entriesOf, bytesOf as vectorOf } from '../vectors/vectors.ts'

const credential = {
  '@context': ['https://www.w3.org/ns/credentials/v2'],
  type: ['VerifiableCredential'],
  issuer: 'did:example:1',
  credentialSubject: {},
}

/** What each credential of a file came out as: its format, or the code of its problem. */
async function outcomes(bytes: Uint8Array): Promise<readonly string[]> {
  const read = await readSource({ bytes, name: 'file' })
  if (!read.ok) return [read.problem.code]
  return read.value.map(({ result }) => (result.ok ? result.value.format : result.problem.code))
}

describe('a source', () => {
  test('with one credential is kept whole', async () => {
    const source = { bytes: bytesOf(` [${JSON.stringify(credential)}]`), name: 'a.json' }
    const read = await readSource(source)
    expect(read.ok && read.value.map((item) => item.source)).toEqual([source])
    expect(read.ok && read.value[0]?.source.bytes).toBe(source.bytes)
  })

  test('with several is kept as one source each, and a broken one costs the others nothing', async () => {
    const text = JSON.stringify([credential, { a: 1 }, { ...credential, name: 'B' }])
    const read = await readSource({ bytes: bytesOf(text), name: 'a.json' })
    expect(read).toMatchObject({
      value: [
        { source: { name: 'a.json#1', bytes: bytesOf(JSON.stringify(credential)) }, result: { ok: true } },
        { source: { name: 'a.json#2' }, result: { problem: { code: 'input_not_credential' } } },
        { source: { name: 'a.json#3' }, result: { value: { title: [{ value: 'B' }] } } },
      ],
    })
  })

  test('with nothing in it is empty', async () => {
    expect(await outcomes(new Uint8Array())).toEqual(['input_empty'])
  })
})

describe('an archive', () => {
  const document = bytesOf(JSON.stringify(credential))
  const picture = bakePng(badgePng(), JSON.stringify(credential))
  const file = (name: string, data: Uint8Array | string) => ({ name, data: typeof data === 'string' ? bytesOf(data) : data })

  test('is kept as the files in it, each in its own bytes', async () => {
    const bytes = zipOf([
      file('a.json', document),
      file('b/c.png', picture),
      file('d.json', JSON.stringify([credential, credential])),
    ])
    const read = await readSource({ bytes, name: 'all.zip' })
    expect(read.ok && read.value.map(({ source }) => source.name)).toEqual([
      'all.zip/a.json',
      'all.zip/b/c.png',
      'all.zip/d.json#1',
      'all.zip/d.json#2',
    ])
    expect(read.ok && read.value.map(({ source }) => source.bytes)).toEqual([document, picture, document, document])
  })

  test('may hold files beside the credentials, which are said and count for nothing; what is broken counts', async () => {
    const files = [file('README.txt', 'Hello.'), file('logo.png', badgePng()), file('a.json', document), file('b.json', '{"a":')]
    const read = await readSource({ bytes: zipOf(files), name: 'all.zip' })
    expect(
      read.ok && read.value.map(({ source, result, beside }) => [source.name, result.ok || result.problem.code, beside]),
    ).toEqual([
      ['all.zip/README.txt', 'input_unrecognized', true],
      ['all.zip/logo.png', 'png_no_badge', true],
      ['all.zip/a.json', true, undefined],
      ['all.zip/b.json', 'json_malformed', undefined],
    ])
  })

  test.for([
    [[file('README.txt', 'Hello.'), file('logo.png', badgePng())], 2],
    [[], 0],
  ] as const)('of nothing but such files holds no credential', async ([files, count]) => {
    expect(await readSource({ bytes: zipOf(files), name: 'all.zip' })).toEqual({
      ok: false,
      problem: { code: 'archive_no_credential', facts: { files: count } },
    })
  })
})

/** Cases that are no credential to us, by the code that must say so. */
const refused: Readonly<Record<string, string>> = {
  'baked-images/generated/no-badge-chunk.png': 'png_no_badge',
  'baked-images/generated/truncated.png': 'png_malformed',
  'baked-images/mozilla-bakery/bad-json.svg': 'json_malformed',
  'baked-images/mozilla-bakery/unbaked.png': 'png_no_badge',
  'baked-images/mozilla-bakery/unbaked.svg': 'svg_no_badge',
  'ob3/dcc/v1/ed25519/didKey/legacy-noStatus-noExpiry.json': 'input_empty',
  'vc-data-model/presentation-missing-required-type-fail.json': 'input_not_credential',
}

describeVectors('published credentials', () => {
  const entries = entriesOf('baked-images', 'ob3', 'jose', 'vc-data-model', 'clr2', 'vc-di-eddsa', 'vc-di-ecdsa')

  test.for(entries.filter(({ expect }) => expect !== 'data-only'))('$file is read as what it is', async ({ file, family }) => {
    const [outcome, ...more] = await outcomes(vectorOf(file))
    expect(more).toEqual([])
    if (file in refused) expect(outcome).toBe(refused[file])
    else expect(outcome).toMatch(family === 'clr2' ? /^clr2/ : family === 'baked-images' ? /^ob[123]/ : /^(?:ob3|vc-other|vp)/)
  })

  test('and every other file of theirs is read or refused by name', async () => {
    for (const { file } of entries) {
      for (const outcome of await outcomes(vectorOf(file)))
        expect(`${file} ${outcome}`).not.toMatch(/ (?:unexpected|input_unreadable)$/)
    }
  })
})
