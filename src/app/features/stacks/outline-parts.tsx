import { createSignal, For, type JSX, onMount, Show } from 'solid-js'
import type { Award } from '../../../core/stack/types.ts'
import { cleaned } from '../../../text/verdict.ts'
import { Words } from '../../credential/words.tsx'
import { href, partPath } from '../../paths.ts'
import { Icon } from '../../ui/icon.tsx'
import { Seal } from '../../ui/seal.tsx'
import { useStacks } from './context.ts'
import type { OutlineLine } from './outline-line.ts'
import type { Tree } from './outline-tree.ts'
import { AwardPicture } from './picture.tsx'

/** The picture in its seal, drawn once it comes near; an empty ring for what nobody earned here. The label says it all in words. */
export function LineMark(props: { readonly line: OutlineLine; readonly tree: Tree }): JSX.Element {
  const [isNear, setIsNear] = createSignal(false)
  let mark: HTMLSpanElement | undefined
  onMount(() => {
    if (mark && props.line.award) props.tree.whenNear(mark, () => setIsNear(true))
  })
  return (
    <Show when={props.line.node}>
      <span ref={mark} class="outline-mark" data-empty={props.line.award ? undefined : props.line.kind} aria-hidden="true">
        <Show when={isNear() && props.line.award}>
          {(award) => (
            <Seal questions={award().questions} size="row" label="">
              {/* Without the issuer's initials: they would be read as a word of the line. */}
              <AwardPicture award={award()} issuer="" />
            </Seal>
          )}
        </Show>
      </span>
    </Show>
  )
}

/** Title, facts, and who says that it belongs here: a sample of the line that the drawings use, then the sentences. */
export function LineText(props: { readonly line: OutlineLine }): JSX.Element {
  const words = () => props.line.words()
  // The blanks keep the words apart for whoever reads the text of the page, and not the page.
  return (
    <span class="outline-text">
      <span class="outline-title">
        <Words phrase={words().title} />
      </span>{' '}
      <Show when={words().facts.length > 0}>
        <span class="outline-facts">
          <For each={words().facts}>{(fact) => <span dir="auto">{fact} </span>}</For>
        </span>
      </Show>
      <Show when={words().says.length > 0}>
        <span class="outline-says" data-basis={words().basis ?? undefined}>
          {words().says.join(' ')}{' '}
        </span>
      </Show>
      <For each={words().cautions}>{(caution) => <span class="outline-caution">{caution} </span>}</For>
    </span>
  )
}

/** The way to the credential itself. */
export function LineLink(props: { readonly award: Award; readonly line: OutlineLine; readonly tree: Tree }): JSX.Element {
  const { telling } = useStacks()
  const name = () => telling().words.outline.openNamed(cleaned(props.line.words().title.value))
  return (
    <Show when={props.award.entry !== ''}>
      <a
        class="outline-link no-print"
        href={href(partPath(props.award.entry, props.award.part))}
        tabIndex={props.tree.isActive(props.line.key) ? 0 : -1}
        aria-label={name()}
        title={name()}
      >
        <Icon name="external" />
      </a>
    </Show>
  )
}
