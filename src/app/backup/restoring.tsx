import { createSignal, For, type JSX, onCleanup, onMount, Show } from 'solid-js'
import type { BackupText } from '../../text/backup.ts'
import type { OpenedBackup } from '../../worker/safe-types.ts'
import { href, paths } from '../paths.ts'
import { useServices } from '../services.ts'
import { useTexts } from '../text.ts'
import { Trouble } from '../trouble.tsx'
import { Button, ButtonLink } from '../ui/button.tsx'
import { Progress } from '../ui/progress.tsx'
import { type Here, whatIsHere } from './here.ts'
import { Choices, Inside } from './inside.tsx'
import { type Choice, noteRestored, type Restored, restore } from './restore.ts'
import type { Unread } from './restore-credentials.ts'
import { saveFile } from './save-file.ts'
import { createTask } from './task.ts'

interface RestoringProps {
  readonly opened: OpenedBackup
  readonly text: BackupText
  /** Whether it is a file that the person has, and not what another device sent once. */
  readonly isFile: boolean
}

/** From an opened backup to the wallet: what is inside, what to take, how far it is, what came of it. */
export function Restoring(props: RestoringProps): JSX.Element {
  const [restored, setRestored] = createSignal<Restored | null>(null)
  onCleanup(() => props.opened.close())
  return (
    <Show
      when={restored()}
      fallback={
        <Inside opened={props.opened} words={props.text.restore}>
          {(here) => <Taking {...props} here={here} onDone={setRestored} />}
        </Inside>
      }
    >
      {(done) => <Done restored={done()} {...props} />}
    </Show>
  )
}

function Taking(props: RestoringProps & { readonly here: Here; readonly onDone: (restored: Restored) => void }): JSX.Element {
  const services = useServices()
  const task = createTask()
  const words = () => props.text.restore
  const parts = () => task.parts() ?? { ready: 0, total: props.opened.summary.credentials }
  let isBegun = false

  /** What was added before a stop is here now; the wallet is as new as it was. */
  async function known(): Promise<Here> {
    const found = isBegun ? await whatIsHere(services.vault) : null
    isBegun = true
    return found?.ok ? { ...found.value, isNew: props.here.isNew } : props.here
  }

  async function take(choice: Choice): Promise<void> {
    const { opened, isFile } = props
    const here = await known()
    const restored = await task.run((working) => restore(services, opened, here, choice, working))
    if (!restored) return
    if (isFile && here.isNew) await noteRestored(services, opened.summary.madeAt, restored.own, new Date())
    props.onDone(restored)
  }

  return (
    <>
      <Show when={!task.isRunning()}>
        <Choices
          rest={props.opened.rest}
          words={words()}
          onGo={(choice) => void take(choice)}
          go={(onGo) => (
            <div class="actions">
              <Button tone="primary" onClick={onGo}>
                {words().go}
              </Button>
            </div>
          )}
        />
      </Show>
      <Show when={task.isRunning()}>
        <Progress value={parts().ready} max={Math.max(1, parts().total)} words={words().working(parts().ready, parts().total)} />
        <div class="actions">
          <Button onClick={() => task.stop()}>{words().stop}</Button>
        </div>
      </Show>
      <div role="status">
        <Show when={task.problem()}>
          {(problem) => (
            <p>
              <Show when={problem().code !== 'cancelled'} fallback={words().stopped}>
                <Trouble problem={problem()} />
              </Show>
            </p>
          )}
        </Show>
      </div>
    </>
  )
}

function Done(props: RestoringProps & { readonly restored: Restored }): JSX.Element {
  const { formats } = useTexts()
  const words = () => props.text.restore
  let heading: HTMLHeadingElement | undefined
  onMount(() => heading?.focus())
  const lines = () => {
    const { added, there, trust, keys, identities, arranged } = props.restored
    const trusted = trust.lists + trust.pins + trust.vocabularies
    return [
      words().added(added),
      there > 0 && words().there(there),
      trusted > 0 && words().newTrust(trusted),
      keys > 0 && words().newKeys(keys),
      identities > 0 && words().newIdentities(identities),
      arranged.stacks > 0 && words().newStacks(arranged.stacks),
      arranged.pathways > 0 && words().newPathways(arranged.pathways),
      arranged.leftOut > 0 && words().noRoom(arranged.leftOut),
      trust.unread.length > 0 && words().unreadLists(formats().list(trust.unread)),
    ].filter((line) => line !== false)
  }
  return (
    <section class="backup-part">
      <h2 ref={heading} tabindex="-1">
        {words().doneTitle}
      </h2>
      <ul class="backup-lines">
        <For each={lines()}>{(line) => <li>{line}</li>}</For>
      </ul>
      <Show when={props.restored.unread.length > 0}>
        <p>{words().unread(props.restored.unread.length)}</p>
        <ul class="item-rows">
          <For each={props.restored.unread}>
            {(unread) => <UnreadRow unread={unread} opened={props.opened} words={words()} />}
          </For>
        </ul>
      </Show>
      <div class="actions">
        <ButtonLink tone="primary" href={href(paths.wallet)}>
          {words().toWallet}
        </ButtonLink>
      </div>
    </section>
  )
}

function UnreadRow(props: {
  readonly unread: Unread
  readonly opened: OpenedBackup
  readonly words: BackupText['restore']
}): JSX.Element {
  const { tell } = useServices()

  async function save(): Promise<void> {
    const { opened, unread } = props
    const found = await opened.credentials(unread.place, 1)
    const [credential] = found.ok ? found.value : []
    if (credential) saveFile(new Blob([new Uint8Array(credential.source.bytes)]), unread.name || 'credential')
    else tell(found.ok ? { code: 'backup_damaged' } : found.problem)
  }

  return (
    <li class="item-row">
      <span class="item-words">
        <bdi class="backup-name">{props.unread.name}</bdi>
        <span class="small soft">
          <Trouble problem={props.unread.problem} />
        </span>
      </span>
      <Button aria-label={props.words.saveNamed(props.unread.name)} onClick={() => void save()}>
        {props.words.save}
      </Button>
    </li>
  )
}
