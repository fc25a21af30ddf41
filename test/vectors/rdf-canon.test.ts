import { NQuads } from 'rdf-canonize'
import { describe, expect, test } from 'vitest'
import { canonizeRdf } from '../../src/core/jsonld/canonize.ts'
import { attempt } from '../../src/core/problem.ts'
import { describeVectors, jsonOf, textOf } from './vectors.ts'

interface Case {
  readonly id: string
  readonly type: 'rdfc:RDFC10EvalTest' | 'rdfc:RDFC10MapTest' | 'rdfc:RDFC10NegativeEvalTest'
  readonly name: string
  readonly action: string
  readonly result?: string
  readonly hashAlgorithm?: string
}

/** The suite has more cases than there is data here: those without are not run. */
function cases(type: Case['type']): readonly Case[] {
  const { entries } = jsonOf('rdf-canon/manifest.jsonld') as unknown as { entries: readonly Case[] }
  return entries.filter((one) => one.type === type && readable(one.action) && (one.result === undefined || readable(one.result)))
}

function readable(file: string): boolean {
  try {
    textOf(`rdf-canon/${file}`)
    return true
  } catch {
    return false
  }
}

function canonical({ action, hashAlgorithm }: Case) {
  const dataset = NQuads.parse(textOf(`rdf-canon/${action}`))
  return canonizeRdf(dataset, hashAlgorithm === 'SHA384' ? 'SHA-384' : 'SHA-256')
}

/** The input's quads with blank nodes renamed as the map says: sorted, each once. */
function renamed(action: string, map: Readonly<Record<string, string>>): string {
  const lines = textOf(`rdf-canon/${action}`)
    .split('\n')
    .filter((line) => line.trim() !== '')
  const quads = NQuads.parse(lines.join('\n')) as readonly Record<'subject' | 'predicate' | 'object' | 'graph', Term>[]
  const rename = (term: Term) =>
    term.termType === 'BlankNode' ? { ...term, value: String(map[term.value.replace(/^_:/, '')]) } : term
  const serialised = quads.map((quad) =>
    NQuads.serialize([{ ...quad, subject: rename(quad.subject), object: rename(quad.object), graph: rename(quad.graph) }]),
  )
  return [...new Set(serialised)].sort().join('')
}
interface Term {
  readonly termType: string
  readonly value: string
}

describeVectors('RDF dataset canonicalization, RDFC-1.0', () => {
  test('has all kinds of cases', () => {
    expect(cases('rdfc:RDFC10EvalTest').length).toBeGreaterThan(40)
    expect(cases('rdfc:RDFC10MapTest').length).toBeGreaterThan(8)
    expect(cases('rdfc:RDFC10NegativeEvalTest')).toHaveLength(1)
  })

  describe('gives the canonical form', () => {
    for (const one of cases('rdfc:RDFC10EvalTest'))
      test(`${one.id} ${one.name}`, async () => expect(await canonical(one)).toBe(textOf(`rdf-canon/${one.result}`)))
  })

  describe('names blank nodes as the published map does', () => {
    for (const one of cases('rdfc:RDFC10MapTest'))
      test(`${one.id} ${one.name}`, async () => {
        const map = jsonOf(`rdf-canon/${one.result}`) as Readonly<Record<string, string>>
        expect(await canonical(one)).toBe(renamed(one.action, map))
      })
  })

  describe('gives up on a poisoned graph, with a code', () => {
    for (const one of cases('rdfc:RDFC10NegativeEvalTest'))
      test(`${one.id} ${one.name}`, async () => {
        expect(await attempt(() => canonical(one))).toEqual({ ok: false, problem: { code: 'canonicalization_too_hard' } })
      })
  })
})
