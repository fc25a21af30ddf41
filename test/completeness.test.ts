import { describe, expect, test } from 'vitest'
import { checkIds, questions } from '../src/core/model/report.ts'
import type { ProblemCode } from '../src/core/problem.ts'
import { problems } from '../src/core/problems.ts'
import { languages, loadFindings, loadInterface } from '../src/text/index.ts'

const codes = Object.keys(problems) as ProblemCode[]
const readers = Object.values(
  import.meta.glob<string>(['../src/**/*.{ts,tsx}', '!../src/core/problems.ts', '!../src/text/**'], {
    query: '?raw',
    import: 'default',
    eager: true,
  }),
)

/** Facts as any problem may carry them, ready to be said; a sentence takes what it needs. */
const someFacts = new Proxy<Record<string, string>>({}, { get: () => 'fact', has: () => true })

describe.for(languages)('in %s', async (language) => {
  const findings = await loadFindings(language)

  test('every problem has a sentence that reads well with facts and without', () => {
    for (const code of codes) {
      for (const said of [{}, someFacts]) expect(findings.problems[code](said), code).toSatisfy(isSentence)
    }
  })

  test('every check and question has its words', () => {
    for (const id of checkIds) {
      expect(findings.checks[id].name, id).not.toBe('')
      expect(findings.checks[id].passed({}), id).toSatisfy(isSentence)
    }
    for (const question of questions) expect(findings.questions[question]).not.toBe('')
  })

  test('the screens say what the English ones say, in words of their own', async () => {
    const english = wordsOf(await loadInterface('en'))
    const here = wordsOf(await loadInterface(language))
    expect([...here.keys()]).toEqual([...english.keys()])
    if (language === 'en') return
    const untranslated = [...here].filter(([key, words]) => words === english.get(key) && words.split(' ').length > 3)
    expect(untranslated).toEqual([])
  })
})

test('every problem code is one that something says', () => {
  // 'unexpected' is what `attempt` says unless told otherwise.
  expect(codes.filter((code) => code !== 'unexpected' && !readers.some((text) => text.includes(`'${code}'`)))).toEqual([])
})

function isSentence(text: string): boolean {
  return text.trim().length > 3 && !/undefined|\[object|NaN|\bnull\b|[<>]/.test(text)
}

/** Every text of a catalogue by its path; functions count by their place alone. */
function wordsOf(catalogue: object, path = ''): Map<string, string> {
  return new Map(
    Object.entries(catalogue).flatMap(([name, value]): [string, string][] => {
      const here = `${path}/${name}`
      if (typeof value === 'string') return [[here, value]]
      return value && typeof value === 'object' ? [...wordsOf(value, here)] : [[here, '']]
    }),
  )
}
