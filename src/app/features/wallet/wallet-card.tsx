import { createMemo, type JSX, Show } from 'solid-js'
import type { Card, Settings } from '../../../store/types.ts'
import { kindName } from '../../../text/kinds.ts'
import { sealName } from '../../../text/seal-name.ts'
import { issuerName } from '../../issuer-name.ts'
import { credentialPath, href } from '../../paths.ts'
import { reasonWords } from '../../reason.ts'
import { useTexts } from '../../text.ts'
import { Seal } from '../../ui/seal.tsx'
import { CardPicture } from './card-picture.tsx'

/** One credential in the wallet: its picture in its seal, what it is, who gave it, and why it needs a look when it does. */
export function WalletCard(props: {
  readonly card: Card
  readonly layout: Settings['walletLayout']
  readonly beside: boolean
  readonly isOpen: boolean
}): JSX.Element {
  const texts = useTexts()
  const { ui, formats } = texts
  const reason = createMemo(() => reasonWords(props.card, ui(), formats()))
  const sealLabel = () => {
    // The list does not wait for the sentences: until they are there the seal says the verdict alone.
    const findings = texts.findings.state === 'ready' ? texts.findings() : undefined
    return findings ? sealName('', props.card.questions, findings) : ui().wallet.verdicts[props.card.verdict]
  }
  return (
    <a
      class="card"
      data-id={props.card.id}
      data-verdict={props.card.verdict}
      href={href(credentialPath(props.card.id))}
      {...(props.beside && { noScroll: true })}
      aria-current={props.isOpen ? 'true' : undefined}
    >
      <span class="card-words">
        <span class="card-title" dir="auto">
          {props.card.title || kindName(props.card.kind, ui()) || ui().wallet.untitled}
        </span>
        <span class="card-issuer" dir="auto">
          {props.card.parts > 0 ? `${ui().wallet.parts(props.card.parts)} · ` : ''}
          {issuerName(props.card, ui())}
        </span>
        <Show when={reason()} fallback={<span class="card-date">{formats().date(props.card.issued)}</span>}>
          {(words) => <span class="card-reason">{words()}</span>}
        </Show>
        <Show when={props.card.example}>
          <span class="card-example">{ui().wallet.example}</span>
        </Show>
      </span>
      <span class="card-seal">
        <Seal questions={props.card.questions} size={props.layout === 'list' ? 'row' : 'card'} label={sealLabel()}>
          <CardPicture card={props.card} />
        </Seal>
      </span>
    </a>
  )
}
