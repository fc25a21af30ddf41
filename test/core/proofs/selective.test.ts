import { p256 } from '@noble/curves/nist.js'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { limits } from '../../../src/core/limits.ts'
import type { Audience } from '../../../src/core/model/context.ts'
import type { JsonObject } from '../../../src/core/model/json.ts'
import { verifyInput } from '../../../src/core/verify.ts'
import { doorTo, FETCHED_AT } from '../../issuer/door.ts'
import { type Issued, issue } from '../../issuer/issue.ts'
import { issuerOf, utf8 } from '../../issuer/issuers.ts'
import { derive, issueBase, partsOf, selectiveNames, withParts } from '../../issuer/selective.ts'

/** The verdict, and what became of the proof. */
async function told(credential: JsonObject, { documents }: Issued, audience: Audience = 'verifier'): Promise<string> {
  const context = { now: new Date(FETCHED_AT), open: doorTo(documents), audience, identities: [] }
  const { verdict, checks } = await verifyInput({ bytes: utf8(JSON.stringify(credential)), name: 'shown' }, context)
  const { status, code } = checks.find(({ id }) => id === 'proof.signature') ?? {}
  return `${verdict}: ${status} ${code}`
}

const subjectOf = (credential: JsonObject) => credential.credentialSubject as JsonObject
const withSubject = (credential: JsonObject, more: JsonObject): JsonObject => ({
  ...credential,
  credentialSubject: { ...subjectOf(credential), ...more },
})
const withProof = (credential: JsonObject, more: JsonObject): JsonObject => ({
  ...credential,
  proof: { ...(credential.proof as JsonObject), ...more },
})

const PASSED = 'verified: passed proof_selective'
const WRONG = 'not-verified: failed proof_signature_wrong'
const GARBLED = 'not-verified: failed proof_value_malformed'

const result = { type: ['Result'], value: '12', status: 'Failed' }
const graded = (credential: JsonObject) => withSubject(credential, { result: [result] })

