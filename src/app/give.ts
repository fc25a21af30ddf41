import { useLocation, useNavigate } from '@solidjs/router'
import type { Arrived, Given, IntakeItem } from './intake.ts'
import { credentialPath, paths, screenAt } from './paths.ts'
import { type Services, useServices } from './services.ts'
import { type Texts, useTexts } from './text.ts'

/** Long enough to see the seal close. */
const pause = 500

/** A function that adds things from anywhere in the app: shows the Add page, and after a single success its credential. */
export function useGive(): (given: readonly Given[]) => Promise<void> {
  const services = useServices()
  const texts = useTexts()
  const navigate = useNavigate()
  const location = useLocation()
  const isOnAdd = () => screenAt(location.pathname) === 'add'
  return async (all) => {
    const given = screenAt(location.pathname) === 'stacks' ? await withoutPathways(all, services, texts) : all
    if (given.length === 0) return
    if (!isOnAdd()) navigate(paths.add)
    const intake = await services.intake()
    const arrived = soleArrival(await intake.take(given))
    if (!arrived) return
    await new Promise((resolve) => setTimeout(resolve, pause))
    if (isOnAdd()) navigate(credentialPath(arrived.id))
  }
}

/** A pathway that comes to the screen of stacks is where it belongs. */
async function withoutPathways(given: readonly Given[], services: Services, texts: Texts): Promise<readonly Given[]> {
  const { takePathways } = await import('./stacks/take-pathways.ts')
  return takePathways(given, services, texts)
}

function soleArrival(items: readonly IntakeItem[]): Arrived | undefined {
  const arrivals = items.flatMap((item) => item.arrivals)
  const [only] = arrivals
  return arrivals.length === 1 && (only?.kind === 'added' || only?.kind === 'there') ? only : undefined
}
