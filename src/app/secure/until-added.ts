import { createEffect, createRoot } from 'solid-js'
import type { Services } from '../services.ts'

/** Waits until nothing is being added any more. */
export async function untilAdded(services: Pick<Services, 'intake'>): Promise<void> {
  const { items } = await services.intake()
  const isOver = () => items().every(({ state }) => state === 'done' || state === 'cancelled')
  if (isOver()) return
  await new Promise<void>((resolve) => {
    createRoot((dispose) => {
      createEffect(() => {
        if (!isOver()) return
        resolve()
        dispose()
      })
    })
  })
}