describe.each(selectiveNames)('%s', { timeout: 60_000 }, (suite) => {
  const minimal = issueBase(suite, { content: 'minimal' })
  const failed = issueBase(suite, { content: 'minimal', change: graded })

  test('a part of a credential is verified, and it is said that it is one', async () => {
    const shown = await derive(suite, await failed, ['/credentialSubject/id'])
    expect(shown.credential).not.toHaveProperty('credentialSubject.result')
    expect(await told(shown.credential, shown)).toBe(PASSED)
  })

  test('all of a rich credential, lists within it too, is verified when everything is shown', async () => {
    const rich = await issueBase(suite, suite === 'bbs-2023' ? { content: 'minimal', change: withScale } : { change: withScale })
    const shown = await derive(suite, rich, [''])
    expect(await told(shown.credential, shown)).toBe(PASSED)
    expect(await told(rich.credential, rich, 'holder')).toBe('verified: passed null')
  })

  test('a base proof is not accepted by somebody else', async () => {
    const base = await minimal
    expect(await told(base.credential, base)).toBe('cannot-tell: unknown proof_base_only')
  })

  test('a base proof is checked in the wallet of its holder, as a whole', async () => {
    const base = await failed
    expect(await told(base.credential, base, 'holder')).toBe('verified: passed null')
    const better = withSubject(base.credential, { result: [{ ...result, status: 'Completed' }] })
    expect(await told(better, base, 'holder')).toMatch(/^not-verified: failed/)
    const garbled = withParts(base.credential, { ...partsOf(base.credential), parts: [1, 2, 3, 4, 5] })
    expect(await told(garbled, base, 'holder')).toBe(GARBLED)
  })

  test('a base proof whose pointers lead nowhere tells nothing', async () => {
    const base = await minimal
    const { kind, parts } = partsOf(base.credential)
    const astray = withParts(base.credential, { kind, parts: [...parts.slice(0, 4), ['/nowhere']] })
    expect(await told(astray, base, 'holder')).toBe('cannot-tell: unknown proof_base_unchecked')
  })

  test('a base proof with more pointers than are ever followed tells nothing', async () => {
    const base = await minimal
    const { kind, parts } = partsOf(base.credential)
    const pointers = Array.from({ length: limits.mandatoryPointers + 1 }, () => '/credentialSubject')
    const many = withParts(base.credential, { kind, parts: [...parts.slice(0, 4), pointers] })
    expect(await told(many, base, 'holder')).toBe('cannot-tell: unknown proof_too_long')
  })

  test('a text that looks like the label of a blank node is signed as it is written', async () => {
    const description = 'Labels such as _:b0 and <urn:bnid:_:b1> are "quoted\\" here.'
    const base = await issueBase(suite, {
      content: 'minimal',
      change: (credential) => withSubject(credential, { narrative: description }),
    })
    const shown = await derive(suite, base, ['/credentialSubject/narrative'])
    expect(await told(shown.credential, shown)).toBe(PASSED)
    const other = withSubject(shown.credential, { narrative: description.replace('_:b0', '_:b9') })
    expect(await told(other, shown)).toBe(WRONG)
  })

  describe('a forger', () => {
    const shown = failed.then((base) => derive(suite, base, ['/credentialSubject/id', '/credentialSubject/result']))

    test('changes a claim, compulsory or not', async () => {
      const { credential } = await shown
      const { achievement } = subjectOf(credential)
      const forgeries = [
        withSubject(credential, { result: [{ ...result, value: '98' }] }),
        withSubject(credential, { achievement: { ...(achievement as JsonObject), name: 'Neurosurgery' } }),
        { ...credential, validFrom: '2026-01-01T00:00:00Z' },
      ]
      for (const forged of forgeries) expect(await told(forged, await shown)).toBe(WRONG)
    })

    test('adds a claim', async () => {
      const { credential } = await shown
      const added = [{ name: 'A title' }, { evidence: [{ type: ['Evidence'], name: 'A thing' }] }]
      for (const more of added) expect(await told({ ...credential, ...more }, await shown)).toBe(WRONG)
    })

    test('leaves out what is compulsory', async () => {
      const { credential } = await shown
      const { achievement } = subjectOf(credential)
      const { name: _, ...nameless } = achievement as JsonObject
      expect(await told(withSubject(credential, { achievement: nameless }), await shown)).toBe(WRONG)
    })

    test('leaves out what is shown, without its signature going too', async () => {
      const { credential } = await shown
      expect(await told(withSubject(credential, { result: [{ type: ['Result'], value: '12' }] }), await shown)).toBe(WRONG)
    })

    test('changes the options of the proof', async () => {
      const { credential } = await shown
      expect(await told(withProof(credential, { created: '2020-01-01T00:00:00Z' }), await shown)).toBe(WRONG)
    })

    test('swaps, shares, adds and drops labels', async () => {
      const { credential } = await shown
      const { kind, parts } = partsOf(credential)
      const at = parts.findIndex((part) => part instanceof Map)
      const labels = [...(parts[at] as Map<number, unknown>)]
      const [[one, first], [other, second]] = labels as [[number, unknown], [number, unknown]]
      const withLabels = (changed: Map<number, unknown>) =>
        withParts(credential, { kind, parts: parts.map((part, index) => (index === at ? changed : part)) })
      const unused = suite === 'bbs-2023' ? 99 : new Uint8Array(32)
      expect(await told(withLabels(new Map([...labels, [one, second], [other, first]])), await shown)).toBe(WRONG)
      expect(await told(withLabels(new Map([...labels, [one, second]])), await shown)).toBe(GARBLED)
      expect(await told(withLabels(new Map([...labels, [labels.length, unused]])), await shown)).toBe(WRONG)
      expect(await told(withLabels(new Map(labels.slice(1))), await shown)).toBe(WRONG)
    })

    test('tears a failed result in two under one label', async () => {
      const { credential } = await shown
      const [stated] = subjectOf(credential).result as [JsonObject]
      const { status, ...passable } = stated
      const torn = withSubject(credential, { result: [passable, { type: ['Result'], status: status as string }] })
      for (const forged of tornApart(torn)) expect(await told(forged, await shown)).toBe(GARBLED)
    })

    test('tears it in two by a label written into the document', async () => {
      const { credential } = await shown
      const torn = [
        { id: '_:r', type: ['Result'], value: '12' },
        { id: '_:r', type: ['Result'], status: 'Failed' },
      ]
      expect(await told(withSubject(credential, { result: torn }), await shown)).toMatch(/^not-verified/)
    })

    test('swaps two texts under a context that swaps them back', async () => {
      const { credential } = await shown
      const achievement = subjectOf(credential).achievement as JsonObject
      const { name, description } = achievement as { name: string; description: string }
      const swapped = withSubject(credential, { achievement: { ...achievement, name: description, description: name } })
      const added = { name: 'https://schema.org/description', description: 'https://schema.org/name' }
      const contexts = [...(credential['@context'] as readonly string[]), added]
      expect(await told({ ...swapped, '@context': contexts }, await shown)).toMatch(/^(not-verified|cannot-tell)/)
    })

    test('makes something compulsory that is not, or the other way round', async () => {
      const { credential } = await shown
      const { kind, parts } = partsOf(credential)
      const at = suite === 'bbs-2023' ? 2 : 4
      const indexes = parts[at] as number[]
      const withIndexes = (changed: number[]) =>
        withParts(credential, { kind, parts: parts.map((part, index) => (index === at ? changed : part)) })
      expect(await told(withIndexes(indexes.slice(1)), await shown)).toBe(WRONG)
      expect(await told(withIndexes([...indexes, 10_000]), await shown)).toBe(WRONG)
      expect(await told(withIndexes([...indexes].reverse()), await shown)).toBe(GARBLED)
      expect(await told(withIndexes([indexes[0] as number, ...indexes]), await shown)).toBe(GARBLED)
    })

    test('has the proof say that it is of another kind', async () => {
      const { credential } = await shown
      const { parts } = partsOf(credential)
      for (const kind of [0, 1, 2, 3, 10, 255].filter((kind) => kind !== partsOf(credential).kind))
        for (const audience of ['verifier', 'holder'] as const)
          expect(await told(withParts(credential, { kind, parts }), await shown, audience)).toBe(GARBLED)
    })

    test('signs with a key of another kind', async () => {
      const { credential } = await shown
      const { methodId } = issuerOf('westbridge')
      const forged = withProof(credential, { verificationMethod: methodId })
      expect(await told(forged, await shown)).toBe('not-verified: failed alg_key_mismatch')
    })

    test('writes anything at all', async () => {
      const { credential } = await shown
      const { kind, parts } = partsOf(credential)
      const hostile = fc.oneof(
        fc.constant(undefined),
        fc.string(),
        fc.base64String().map((text) => `u2V0B${text}`),
      )
      await fc.assert(
        fc.asyncProperty(hostile, async (proofValue) => {
          const { proof, ...rest } = credential
          const forged = { ...rest, proof: { ...(proof as JsonObject), proofValue } } as JsonObject
          expect(await told(forged, await shown)).toBe(GARBLED)
        }),
        { numRuns: 100 },
      )
      await fc.assert(
        fc.asyncProperty(fc.nat(parts.length - 1), anyPart, async (at, part) => {
          const forged = withParts(credential, { kind, parts: parts.map((own, index) => (index === at ? part : own)) })
          expect(await told(forged, await shown)).toMatch(/^not-verified: failed/)
        }),
        { numRuns: 100 },
      )
    })
  })
})

