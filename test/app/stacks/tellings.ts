import type { StackTelling } from '../../../src/app/features/stacks/describe.ts'
import { analyse } from '../../../src/core/stack/analysis.ts'
import { buildGraph } from '../../../src/core/stack/graph.ts'
import type { StackSource } from '../../../src/core/stack/types.ts'
import type { KeptStack } from '../../../src/store/types.ts'
import { createFormats } from '../../../src/text/format.ts'
import { type Language, loadInterface } from '../../../src/text/index.ts'
import { loadStacks } from '../../../src/text/stacks.ts'
import type { Stacked, StackInput } from '../../../src/worker/stack-types.ts'
import { alignment, badges, ownStack, record } from '../../core/stack/fixtures.ts'

/** The words and formats of one language. */
export async function tellingIn(language: Language, stacks: StackTelling['stacks'] = []): Promise<StackTelling> {
  const [{ relations }, ui] = await Promise.all([loadStacks(language), loadInterface(language)])
  return { languages: [language], words: relations, ui, formats: createFormats(language, 'UTC'), stacks }
}

/** The graph of some sources, with pathways as they are given. */
export function stackedOf(
  sources: readonly StackSource[],
  { own = [], pathways = [] }: { readonly own?: StackInput['own']; readonly pathways?: Stacked['pathways'] } = {},
): Stacked {
  const graph = buildGraph({ sources, own, pathways: pathways.map(({ pathway }) => pathway) })
  return { graph, analysis: analyse(graph), pathways }
}

/** The id of the achievement or skill that is called so. */
export function idOf(name: string, { graph }: Stacked): string {
  const found = [...graph.achievements, ...graph.skills].find((node) => node.name[0]?.value === name)
  if (!found) throw new Error(`nothing is called ${name}`)
  return found.id
}

const dataAnalysis = alignment('Data analysis', { code: 'ce-11111111-2222-4333-8444-555555555555' })

/** One of each: parts of a certificate towards a degree not yet earned, a badge that adds to a finished degree, one withdrawn, one alone. */
export const sources: readonly StackSource[] = [
  record({
    says: ['charts isPartOf analyst', 'tables isPartOf analyst', 'analyst isChildOf degree', 'charts precedes tables'],
    holds: [
      { id: 'charts', name: 'Charts', type: 'MicroCredential', earned: '2023', alignments: [dataAnalysis] },
      {
        id: 'tables',
        name: 'Tables',
        type: 'MicroCredential',
        earned: '2024',
        award: { verdict: 'not-verified', code: 'status_revoked' },
      },
      { id: 'analyst', name: 'Data Analyst', type: 'Certificate', earned: '2025', alignments: [dataAnalysis], tags: ['Numbers'] },
    ],
    defines: [{ id: 'degree', name: 'Associate of Science', type: 'AssociateDegree' }],
  }),
  ...badges(
    { id: 'bachelor', name: 'Bachelor of Economics', type: 'BachelorDegree', earned: '2020', alignments: [dataAnalysis] },
    {
      id: 'cloud',
      name: 'Cloud Foundations',
      type: 'Badge',
      by: 'Kestrel Labs',
      earned: '2024',
      alignments: [dataAnalysis],
      award: { issuerLevel: 'key', issuerKnownAs: '' },
    },
    { id: 'swim', name: 'Swimming', type: 'Badge', earned: '2019' },
  ),
]

/** A stack of the learner's own over two of these, and one that is gone. */
export const kept: KeptStack = {
  id: 'stack Mine',
  name: 'Mine',
  description: 'For the interview',
  isOrdered: true,
  members: [
    { digest: 'source of swim', part: '' },
    { digest: 'gone', part: '' },
    { digest: 'source of cloud', part: '' },
  ],
  createdAt: '2026-01-01T00:00:00Z',
  changedAt: '2026-01-01T00:00:00Z',
}

export const own = [{ ...ownStack('Mine', true, kept.members), id: kept.id }]
