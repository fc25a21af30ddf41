import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { readPayload } from '../../src/core/formats/index.ts'
import type { AllowedContext, Audience } from '../../src/core/model/context.ts'
import type { Json, JsonObject } from '../../src/core/model/json.ts'
import type { CheckId, VerificationReport } from '../../src/core/model/report.ts'
import { verifyInput } from '../../src/core/verify.ts'
import { credentialOf } from '../issuer/content.ts'
import { doorTo, FETCHED_AT } from '../issuer/door.ts'
import { type Issued, issue } from '../issuer/issue.ts'
import { identityDocuments, issuerOf, utf8 } from '../issuer/issuers.ts'
import { derive, issueBase } from '../issuer/selective.ts'
import { proofOver } from '../issuer/sign.ts'
import { signedUnder } from '../issuer/under-texts.ts'
import { meansTheSame } from './meaning.ts'

interface Given {
  readonly audience?: Audience
  readonly contexts?: readonly AllowedContext[]
}

async function reportOn(
  document: JsonObject,
  { documents }: Pick<Issued, 'documents'>,
  { audience = 'verifier', contexts = [] }: Given = {},
): Promise<VerificationReport> {
  const context = { now: new Date(FETCHED_AT), open: doorTo(documents), audience, identities: [], contexts }
  return verifyInput({ bytes: utf8(JSON.stringify(document)), name: 'attack' }, context)
}

const said = ({ checks }: VerificationReport, id: CheckId) => {
  const { status, code } = checks.find((check) => check.id === id) ?? {}
  return `${status} ${code}`
}

const withSubject = (document: JsonObject, more: JsonObject): JsonObject => ({
  ...document,
  credentialSubject: { ...(document.credentialSubject as JsonObject), ...more },
})
const withContext = (document: JsonObject, context: JsonObject | string): JsonObject => ({
  ...document,
  '@context': [...(document['@context'] as readonly Json[]), context],
})

/** What is shown of a document, without the document itself. */
async function shown(document: JsonObject): Promise<string> {
  const [reading] = await readPayload({ text: JSON.stringify(document), container: 'text', notices: [] })
  if (!reading?.result.ok) return ''
  const { document: _, securing: __, ...rest } = reading.result.value
  return JSON.stringify(rest)
}

const END = '2025-06-01T00:00:00Z'
const failedResult = { type: ['Result'], value: '12', status: 'Failed' }

describe('another way to write the same statements', () => {
  type Path = readonly (string | number)[]
  const xsd = ['string', 'dateTime', 'anyURI', 'float', 'boolean', 'date']
  const asValue = (type?: string) => (value: Json) =>
    typeof value === 'object' ? value : { '@value': value, ...(type && { '@type': `https://www.w3.org/2001/XMLSchema#${type}` }) }
  const writings: Readonly<Record<string, (value: Json) => Json>> = {
    'in a list': (value) => [value],
    'in a list inside a list': (value) => [[value]],
    'after null': (value) => [null, value],
    'after an empty list': (value) => [[], value],
    'as a value object': asValue(),
    ...Object.fromEntries(xsd.map((type) => [`as a value object of ${type}`, asValue(type)])),
    'as an object with an id': (value) => (typeof value === 'string' ? { id: value } : value),
    'as a number': (value) => (typeof value === 'string' && String(Number(value)) === value ? Number(value) : value),
    'out of its list': (value) => (Array.isArray(value) && value.length === 1 ? (value[0] as Json) : value),
  }

  function pathsIn(value: Json | undefined, path: Path = []): readonly Path[] {
    if (path[0] === 'proof' || path[0] === '@context') return []
    const inside = typeof value === 'object' && value !== null ? Object.entries(value) : []
    const steps = inside.flatMap(([name, member]) => pathsIn(member, [...path, Array.isArray(value) ? Number(name) : name]))
    return path.length === 0 ? steps : [path, ...steps]
  }

  function written(value: Json, [step, ...rest]: Path, how: (value: Json) => Json): Json {
    if (step === undefined) return how(value)
    const copy = (Array.isArray(value) ? [...value] : { ...(value as JsonObject) }) as Record<string | number, Json>
    copy[step] = written(copy[step] as Json, rest, how)
    return copy
  }

  const kinds = [
    ['1.1', '3.0.1'],
    ['2.0', '3.0.3'],
  ] as const
  for (const [dataModel, openBadges] of kinds)
    test(`shows the same or is noticed, for each member under Open Badges ${openBadges}`, { timeout: 120_000 }, async () => {
      const leveled = { ...failedResult, achievedLevel: 'urn:level:1', resultDescription: 'urn:scale:1' }
      const badge = await issue({ dataModel, openBadges, change: (plain) => withSubject(plain, { result: [leveled] }) })
      const original = badge.credential
      const plainly = await shown(original)
      let verified = 0
      for (const path of pathsIn(original))
        for (const how of Object.values(writings)) {
          const other = written(original, path, how) as JsonObject
          if ((await reportOn(other, badge)).verdict !== 'verified') continue
          verified += 1
          expect([path, other, await shown(other)]).toEqual([path, other, plainly])
        }
      expect(verified).toBeGreaterThan(100)
    })

  test('does not push a failed grade out of sight with a thousand nothings', async () => {
    const badge = await issue({ content: 'minimal', change: (plain) => withSubject(plain, { result: [failedResult] }) })
    const nothings: Json[] = Array.from({ length: 1500 }, () => null)
    const padded = withSubject(badge.credential, { result: [{ ...failedResult, status: [...nothings, 'Failed'] }] })
    expect(await meansTheSame(padded, badge.credential)).toBe(true)
    expect(await shown(padded)).toContain('Failed')
  })

  test('does not move the members of one status entry to another of the same id', async () => {
    const id = 'https://westbridge.example/status/1'
    const entry = (statusPurpose: string, statusListIndex: string) => ({
      id,
      type: 'BitstringStatusListEntry',
      statusPurpose,
      statusListIndex,
      statusListCredential: id,
    })
    const change = (plain: JsonObject) => ({ ...plain, credentialStatus: [entry('revocation', '1'), entry('suspension', '2')] })
    const badge = await issue({ content: 'minimal', change })
    const swapped = { ...badge.credential, credentialStatus: [entry('revocation', '2'), entry('suspension', '1')] }
    expect(await meansTheSame(swapped, badge.credential)).toBe(true)
    expect(said(await reportOn(swapped, badge), 'proof.coverage')).toBe('failed meaning_changed')
  })
})