const scale = { id: 'urn:uuid:1f9f8a5c-0000-4000-8000-000000000001', type: ['ResultDescription'], name: 'Grade' }

/** A result on a scale: the one list of Open Badges whose order is signed. */
function withScale(credential: JsonObject): JsonObject {
  const achievement = subjectOf(credential).achievement as JsonObject
  const resultDescription = [{ ...scale, resultType: 'LetterGrade', allowedValue: ['D', 'C', 'B', 'A'] }]
  return withSubject(credential, {
    achievement: { ...achievement, resultDescription },
    result: [{ type: ['Result'], resultDescription: scale.id, value: 'B' }],
  })
}

/** Every part that CBOR has, small: bytes, numbers, texts, lists and maps. */
const anyPart = fc.oneof(
  fc.uint8Array({ minLength: 1, maxLength: 100 }),
  fc.integer(),
  fc.string(),
  fc.array(fc.integer()),
  fc.array(fc.uint8Array({ minLength: 64, maxLength: 64 }), { maxLength: 3 }),
  fc.array(fc.tuple(fc.nat(9), fc.nat(9))).map((entries) => new Map(entries)),
)

/** The proofs that a document could have in which one thing became two: there is a label too few, so one is there twice. */
function tornApart(credential: JsonObject): readonly JsonObject[] {
  const { kind, parts } = partsOf(credential)
  const at = parts.findIndex((part) => part instanceof Map)
  const labels = [...(parts[at] as Map<number, unknown>).values()]
  return arrangements(labels, labels.length + 1).map((chosen) =>
    withParts(credential, { kind, parts: parts.with(at, new Map(chosen.entries())) }),
  )
}

function arrangements<T>(items: readonly T[], length: number): readonly (readonly T[])[] {
  if (length === 0) return [[]]
  return arrangements(items, length - 1).flatMap((rest) => items.map((item) => [...rest, item]))
}

