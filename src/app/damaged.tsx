import { createResource, createSignal, type JSX, Show } from 'solid-js'
import { loadBackup } from '../text/backup.ts'
import { damageWords } from './damaged.view.ts'
import { mend } from './mend.ts'
import { href, paths } from './paths.ts'
import { useServices } from './services.ts'
import { useTexts } from './text.ts'
import { Banner } from './ui/banner.tsx'
import { Button, ButtonLink } from './ui/button.tsx'
import { showToast } from './ui/toasts.tsx'

/** Says which records are not as they were left, and mends what can be mended. */
export default function Damaged(): JSX.Element {
  const { language, formats } = useTexts()
  const services = useServices()
  const [all] = createResource(language, loadBackup)
  const [isMending, setIsMending] = createSignal(false)
  const damaged = services.damaged

  async function mendAll(): Promise<void> {
    const words = all.latest?.damaged
    if (!words || isMending()) return
    setIsMending(true)
    const { mended, aside, gone } = await mend(services, damaged())
    setIsMending(false)
    showToast({ words: formats().list([words.mended(mended), words.aside(aside), ...(gone > 0 ? [words.gone(gone)] : [])]) })
  }

  return (
    <Show when={all.latest}>
      {(words) => (
        <Banner
          tone="rust"
          role="status"
          actions={
            <>
              <Button tone="primary" aria-disabled={isMending()} onClick={() => void mendAll()}>
                {isMending() ? words().damaged.mending : words().damaged.mend}
              </Button>
              <ButtonLink href={href(paths.restore)}>{words().backup.restore}</ButtonLink>
            </>
          }
        >
          {words().damaged.count(damaged().length)} {formats().list(damageWords(damaged(), words().damaged))}.{' '}
          {words().damaged.mendable(damaged().filter(({ hasSource }) => hasSource).length)}
        </Banner>
      )}
    </Show>
  )
}
