import { createResource, createSignal, type JSX, Show } from 'solid-js'
import type { Problem } from '../../core/problem.ts'
import type { SecurityText } from '../../text/security.ts'
import type { PassphraseStrength } from '../passphrase-strength.ts'
import { useTexts } from '../text.ts'
import { Trouble } from '../trouble.tsx'
import { Button } from '../ui/button.tsx'
import { SecretField } from '../ui/secret-field.tsx'
import { mismatch } from './new-passphrase.view.ts'
import { passphraseTyped } from './typed.ts'
import './secure.css'

/** A passphrase of one's own, typed twice, or six words that are drawn. What is too easy to guess is refused. */
export function NewPassphrase(props: {
  readonly text: SecurityText
  /** What its field and its button are called, where it is not for the wallet. */
  readonly labels?: Pick<SecurityText['secure'], 'fresh' | 'go'>
  /** What was typed already. */
  readonly first?: string
  readonly onChosen: (passphrase: string) => void
}): JSX.Element {
  const { language } = useTexts()
  const [typed, setTyped] = createSignal(props.first ?? '')
  const [again, setAgain] = createSignal('')
  const [drawn, setDrawn] = createSignal<string | null>(null)
  const [isTried, setIsTried] = createSignal(false)
  const [problem, setProblem] = createSignal<Problem | null>(null)
  // Judged from the start, as far as the page is concerned: to wait for the first judgement would take the field from under the hand.
  const [strength] = createResource(() => passphraseTyped(typed()) || null, judged, { initialValue: null })
  const words = () => props.text.secure
  const labels = () => props.labels ?? words()
  let first: HTMLInputElement | undefined

  async function draw(): Promise<void> {
    const { newPassphrase } = await import('../../core/passphrase.ts')
    const made = await newPassphrase(language())
    if (!made.ok) return void setProblem(made.problem)
    setDrawn(made.value)
    begin()
  }

  function begin(): void {
    setTyped('')
    setAgain('')
    setIsTried(false)
    setProblem(null)
    first?.focus()
  }

  async function choose(event: SubmitEvent): Promise<void> {
    event.preventDefault()
    setIsTried(true)
    setProblem(null)
    if (mismatch(typed(), again(), drawn()) !== null) return first?.focus()
    const passphrase = drawn() ?? passphraseTyped(typed())
    const found = await judged(passphrase)
    if (found === null) setProblem({ code: 'unexpected' })
    else if (found.judgement === 'too-easy') first?.focus()
    else props.onChosen(passphrase)
  }

  const isTooEasy = () => strength.latest?.judgement === 'too-easy'
  const hint = () => {
    const kind = mismatch(typed(), again(), drawn())
    if (isTried() && kind === 'none') return props.text.ask.none
    if (isTried() && kind === 'not-drawn') return words().notDrawn
    if (isTried() && isTooEasy()) return words().tooEasy
    return <Strength words={words()} strength={typed() === '' || drawn() !== null ? null : strength.latest} />
  }
  const againHint = () => {
    const kind = mismatch(typed(), again(), drawn())
    if (!isTried() || typed() === '') return ''
    return kind === 'not-again' ? words().differsYet : kind === 'differs' ? words().differs : ''
  }

  return (
    <form class="secure-form" onSubmit={(event) => void choose(event)} novalidate>
      <Show when={drawn()}>
        {(six) => (
          <div class="drawn" role="status">
            <p>{words().generated}</p>
            <p class="drawn-words" translate="no">
              {six()}
            </p>
          </div>
        )}
      </Show>
      <SecretField
        ref={(input) => {
          first = input
        }}
        label={labels().fresh}
        autocomplete="new-password"
        value={typed()}
        onInput={setTyped}
        hint={hint()}
        isWrong={isTried() && (isTooEasy() || ['none', 'not-drawn'].includes(mismatch(typed(), again(), drawn()) ?? ''))}
      />
      <Show when={drawn() === null}>
        <SecretField
          label={words().again}
          autocomplete="new-password"
          value={again()}
          onInput={setAgain}
          hint={againHint()}
          isWrong={againHint() !== ''}
        />
      </Show>
      <div role="alert">
        <Trouble problem={problem()} />
      </div>
      <div class="actions">
        <Button type="submit" tone="primary">
          {labels().go}
        </Button>
        <Button onClick={() => void draw()}>{words().generate}</Button>
        <Show when={drawn() !== null}>
          <Button
            tone="quiet"
            onClick={() => {
              setDrawn(null)
              begin()
            }}
          >
            {words().own}
          </Button>
        </Show>
      </div>
    </form>
  )
}

/** Null when the judge did not arrive. */
async function judged(passphrase: string): Promise<PassphraseStrength | null> {
  const found = await import('../passphrase-strength.ts').then(
    ({ judgePassphrase }) => judgePassphrase(passphrase),
    () => null,
  )
  return found?.ok ? found.value : null
}

function Strength(props: { readonly words: SecurityText['secure']; readonly strength: PassphraseStrength | null }): JSX.Element {
  return (
    <Show when={props.strength}>
      {(found) => (
        <span class="strength" data-judgement={found().judgement}>
          {props.words.judgements[found().judgement]}
          <Show when={found().weakness}>{(weakness) => ` ${props.words.weaknesses[weakness()]}`}</Show>
        </span>
      )}
    </Show>
  )
}
