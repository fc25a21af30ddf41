import { describe, expect, test } from 'vitest'
import type { JsonObject } from '../../src/core/model/json.ts'
import { breakNested, issueClr2, nestedBreakages, pathsIn } from './clr2.ts'
import { signatureHolds } from './second-opinion.ts'

describe('a test record of CLR 2.0', () => {
  test.for([
    { dataModel: '2.0', securing: 'embedded', clr: '2.0.1' },
    { dataModel: '2.0', securing: 'jwt', clr: '2.0.1' },
    { dataModel: '1.1', securing: 'embedded', clr: '2.0.1' },
    { dataModel: '1.1', securing: 'embedded', clr: '2.0.0' },
    { dataModel: '1.1', securing: 'jwt', clr: '2.0.0' },
  ] as const)('is signed as libraries of others accept it: VC $dataModel, CLR $clr, $securing', async (options) => {
    const { text, documents } = await issueClr2({ count: 6, ...options })
    expect(await signatureHolds(text, documents)).toBe(true)
  })

  test.for([1, 2, 3, 40])('holds as many credentials as it is asked for: %i', async (count) => {
    const { verifiableCredential } = (await issueClr2({ count })).credential.credentialSubject as JsonObject
    expect(verifiableCredential).toHaveLength(count)
  })

  test('is the same bytes each time', async () => {
    expect((await issueClr2({ count: 7 })).text).toBe((await issueClr2({ count: 7 })).text)
  })

  test('with something wrong inside still has a proof that holds, unless what has no proof of its own was altered', async () => {
    const record = await issueClr2({ count: 5 })
    for (const how of nestedBreakages) {
      const { text, documents } = await breakNested(record, 0, how)
      expect(await signatureHolds(text, documents), how).toBe(true)
    }
    const altered = await breakNested(record, 3, 'altered')
    expect(await signatureHolds(altered.text, altered.documents)).toBe(false)
  })

  test('knows where every credential inside it lies', async () => {
    const record = await issueClr2({ count: 3 })
    expect(pathsIn(record)).toEqual([[0], [1], [2], [2, 0], [2, 1]])
    await expect(async () => breakNested(record, [], 'altered')).rejects.toThrow('not inside')
    await expect(async () => breakNested(record, [0, 0], 'altered')).rejects.toThrow('no credential')
  })
})
