import { createSignal, type JSX, Show } from 'solid-js'
import type { ViewText } from '../../../text/view.ts'
import { Button } from '../../ui/button.tsx'
import type { ReadCredential, Reader } from './reader.ts'
import { emailIn, personAnswerOf } from './view.view.ts'

interface PersonProps {
  readonly reader: Reader
  readonly text: ViewText
  /** What came of it, for the e-mail that was claimed. */
  readonly children: (claimed: string) => JSX.Element
}

/** Asks who this should be, and says whether it was issued to them. */
export function Person(props: PersonProps): JSX.Element {
  const words = () => props.text.person
  const [isRefused, setIsRefused] = createSignal(false)
  const now = () => {
    const reading = props.reader.reading()
    return reading.step === 'read' ? reading : { claimed: '', isComparing: false }
  }
  const [typed, setTyped] = createSignal(now().claimed)

  function compare(event: SubmitEvent): void {
    event.preventDefault()
    const email = emailIn(typed())
    setIsRefused(email === null)
    if (email !== null) void props.reader.compare(email)
  }
  function forget(): void {
    setTyped('')
    setIsRefused(false)
    void props.reader.compare('')
  }

  return (
    <form class="person" onSubmit={compare} classList={{ 'no-print': now().claimed === '' }} novalidate>
      <div class="field no-print">
        <label class="label" for="person-email">
          {words().label}
        </label>
        <input
          class="input"
          id="person-email"
          type="text"
          inputmode="email"
          autocomplete="off"
          autocapitalize="off"
          spellcheck={false}
          dir="ltr"
          aria-describedby="person-hint"
          aria-invalid={isRefused()}
          value={typed()}
          onInput={(event) => setTyped(event.currentTarget.value)}
        />
        <p class="hint" id="person-hint" aria-live="polite">
          {isRefused() ? words().notAddress : words().hint}
        </p>
      </div>
      <div class="actions no-print">
        <Button type="submit">{now().isComparing ? words().comparing : words().compare}</Button>
        <Show when={now().claimed}>
          <Button tone="quiet" onClick={forget}>
            {words().forget}
          </Button>
        </Show>
      </div>
      <div role="status">
        <Show when={!now().isComparing && now().claimed}>{(claimed) => props.children(claimed())}</Show>
      </div>
    </form>
  )
}

/** What came of comparing one credential with an e-mail. */
export function PersonAnswerWords(props: {
  readonly item: ReadCredential
  readonly claimed: string
  readonly text: ViewText
}): JSX.Element {
  const answer = () => personAnswerOf(props.item, props.claimed)
  return (
    <p class="person-answer" data-answer={answer()} dir="auto">
      {props.text.person.answers[answer()](props.claimed)}
    </p>
  )
}
