import { createEffect, createMemo, createResource, createSignal, For, type JSX, lazy, on, onCleanup, Show } from 'solid-js'
import type { Inspection } from '../../../core/model/inspection.ts'
import type { Problem } from '../../../core/problem.ts'
import { refreshAddressOf } from '../../../core/versions.ts'
import type { Replacement, WalletEntry } from '../../../store/types.ts'
import { loadPersonal, type PersonalText } from '../../../text/personal.ts'
import type { Telling } from '../../credential/telling.ts'
import { credentialPath, href } from '../../paths.ts'
import { useServices } from '../../services.ts'
import { hostOf } from '../../sniff.ts'
import { useTexts } from '../../text.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { showToast } from '../../ui/toasts.tsx'
import { changesBetween } from './newer.view.ts'

const ProblemWords = lazy(() => import('../../problem-words.tsx'))

interface NewerProps {
  readonly entry: WalletEntry
  readonly telling: Telling
}

/** What has replaced a credential; else, where its issuer offers one, a way to ask for a newer version. Nothing is asked by itself. */
export function NewerVersion(props: NewerProps): JSX.Element {
  const { language } = useTexts()
  const address = createMemo(() => refreshAddressOf(props.entry.credential))
  const [text] = createResource(() => (address() !== null || props.entry.replacedBy ? language() : null), loadPersonal)
  return (
    <Show when={text.latest?.newer}>
      {(words) => (
        <div class="credential-trust no-print">
          <Show when={props.entry.replacedBy} fallback={<AskForNewer {...props} host={hostOf(address() ?? '')} text={words()} />}>
            {(newer) => <Replaced newer={newer()} text={words()} />}
          </Show>
        </div>
      )}
    </Show>
  )
}

function Replaced(props: { readonly newer: Replacement; readonly text: PersonalText['newer'] }): JSX.Element {
  const { formats } = useTexts()
  const { cards } = useServices()
  return (
    <p>
      {props.text.replaced(formats().date(props.newer.date))}{' '}
      <Show when={cards()?.some(({ id }) => id === props.newer.id)}>
        <a href={href(credentialPath(props.newer.id))}>{props.text.see}</a>
      </Show>
    </p>
  )
}

/** What came of asking. */
type Answer =
  | { readonly kind: 'none' }
  | { readonly kind: 'problem'; readonly problem: Problem }
  | { readonly kind: 'newer'; readonly inspection: Inspection }

function AskForNewer(props: NewerProps & { readonly host: string; readonly text: PersonalText['newer'] }): JSX.Element {
  const services = useServices()
  const [isAsking, setIsAsking] = createSignal(false)
  const [answer, setAnswer] = createSignal<Answer | null>(null)
  let work = new AbortController()
  onCleanup(() => work.abort())
  // What was answered about another credential is no answer about this one.
  createEffect(
    on(
      () => props.entry.id,
      () => {
        work.abort()
        setIsAsking(false)
        setAnswer(null)
      },
      { defer: true },
    ),
  )
  const newer = () => {
    const given = answer()
    return given?.kind === 'newer' ? given.inspection : null
  }
  const problem = () => {
    const given = answer()
    return given?.kind === 'problem' ? given.problem : null
  }

  async function ask(): Promise<void> {
    if (isAsking() || !services.online()) return
    const mine = new AbortController()
    work = mine
    setIsAsking(true)
    setAnswer(null)
    const { credential, example } = props.entry
    const options = { audience: 'holder' as const, identities: example ? [] : services.settings().identities }
    const asked = await services.verifier.newer(credential, options, mine.signal)
    if (mine.signal.aborted) return
    setIsAsking(false)
    if (!asked.ok) setAnswer({ kind: 'problem', problem: asked.problem })
    else setAnswer(asked.value ? { kind: 'newer', inspection: asked.value } : { kind: 'none' })
  }

  async function keep({ source, credential, report, parts, endorsements }: Inspection): Promise<void> {
    setAnswer(null)
    if (credential === null) return
    const { text, entry } = props
    const addedAt = new Date().toISOString()
    const kept = await services.keepEntries([
      { source, credential, report, parts, endorsements, addedAt, example: entry.example },
    ])
    if (kept.ok) showToast({ words: text.kept })
  }

  return (
    <>
      {/* Not disabled: that would take the focus from whoever pressed it. */}
      <Button tone="quiet" aria-disabled={isAsking() || !services.online()} onClick={() => void ask()}>
        {props.text.ask}
      </Button>
      <p class="soft small" role="status">
        <Show when={problem()} fallback={statusOf()}>
          {(trouble) => <ProblemWords problem={trouble()} />}
        </Show>
      </p>
      <Dialog open={newer() !== null} title={props.text.title} onClose={() => setAnswer(null)}>
        <Show when={newer()}>
          {(found) => (
            <Found
              entry={props.entry}
              found={found()}
              telling={props.telling}
              text={props.text}
              onKeep={() => void keep(found())}
              onLeave={() => setAnswer(null)}
            />
          )}
        </Show>
      </Dialog>
    </>
  )

  function statusOf(): string {
    if (isAsking()) return props.text.asking(props.host)
    if (answer()?.kind === 'none') return props.text.none
    return services.online() ? props.text.learns(props.host) : props.text.offline
  }
}

/** What differs in the newer version, and whether to keep it. */
function Found(
  props: NewerProps & {
    readonly found: Inspection
    readonly text: PersonalText['newer']
    readonly onKeep: () => void
    readonly onLeave: () => void
  },
): JSX.Element {
  const { ui } = useTexts()
  const changes = () =>
    props.found.credential ? changesBetween(props.entry.credential, props.found.credential, props.telling) : []
  return (
    <>
      <Show when={changes().length > 0} fallback={<p>{props.text.same}</p>}>
        <p>{props.text.lead}</p>
        <table class="changes">
          <thead>
            <tr>
              <th scope="col">{props.text.what}</th>
              <th scope="col">{props.text.before}</th>
              <th scope="col">{props.text.after}</th>
            </tr>
          </thead>
          <tbody>
            <For each={changes()}>
              {(change) => (
                <tr>
                  <th scope="row">{change.label}</th>
                  <td dir="auto">{change.before}</td>
                  <td dir="auto">{change.after}</td>
                </tr>
              )}
            </For>
          </tbody>
        </table>
      </Show>
      <p class="soft small">{props.text.both}</p>
      <div class="actions">
        <Button onClick={() => props.onLeave()}>{ui().cancel}</Button>
        <Button tone="primary" onClick={() => props.onKeep()}>
          {props.text.keep}
        </Button>
      </div>
    </>
  )
}
