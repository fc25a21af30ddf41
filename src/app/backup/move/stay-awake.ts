import { onCleanup } from 'solid-js'
import { whileAwake } from '../../awake.ts'

/** Keeps the wallet from locking for as long as the owner is there: while codes are shown or scanned nobody touches the page. */
export function stayAwake(): void {
  let end = () => {}
  void whileAwake(
    () =>
      new Promise<void>((resolve) => {
        end = resolve
      }),
  )
  onCleanup(() => end())
}
