/** Moves one element by its transform, many times a second. */
export interface Glide {
  move(transform: string): void
  /** Leaves it where it is, drawn sharply. */
  rest(): void
}

/**
 * While it moves the transform is that of an animation that stands still: Chromium then changes nothing but where the finished layer is
 * shown. A style that changes with every frame makes it sort all layers anew instead (measured with 500 things: 90 ms a frame).
 */
export function makeGlide(element: HTMLElement): Glide {
  let animation: Animation | undefined
  let last = ''
  const keyframes = () => [{ transform: last }, { transform: last }]
  return {
    move(transform) {
      last = transform
      if (animation?.effect instanceof KeyframeEffect) return animation.effect.setKeyframes(keyframes())
      animation = element.animate(keyframes(), { duration: 1, fill: 'both' })
      animation.pause()
    },
    rest() {
      element.style.transform = last
      animation?.cancel()
      animation = undefined
    },
  }
}
