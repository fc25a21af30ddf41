import { For, type JSX, Show } from 'solid-js'
import type { ScanText } from '../../text/scan.ts'
import { Button } from '../ui/button.tsx'
import type { Camera } from './camera.ts'
import type { Scan } from './scan.ts'

/** What can be done with a camera: turn it on and off, take another one, switch its light. */
export function CameraControls(props: { readonly scan: Scan; readonly words: ScanText }): JSX.Element {
  const on = () => {
    const state = props.scan.state()
    return state.kind === 'on' ? state : undefined
  }
  const isOff = () => ['off', 'trouble'].includes(props.scan.state().kind)
  return (
    <>
      <Show when={on()}>
        {(now) => <WhichCamera camera={now().camera} words={props.words} onChoose={(id) => void props.scan.start(id)} />}
      </Show>
      <div class="actions">
        <Show when={isOff()} fallback={<Button onClick={() => props.scan.stop()}>{props.words.stop}</Button>}>
          <Button tone="primary" onClick={() => void props.scan.start()}>
            {props.scan.state().kind === 'trouble' ? props.words.again : props.words.start}
          </Button>
        </Show>
        <Show when={on()?.camera.hasLight ? on() : undefined}>
          {(now) => (
            <Button aria-pressed={now().isLit} onClick={() => void props.scan.light(!now().isLit)}>
              {props.words.light}
            </Button>
          )}
        </Show>
      </div>
    </>
  )
}

function WhichCamera(props: {
  readonly camera: Camera
  readonly words: ScanText
  readonly onChoose: (id: string) => void
}): JSX.Element {
  return (
    <Show when={props.camera.choices.length > 1}>
      <label class="field">
        <span class="label">{props.words.which}</span>
        <select class="input" onChange={(event) => props.onChoose(event.currentTarget.value)}>
          <For each={props.camera.choices}>
            {(choice, index) => (
              <option value={choice.id} selected={choice.id === props.camera.id}>
                {choice.name || props.words.unnamed(index() + 1)}
              </option>
            )}
          </For>
        </select>
      </label>
    </Show>
  )
}