describe('ecdsa-sd-2023', () => {
  test('what anybody signs with a key of their own is not the issuer’s, whatever the proof carries', async () => {
    const base = await issueBase('ecdsa-sd-2023', { content: 'minimal' })
    const { credential } = await derive('ecdsa-sd-2023', base, ['/credentialSubject/id'])
    const { kind, parts } = partsOf(credential)
    const secret = new Uint8Array(32).fill(7)
    const own = Uint8Array.of(0x80, 0x24, ...p256.getPublicKey(secret, true))
    const signatures = (parts[2] as unknown[]).map(() => p256.sign(new Uint8Array(1), secret))
    const forged = withParts(credential, { kind, parts: [parts[0], own, signatures, parts[3], parts[4]] })
    expect(await told(forged, base)).toBe(WRONG)
    // without anything beside the compulsory, only the base signature speaks for that key
    const bare = await derive('ecdsa-sd-2023', base, [])
    const [baseSignature, , , labels, indexes] = partsOf(bare.credential).parts
    expect(await told(bare.credential, base)).toBe(PASSED)
    expect(await told(withParts(bare.credential, { kind, parts: [baseSignature, own, [], labels, indexes] }), base)).toBe(WRONG)
  })

  test('a signature that is there twice, or for another statement', async () => {
    const base = await issueBase('ecdsa-sd-2023', { content: 'minimal', change: graded })
    const { credential } = await derive('ecdsa-sd-2023', base, ['/credentialSubject/result'])
    const { kind, parts } = partsOf(credential)
    const signatures = parts[2] as Uint8Array[]
    for (const changed of [[...signatures, signatures[0]], signatures.slice(1), [...signatures].reverse()])
      expect(await told(withParts(credential, { kind, parts: parts.with(2, changed) }), base)).toBe(WRONG)
  })

  test('a key inside the proof that is no P-256 key', async () => {
    const base = await issueBase('ecdsa-sd-2023', { content: 'minimal' })
    const { credential } = await derive('ecdsa-sd-2023', base, [])
    const { kind, parts } = partsOf(credential)
    for (const key of [
      new Uint8Array(35),
      Uint8Array.of(0xed, 0x01, ...new Uint8Array(32)),
      (parts[1] as Uint8Array).slice(0, 34),
    ])
      expect(await told(withParts(credential, { kind, parts: parts.with(1, key) }), base)).toMatch(
        /^(not-verified: failed|cannot-tell)/,
      )
  })

  test('more signatures than are ever looked at', async () => {
    const base = await issueBase('ecdsa-sd-2023', { content: 'minimal' })
    const { credential } = await derive('ecdsa-sd-2023', base, [])
    const { kind, parts } = partsOf(credential)
    const many = Array.from({ length: limits.signedStatements + 1 }, () => new Uint8Array(64))
    expect(await told(withParts(credential, { kind, parts: parts.with(2, many) }), base)).toBe(
      'cannot-tell: unknown proof_too_long',
    )
  })
})

describe('bbs-2023', { timeout: 60_000 }, () => {
  const base = issueBase('bbs-2023', { content: 'minimal' })

  test('features that are no part of the baseline are said to be new to us', async () => {
    const { credential } = await derive('bbs-2023', await base, [])
    const { parts } = partsOf(credential)
    for (const kind of [4, 5, 6, 7, 8, 9])
      for (const audience of ['verifier', 'holder'] as const)
        expect(await told(withParts(credential, { kind, parts }), await base, audience)).toBe(
          'cannot-tell: unknown proof_type_unsupported',
        )
  })

  test('two proofs of one credential have nothing in common but what they show', async () => {
    const [one, other] = [await derive('bbs-2023', await base, []), await derive('bbs-2023', await base, [])]
    expect(partsOf(one.credential).parts[0]).not.toEqual(partsOf(other.credential).parts[0])
  })

  test('a proof that claims more statements than are ever looked at', async () => {
    const { credential } = await derive('bbs-2023', await base, [])
    const { kind, parts } = partsOf(credential)
    const long = new Uint8Array(272 + 32 * (limits.bbsStatements + 1))
    expect(await told(withParts(credential, { kind, parts: parts.with(0, long) }), await base)).toBe(
      'cannot-tell: unknown proof_too_long',
    )
  })

  test('a credential that has more statements than are ever looked at, in the wallet of its holder', async () => {
    const tags = Array.from({ length: limits.bbsStatements }, (_, index) => `tag ${index}`)
    const { credential } = await base
    const achievement = { ...(subjectOf(credential).achievement as JsonObject), tag: tags }
    expect(await told(withSubject(credential, { achievement }), await base, 'holder')).toBe('cannot-tell: unknown proof_too_long')
  })

  test('an index that lies outside of what was signed', async () => {
    const { credential } = await derive('bbs-2023', await base, ['/credentialSubject/id'])
    const { kind, parts } = partsOf(credential)
    for (const indexes of [[1_000_000], [-1], [0.5]])
      expect(await told(withParts(credential, { kind, parts: parts.with(3, indexes) }), await base)).toBe(GARBLED)
  })
})

describe('a suite that discloses selectively', () => {
  test('is no other suite: a proof of one does not pass under the name of another', async () => {
    const plain = await issue({ content: 'minimal', issuer: issuerOf('westbridge', { key: 'P-256' }) })
    expect(await told(withProof(plain.credential, { cryptosuite: 'ecdsa-sd-2023' }), plain)).toBe(GARBLED)
  })
})
