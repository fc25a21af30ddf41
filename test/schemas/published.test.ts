import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import Ajv2019 from 'ajv/dist/2019.js'
import addFormats from 'ajv-formats'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Json, JsonObject } from '../../src/core/model/json.ts'
import { isObject } from '../../src/core/model/json.ts'
import { schemaViolations, shippedSchemas } from '../../src/core/schemas.ts'
import { haveVectors, vectorCases, vectors, vectorText } from '../core/checks/support.ts'

const files = [
  'open-badges-3.0/achievement-credential',
  'open-badges-3.0/any-achievement-credential',
  'open-badges-3.0/credentials-response',
  'open-badges-3.0/endorsement-credential',
  'open-badges-3.0/profile',
  'clr-2.0/achievement-credential',
  'clr-2.0/clr-credential',
  'clr-2.0/credentials-response',
  'clr-2.0/endorsement-credential',
  'clr-2.0/profile',
]

interface StandsFor {
  readonly url: string
  readonly sha256: string
}

function standsFor(file: string): StandsFor {
  const path = new URL(`../../schemas/${file}.json`, import.meta.url)
  return (JSON.parse(readFileSync(path, 'utf8')) as { standsFor: StandsFor }).standsFor
}

function published(url: string): URL {
  return new URL(`schemas/${url.split('/').at(-1)}`, vectors)
}

/** Every value that can stand in for another and be of a different kind. */
const strangers: readonly Json[] = [null, 7, true, '', 'x', [], {}, ['x'], { en: 'x' }, { x: 7 }, [7]]

/** Remembers what was changed: a member, and the member it stands in, which tells its class, need not be tried twice. */
type Seen = Set<string>

/** The document with one member dropped or replaced, for every member at every depth. */
function* mutations(value: Json, rebuild: (changed: Json | undefined) => Json, seen: Seen, path: string): Generator<Json> {
  if (Array.isArray(value)) {
    for (const [index, item] of (value as readonly Json[]).entries()) {
      yield* changes(
        item,
        (changed) => rebuild(changed === undefined ? value.toSpliced(index, 1) : value.with(index, changed)),
        seen,
        path,
      )
    }
  } else if (isObject(value)) {
    for (const [name, item] of Object.entries(value)) {
      if (item === undefined) continue
      const { [name]: _, ...rest } = value
      yield* changes(
        item,
        (changed) => rebuild(changed === undefined ? rest : { ...value, [name]: changed }),
        seen,
        `${path.split('/').at(-1)}/${name}`,
      )
    }
    if (fresh(seen, `${path} unheard of`)) yield rebuild({ ...value, unheardOf: 'x' })
  }
}

function* changes(item: Json, rebuild: (changed: Json | undefined) => Json, seen: Seen, path: string): Generator<Json> {
  if (fresh(seen, `${path} ${kindOf(item)}`)) {
    yield rebuild(undefined)
    yield rebuild([item])
    for (const stranger of strangers) yield rebuild(stranger)
  }
  yield* mutations(item, rebuild, seen, path)
}

function fresh(seen: Seen, place: string): boolean {
  if (seen.has(place)) return false
  seen.add(place)
  return true
}

function kindOf(value: Json): string {
  return Array.isArray(value) ? 'array' : typeof value
}

function credentialsIn(family: string): readonly JsonObject[] {
  return vectorCases()
    .filter((each) => each.family === family && /\.(json|1ob)$/.test(each.file))
    .flatMap(({ file }) => {
      const text = vectorText(file)
      if (!text.trim().startsWith('{')) return []
      const document: unknown = JSON.parse(text)
      return isObject(document) && Array.isArray(document.type) ? [document] : []
    })
}

/** The documents of the published vectors that a schema is about. */
function documentsFor(file: string): readonly JsonObject[] {
  const credentials = credentialsIn(file.startsWith('clr') && !/achievement|endorsement|profile/.test(file) ? 'clr2' : 'ob3')
  if (file.endsWith('/profile')) return credentials.map(({ issuer }) => issuer).filter(isObject)
  if (!file.endsWith('/credentials-response')) return credentials
  return credentials.flatMap((credential) => [
    { credential },
    { credential: [credential], compactJwsString: ['a.b.c', 'a..c'] },
    { compactJwsString: 'a.b.c' },
  ])
}

test('the schemas that are shipped are the ones that say what they stand for, by both of their addresses', () => {
  const urls = files.map((file) => standsFor(file).url)
  const both = urls.flatMap((url) => [url, url.replace('/json/', '/json-ld/')])
  expect(both.toSorted()).toEqual(shippedSchemas.toSorted())
})

test('a schema that is not shipped gives no answer', async () => {
  expect(await schemaViolations({}, 'https://example.org/schema.json')).toBeNull()
})

test('a badge without achievement is refused, and the place is named', async () => {
  const [address = ''] = shippedSchemas
  const badge = {
    '@context': ['https://www.w3.org/ns/credentials/v2', 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'],
    id: 'urn:x:1',
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    issuer: 'did:example:1',
    validFrom: '2024-01-01T00:00:00Z',
    credentialSubject: { type: ['AchievementSubject'] },
  }
  expect(await schemaViolations(badge, address)).toContainEqual({ at: '/credentialSubject', keyword: 'required' })
  const achievement = { id: 'urn:x:2', type: ['Achievement'], name: 'A', description: 'B', criteria: {} }
  expect(await schemaViolations({ ...badge, credentialSubject: { type: ['AchievementSubject'], achievement } }, address)).toEqual(
    [],
  )
})

describe.skipIf(!haveVectors)(
  'beside the published schemas (read from beside the project, skipped when they are not there)',
  () => {
    describe.each(files)('%s', (file) => {
      const { url, sha256 } = haveVectors ? standsFor(file) : { url: '', sha256: '' }
      let official: (document: Json) => boolean

      beforeAll(() => {
        const ajv = new Ajv2019({ strict: false, validateFormats: true })
        addFormats(ajv)
        official = ajv.compile(JSON.parse(readFileSync(published(url), 'utf8'))) as (document: Json) => boolean
      })

      test('the published document is the one it was written for', () => {
        expect(existsSync(published(url))).toBe(true)
        expect(
          createHash('sha256')
            .update(readFileSync(published(url)))
            .digest('hex'),
        ).toBe(sha256)
      })

      test('accepts and refuses the same credentials, whole and with every member dropped or retyped', async () => {
        let accepted = 0
        let refused = 0
        const seenBy = new Map<string, Seen>()
        for (const credential of documentsFor(file)) {
          const model = String([credential['@context'] ?? Object.keys(credential)].flat()[0])
          const seen = seenBy.get(model) ?? new Set()
          seenBy.set(model, seen)
          // A document that is refused as it stands is refused whatever is changed: only good ones tell what a change does.
          const changed = official(credential) ? mutations(credential, (change) => change ?? null, seen, '') : []
          for (const document of [credential, ...changed]) {
            if (!isObject(document)) continue
            const ours = (await schemaViolations(document, url))?.length === 0
            const theirs = official(document)
            if (ours !== theirs) expect.fail(`ours ${ours}, theirs ${theirs}: ${JSON.stringify(document)}`)
            if (theirs) accepted += 1
            else refused += 1
          }
        }
        expect(accepted).toBeGreaterThan(20)
        expect(refused).toBeGreaterThan(20)
      }, 120_000)
    })
  },
)
