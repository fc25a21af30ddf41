import { createMemo, createResource, createSignal, createUniqueId, type JSX, onCleanup, onMount, Show, Suspense } from 'solid-js'
import type { BackupRest } from '../../core/backup/types.ts'
import { homeOf } from '../../store/card.ts'
import type { BackupText } from '../../text/backup.ts'
import type { OpenedBackup } from '../../worker/safe-types.ts'
import { claimWords } from '../claims.ts'
import { useServices } from '../services.ts'
import { hostOf } from '../sniff.ts'
import { useTexts } from '../text.ts'
import { type Here, whatIsHere } from './here.ts'
import type { Choice } from './restore.ts'
import { identitiesIn } from './restored-settings.ts'

/** What a backup holds, beside what the wallet holds; once that is known, `children` is what can be done about it. */
export function Inside(props: {
  readonly opened: OpenedBackup
  readonly words: BackupText['restore']
  readonly children: (here: Here) => JSX.Element
}): JSX.Element {
  const { formats } = useTexts()
  const { vault, tell } = useServices()
  const id = createUniqueId()
  const end = new AbortController()
  onCleanup(() => end.abort())
  let heading: HTMLHeadingElement | undefined
  onMount(() => heading?.focus())
  const [here] = createResource(async () => {
    const found = await whatIsHere(vault, { signal: end.signal })
    if (!found.ok && found.problem.code !== 'cancelled') tell(found.problem)
    return found.ok ? found.value : undefined
  })
  const summary = () => props.opened.summary
  /** The learner's own stacks and the pathways, where there are any. */
  const arranged = () => {
    const { groupings, pathways } = summary()
    const said = [groupings > 0 && props.words.stacks(groupings), pathways > 0 && props.words.pathways(pathways)]
    return formats().list(said.filter((words) => words !== false))
  }
  return (
    <section class="backup-part" aria-labelledby={id}>
      <h2 id={id} ref={heading} tabindex="-1">
        {props.words.insideTitle}
      </h2>
      <p class="soft">{props.words.made(formats().dateTime(summary().madeAt), summary().madeBy)}</p>
      <Suspense>
        <Show when={here()}>
          {(known) => (
            <>
              <p>
                {props.words.credentials(summary().credentials)}.{' '}
                <Show when={summary().credentials > 0}>
                  {props.words.here(summary().digests.filter((digest) => known().ids.has(digest)).length)}
                </Show>
              </p>
              <Show when={arranged()}>{(words) => <p>{words()}.</p>}</Show>
              {props.children(known())}
            </>
          )}
        </Show>
      </Suspense>
    </section>
  )
}

/** The choice of what to take besides the credentials, with what each would bring. */
export function Choices(props: {
  readonly rest: BackupRest
  readonly words: BackupText['restore']
  readonly onGo: (choice: Choice) => void
  readonly go: (onGo: () => void) => JSX.Element
}): JSX.Element {
  const { formats } = useTexts()
  const [choice, setChoice] = createSignal<Choice>({ trust: true, settings: true, keys: true })
  const trusted = createMemo(() => {
    const { lists, pins, vocabularies } = props.rest
    const say = (names: readonly string[], words: (all: string) => string) =>
      names.length > 0 ? [words(formats().list([...new Set(names)]))] : []
    return [
      ...say(
        lists.map(({ origin }) => origin.name),
        props.words.lists,
      ),
      ...say(
        pins.map(({ name, issuer }) => `${name} (${homeOf(issuer) || issuer})`),
        props.words.pins,
      ),
      ...say(
        vocabularies.map(({ url }) => hostOf(url)),
        props.words.vocabularies,
      ),
    ]
  })
  const identities = createMemo(() => identitiesIn(props.rest.settings).map(claimWords))
  return (
    <>
      <fieldset class="backup-choices">
        <legend>{props.words.take}</legend>
        <p class="soft">{props.words.always}</p>
        <Show when={trusted().length > 0}>
          <Option label={props.words.trust} isOn={choice().trust} onSwitch={(trust) => setChoice({ ...choice(), trust })}>
            {[...trusted(), props.words.trustHint].join('. ').replaceAll('..', '.')}
          </Option>
        </Show>
        <Option
          label={props.words.settings}
          isOn={choice().settings}
          onSwitch={(settings) => setChoice({ ...choice(), settings })}
        >
          {[
            identities().length > 0 ? `${props.words.identities(formats().list(identities()))}. ` : '',
            props.words.settingsHint,
          ].join('')}
        </Option>
        <Show when={props.rest.holderKeys.length > 0}>
          <Option
            label={props.words.keys(props.rest.holderKeys.length)}
            isOn={choice().keys}
            onSwitch={(keys) => setChoice({ ...choice(), keys })}
          >
            {props.words.keysHint}
          </Option>
        </Show>
      </fieldset>
      {props.go(() => props.onGo(choice()))}
    </>
  )
}

function Option(props: {
  readonly label: string
  readonly isOn: boolean
  readonly onSwitch: (isOn: boolean) => void
  readonly children: JSX.Element
}): JSX.Element {
  const id = createUniqueId()
  return (
    <div class="backup-option">
      <input
        type="checkbox"
        id={id}
        checked={props.isOn}
        aria-describedby={`${id}-hint`}
        onChange={(event) => props.onSwitch(event.currentTarget.checked)}
      />
      <div>
        <label for={id}>{props.label}</label>
        <p class="soft small" id={`${id}-hint`}>
          {props.children}
        </p>
      </div>
    </div>
  )
}
