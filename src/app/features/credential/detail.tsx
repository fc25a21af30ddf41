import { useNavigate } from '@solidjs/router'
import { createEffect, createMemo, createSignal, type JSX, onCleanup, onMount, Show } from 'solid-js'
import type { WalletEntry } from '../../../store/types.ts'
import type { FindingsText } from '../../../text/findings.ts'
import { type CredentialView, describe } from '../../credential/credential.view.ts'
import { DocumentSection } from '../../credential/document-section.tsx'
import { IssuerLine } from '../../credential/issuer-line.tsx'
import { createKeptPlace } from '../../credential/keep-place.ts'
import { PartPage } from '../../credential/part-page.tsx'
import { QuestionRows } from '../../credential/question-rows.tsx'
import { SealedPicture } from '../../credential/sealed-picture.tsx'
import { Sections } from '../../credential/sections.tsx'
import type { Telling } from '../../credential/telling.ts'
import { Culprits, Transcript } from '../../credential/transcript.tsx'
import { Words } from '../../credential/words.tsx'
import type { PartsDone } from '../../intake.ts'
import { href, partPath, paths, stacksPath } from '../../paths.ts'
import { useServices } from '../../services.ts'
import { useTexts } from '../../text.ts'
import { Artwork } from '../../ui/artwork.tsx'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { Progress } from '../../ui/progress.tsx'
import { showToast } from '../../ui/toasts.tsx'
import { allPending, createCheckAgain, isStale, lacksParts } from './check-again.ts'
import { download, exportName } from './export.ts'
import { NewerVersion } from './newer.tsx'
import { TrustIssuer } from './trust.tsx'
import { VocabularyOffers } from './vocabulary.tsx'
import { Whose } from './whose.tsx'

/** After this long the page says what is being waited for, in milliseconds. */
const patience = 2_000

interface DetailProps {
  readonly entry: WalletEntry
  readonly text: FindingsText
  /** The part of it that is shown, as the address names it; empty for the whole. */
  readonly part: string
  /** The entry was verified again. */
  readonly onReading: (entry: WalletEntry) => void
}

/** One credential: what it is, how it stands, and everything that it says. */
export function CredentialDetail(props: DetailProps): JSX.Element {
  const services = useServices()
  const { ui, formats, language } = useTexts()
  const { state, parts, check, stop } = createCheckAgain(services, (entry) => props.onReading(entry))
  const languages = () => [language(), ...navigator.languages]
  const telling = (): Telling => ({
    audience: 'holder',
    languages: languages(),
    findings: props.text,
    ui: ui(),
    formats: formats(),
  })
  const view = createMemo(() => describe(props.entry, [], telling()))
  const hrefOf = (path: string) => href(partPath(props.entry.id, path))
  createKeptPlace(() => props.part)
  const isChecking = () => state() === 'checking'
  onMount(() => {
    const isOld = isStale(props.entry.report.at, Date.now()) || lacksParts(props.entry)
    if (services.online() && isOld) void check(props.entry)
  })
  return (
    <>
      {/* The whole stays on the page while a part of it is shown, so that coming back finds it as it was. */}
      <div hidden={props.part !== ''}>
        <Head
          entry={props.entry}
          view={view()}
          text={props.text}
          isChecking={isChecking()}
          isBroken={state() === 'broken'}
          parts={parts()}
        />
        <Show when={view().transcript}>{(transcript) => <Culprits view={transcript()} text={props.text} hrefOf={hrefOf} />}</Show>
        <Actions
          entry={props.entry}
          view={view()}
          text={props.text}
          isChecking={isChecking()}
          canStop={parts() !== null}
          onCheck={() => void check(props.entry)}
          onStop={stop}
        />
        <TrustIssuer entry={props.entry} name={view().issuer.name.value} onChanged={() => void check(props.entry)} />
        <NewerVersion entry={props.entry} telling={telling()} />
        <VocabularyOffers entry={props.entry} onAllowed={() => void check(props.entry)} />
        <Whose entry={props.entry} />
        <QuestionRows rows={view().rows} text={props.text} />
        <Show when={view().transcript}>
          {(transcript) => <Transcript view={transcript()} text={props.text} hrefOf={hrefOf} />}
        </Show>
        <Sections view={view()} text={props.text} />
        <DocumentSection view={view()} text={props.text} />
      </div>
      <Show when={props.part} keyed>
        {(path) => (
          <PartPage
            whole={props.entry}
            path={path}
            telling={telling()}
            pictures={{ verifier: services.verifier, album: services }}
            hrefOf={hrefOf}
          />
        )}
      </Show>
    </>
  )
}

