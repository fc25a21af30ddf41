import { loadFindings } from '../text/index.ts'
import { messageOf, plainDate, problemSentence } from '../text/verdict.ts'
import type { Sentences } from './report-line.ts'

/** The sentences of a report, in English: what reads this output reads codes first. */
export async function loadSentences(): Promise<Sentences> {
  const text = await loadFindings('en')
  // Made once: one for each sentence would be a sixth of the work on a long list.
  const formatDate = plainDate(text.language)
  return {
    messageOf: (finding) => messageOf(finding, text, formatDate),
    errorOf: (problem) => problemSentence(problem, text, formatDate),
  }
}
