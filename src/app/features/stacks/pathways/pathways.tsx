import { useLocation } from '@solidjs/router'
import { createMemo, createResource, For, type JSX, onMount, Show } from 'solid-js'
import type { PathwayPlace } from '../../../../core/pathway/fetch.ts'
import type { Pathway } from '../../../../core/pathway/types.ts'
import type { KeptPathway } from '../../../../store/types.ts'
import { loadStacks, type StacksText } from '../../../../text/stacks.ts'
import { phraseOf } from '../../../credential/phrase.ts'
import { pathwaysAnchor } from '../../../paths.ts'
import { useServices } from '../../../services.ts'
import { sayAdded } from '../../../stacks/take-pathways.ts'
import { useTexts } from '../../../text.ts'
import { Button } from '../../../ui/button.tsx'
import { showToast } from '../../../ui/toasts.tsx'
import type { StacksState } from '../types.ts'
import { AddPathway } from './add-pathway.tsx'
import { createAdding } from './adding.ts'
import { goalNode, type PathwayView, pathwayView } from './pathway.view.ts'
import { PathwayCard } from './pathway-card.tsx'
import type { PathwayTelling } from './telling.ts'
import '../../../credential/credential.css'
import './pathways.css'

/**
 * Pathways that were added or that records state: how far one is, what counts, what is missing; and where others are added. Brings its
 * own heading (h2), which takes the focus when the address names it.
 */
export function Pathways(props: { readonly state: StacksState }): JSX.Element {
  const { language } = useTexts()
  const [text] = createResource(language, loadStacks)
  return <Show when={text.latest}>{(words) => <Section state={props.state} text={words().pathways} />}</Show>
}

function Section(props: { readonly state: StacksState; readonly text: StacksText['pathways'] }): JSX.Element {
  const services = useServices()
  const texts = useTexts()
  const { ui, formats, language } = texts
  const adding = createAdding(services)
  const languages = () => [language(), ...navigator.languages]
  const telling = (): PathwayTelling => ({ languages: languages(), words: props.text, ui: ui(), formats: formats() })
  const nameOf = ({ name }: Pick<Pathway, 'name'>) => phraseOf(name, languages())?.value ?? ui().wallet.untitled

  let heading: HTMLHeadingElement | undefined
  const location = useLocation()
  onMount(() => {
    if (location.hash !== `#${pathwaysAnchor}`) return
    // Once the page has been scrolled to its top, as after every navigation.
    setTimeout(() => {
      heading?.scrollIntoView()
      heading?.focus({ preventScroll: true })
    })
  })

  async function add(place: PathwayPlace): Promise<void> {
    const added = await adding.add(place)
    if (added) await sayAdded(added, texts)
  }

  async function refresh(kept: KeptPathway): Promise<void> {
    const fresh = await adding.refresh(kept)
    if (fresh) showToast({ words: props.text.fresh(nameOf(fresh)) })
  }

  async function remove(kept: KeptPathway, name: string): Promise<void> {
    const dropped = await services.vault.dropPathway(kept.id)
    if (!dropped.ok) return services.tell(dropped.problem)
    showToast({ words: props.text.removed(name), action: { label: ui().undo, run: () => void putBack(kept) } })
  }

  async function putBack(pathway: KeptPathway): Promise<void> {
    const kept = await services.vault.keepPathway(pathway)
    if (!kept.ok) services.tell(kept.problem)
  }

  return (
    <section class="pathways" aria-labelledby={pathwaysAnchor}>
      <h2 ref={heading} id={pathwaysAnchor} tabindex="-1">
        {props.text.title}
      </h2>
      <p class="soft pathways-lead">{props.text.lead}</p>
      <PathwayList
        state={props.state}
        telling={telling()}
        isBusy={adding.isBusy()}
        onRefresh={(kept) => void refresh(kept)}
        onRemove={(kept, name) => void remove(kept, name)}
      />
      <AddPathway adding={adding} text={props.text} onGive={(place) => void add(place)} />
    </section>
  )
}

interface ListProps {
  readonly state: StacksState
  readonly telling: PathwayTelling
  readonly isBusy: boolean
  readonly onRefresh: (kept: KeptPathway) => void
  readonly onRemove: (kept: KeptPathway, name: string) => void
}

function PathwayList(props: ListProps): JSX.Element {
  const words = () => props.telling.words
  const kept = createMemo(() => new Map(props.state.kept().pathways.map((pathway) => [pathway.id, pathway])))
  const views = createMemo<ReadonlyMap<string, Listed>>(() => {
    const stacked = props.state.stacked()
    if (!stacked) return new Map()
    const { graph, pathways } = stacked
    return new Map(
      pathways.map(({ pathway, progress }) => {
        const source = { pathway, progress, kept: kept().get(pathway.id), graph }
        return [pathway.id, { view: pathwayView(source, props.telling), goal: goalNode(pathway, graph), kept: source.kept }]
      }),
    )
  })
  const ids = createMemo(() => [...views().keys()])
  const unread = () =>
    props.state.gathering() === null && props.state.stacked() ? [...kept().values()].filter(({ id }) => !views().has(id)) : []
  return (
    <Show when={ids().length + unread().length > 0} fallback={<p class="pathways-none">{words().none}</p>}>
      <ul class="pathway-cards">
        {/* By id, so that what has the focus stays when something was earned or read again. */}
        <For each={ids()}>
          {(id) => <Show when={views().get(id)}>{(listed) => <ListedCard {...props} listed={listed()} />}</Show>}
        </For>
        <For each={unread()}>
          {(pathway) => (
            <li class="pathway-card">
              <h3 class="serif">{words().damagedName}</h3>
              <p class="soft small">{words().damaged}</p>
              <div class="actions">
                <Button tone="quiet" onClick={() => props.onRemove(pathway, words().damagedName)}>
                  {words().remove}
                </Button>
              </div>
            </li>
          )}
        </For>
      </ul>
    </Show>
  )
}

/** A pathway as it is shown, the node that it leads to, and as the vault keeps it: not at all, where a record states it. */
interface Listed {
  readonly view: PathwayView
  readonly goal: string | null
  readonly kept: KeptPathway | undefined
}

function ListedCard(props: ListProps & { readonly listed: Listed }): JSX.Element {
  const kept = () => props.listed.kept
  const onRefresh = () => {
    const pathway = kept()
    return pathway?.origin.kind === 'address' ? () => props.onRefresh(pathway) : undefined
  }
  const onRemove = () => {
    const pathway = kept()
    return pathway && (() => props.onRemove(pathway, props.listed.view.name.value))
  }
  return (
    <PathwayCard
      view={props.listed.view}
      text={props.telling.words}
      isBusy={props.isBusy}
      goal={props.listed.goal}
      onRefresh={onRefresh()}
      onRemove={onRemove()}
    />
  )
}
