import { createResource, createSignal, createUniqueId, For, type JSX, Show } from 'solid-js'
import { loadPersonal, type PersonalText } from '../../../text/personal.ts'
import type { Identities } from '../../identities.ts'
import { useServices } from '../../services.ts'
import { useTexts } from '../../text.ts'
import { Button } from '../../ui/button.tsx'
import { Progress } from '../../ui/progress.tsx'
import { showToast } from '../../ui/toasts.tsx'
import { type Choice, type ClaimView, choices, claimsWith, claimTyped, claimView } from './identities.view.ts'
import { Section } from './section.tsx'
import './trust.css'

/** The identities that the learner claims, by which badges that hide whom they name are told to be theirs. */
export function IdentitiesSection(): JSX.Element {
  const { language } = useTexts()
  const services = useServices()
  const [text] = createResource(language, loadPersonal)
  const [identities] = createResource(() => services.identities())
  return (
    <Show when={text.latest?.identities}>
      {(words) => (
        <Section title={words().title}>
          <p>{words().lead}</p>
          <p class="soft">{words().quiet}</p>
          <Show when={identities.latest}>{(loaded) => <Claims identities={loaded()} text={words()} />}</Show>
        </Section>
      )}
    </Show>
  )
}

interface ClaimsProps {
  readonly identities: Identities
  readonly text: PersonalText['identities']
}

function Claims(props: ClaimsProps): JSX.Element {
  const { settings } = useServices()
  const claims = () => settings().identities
  /** The claim that is being changed; null while one is added. */
  const [changing, setChanging] = createSignal<ClaimView | null>(null)
  let adding: HTMLFormElement | undefined

  async function remove({ claim, value }: ClaimView): Promise<void> {
    const { identities, text } = props
    if (changing()?.claim === claim) setChanging(null)
    showToast({ words: text.removed(value) })
    await identities.keep(claims().filter((each) => each !== claim))
  }

  async function keep(claim: string): Promise<void> {
    const { identities, text } = props
    const before = changing()?.claim ?? null
    setChanging(null)
    showToast({ words: text.added(claimView(claim, text).value) })
    await identities.keep(claimsWith(claims(), claim, before))
  }

  function change(view: ClaimView): void {
    setChanging(view)
    adding?.querySelector('input')?.focus()
  }

  return (
    <>
      <h3>{props.text.list}</h3>
      <Show when={claims().length > 0} fallback={<p class="soft">{props.text.none}</p>}>
        <ul class="trust-rows">
          <For each={claims()}>
            {(claim) => {
              const view = () => claimView(claim, props.text)
              return (
                <li class="trust-row">
                  <div class="trust-words">
                    <p class="trust-name">
                      <bdi>{view().value}</bdi>
                    </p>
                    <p class="soft small">{view().kind}</p>
                  </div>
                  <div class="trust-actions">
                    <Button tone="quiet" aria-label={props.text.changeNamed(view().value)} onClick={() => change(view())}>
                      {props.text.change}
                    </Button>
                    <Button tone="quiet" aria-label={props.text.removeNamed(view().value)} onClick={() => void remove(view())}>
                      {props.text.remove}
                    </Button>
                  </div>
                </li>
              )
            }}
          </For>
        </ul>
      </Show>
      <ClaimForm
        ref={(form) => {
          adding = form
        }}
        before={changing()}
        text={props.text}
        onKeep={(claim) => void keep(claim)}
        onLeave={() => setChanging(null)}
      />
      <div role="status">
        <Show when={props.identities.progress()}>
          {(parts) => (
            <Progress value={parts().ready} max={parts().total} words={props.text.comparing(parts().ready, parts().total)} />
          )}
        </Show>
      </div>
    </>
  )
}

interface FormProps {
  readonly ref: (form: HTMLFormElement) => void
  /** What is being changed; null when something is added. */
  readonly before: ClaimView | null
  readonly text: PersonalText['identities']
  readonly onKeep: (claim: string) => void
  readonly onLeave: () => void
}

/** Adds an identity, or changes one: filled anew whenever what is changed is another. */
function ClaimForm(props: FormProps): JSX.Element {
  return (
    <form class="trust-own" ref={(form) => props.ref(form)} onSubmit={(event) => event.preventDefault()} novalidate>
      <Show when={props.before} keyed fallback={<ClaimFields {...props} before={null} />}>
        {(before) => <ClaimFields {...props} before={before} />}
      </Show>
    </form>
  )
}

function ClaimFields(props: FormProps): JSX.Element {
  const { ui } = useTexts()
  const id = createUniqueId()
  const [choice, setChoice] = createSignal<Choice>(props.before?.choice ?? 'email')
  const [typed, setTyped] = createSignal(props.before?.value ?? '')
  const [isRefused, setIsRefused] = createSignal(false)

  function keep(): void {
    const claim = claimTyped(choice(), typed(), props.before?.claim ?? null)
    setIsRefused(claim === null)
    if (claim === null) return
    setTyped('')
    props.onKeep(claim)
  }

  return (
    <>
      <div class="field">
        <label class="label" for={`${id}-kind`}>
          {props.text.kind}
        </label>
        <select
          class="input"
          id={`${id}-kind`}
          onChange={(event) => {
            setChoice(choices[event.currentTarget.selectedIndex] ?? 'email')
            setIsRefused(false)
          }}
        >
          <For each={choices}>
            {(each) => (
              <option value={each} selected={each === choice()}>
                {props.text.kinds[each]}
              </option>
            )}
          </For>
        </select>
      </div>
      <div class="field">
        <label class="label" for={`${id}-value`}>
          {props.text.value}
        </label>
        <input
          class="input"
          id={`${id}-value`}
          type="text"
          inputmode={choice() === 'email' ? 'email' : choice() === 'telephone' ? 'tel' : choice() === 'url' ? 'url' : 'text'}
          autocomplete="off"
          autocapitalize="off"
          spellcheck={false}
          dir="ltr"
          maxlength={400}
          aria-describedby={`${id}-hint`}
          aria-invalid={isRefused()}
          value={typed()}
          onInput={(event) => setTyped(event.currentTarget.value)}
        />
        <p class="hint" id={`${id}-hint`} aria-live="polite">
          {isRefused() ? props.text.refused[choice()] : props.text.hints[choice()]}
        </p>
      </div>
      <div class="actions">
        <Button type="submit" onClick={keep}>
          {props.before ? props.text.save : props.text.add}
        </Button>
        <Show when={props.before}>
          <Button tone="quiet" onClick={() => props.onLeave()}>
            {ui().cancel}
          </Button>
        </Show>
      </div>
    </>
  )
}
