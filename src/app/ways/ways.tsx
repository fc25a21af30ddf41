import type { JSX } from 'solid-js'
import type { Given } from '../intake.ts'
import { useTexts } from '../text.ts'
import { FilePicker } from './file-picker.tsx'
import { PasteField } from './paste-field.tsx'
import './ways.css'

/** The ways to give something: files on one side, a link or a text on the other. */
export function Ways(props: {
  readonly online: boolean
  /** What the button for a pasted text says. */
  readonly takeWords: string
  readonly onGive: (given: readonly Given[]) => void
}): JSX.Element {
  const { ui } = useTexts()
  return (
    <div class="ways">
      <FilePicker onPick={(files) => props.onGive(files.map((file) => ({ kind: 'file', file })))} />
      <p class="or soft">{ui().add.or}</p>
      <PasteField online={props.online} takeWords={props.takeWords} onTake={(given) => props.onGive([given])} />
    </div>
  )
}
