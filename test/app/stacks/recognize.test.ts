import { describe, expect, test } from 'vitest'
import { isPathwayFile, looksLikePathway } from '../../../src/app/stacks/recognize.ts'

const bytes = (value: unknown) => new TextEncoder().encode(typeof value === 'string' ? value : JSON.stringify(value))
const context = 'https://credreg.net/ctdl/schema/context/json'

describe('a pathway among what is given', () => {
  test.for([
    ['the graph of a registry', { '@context': context, '@graph': [{ '@type': 'ceterms:Pathway' }] }],
    ['a pathway without a prefix', { '@context': context, '@type': 'Pathway' }],
    ['a list', [{ '@type': 'ceterms:Pathway' }]],
    ['credentials that say what they prepare for', { '@type': 'ceterms:Badge', 'ceterms:isPreparationFor': [] }],
    ['one with a byte order mark', `\ufeff${JSON.stringify({ '@context': context, '@type': 'ceterms:Pathway' })}`],
  ] as const)('is recognized: %s', ([, document]) => {
    expect(looksLikePathway(bytes(document))).toBe(true)
  })

  test.for([
    ['a credential that is aligned to a pathway', { credentialSubject: { targetType: 'ceterms:Pathway' } }],
    ['a text about pathways', 'The Pathway in "ceterms: is a way to a goal'],
    ['a document of another kind', { '@context': 'https://schema.org', '@type': 'Pathway' }],
    ['nothing', ''],
  ] as const)('is not taken for one: %s', ([, document]) => {
    expect(looksLikePathway(bytes(document))).toBe(false)
  })

  test('a file that is too large is not read', async () => {
    const file = new File([bytes({ '@type': 'ceterms:Pathway' })], 'large.json')
    expect(await isPathwayFile(file)).toBe(true)
    Object.defineProperty(file, 'size', { value: 10 ** 9 })
    expect(await isPathwayFile(file)).toBe(false)
  })
})