describe('a member that no vocabulary of ours has', () => {
  const CREDENTIALS = 'https://www.w3.org/2018/credentials#'
  const own = {
    note: 'https://college.example/terms#note',
    gpa: { '@id': 'https://college.example/terms#gpa', '@type': 'http://www.w3.org/2001/XMLSchema#double' },
    mentions: { '@id': 'https://college.example/terms#mentions', '@type': '@id' },
  }
  const about = (more: JsonObject) => ({ credentialSubject: { id: 'did:example:ana', note: 'v', gpa: 2.5, ...more } })
  const card = issue({ content: 'generic', change: (plain) => ({ ...withContext(plain, own), ...about({}) }) })

  async function coverageOf(change: (document: JsonObject) => JsonObject): Promise<string> {
    const { credential } = await card
    const other = change(credential)
    expect(await meansTheSame(other, credential)).toBe(true)
    return said(await reportOn(other, await card), 'proof.coverage')
  }

  test('is shown when it is called as its issuer called it', async () => {
    expect((await reportOn((await card).credential, await card)).verdict).toBe('verified')
  })

  test('hides no end date, under an address or another name', async () => {
    const badge = await issue({
      content: 'minimal',
      change: (plain) => ({ ...withContext(plain, own), validUntil: END, mentions: plain.id }),
    })
    const dateTime = 'http://www.w3.org/2001/XMLSchema#dateTime'
    const { validUntil: _, ...rest } = badge.credential
    const named = withContext(rest, { until: { '@id': `${CREDENTIALS}validUntil`, '@type': dateTime } })
    const end = { '@type': dateTime, '@value': END }
    const id = rest.id as string
    const hidden = [
      { ...rest, mentions: { id, [`${CREDENTIALS}validUntil`]: end } },
      { ...named, mentions: { id, until: END } },
    ]
    for (const document of hidden) {
      expect(await meansTheSame(document, badge.credential)).toBe(true)
      expect(said(await reportOn(document, badge), 'proof.coverage')).toBe('failed meaning_changed')
    }
  })

  test('does not take on keys of an index, which nobody signed', async () => {
    const index = { note: { '@id': own.note, '@container': '@index' } }
    const change = (document: JsonObject) => ({ ...withContext(document, index), ...about({ note: { 'With honours': 'v' } }) })
    expect(await coverageOf(change)).toBe('failed meaning_changed')
  })

  test('does not take on words after its number, which nobody signed', async () => {
    const change = (document: JsonObject) => ({ ...document, ...about({ gpa: '2.5 of 2.5, with honours' }) })
    expect(await coverageOf(change)).toBe('failed meaning_changed')
  })

  test.each<[string, JsonObject]>([
    ['a name', { honours: own.note }],
    ['a name for a prefixed address', { t: 'https://college.example/terms#', honours: 't:note' }],
    ['a frame around it', { honours: '@nest' }],
  ])('is not given %s that nobody signed', async (_, terms) => {
    const { note: __, ...others } = (about({}).credentialSubject as JsonObject) ?? {}
    const honours = terms.honours === '@nest' ? { note: 'v' } : 'v'
    const change = (document: JsonObject) => ({ ...withContext(document, terms), credentialSubject: { ...others, honours } })
    expect(await coverageOf(change)).toBe('unknown name_unsigned')
  })

  test('does not become one of ours by a vocabulary that cuts its name in two', async () => {
    const vocabulary = { '@vocab': 'https://college.example/terms#' }
    const signed = await issue({
      content: 'generic',
      change: (plain) => ({ ...withContext(plain, vocabulary), credentialSubject: { id: 'did:example:ana', noresult: 'v' } }),
    })
    const cut = 'https://college.example/terms#no'
    const subject = { credentialSubject: { id: 'did:example:ana', result: 'v' } }
    const inline = { ...withContext(signed.credential, { '@vocab': cut }), ...subject }
    expect(await meansTheSame(inline, signed.credential)).toBe(true)
    expect(said(await reportOn(inline, signed), 'proof.coverage')).toBe('unknown name_unsigned')
    const url = 'https://elsewhere.example/terms'
    const fetched = { ...withContext(signed.credential, url), ...subject }
    const contexts = [allowed({ '@context': { '@vocab': cut } }, url)]
    expect(said(await reportOn(fetched, signed, { contexts }), 'proof.coverage')).toBe('unknown name_unsigned')
  })
})

