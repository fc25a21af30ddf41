import { loadFindings } from '../text/index.ts'
import { messageOf, problemSentence } from '../text/verdict.ts'
import type { Sentences } from './report-line.ts'

/** The sentences of a report, in English: what reads this output reads codes first. */
export async function loadSentences(): Promise<Sentences> {
  const text = await loadFindings('en')
  return {
    messageOf: (finding) => messageOf(finding, text),
    errorOf: (problem) => problemSentence(problem, text),
  }
}
