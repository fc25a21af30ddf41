import { createSignal, type JSX, onCleanup, onMount, Show } from 'solid-js'
import type { BackupText } from '../../text/backup.ts'
import type { OpenedBackup } from '../../worker/safe-types.ts'
import { useServices } from '../services.ts'
import { Inside } from './inside.tsx'
import { Opening } from './opening.tsx'

/** Opens a backup and looks at every part of it, and changes nothing: so that it is known to work before it is needed. */
export function Rehearsal(props: { readonly text: BackupText }): JSX.Element {
  const { vault, tell } = useServices()
  const [opened, setOpened] = createSignal<OpenedBackup | null>(null)
  onCleanup(() => opened()?.close())

  async function found(backup: OpenedBackup): Promise<void> {
    setOpened(backup)
    const note = await vault.lastBackup()
    if (!note.ok || note.value?.at !== backup.summary.madeAt) return
    const noted = await vault.noteBackup({ ...note.value, rehearsedAt: new Date().toISOString() })
    if (!noted.ok) tell(noted.problem)
  }

  return (
    <div class="backup-part">
      <Show
        when={opened()}
        fallback={
          <>
            <p ref={focused} tabindex="-1">
              {props.text.restore.trying}
            </p>
            <Opening text={props.text} file={null} onOpen={(backup) => void found(backup)} />
          </>
        }
      >
        {(backup) => (
          <>
            <p role="status">{props.text.restore.whole}</p>
            <Inside opened={backup()} words={props.text.restore}>
              {() => <p>{props.text.restore.unchanged}</p>}
            </Inside>
          </>
        )}
      </Show>
    </div>
  )
}

/** What led here may be gone: the focus goes to what is new. */
function focused(element: HTMLElement): void {
  onMount(() => element.focus())
}
