import { useNavigate } from '@solidjs/router'
import { createEffect, createMemo, createSignal, type JSX, onCleanup, onMount, Show } from 'solid-js'
import type { WalletEntry } from '../../../store/types.ts'
import type { FindingsText } from '../../../text/findings.ts'
import { sealName } from '../../../text/seal-name.ts'
import { type CredentialView, describe } from '../../credential/credential.view.ts'
import { DocumentSection } from '../../credential/document-section.tsx'
import { IssuerLine } from '../../credential/issuer-line.tsx'
import { createRemotePicture, PictureInSeal, PictureOffer } from '../../credential/picture-view.tsx'
import { QuestionRows } from '../../credential/question-rows.tsx'
import { Sections } from '../../credential/sections.tsx'
import { Words } from '../../credential/words.tsx'
import { paths } from '../../paths.ts'
import { useServices } from '../../services.ts'
import { useTexts } from '../../text.ts'
import { Artwork } from '../../ui/artwork.tsx'
import { Button } from '../../ui/button.tsx'
import { Seal } from '../../ui/seal.tsx'
import { showToast } from '../../ui/toasts.tsx'
import { allPending, createCheckAgain, isStale } from './check-again.ts'
import { download, exportName } from './export.ts'

/** After this long the page says what is being waited for, in milliseconds. */
const patience = 2_000

interface DetailProps {
  readonly entry: WalletEntry
  readonly text: FindingsText
  /** The entry was verified again. */
  readonly onReading: (entry: WalletEntry) => void
}

/** One credential: what it is, how it stands, and everything that it says. */
export function CredentialDetail(props: DetailProps): JSX.Element {
  const services = useServices()
  const { ui, formats, language } = useTexts()
  const { state, check } = createCheckAgain(services, (entry) => props.onReading(entry))
  const languages = () => [language(), ...navigator.languages]
  const view = createMemo(() =>
    describe(props.entry.credential, props.entry.report, {
      audience: 'holder',
      languages: languages(),
      findings: props.text,
      ui: ui(),
      formats: formats(),
    }),
  )
  const isChecking = () => state() === 'checking'
  onMount(() => {
    if (services.online() && isStale(props.entry.report.at, Date.now())) void check(props.entry)
  })
  return (
    <>
      <Head entry={props.entry} view={view()} text={props.text} isChecking={isChecking()} isBroken={state() === 'broken'} />
      <Actions
        entry={props.entry}
        view={view()}
        text={props.text}
        isChecking={isChecking()}
        onCheck={() => void check(props.entry)}
      />
      <QuestionRows rows={view().rows} text={props.text} />
      <Sections view={view()} text={props.text} />
      <DocumentSection view={view()} text={props.text} />
    </>
  )
}

interface HeadProps {
  readonly entry: WalletEntry
  readonly view: CredentialView
  readonly text: FindingsText
  readonly isChecking: boolean
  readonly isBroken: boolean
}

/** The picture in its seal, the title, who issued it and how far that is known, and the one sentence of verdict. */
function Head(props: HeadProps): JSX.Element {
  const services = useServices()
  const picture = createRemotePicture(() => props.view.picture, { verifier: services.verifier, album: services })
  const answers = () => (props.isChecking ? allPending : props.view.questions)
  return (
    <header class="credential-head">
      <span class="watermark no-print">
        <Artwork seed={props.entry.id} issuer="" />
      </span>
      <Seal questions={answers()} size="page" label={sealName('', answers(), props.text)}>
        <PictureInSeal
          picture={props.view.picture}
          address={picture.address()}
          seed={props.entry.id}
          issuer={props.view.issuer.name.value}
        />
      </Seal>
      <PictureOffer picture={props.view.picture} state={picture.state()} onAsk={() => void picture.ask()} text={props.text} />
      <Show when={props.entry.example}>
        <p class="example-mark">{props.text.page.example}</p>
      </Show>
      <h1>
        <Words phrase={props.view.title} />
      </h1>
      <IssuerLine view={props.view} />
      <p class="verdict" data-verdict={props.view.verdict} dir="auto">
        {props.view.sentence}
      </p>
      <AsOf view={props.view} text={props.text} isChecking={props.isChecking} isBroken={props.isBroken} />
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
  readonly onCheck: () => void
}

function Actions(props: ActionsProps): JSX.Element {
  const services = useServices()
  const { ui } = useTexts()
  const navigate = useNavigate()
  const words = () => props.text.page.actions

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
      <Button aria-disabled={props.isChecking} onClick={() => props.isChecking || props.onCheck()}>
        {words().checkAgain}
      </Button>
      <Button tone="quiet" onClick={() => window.print()}>
        {words().print}
      </Button>
      <Button tone="quiet" onClick={() => void remove()}>
        {words().remove}
      </Button>
    </div>
  )
}
