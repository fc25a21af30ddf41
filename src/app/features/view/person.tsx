import { createMemo, createSignal, createUniqueId, For, type JSX, Show } from 'solid-js'
import { readClaim } from '../../../core/identity/claim.ts'
import type { IdentityKind } from '../../../core/identity/kinds.ts'
import { cleaned } from '../../../text/verdict.ts'
import type { ViewText } from '../../../text/view.ts'
import { claimIn, claimWords } from '../../claims.ts'
import { Button } from '../../ui/button.tsx'
import type { ReadCredential, Reader } from './reader.ts'
import { kindsToCompare, personAnswerOf } from './view.view.ts'

interface PersonProps {
  readonly reader: Reader
  readonly text: ViewText
  /** What came of it, for the identity that was claimed. */
  readonly children: (claimed: string) => JSX.Element
}

/** Asks who this should be, by what the credentials name people by, and says whether it was issued to them. */
export function Person(props: PersonProps): JSX.Element {
  const words = () => props.text.person
  const id = createUniqueId()
  const [isRefused, setIsRefused] = createSignal(false)
  const now = () => {
    const reading = props.reader.reading()
    return reading.step === 'read' ? reading : { items: [], claimed: '', isComparing: false }
  }
  const kinds = createMemo(() => kindsToCompare(now().items), undefined, { equals: sameKinds })
  const [typed, setTyped] = createSignal(claimWords(now().claimed))
  const [chosen, setChosen] = createSignal<IdentityKind | null>(now().claimed === '' ? null : readClaim(now().claimed).kind)
  const kind = () => kinds().find((each) => each === chosen()) ?? kinds()[0] ?? 'email'

  function compare(event: SubmitEvent): void {
    event.preventDefault()
    // A badge that does not tell the kind may mean any.
    const claim = claimIn(kind() === 'identifier' ? null : kind(), typed())
    setIsRefused(claim === null)
    if (claim !== null) void props.reader.compare(claim)
  }
  function forget(): void {
    setTyped('')
    setIsRefused(false)
    void props.reader.compare('')
  }

  return (
    <form class="person" onSubmit={compare} classList={{ 'no-print': now().claimed === '' }} novalidate>
      <Show when={kinds().length > 1}>
        <div class="field no-print">
          <label class="label" for={`${id}-kind`}>
            {words().by}
          </label>
          <select
            class="input"
            id={`${id}-kind`}
            onChange={(event) => {
              setChosen(kinds()[event.currentTarget.selectedIndex] ?? null)
              setIsRefused(false)
            }}
          >
            <For each={kinds()}>
              {(each) => <option selected={each === kind()}>{own(words().kinds, each) ?? cleaned(each)}</option>}
            </For>
          </select>
        </div>
      </Show>
      <div class="field no-print">
        <label class="label" for={`${id}-value`}>
          {own(words().labels, kind()) ?? words().labels.other}
        </label>
        <input
          class="input"
          id={`${id}-value`}
          type="text"
          inputmode={inputModes[kind()] ?? 'text'}
          autocomplete="off"
          autocapitalize="off"
          spellcheck={false}
          dir="ltr"
          aria-describedby={`${id}-hint`}
          aria-invalid={isRefused()}
          value={typed()}
          onInput={(event) => setTyped(event.currentTarget.value)}
        />
        <p class="hint" id={`${id}-hint`} aria-live="polite">
          {isRefused() ? (own(words().refused, kind()) ?? words().refused.other) : words().hint}
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

const inputModes: Readonly<Record<string, 'email' | 'tel' | 'url'>> = { email: 'email', telephone: 'tel', url: 'url' }

function own(texts: Readonly<Record<string, string>>, kind: IdentityKind): string | undefined {
  return Object.hasOwn(texts, kind) ? texts[kind] : undefined
}

function sameKinds(one: readonly IdentityKind[], other: readonly IdentityKind[]): boolean {
  return one.length === other.length && one.every((kind, index) => kind === other[index])
}

/** What came of comparing one credential with an identity. */
export function PersonAnswerWords(props: {
  readonly item: ReadCredential
  readonly claimed: string
  readonly text: ViewText
}): JSX.Element {
  const answer = () => personAnswerOf(props.item, props.claimed)
  return (
    <p class="person-answer" data-answer={answer()} dir="auto">
      {props.text.person.answers[answer()](claimWords(props.claimed))}
    </p>
  )
}
