import type { JSX } from 'solid-js'
import { href, paths } from './paths.ts'
import { useTexts } from './text.ts'
import { ButtonLink } from './ui/button.tsx'
import { PageTitle } from './ui/page-title.tsx'

/** An address that leads nowhere. */
export default function NotFoundPage(): JSX.Element {
  const { ui } = useTexts()
  return (
    <div class="page plain-page">
      <PageTitle>{ui().titles.notFound}</PageTitle>
      <p>{ui().notFound.words}</p>
      <div class="actions">
        <ButtonLink tone="primary" href={href(paths.wallet)}>
          {ui().notFound.home}
        </ButtonLink>
      </div>
    </div>
  )
}
