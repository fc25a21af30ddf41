import { createSignal, For, type JSX } from 'solid-js'
import { href, paths } from '../../paths.ts'
import { useServices } from '../../services.ts'
import { useTexts } from '../../text.ts'
import { Artwork } from '../../ui/artwork.tsx'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Seal } from '../../ui/seal.tsx'

const allPassed = { integrity: 'passed', validity: 'passed', authority: 'passed', identity: 'passed' } as const
const allPending = { integrity: 'pending', validity: 'pending', authority: 'pending', identity: 'pending' } as const

/** What an empty wallet says: what this is, that nothing leaves the device, and where to begin. */
export function FirstRun(): JSX.Element {
  const { ui } = useTexts()
  const { addExamples } = useServices()
  const [isLoading, setIsLoading] = createSignal(false)

  async function lookAtExamples(): Promise<void> {
    setIsLoading(true)
    await addExamples()
    setIsLoading(false)
  }

  return (
    <div class="first-run">
      <div class="first-seal" aria-hidden="true">
        <Seal questions={isLoading() ? allPending : allPassed} size="page" label={ui().name}>
          <Artwork seed="satchel" issuer="S" />
        </Seal>
      </div>
      <h1 tabindex="-1">{ui().first.heading}</h1>
      <p class="lead">{ui().first.words}</p>
      <div class="actions">
        <ButtonLink tone="primary" icon="add" href={href(paths.add)}>
          {ui().first.add}
        </ButtonLink>
        <Button disabled={isLoading()} onClick={() => void lookAtExamples()}>
          {isLoading() ? ui().first.exampleLoading : ui().first.example}
        </Button>
      </div>
      <p>
        <a href={href(paths.restore)}>{ui().first.restore}</a>
      </p>
      <ul class="first-points">
        <For each={ui().first.points}>
          {(point) => (
            <li>
              <Icon name="check" />
              <span>{point}</span>
            </li>
          )}
        </For>
      </ul>
    </div>
  )
}