interface HeadProps {
  readonly entry: WalletEntry
  readonly view: CredentialView
  readonly text: FindingsText
  readonly isChecking: boolean
  readonly isBroken: boolean
  /** How many of its parts are checked; null while that is not known. */
  readonly parts: PartsDone | null
}

/** The picture in its seal, the title, who issued it and how far that is known, and the one sentence of verdict. */
function Head(props: HeadProps): JSX.Element {
  const services = useServices()
  const { ui } = useTexts()
  const answers = () => (props.isChecking ? allPending : props.view.questions)
  return (
    <header class="credential-head">
      <span class="watermark no-print">
        <Artwork seed={props.entry.id} issuer="" />
      </span>
      <SealedPicture
        view={props.view}
        questions={answers()}
        seed={props.entry.id}
        powers={{ verifier: services.verifier, album: services }}
        text={props.text}
      />
      <Show when={props.entry.example}>
        <p class="example-mark">{props.text.page.example}</p>
      </Show>
      <h1 tabindex="-1">
        <Words phrase={props.view.title} />
      </h1>
      <IssuerLine view={props.view} />
      <p class="verdict" data-verdict={props.view.verdict} dir="auto">
        {props.view.sentence}
      </p>
      <AsOf view={props.view} text={props.text} isChecking={props.isChecking} isBroken={props.isBroken} />
      <Show when={props.parts}>
        {(parts) => (
          <Progress value={parts().ready} max={parts().total} words={ui().add.partsDone(parts().ready, parts().total)} />
        )}
      </Show>
    </header>
  )
}

/** As of when all this is known, or what is being waited for. */
function AsOf(props: Pick<HeadProps, 'view' | 'text' | 'isChecking' | 'isBroken'>): JSX.Element {
  const { online } = useServices()
  const { formats, ui } = useTexts()
  const [isLate, setIsLate] = createSignal(false)
  createEffect(() => {
    setIsLate(false)
    if (!props.isChecking) return
    const timer = setTimeout(() => setIsLate(true), patience)
    onCleanup(() => clearTimeout(timer))
  })
  const words = () => {
    const { page } = props.text
    if (props.isChecking) return isLate() ? ui().add.waitingCheck : page.checking
    const when = formats().dateTime(props.view.checkedAt)
    const known = online() ? page.checkedAt(when) : page.checkedOffline(when)
    return props.isBroken ? `${page.checkBroke} ${known}` : known
  }
  return (
    <p class="as-of" role="status">
      {words()}
    </p>
  )
}

interface ActionsProps {
  readonly entry: WalletEntry
  readonly view: CredentialView
  readonly text: FindingsText
  readonly isChecking: boolean
  /** The check takes its time, and can be ended. */
  readonly canStop: boolean
  readonly onCheck: () => void
  readonly onStop: () => void
}

function Actions(props: ActionsProps): JSX.Element {
  const services = useServices()
  const { ui } = useTexts()
  const navigate = useNavigate()
  const words = () => props.text.page.actions

  function press(): void {
    if (props.canStop) props.onStop()
    else if (!props.isChecking) props.onCheck()
  }

  function exportOriginal(): void {
    const { source } = props.entry
    download(source.bytes, exportName(source.name, props.view.title.value, source.bytes))
  }

  async function remove(): Promise<void> {
    const removed = await services.removeEntries([props.entry.id])
    if (removed === null) return
    navigate(paths.wallet)
    showToast({ words: ui().wallet.removed, action: { label: ui().undo, run: () => void services.keepEntries(removed) } })
  }

  return (
    <div class="credential-actions no-print">
      <Button tone="primary" onClick={exportOriginal}>
        {words().exportOriginal}
      </Button>
      {/* Not disabled: that would take the focus from whoever pressed it. */}
      <Button aria-disabled={props.isChecking && !props.canStop} onClick={press}>
        {props.canStop ? ui().cancel : words().checkAgain}
      </Button>
      <ButtonLink tone="quiet" href={href(stacksPath({ add: props.entry.report.digest }))}>
        {words().stack}
      </ButtonLink>
      <Button tone="quiet" onClick={() => window.print()}>
        {words().print}
      </Button>
      <Button tone="quiet" onClick={() => void remove()}>
        {words().remove}
      </Button>
    </div>
  )
}
