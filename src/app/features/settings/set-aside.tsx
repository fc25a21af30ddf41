import { createResource, For, type JSX, onCleanup, Show } from 'solid-js'
import type { SetAside } from '../../../store/types.ts'
import { type BackupText, loadBackup } from '../../../text/backup.ts'
import { saveFile } from '../../backup/save-file.ts'
import { useServices } from '../../services.ts'
import { useTexts } from '../../text.ts'
import { Button } from '../../ui/button.tsx'
import { showToast } from '../../ui/toasts.tsx'
import { Section } from './section.tsx'
import './trust.css'

/** Records that could not be mended; nothing at all while there are none. */
export function SetAsideSection(): JSX.Element {
  const { language } = useTexts()
  const { vault, tell } = useServices()
  const [text] = createResource(language, async (spoken) => (await loadBackup(spoken)).aside)
  const [aside, { refetch }] = createResource(async () => {
    const read = await vault.aside()
    if (!read.ok) tell(read.problem)
    return read.ok ? read.value : []
  })
  onCleanup(vault.subscribe((event) => void ('ids' in event && refetch())))
  return (
    <Show when={aside.latest?.length ? text.latest : undefined}>
      {(words) => (
        <Section title={words().title}>
          <p>{words().lead}</p>
          <ul class="trust-rows">
            <For each={aside.latest}>{(record) => <Row record={record} words={words()} />}</For>
          </ul>
        </Section>
      )}
    </Show>
  )
}

function Row(props: { readonly record: SetAside; readonly words: BackupText['aside'] }): JSX.Element {
  const { formats } = useTexts()
  const { vault, tell } = useServices()
  const about = () => props.words.about(formats().dateTime(props.record.at), formats().bytes(props.record.size))

  async function save(): Promise<void> {
    const { id, at } = props.record
    const file = await vault.asideFile(id)
    if (!file.ok) return tell(file.problem)
    saveFile(new Blob([new Uint8Array(file.value)], { type: 'application/json' }), `satchel-record-${at.slice(0, 10)}.json`)
  }

  async function remove(): Promise<void> {
    const { record, words } = props
    const dropped = await vault.dropAside(record.id)
    if (!dropped.ok) return tell(dropped.problem)
    showToast({ words: words.removed })
  }

  return (
    <li class="trust-row">
      <div class="trust-words">
        <p class="trust-name">{props.words.kinds[props.record.kind]}</p>
        <p class="soft small">{about()}</p>
      </div>
      <div class="trust-actions">
        <Button tone="quiet" aria-label={props.words.saveNamed(about())} onClick={() => void save()}>
          {props.words.save}
        </Button>
        <Button tone="quiet" aria-label={props.words.removeNamed(about())} onClick={() => void remove()}>
          {props.words.remove}
        </Button>
      </div>
    </li>
  )
}
