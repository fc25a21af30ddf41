import { createSignal, For, type JSX } from 'solid-js'
import { href, paths } from '../../paths.ts'
import { useServices } from '../../services.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { useStacks } from './context.ts'

const kinds = ['vertical', 'horizontal', 'value-added'] as const

/** Little pictures of the three kinds: rings for what is earned, lines as in the drawing. In a field of 120 by 84. */
const pictures = {
  vertical: {
    rings: [
      [24, 66, 10],
      [60, 42, 12],
      [96, 16, 14],
    ],
    lines: ['M32 60L49 50', 'M70 34L83 26'],
    tips: ['M43 50L49 50L46 55', 'M77 26L83 26L80 31'],
  },
  horizontal: {
    rings: [
      [20, 24, 10],
      [100, 24, 10],
      [24, 64, 10],
      [96, 64, 10],
    ],
    lines: ['M29 28L46 37', 'M91 28L74 37', 'M33 60L47 51', 'M87 60L73 51'],
    tips: [],
  },
  'value-added': {
    rings: [
      [72, 42, 24],
      [22, 22, 9],
      [22, 62, 9],
    ],
    lines: ['M30 26L50 34', 'M30 58L50 50'],
    tips: ['M68 42h8M72 38v8'],
  },
} as const

/** What an empty wallet says here: what stacks are, and where to begin. */
export function Empty(): JSX.Element {
  const { text } = useStacks()
  const { addExamples } = useServices()
  const [isLoading, setIsLoading] = createSignal(false)
  const words = () => text().page.empty

  async function lookAtExamples(): Promise<void> {
    setIsLoading(true)
    await addExamples()
    setIsLoading(false)
  }

  return (
    <section class="stack-empty">
      <h2>{words().heading}</h2>
      <p class="lead">{words().words}</p>
      <ul class="stack-three">
        <For each={kinds}>
          {(kind) => (
            <li>
              <KindPicture kind={kind} />
              <strong>{words().kinds[kind].title}</strong>
              <span class="soft">{words().kinds[kind].words}</span>
            </li>
          )}
        </For>
      </ul>
      <div class="actions">
        <ButtonLink tone="primary" icon="add" href={href(paths.add)}>
          {words().add}
        </ButtonLink>
        <Button disabled={isLoading()} onClick={() => void lookAtExamples()}>
          {isLoading() ? words().exampleLoading : words().example}
        </Button>
      </div>
    </section>
  )
}

function KindPicture(props: { readonly kind: (typeof kinds)[number] }): JSX.Element {
  const drawn = () => pictures[props.kind]
  return (
    <svg class="stack-picture" viewBox="0 0 120 84" aria-hidden="true">
      <For each={drawn().lines}>{(line) => <path class="stack-picture-line" d={line} />}</For>
      <For each={drawn().tips}>{(tip) => <path class="stack-picture-line" d={tip} />}</For>
      {props.kind === 'horizontal' ? <rect class="stack-picture-hub" x="44" y="34" width="32" height="20" rx="10" /> : null}
      <For each={drawn().rings}>
        {([x, y, radius]) => <circle class="stack-picture-ring" cx={x} cy={y} r={radius} pathLength="40" />}
      </For>
    </svg>
  )
}
