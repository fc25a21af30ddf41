import type { JSX } from 'solid-js'
import { createMedia } from '../media.ts'
import { useTexts } from '../text.ts'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'

/** A generous place to drop files or to choose them. Dropping works on the whole page; this says so. */
export function FilePicker(props: { readonly onPick: (files: readonly File[]) => void }): JSX.Element {
  const { ui } = useTexts()
  const canDrop = createMedia('(any-pointer: fine)')
  let input: HTMLInputElement | undefined
  return (
    <div class="picker">
      <span class="picker-icon">
        <Icon name="file" />
      </span>
      <p class="picker-words">{canDrop() ? ui().add.drop : ui().add.fromDevice}</p>
      <Button tone="primary" onClick={() => input?.click()}>
        {ui().add.pick}
      </Button>
      <p class="soft small">{ui().add.pickHint}</p>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label={ui().add.pick}
        onChange={(event) => {
          const files = [...(event.currentTarget.files ?? [])]
          // The same file can be chosen again.
          event.currentTarget.value = ''
          props.onPick(files)
        }}
      />
    </div>
  )
}
