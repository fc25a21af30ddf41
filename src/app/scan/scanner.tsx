import { createMemo, createResource, createSignal, type JSX, lazy, Match, Show, Switch } from 'solid-js'
import type { TransferProgress } from '../../core/qr/receiver.ts'
import { loadScan, type ScanText } from '../../text/scan.ts'
import { useTexts } from '../text.ts'
import { Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { Progress } from '../ui/progress.tsx'
import { CameraControls } from './camera-controls.tsx'
import { milestoneOf } from './milestone.ts'
import { createScan, type Scan, type ScanState } from './scan.ts'
import { createWakeLock } from './wake-lock.ts'
import './scan.css'

// The sentences of problems are no part of the screen until there is one.
const ProblemWords = lazy(() => import('../problem-words.tsx'))

/**
 * A camera that reads QR codes, from when it is shown until it is taken away; or a picture of a code, for whoever has no camera or
 * does not want it used. It decides nothing about what it reads: `onText` hears of every code in every picture, the same one
 * many times a second.
 */
export function Scanner(props: {
  readonly onText: (text: string) => void
  /** How far a message in several codes has come. */
  readonly progress?: TransferProgress | undefined
}): JSX.Element {
  const { language } = useTexts()
  const [text] = createResource(language, loadScan)
  let video: HTMLVideoElement | undefined
  const scan = createScan(
    () => video,
    (found) => props.onText(found),
  )
  createWakeLock()
  const isDark = () => scan.state().kind === 'off' || scan.state().kind === 'trouble'
  return (
    <div class="scan">
      <div class="scan-sight" data-on={scan.state().kind === 'on' ? '' : undefined} hidden={isDark()}>
        <video ref={video} muted playsinline aria-label={text.latest?.camera} />
      </div>
      <Show when={text.latest}>
        {(words) => (
          <>
            <Standing state={scan.state()} words={words()} />
            <Trouble state={scan.state()} />
            <Coming progress={props.progress} words={words()} />
            <CameraControls scan={scan} words={words()} />
            <PictureOfCode scan={scan} words={words()} />
          </>
        )}
      </Show>
    </div>
  )
}

/** What the camera is doing, and what to do. */
function Standing(props: { readonly state: ScanState; readonly words: ScanText }): JSX.Element {
  return (
    <p class="scan-words soft small" role="status">
      <Switch>
        <Match when={props.state.kind === 'off'}>{props.words.off}</Match>
        <Match when={props.state.kind === 'starting'}>{props.words.starting}</Match>
        <Match when={props.state.kind === 'on'}>{props.words.point}</Match>
      </Switch>
    </p>
  )
}

function Trouble(props: { readonly state: ScanState }): JSX.Element {
  const problem = () => (props.state.kind === 'trouble' ? props.state.problem : undefined)
  return (
    <Show when={problem()}>
      {(problem) => (
        <Banner role="alert" tone="amber">
          <ProblemWords problem={problem()} />
        </Banner>
      )}
    </Show>
  )
}

/** The bar moves with each part; what is said aloud, with each quarter. */
function Coming(props: { readonly progress: TransferProgress | undefined; readonly words: ScanText }): JSX.Element {
  const milestone = createMemo(() => (props.progress ? milestoneOf(props.progress) : 0))
  return (
    <>
      <Show when={props.progress?.need ? props.progress : undefined}>
        {(coming) => (
          <Progress value={coming().have} max={coming().need} words={props.words.progress(coming().have, coming().need)} />
        )}
      </Show>
      <p class="unseen" role="status">
        {milestone() > 0 ? props.words.percent(milestone()) : ''}
      </p>
    </>
  )
}

function PictureOfCode(props: { readonly scan: Scan; readonly words: ScanText }): JSX.Element {
  const [outcome, setOutcome] = createSignal<'' | 'looking' | 'none'>('')
  let input: HTMLInputElement | undefined
  async function look(file: File | undefined): Promise<void> {
    if (!file) return
    setOutcome('looking')
    setOutcome((await props.scan.look(file)) ? '' : 'none')
  }
  return (
    <>
      <Button tone="quiet" icon="file" onClick={() => input?.click()}>
        {props.words.picture}
      </Button>
      <input
        ref={input}
        type="file"
        accept="image/*"
        hidden
        aria-label={props.words.picture}
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? []
          // The same file can be chosen again.
          event.currentTarget.value = ''
          void look(file)
        }}
      />
      <p class="soft small" role="status">
        {outcome() === 'looking' ? props.words.looking : outcome() === 'none' ? props.words.noneInPicture : ''}
      </p>
    </>
  )
}