function allowed(context: object, url: string): AllowedContext {
  const text = JSON.stringify(context)
  return { url, text, digest: createHash('sha256').update(text).digest('hex'), fetchedAt: FETCHED_AT }
}

describe('a context that was allowed does not hide an end date', () => {
  const CREDENTIALS = 'https://www.w3.org/2018/credentials#'
  const dateTime = 'http://www.w3.org/2001/XMLSchema#dateTime'
  const end = { '@type': dateTime, '@value': END }
  const url = 'https://elsewhere.example/terms'
  const westbridge = issuerOf('westbridge')
  const documents = identityDocuments('westbridge')
  const until = { '@id': `${CREDENTIALS}validUntil`, '@type': dateTime }
  test.each<[string, JsonObject, JsonObject]>([
    ['a prefix', { c: { '@id': CREDENTIALS, '@prefix': true } }, { 'c:validUntil': end }],
    ['an alias', { until }, { until: END }],
    ['a frame', { more: '@nest' }, { more: { validUntil: END } }],
    ['a vocabulary', { '@vocab': `${CREDENTIALS}valid` }, { Until: end }],
  ])('behind %s', async (_, terms, more) => {
    const plain = { ...credentialOf(westbridge, { content: 'minimal' }), validUntil: END }
    const { validUntil: __, ...rest } = await signedUnder(new Map(), plain, westbridge)
    const hidden = { ...withContext(rest, url), ...more }
    const report = await reportOn(hidden, { documents }, { contexts: [allowed({ '@context': terms }, url)] })
    expect(said(report, 'proof.coverage')).toBe('failed meaning_changed')
  })
})

describe('a holder who chose what to show', () => {
  const base = issueBase('ecdsa-sd-2023', {
    content: 'minimal',
    change: (plain) => withSubject({ ...plain, validUntil: END }, { result: [failedResult] }),
  })

  test('is not said to have no end date and no status, when these may have been left out', async () => {
    const part = await derive('ecdsa-sd-2023', await base, ['/credentialSubject/id'])
    expect(part.credential).not.toHaveProperty('validUntil')
    const report = await reportOn(part.credential, part)
    expect(said(report, 'validity.dates')).toBe('warning dates_not_shown')
    expect(said(report, 'validity.status')).toBe('warning status_not_shown')
    expect(report.questions.validity).toBe('warning')
  })

  test('is believed about an end date that is shown', async () => {
    const part = await derive('ecdsa-sd-2023', await base, ['/validUntil'])
    expect(said(await reportOn(part.credential, part), 'validity.dates')).toBe('failed expired')
  })

  test('does not make a part look like the whole with a proof of their own beside it', async () => {
    const part = await derive('ecdsa-sd-2023', await base, ['/credentialSubject/id'])
    const { proof, ...document } = part.credential
    const own = await proofOver(document, issuerOf('kestrel'), { suite: 'eddsa-rdfc-2022' })
    for (const proofs of [
      [own, proof],
      [proof, own],
    ]) {
      const report = await reportOn({ ...document, proof: proofs as Json }, part)
      expect(said(report, 'proof.signature')).toBe('passed proof_selective')
      expect(said(report, 'validity.dates')).toBe('warning dates_not_shown')
    }
  })

  test('is told nothing new about a credential that is shown whole by its own issuer', async () => {
    const whole = await issue({ content: 'minimal' })
    const report = await reportOn(whole.credential, whole)
    expect(said(report, 'validity.dates')).toBe('passed no_end_date')
    expect(said(report, 'validity.status')).toBe('undefined undefined')
  })
})

describe('the second context that suites of 2018 are tried under', () => {
  test.each(['1.1', '2.0'] as const)('hides no end of the proof itself, under VC %s', async (dataModel) => {
    const proof = { suite: 'Ed25519Signature2018', members: { expires: END } } as const
    const badge = await issue({ content: 'minimal', dataModel, proof })
    expect(said(await reportOn(badge.credential, badge), 'proof.signature')).toBe('failed proof_expired')
    const { expires, ...options } = badge.credential.proof as JsonObject
    const end = { '@type': 'http://www.w3.org/2001/XMLSchema#dateTime', '@value': expires as string }
    for (const name of ['sec:expiration', 'https://w3id.org/security#expiration']) {
      const renamed = { ...badge.credential, proof: { ...options, [name]: end } }
      expect((await reportOn(renamed, badge)).verdict).toBe('not-verified')
    }
  })
})
