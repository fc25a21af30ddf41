import { createResource, createSignal, type JSX, Match, Show, Suspense, Switch } from 'solid-js'
import type { HolderKey } from '../../../store/types.ts'
import { type BackupText, loadBackup } from '../../../text/backup.ts'
import { lostToday, stacksLostToday } from '../../backup/lost.view.ts'
import { MakeBackup } from '../../backup/make.tsx'
import { Rehearsal } from '../../backup/rehearsal.tsx'
import { backupAnchor, href, paths } from '../../paths.ts'
import { useServices } from '../../services.ts'
import { useTexts } from '../../text.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { Section } from './section.tsx'
import '../../backup/backup.css'

/** The backup: when the last one was made, what would be lost today, and everything that can be done about it. */
export function BackupSection(): JSX.Element {
  const { language } = useTexts()
  const [text] = createResource(language, loadBackup)
  const [doing, setDoing] = createSignal<'nothing' | 'make' | 'try'>('nothing')
  return (
    <Show when={text.latest}>
      {(words) => (
        <Section title={words().backup.title} anchor={backupAnchor}>
          <p>{words().backup.lead}</p>
          <State words={words().backup} />
          <div class="actions">
            <Button
              {...(doing() === 'nothing' && { tone: 'primary' as const })}
              aria-expanded={doing() === 'make'}
              onClick={() => setDoing('make')}
            >
              {words().backup.make}
            </Button>
            <Button aria-expanded={doing() === 'try'} onClick={() => setDoing('try')}>
              {words().backup.try}
            </Button>
            <ButtonLink href={href(paths.restore)}>{words().backup.restore}</ButtonLink>
            <ButtonLink href={href(paths.move)}>{words().backup.move}</ButtonLink>
          </div>
          <Switch>
            <Match when={doing() === 'make'}>
              <MakeBackup text={words()} onTry={() => setDoing('try')} />
            </Match>
            <Match when={doing() === 'try'}>
              <Rehearsal text={words()} />
            </Match>
          </Switch>
        </Section>
      )}
    </Show>
  )
}

function State(props: { readonly words: BackupText['backup'] }): JSX.Element {
  const { formats } = useTexts()
  const { vault, cards, settings } = useServices()
  // The note of a backup lies beside the settings, and is told of like them.
  const [note] = createResource(settings, () => vault.lastBackup())
  const [keys] = createResource(settings, () => vault.holder.keys())
  const [arranged] = createResource(settings, () => vault.stacks())
  const last = () => (note.latest?.ok ? note.latest.value : null)
  const ownKeys = (): readonly HolderKey[] => (keys.latest?.ok ? keys.latest.value : [])
  const sentences = () => {
    const [{ words }, known] = [props, last()]
    const lost = lostToday(cards() ?? [], ownKeys(), known)
    const stacks = arranged.latest?.ok ? stacksLostToday(arranged.latest.value, known) : 0
    const said = [
      known ? words.last(formats().date(known.at)) : words.never,
      known && known.rehearsedAt !== '' && words.tried(formats().date(known.rehearsedAt)),
      // That nothing would be lost is not said beside something that would.
      (lost.credentials > 0 || stacks === 0) && (known ? words.lost : words.lostAll)(lost.credentials),
      lost.keys > 0 && words.lostKeys(lost.keys),
      stacks > 0 && words.lostStacks(stacks),
    ]
    return said.filter(Boolean).join(' ')
  }
  return (
    <Suspense>
      <Show when={note.latest && keys.latest && arranged.latest && cards()}>
        <p role="status">{sentences()}</p>
      </Show>
    </Suspense>
  )
}
