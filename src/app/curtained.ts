import { createSignal } from 'solid-js'

/** Whether the page shows nothing of the wallet because nobody looks at it. */
export const [isCurtained, setCurtained] = createSignal(false)
