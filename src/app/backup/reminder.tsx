import { createResource, type JSX, Show } from 'solid-js'
import type { Card } from '../../store/types.ts'
import { loadBackup } from '../../text/backup.ts'
import { isSecuringDue } from '../features/wallet/suggestion.view.ts'
import { backupPath, href } from '../paths.ts'
import { useServices } from '../services.ts'
import { useTexts } from '../text.ts'
import { Banner } from '../ui/banner.tsx'
import { Button, ButtonLink } from '../ui/button.tsx'
import { isReminderDue, lostToday } from './lost.view.ts'

/** A quiet word about what is only on this device, once that is worth it. "Later" is a month. */
export default function BackupReminder(props: { readonly cards: readonly Card[] }): JSX.Element {
  const { language } = useTexts()
  const { vault, settings, changeSettings } = useServices()
  const [known] = createResource(settings, async () => {
    const [note, keys] = [await vault.lastBackup(), await vault.holder.keys()]
    return note.ok && keys.ok ? { note: note.value, keys: keys.value } : undefined
  })
  const lost = () => known.latest && lostToday(props.cards, known.latest.keys, known.latest.note)
  const due = () => {
    const now = lost()
    // One thing at a time: to guard the wallet comes first.
    if (!vault.isSecured() && isSecuringDue(props.cards, settings().securingPutOff, Date.now())) return undefined
    return now && isReminderDue(now, known.latest?.note ?? null, settings().backupPutOff, new Date()) ? now : undefined
  }
  const [text] = createResource(() => (due() ? language() : null), loadBackup)
  return (
    <Show when={text.latest?.backup}>
      {(words) => (
        <Show when={due()}>
          {(what) => (
            <Banner
              role="status"
              actions={
                <>
                  <ButtonLink href={href(backupPath)}>{words().make}</ButtonLink>
                  <Button onClick={() => void changeSettings({ backupPutOff: new Date().toISOString() })}>{words().later}</Button>
                </>
              }
            >
              {words().reminder(what().credentials)}
            </Banner>
          )}
        </Show>
      )}
    </Show>
  )
}
