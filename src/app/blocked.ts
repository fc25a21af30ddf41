import { createSignal } from 'solid-js'

/** Whether an older version of the app in another tab keeps the store from being opened. The page waits for it to go. */
export const [isBlocked, setBlocked] = createSignal(false)
