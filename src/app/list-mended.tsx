import { createResource, type JSX, Show } from 'solid-js'
import { loadBackup } from '../text/backup.ts'
import { href, paths } from './paths.ts'
import { useTexts } from './text.ts'
import { Banner } from './ui/banner.tsx'
import { Button, ButtonLink } from './ui/button.tsx'

/** Says that the list of what belongs in the wallet had to be made anew. */
export default function ListMended(props: { readonly onDismiss: () => void }): JSX.Element {
  const { language } = useTexts()
  const [text] = createResource(language, loadBackup)
  return (
    <Show when={text.latest}>
      {(words) => (
        <Banner
          role="status"
          tone="amber"
          actions={
            <>
              <ButtonLink href={href(paths.restore)}>{words().backup.restore}</ButtonLink>
              <Button tone="quiet" onClick={() => props.onDismiss()}>
                {words().damaged.understood}
              </Button>
            </>
          }
        >
          {words().damaged.list}
        </Banner>
      )}
    </Show>
  )
}
