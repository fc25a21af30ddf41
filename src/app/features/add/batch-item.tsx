import { createEffect, createSignal, For, type JSX, lazy, Match, onCleanup, Show, Suspense, Switch } from 'solid-js'
import { sealName } from '../../../text/seal-name.ts'
import type { Arrival, IntakeItem } from '../../intake.ts'
import { issuerName } from '../../issuer-name.ts'
import { credentialPath, href } from '../../paths.ts'
import { useTexts } from '../../text.ts'
import { Artwork } from '../../ui/artwork.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Progress } from '../../ui/progress.tsx'
import { Seal } from '../../ui/seal.tsx'
import { hasEnded } from './batch.view.ts'

const ClosedRow = lazy(() => import('./closed-row.tsx'))
const PathwayRow = lazy(() => import('./pathway-row.tsx'))
const ProblemWords = lazy(() => import('../../problem-words.tsx'))

/** After this long the line says what is being waited for. */
const patience = 2_000

/** One line of the batch: on its way with the seal drawing itself, then one row for each credential that was in it. */
export function BatchItem(props: { readonly item: IntakeItem }): JSX.Element {
  const { ui } = useTexts()
  const name = () => props.item.name || ui().add.pastedText
  return (
    <li class="batch-item">
      <Show when={props.item.state === 'done'} fallback={<OnItsWay item={props.item} name={name()} />}>
        <For each={props.item.arrivals}>{(arrival) => <ArrivalRow arrival={arrival} name={name()} />}</For>
      </Show>
    </li>
  )
}

function OnItsWay(props: { readonly item: IntakeItem; readonly name: string }): JSX.Element {
  const { ui } = useTexts()
  const [isLate, setIsLate] = createSignal(false)
  createEffect(() => {
    const { state } = props.item
    setIsLate(false)
    if (state !== 'opening' && state !== 'checking') return
    const timer = setTimeout(() => setIsLate(true), patience)
    onCleanup(() => clearTimeout(timer))
  })
  const words = () => {
    const { state, host } = props.item
    if (!isLate() || hasEnded(props.item)) return state === 'done' ? '' : ui().add.states[state]
    return state === 'opening' && host !== '' ? ui().add.waitingFor(host) : ui().add.waitingCheck
  }
  return (
    <div class="item-row">
      <span aria-hidden="true">
        <Seal questions={props.item.questions} size="row" label={props.name}>
          <Artwork seed={props.name} issuer="" />
        </Seal>
      </span>
      <span class="item-words">
        <span class="batch-name" dir="auto">
          {props.name}
        </span>
        <Show when={props.item.state === 'checking' && props.item.parts} fallback={<span class="soft small">{words()}</span>}>
          {(parts) => (
            <Progress value={parts().ready} max={parts().total} words={ui().add.partsDone(parts().ready, parts().total)} />
          )}
        </Show>
      </span>
    </div>
  )
}

function ArrivalRow(props: { readonly arrival: Arrival; readonly name: string }): JSX.Element {
  const texts = useTexts()
  const { ui } = texts
  const kept = () => (props.arrival.kind === 'added' || props.arrival.kind === 'there' ? props.arrival : undefined)
  const closed = () => (props.arrival.kind === 'closed' ? props.arrival : undefined)
  const pathway = () => (props.arrival.kind === 'pathway' ? props.arrival : undefined)
  const trouble = () => (props.arrival.kind === 'problem' ? props.arrival.problem : undefined)
  const name = () => (props.arrival.kind === 'problem' && props.arrival.name) || props.name
  return (
    <Switch>
      <Match when={trouble()}>
        {(problem) => (
          <div class="item-row problem">
            <span class="batch-mark">
              <Icon name="cross" />
            </span>
            <span class="item-words">
              <span class="batch-name" dir="auto">
                {name()}
              </span>
              <span class="small">
                <ProblemWords problem={problem()} />
              </span>
            </span>
          </div>
        )}
      </Match>
      <Match when={closed()}>
        {(waiting) => (
          <Suspense>
            <ClosedRow what={waiting().what} file={waiting().file} name={name()} />
          </Suspense>
        )}
      </Match>
      <Match when={pathway()}>
        {(found) => (
          <Suspense>
            <PathwayRow file={found().file} name={name()} />
          </Suspense>
        )}
      </Match>
      <Match when={kept()}>
        {(arrived) => (
          <a class="item-row" href={href(credentialPath(arrived().id))}>
            <Seal questions={arrived().questions} size="row" label={sealNameOf(arrived().questions, texts)}>
              <Artwork seed={arrived().id} issuer={arrived().issuer} />
            </Seal>
            <span class="item-words">
              <span class="batch-name serif" dir="auto">
                {arrived().title || ui().wallet.untitled}
              </span>
              <span class="soft small">
                <bdi>{issuerName(arrived(), ui())}</bdi> · {arrived().kind === 'added' ? ui().add.added : ui().add.there}
              </span>
            </span>
            <Icon name="forward" />
          </a>
        )}
      </Match>
    </Switch>
  )
}

function sealNameOf(answers: Parameters<typeof sealName>[1], texts: ReturnType<typeof useTexts>): string {
  const findings = texts.findings.state === 'ready' ? texts.findings() : undefined
  return findings ? sealName('', answers, findings) : texts.ui().name
}
