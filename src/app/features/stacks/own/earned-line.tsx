import { type JSX, Show } from 'solid-js'
import { sealName } from '../../../../text/seal-name.ts'
import { Words } from '../../../credential/words.tsx'
import { reasonWords } from '../../../reason.ts'
import { useTexts } from '../../../text.ts'
import { Seal } from '../../../ui/seal.tsx'
import { AwardPicture } from '../picture.tsx'
import type { Earned } from './earned.ts'

/** Something earned, in one line: its picture in its seal, what it is, who gave it, and why it needs a look when it does. */
export function EarnedLine(props: { readonly earned: Earned }): JSX.Element {
  const texts = useTexts()
  const { ui, formats } = texts
  const award = () => props.earned.award
  const reason = () => reasonWords(award(), ui(), formats())
  const sealLabel = () => {
    // The list does not wait for the sentences: until they are there the seal says the verdict alone.
    const findings = texts.findings.state === 'ready' ? texts.findings() : undefined
    return findings ? sealName('', award().questions, findings) : ui().wallet.verdicts[award().verdict]
  }
  return (
    <>
      <Seal questions={award().questions} size="row" label={sealLabel()}>
        <AwardPicture award={award()} issuer={props.earned.issuer} />
      </Seal>
      <span class="own-words">
        <span class="serif">
          <Words phrase={props.earned.title} />
        </span>
        <span class="soft small">
          <bdi>{props.earned.issuer}</bdi>
          <Show when={award().earned}>{(earned) => <> · {formats().shortDate(earned())}</>}</Show>
        </span>
        <Show when={reason()}>{(words) => <span class="own-reason small">{words()}</span>}</Show>
      </span>
    </>
  )
}
