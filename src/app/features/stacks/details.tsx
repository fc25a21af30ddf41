import { createEffect, createMemo, createSignal, createUniqueId, For, type JSX, on, onCleanup, Show, Suspense } from 'solid-js'
import type { AchievementNode, Award, SkillNode, StackNode } from '../../../core/stack/types.ts'
import { linkOf } from '../../credential/phrase.ts'
import { OutsideLink, Words } from '../../credential/words.tsx'
import { besideQuery, createMedia } from '../../media.ts'
import { href, partPath } from '../../paths.ts'
import { useTexts } from '../../text.ts'
import { Button, ButtonLink, IconButton } from '../../ui/button.tsx'
import { Progress } from '../../ui/progress.tsx'
import { Seal } from '../../ui/seal.tsx'
import { useStacks } from './context.ts'
import { bestAward } from './lookup.ts'
import { type NodeWords, nodeWords } from './node-words.ts'
import { AddToStack } from './own/add-to-stack.tsx'
import { AwardPicture } from './picture.tsx'
import { Relations } from './relations.tsx'
import { plainName } from './speakers.ts'

/** The card of the thing that was chosen: what it is, how it stands, what it belongs together with, and what can be done with it. */
export function Details(): JSX.Element {
  const { state } = useStacks()
  const chosen = createMemo(() => {
    const id = state.selected()
    return id === null ? undefined : state.node(id)
  })
  return <Show when={chosen()}>{(node) => <Card node={node()} />}</Show>
}

function Card(props: { readonly node: StackNode }): JSX.Element {
  const { state, text, telling } = useStacks()
  const titleId = createUniqueId()
  let heading: HTMLHeadingElement | undefined
  const words = createMemo(() => {
    const made = state.stacked()
    return made && nodeWords(props.node, made, telling())
  })
  // Whoever opened it is taken to it, so that a screen reader reads it; and back when it closes, unless the drawing takes them.
  const opener = document.activeElement
  createEffect(on(state.selected, () => heading?.focus({ preventScroll: true })))
  onCleanup(() => {
    queueMicrotask(() => {
      if (document.activeElement === document.body && opener instanceof HTMLElement) opener.focus({ preventScroll: true })
    })
  })
  return (
    <section
      class="stack-card"
      aria-labelledby={titleId}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return
        event.preventDefault()
        state.select(null)
      }}
    >
      <Show when={words()}>
        {(said) => (
          <>
            <header class="stack-card-head">
              <CardPicture node={props.node} words={said()} />
              <div class="stack-card-words">
                <h2 id={titleId} ref={heading} tabindex="-1">
                  <Words phrase={said().title} />
                </h2>
                <p class="soft" dir="auto">
                  {[said().kind, said().issuer].filter((part) => part !== '').join(' · ')}
                </p>
              </div>
              <IconButton icon="close" label={text().page.card.close} onClick={() => state.select(null)} />
            </header>
            <div class="stack-card-body">
              <Standing node={props.node} words={said()} />
              <Actions node={props.node} title={said().title.value} />
              <Relations id={props.node.id} />
              <Awards node={props.node} />
            </div>
          </>
        )}
      </Show>
    </section>
  )
}

function CardPicture(props: { readonly node: StackNode; readonly words: NodeWords }): JSX.Element {
  const { state, telling } = useStacks()
  const award = () => {
    const made = state.stacked()
    return made && props.node.kind === 'achievement' ? bestAward(props.node, made) : null
  }
  return (
    <Show when={props.node.kind === 'achievement'}>
      <Show when={award()} keyed fallback={<span class="stack-ring" aria-hidden="true" />}>
        {(earned) => (
          <Seal questions={earned.questions} size="card" label={props.words.standingWords}>
            <AwardPicture award={earned} issuer={plainName(earned, telling().languages)} />
          </Seal>
        )}
      </Show>
    </Show>
  )
}

