import { createEffect, createMemo, createResource, createSignal, type JSX, onCleanup, Show } from 'solid-js'
import { drawQr } from '../../core/qr/drawing.ts'
import type { Sender } from '../../core/qr/sender.ts'
import { loadScan, type ScanText } from '../../text/scan.ts'
import { createMedia } from '../media.ts'
import { createWakeLock } from '../scan/wake-lock.ts'
import { useTexts } from '../text.ts'
import { Button } from './button.tsx'
import { paceBeside, paces, usualPace } from './pace.ts'
import { QrCode } from './qr-code.tsx'

/**
 * A message as one QR code after another, for as long as it is there; the screen stays on. It can be stopped, slowed down and
 * stepped through (WCAG 2.2.2), and starts slowly where motion is not wanted. What flickers are squares too small to harm (2.3.1).
 */
export function AnimatedQr(props: {
  readonly sender: Sender
  /** What a screen reader says of it; "Moving QR code" when left out. */
  readonly label?: string
}): JSX.Element {
  const { language } = useTexts()
  const [text] = createResource(language, loadScan)
  const isMotionReduced = createMedia('(prefers-reduced-motion: reduce)')
  const [pace, setPace] = createSignal(usualPace(isMotionReduced()))
  const [isPlaying, setIsPlaying] = createSignal(true)
  const [number, setNumber] = createSignal(0)
  createWakeLock()

  // A message that one code holds stands still.
  const isMoving = () => props.sender.count > 1
  const step = (by: 1 | -1) => setNumber((last) => Math.max(0, last + by))
  const drawing = createMemo(() => {
    const drawn = drawQr(props.sender.frame(isMoving() ? number() : 0))
    if (drawn === null) throw new Error('a frame larger than any code')
    return drawn
  })
  createEffect(() => {
    if (!isPlaying() || !isMoving()) return
    const timer = setInterval(() => step(1), 1000 / pace())
    onCleanup(() => clearInterval(timer))
  })

  const stepping = (words: ScanText) => (
    <>
      <Button disabled={number() === 0} onClick={() => step(-1)}>
        {words.previous}
      </Button>
      <Button onClick={() => step(1)}>{words.next}</Button>
    </>
  )
  const pacing = (words: ScanText) => (
    <>
      <Button disabled={pace() === paces[0]} onClick={() => setPace((last) => paceBeside(last, -1))}>
        {words.slower}
      </Button>
      <Button disabled={pace() === paces.at(-1)} onClick={() => setPace((last) => paceBeside(last, 1))}>
        {words.faster}
      </Button>
    </>
  )
  return (
    <Show when={text.latest}>
      {(words) => (
        <div class="moving-qr">
          <QrCode drawing={drawing()} label={props.label ?? (isMoving() ? words().moving : words().code)} />
          <Show when={isMoving()}>
            <div class="actions">
              <Button onClick={() => setIsPlaying((was) => !was)}>{isPlaying() ? words().pause : words().play}</Button>
              <Show when={isPlaying()} fallback={stepping(words())}>
                {pacing(words())}
              </Show>
            </div>
            <p class="soft small" role="status">
              {isPlaying() ? words().pace(pace()) : words().step(number() + 1)}
            </p>
          </Show>
        </div>
      )}
    </Show>
  )
}
