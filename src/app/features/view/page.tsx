import { useLocation, useNavigate } from '@solidjs/router'
import {
  createEffect,
  createMemo,
  createResource,
  createSignal,
  type JSX,
  Match,
  on,
  onCleanup,
  onMount,
  Show,
  Switch,
} from 'solid-js'
import type { FindingsText } from '../../../text/findings.ts'
import { loadView, type ViewText } from '../../../text/view.ts'
import { createVerifier } from '../../../worker/client.ts'
import { DropArea } from '../../drop-area.tsx'
import type { Given } from '../../intake.ts'
import { createOnline } from '../../online.ts'
import { href, paths } from '../../paths.ts'
import { useTexts } from '../../text.ts'
import { Banner } from '../../ui/banner.tsx'
import { watchForUpdates } from '../../update.ts'
import { AddressOffer } from '../../ways/address-offer.tsx'
import { Ways } from '../../ways/ways.tsx'
import { ReadPart } from './part.tsx'
import { createReader } from './reader.ts'
import { Several } from './several.tsx'
import { partAsked } from './view.view.ts'
import { Working } from './working.tsx'
import '../../credential/credential.css'
import './view.css'

/**
 * What a receiver opens: gives a file, a link or a text and sees what it says and how it stands. Read only; its verifier has a
 * memory of its own that goes with the page, and the wallet's store is never opened.
 */
export default function ViewPage(): JSX.Element {
  const { ui, language, findings } = useTexts()
  const [text] = createResource(language, loadView)
  createEffect(() => {
    document.title = `${ui().titles.view} · ${ui().name}`
  })
  // A newer version takes over by itself once this page is closed: there is nothing here to be saved first.
  onMount(() => void watchForUpdates(() => undefined))
  return (
    <Show when={text()}>
      {(words) => <Show when={findings()}>{(sentences) => <Viewing text={words()} findings={sentences()} />}</Show>}
    </Show>
  )
}

function Viewing(props: { readonly text: ViewText; readonly findings: FindingsText }): JSX.Element {
  const location = useLocation()
  const navigate = useNavigate()
  const online = createOnline()
  const verifier = createVerifier()
  onCleanup(() => verifier.end())
  const reader = createReader({ verifier, online })
  const [offered, setOffered] = createSignal('')
  const read = () => {
    const reading = reader.reading()
    return reading.step === 'read' ? reading : undefined
  }
  const working = () => {
    const reading = reader.reading()
    return reading.step === 'working' ? reading : undefined
  }
  const items = () => read()?.items ?? []
  const asked = createMemo(() => partAsked(location.query['part'], items()))
  /** A new thing is drawn anew; the same one, checked again, stays as it stands on the page. */
  const itemKey = () => {
    const shown = asked()
    return shown && (shown.number || 'only')
  }

  function give(given: readonly Given[]): void {
    setOffered('')
    leavePart()
    void reader.take(given)
  }
  function another(): void {
    leavePart()
    reader.reset()
  }
  function leavePart(): void {
    if (location.query['part'] !== undefined) navigate(paths.view, { replace: true })
  }

  // The verdict, the list or the first page is what the reader came for: the keyboard and the screen reader go there.
  const place = createMemo(() => `${reader.reading().step} ${itemKey() ?? ''}`)
  createEffect(
    on(
      place,
      () => {
        window.scrollTo(0, 0)
        document.querySelector<HTMLElement>('#content h1')?.focus({ preventScroll: true })
      },
      { defer: true },
    ),
  )

  return (
    <div class="page credential viewing">
      <Band text={props.text} isOpen={reader.reading().step === 'asking'} />
      <Show when={!online()}>
        <div class="no-print">
          <Banner role="status">{props.text.offline}</Banner>
        </div>
      </Show>
      <Show when={offered()}>
        {(url) => (
          <AddressOffer url={url()} onTake={() => give([{ kind: 'address', url: url() }])} onLeave={() => setOffered('')} />
        )}
      </Show>
      <Switch fallback={<Ask text={props.text} online={online()} onGive={give} />}>
        <Match when={working()}>
          {(now) => (
            <Working
              questions={now().questions}
              host={now().host}
              parts={now().parts}
              findings={props.findings}
              onCancel={another}
            />
          )}
        </Match>
        <Match when={itemKey()} keyed>
          <Show when={asked()}>
            {(shown) => (
              <ReadPart
                asked={shown()}
                reader={reader}
                verifier={verifier}
                isOneOfSeveral={items().length > 1}
                text={props.text}
                findings={props.findings}
                onAnother={another}
              />
            )}
          </Show>
        </Match>
        <Match when={read()}>
          {(all) => <Several read={all()} reader={reader} text={props.text} findings={props.findings} onAnother={another} />}
        </Match>
      </Switch>
      <p class="own no-print">
        {props.text.own.words} <a href={href(paths.wallet)}>{props.text.own.link}</a>
      </p>
      <DropArea words={{ drop: props.text.drop, hint: props.text.dropHint }} onGive={give} onOffer={setOffered} />
    </div>
  )
}

/** Where this page comes from, and what that means to somebody who was sent here. Said in full first, then at hand. */
function Band(props: { readonly text: ViewText; readonly isOpen: boolean }): JSX.Element {
  return (
    <details class="view-band" open={props.isOpen}>
      <summary>
        <span>
          {props.text.band.comesFrom} <strong dir="ltr">{window.location.host}</strong>
        </span>
        <span class="sent-here no-print">{props.text.band.sentHere}</span>
      </summary>
      <p class="soft small no-print">{props.text.band.advice}</p>
    </details>
  )
}

function Ask(props: {
  readonly text: ViewText
  readonly online: boolean
  readonly onGive: (given: readonly Given[]) => void
}): JSX.Element {
  const { ui } = useTexts()
  return (
    <div class="ask">
      <h1 tabindex="-1">{ui().titles.view}</h1>
      <p class="lead">{props.text.lead}</p>
      <Ways online={props.online} takeWords={props.text.take} onGive={(given) => props.onGive(given)} />
      <p class="soft small">{props.text.promise}</p>
    </div>
  )
}
