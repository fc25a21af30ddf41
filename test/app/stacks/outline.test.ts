import { describe, expect, test } from 'vitest'
import { outlineOf } from '../../../src/app/features/stacks/outline.view.ts'
import type { OutlineLine } from '../../../src/app/features/stacks/outline-line.ts'
import { noFilter, selectShown } from '../../../src/core/stack/select.ts'
import type { KeptStacks } from '../../../src/store/types.ts'
import type { Stacked } from '../../../src/worker/stack-types.ts'
import { badges, record } from '../../core/stack/fixtures.ts'
import { idOf, kept as mine, own, sources, stackedOf, tellingIn } from './tellings.ts'

const english = await tellingIn('en')
const nothing: KeptStacks = { stacks: [], pathways: [] }

function outline(stacked: Stacked, kept: KeptStacks = nothing, focus: string | null = null): readonly OutlineLine[] {
  const shown = selectShown({ ...stacked, filter: noFilter, focus, members: null })
  return outlineOf({ stacked, shown, kept, isWhole: focus === null, telling: english })
}

/** Titles, indented by level, to some depth. */
function titles(lines: readonly OutlineLine[], depth = 9, indent = ''): readonly string[] {
  return lines.flatMap((line) => [
    indent + line.words().title.value,
    ...(depth > 1 ? titles(line.children(), depth - 1, `${indent}  `) : []),
  ])
}

function find(lines: readonly OutlineLine[], ...path: readonly string[]): OutlineLine {
  const [title, ...rest] = path
  const found = lines.find((line) => line.words().title.value === title)
  if (!found) throw new Error(`no line ${title} among ${lines.map((line) => line.words().title.value).join(', ')}`)
  return rest.length === 0 ? found : find(found.children(), ...rest)
}

describe('the outline', () => {
  const lines = outline(stackedOf(sources))

  test('goes from degrees down, each with what it is made of; what stands alone comes last, and what nearly everything names is left out', () => {
    expect(titles(lines, 3)).toEqual([
      'Achievements',
      '  Degrees',
      '    Bachelor of Economics',
      '    Associate of Science',
      '  Badges and experience',
      '    Cloud Foundations',
      '  Standing alone',
      '    Swimming',
      'Skills and subjects',
      '  Numbers',
      '    Data Analyst',
    ])
    expect(titles(find(lines, 'Achievements', 'Degrees', 'Associate of Science').children(), 2)).toEqual([
      'Data Analyst',
      '  Charts',
      '  Tables',
      '  May add to',
      '  Skills and subjects',
    ])
  })

  test('says who says so, and how each stands', () => {
    const part = find(lines, 'Achievements', 'Degrees', 'Associate of Science', 'Data Analyst', 'Tables')
    expect(part.words().label).toBe(
      'Tables, Micro-credential, Westbridge College, Jun 1, 2024, Withdrawn by its issuer. Westbridge College says so.',
    )
    expect(find(lines, 'Achievements', 'Degrees', 'Associate of Science').words().facts).toContain('Not earned here')
  })

  test('says everything that is shown: every link is told from one of its ends at least', () => {
    const stacked = stackedOf(sources)
    const shown = selectShown({ ...stacked, filter: noFilter, focus: null, members: null })
    const told = new Set<string>()
    const walk = (all: readonly OutlineLine[], above: string | null): void => {
      for (const line of all) {
        const id = line.node?.id ?? null
        if (above !== null && id !== null) told.add([above, id].toSorted().join(' '))
        walk(line.children(), id ?? above)
      }
    }
    walk(outline(stacked), null)
    expect(shown.edges.filter(({ from, to }) => !told.has([from, to].toSorted().join(' ')))).toEqual([])
  })

  test('a circle ends with what is already above, and nothing of it is lost', () => {
    const circle = stackedOf([
      record({
        says: ['a isPartOf b', 'b isPartOf c', 'c isPartOf a'],
        holds: ['a', 'b', 'c'].map((id) => ({ id, name: id.toUpperCase(), type: 'Course' })),
      }),
    ])
    const courses = find(outline(circle), 'Achievements', 'Courses')
    expect(titles(courses.children(), 1)).toEqual(['A'])
    const again = find(courses.children(), 'A', 'C', 'B', 'A')
    expect(again.hasChildren).toBe(false)
    expect(again.words().facts).toContain('already above')
  })

  test('what we only infer stays in its own tier, under a heading that says so', () => {
    const graph = stackedOf(
      badges(
        { id: 'small', name: 'Small', type: 'Badge', field: 'Statistics', earned: '2020' },
        { id: 'big', name: 'Big', type: 'Certificate', field: 'Statistics', earned: '2021' },
      ),
    )
    expect(titles(outline(graph), 4).slice(0, 8)).toEqual([
      'Achievements',
      '  Certificates',
      '    Big',
      '      May build on',
      ...titles(outline(graph), 4).slice(4, 8),
    ])
    expect(find(outline(graph), 'Achievements', 'Badges and experience', 'Small').hasChildren).toBe(true)
  })

  test('holds the learner’s own stacks in their order; what is gone keeps its place', () => {
    const whole = outline(stackedOf(sources, { own }), { ...nothing, stacks: [mine] })
    expect(titles(find(whole, 'Your stacks', 'Mine').children())).toEqual([
      'Swimming',
      'No longer in the wallet',
      'Cloud Foundations',
    ])
    expect(find(whole, 'Your stacks', 'Mine').words().facts).toEqual(['3 items', 'each leads to the next', 'For the interview'])
  })

  test('holds pathways with how each step stands', () => {
    const pathway = {
      id: 'p',
      origin: 'ctdl' as const,
      name: [{ value: 'To analyst' }],
      owners: [],
      steps: ['charts', 'nowhere'].map((id) => ({
        id,
        kind: 'Credential',
        name: [{ value: `Step ${id}` }],
        keys: [`id:${id}`],
        requires: null,
        after: [],
      })),
      destinations: ['nowhere'],
      levels: [],
      notices: [],
    }
    const step = (id: string, state: 'counts' | 'missing') => ({
      id,
      state,
      awards: id === 'charts' ? ['record/1'] : [],
      isOpen: 'yes' as const,
    })
    const progress = {
      steps: [step('charts', 'counts'), step('nowhere', 'missing')],
      done: 1,
      of: 2,
      isComplete: 'no' as const,
      soonest: ['nowhere'],
    }
    const whole = outline(stackedOf(sources, { pathways: [{ pathway, progress }] }))
    const line = find(whole, 'Pathways', 'To analyst')
    expect(line.words().label).toBe('To analyst, 1 of 2 steps.')
    expect(line.children().map((each) => each.words().facts[0])).toEqual(['Counts', 'Missing'])
    expect(line.children()[0]?.award?.title[0]?.value).toBe('Charts')
  })

  test('shows only what belongs to the focus', () => {
    const stacked = stackedOf(sources)
    const focused = titles(outline(stacked, nothing, idOf('Swimming', stacked)))
    expect(focused).toEqual(['Achievements', '  Standing alone', '    Swimming'])
  })

  test('makes two thousand lines no sooner than they are asked for', () => {
    const many = stackedOf(badges(...Array.from({ length: 2_000 }, (_, place) => ({ id: `b${place}`, name: `Badge ${place}` }))))
    const start = performance.now()
    const [branch] = outline(many)
    const [alone] = branch?.children() ?? []
    const all = alone?.children() ?? []
    console.log(`2,000 lines of an outline made in ${Math.round(performance.now() - start)} ms`)
    expect(all).toHaveLength(2_000)
    expect(alone?.words().label).toBe('Standing alone, 2,000 items')
  })
})