/** How it stands: earned when, until when, what it leans on, how many of its parts are there. */
function Standing(props: { readonly node: StackNode; readonly words: NodeWords }): JSX.Element {
  const { state, text } = useStacks()
  const { formats } = useTexts()
  const award = () => {
    const made = state.stacked()
    return made && props.node.kind === 'achievement' ? bestAward(props.node, made) : null
  }
  const dates = () => {
    const [earned, expires] = [award()?.earned ?? '', award()?.expires ?? '']
    const { card } = text().page
    return [
      ...(earned === '' ? [] : [card.earned(formats().date(earned))]),
      ...(expires === '' ? [] : [card.expires(formats().date(expires))]),
    ].join(', ')
  }
  const parts = () => state.stacked()?.analysis.parts[props.node.id]
  return (
    <>
      <Show when={props.words.standingWords}>
        <p class="stack-standing" data-standing={props.words.standing}>
          {props.words.standingWords}
          <Show when={dates()}>
            <span class="soft"> · {dates()}</span>
          </Show>
        </p>
      </Show>
      <Show when={props.words.leaning}>
        <p class="stack-caution">{props.words.leaning}</p>
      </Show>
      <Show when={parts()}>
        {(counted) => <Progress value={counted().earned} max={counted().of} words={props.words.parts} />}
      </Show>
      <Show when={asSkill(props.node)}>{(skill) => <SkillSource node={skill()} />}</Show>
    </>
  )
}

function SkillSource(props: { readonly node: SkillNode }): JSX.Element {
  const { text } = useStacks()
  const link = () => linkOf(props.node.url)
  return (
    <Suspense>
      <Show when={link()}>
        {(page) => (
          <p>
            <OutsideLink link={page()}>
              {text().page.card.standards} ({page().host})
            </OutsideLink>
          </p>
        )}
      </Show>
    </Suspense>
  )
}

function Actions(props: { readonly node: StackNode; readonly title: string }): JSX.Element {
  const { state, text } = useStacks()
  const achievement = () => asAchievement(props.node)
  const award = () => {
    const [made, node] = [state.stacked(), achievement()]
    return made && node ? bestAward(node, made) : null
  }
  const members = createMemo(() => {
    const earned = award()
    return earned ? [{ digest: earned.digest, part: earned.part }] : []
  })
  const isFocused = () => state.focus() === props.node.id
  const isBeside = createMedia(besideQuery)
  function focusHere(): void {
    state.setFocus(isFocused() ? null : props.node.id)
    // Where the card lies over the drawing, it makes room for what was asked for.
    if (!isBeside()) state.select(null)
  }
  const words = () => text().page
  return (
    <div class="actions">
      <Show when={award()?.entry ? award() : null}>
        {(earned) => (
          <ButtonLink
            tone="primary"
            href={href(partPath(earned().entry, earned().part))}
            aria-label={words().card.openNamed(props.title)}
          >
            {words().card.open}
          </ButtonLink>
        )}
      </Show>
      <Button icon="focus" aria-pressed={isFocused()} onClick={() => focusHere()}>
        {words().focus.button}
      </Button>
      <Show when={members().length > 0}>
        {/* What it still has to load must not take the page away. */}
        <Suspense>
          <AddToStack members={members()} />
        </Suspense>
      </Show>
    </div>
  )
}

/** Every credential for it, when there are several. */
function Awards(props: { readonly node: StackNode }): JSX.Element {
  const { state, text } = useStacks()
  const awards = createMemo(() => {
    const graph = state.stacked()?.graph
    return graph ? (asAchievement(props.node)?.awards ?? []).flatMap((ref) => graph.awards[ref] ?? []) : []
  })
  const [isWhole, setIsWhole] = createSignal(false)
  const shown = () => (isWhole() ? awards() : awards().slice(0, 5))
  return (
    <Show when={awards().length > 1}>
      <h3>{text().page.card.awards(awards().length)}</h3>
      <ul class="stack-awards">
        <For each={shown()}>{(award) => <AwardLine award={award} />}</For>
      </ul>
      <Show when={awards().length > shown().length}>
        <Button tone="quiet" onClick={() => setIsWhole(true)}>
          {text().page.card.showAll(awards().length - shown().length)}
        </Button>
      </Show>
    </Show>
  )
}

function AwardLine(props: { readonly award: Award }): JSX.Element {
  const { telling } = useStacks()
  const { ui, formats } = useTexts()
  return (
    <li>
      <a href={href(partPath(props.award.entry, props.award.part))} dir="auto">
        {plainName(props.award, telling().languages) || ui().wallet.noIssuer}
      </a>
      <span class="soft small">
        {[formats().shortDate(props.award.earned), ui().wallet.verdicts[props.award.verdict]]
          .filter((part) => part !== '')
          .join(' · ')}
      </span>
    </li>
  )
}

function asAchievement(node: StackNode): AchievementNode | undefined {
  return node.kind === 'achievement' ? node : undefined
}

function asSkill(node: StackNode): SkillNode | undefined {
  return node.kind === 'skill' ? node : undefined
}
