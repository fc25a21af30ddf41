import { createResource, createSignal, type JSX, Show } from 'solid-js'
import { loadBackup } from '../../text/backup.ts'
import type { OpenedBackup } from '../../worker/safe-types.ts'
import { href, paths } from '../paths.ts'
import { useTexts } from '../text.ts'
import { Button, ButtonLink } from '../ui/button.tsx'
import { PageTitle } from '../ui/page-title.tsx'
import { takeGivenBackup } from './given.ts'
import { Opening } from './opening.tsx'
import { Restoring } from './restoring.tsx'
import './backup.css'

/** Puts a backup into this wallet, after showing what is inside. */
export default function RestorePage(): JSX.Element {
  const { ui, language } = useTexts()
  const [text] = createResource(language, loadBackup)
  const [file] = createSignal(takeGivenBackup())
  const [opened, setOpened] = createSignal<OpenedBackup | null>(null)
  return (
    <div class="page backup-page">
      <PageTitle>{ui().titles.restore}</PageTitle>
      <Show when={text.latest}>
        {(words) => (
          <Show
            when={opened()}
            keyed
            fallback={
              <>
                <p class="lead">{words().restore.lead}</p>
                <Opening text={words()} file={file()} onOpen={setOpened} />
                <div class="backup-other">
                  <p class="soft">{words().restore.otherWay}</p>
                  <ButtonLink href={href(paths.move)}>{words().restore.fromDevice}</ButtonLink>
                </div>
              </>
            }
          >
            {(backup) => (
              <>
                <Restoring opened={backup} text={words()} isFile />
                <div class="actions">
                  <Button tone="quiet" onClick={() => setOpened(null)}>
                    {words().restore.leave}
                  </Button>
                </div>
              </>
            )}
          </Show>
        )}
      </Show>
    </div>
  )
}
