import { useNavigate } from '@solidjs/router'
import type { JSX } from 'solid-js'
import { DropArea } from './drop-area.tsx'
import { useGive } from './give.ts'
import { paths } from './paths.ts'
import { useServices } from './services.ts'
import { useTexts } from './text.ts'

/** Adds to the wallet what is dropped or pasted, wherever in the wallet the person is. */
export function DropToAdd(): JSX.Element {
  const { ui } = useTexts()
  const services = useServices()
  const give = useGive()
  const navigate = useNavigate()
  async function offer(url: string): Promise<void> {
    navigate(paths.add)
    const intake = await services.intake()
    intake.offer(url)
  }
  return (
    <DropArea
      words={{ drop: ui().status.dropHere, hint: ui().status.dropHint }}
      onGive={(given) => void give(given)}
      onOffer={(url) => void offer(url)}
    />
  )
}
