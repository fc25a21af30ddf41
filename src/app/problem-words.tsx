import { createMemo, type JSX, Suspense } from 'solid-js'
import type { Problem } from '../core/problem.ts'
import { problemSentence } from '../text/verdict.ts'
import { useTexts } from './text.ts'

/** A coded problem in the reader's words. */
export default function ProblemWords(props: { readonly problem: Problem }): JSX.Element {
  const texts = useTexts()
  const words = createMemo(() => {
    const findings = texts.findings()
    return findings && problemSentence(props.problem, findings, texts.formats().date)
  })
  return <Suspense fallback={texts.ui().loading}>{words()}</Suspense>
}
