import { createMemo, createResource, createSignal, type JSX, Match, onMount, Show, Suspense, Switch } from 'solid-js'
import type { Attempt } from '../../../core/problem.ts'
import { drawQr } from '../../../core/qr/drawing.ts'
import { createReceiver, type TransferProgress } from '../../../core/qr/receiver.ts'
import type { BackupText } from '../../../text/backup.ts'
import type { OpenedBackup } from '../../../worker/safe-types.ts'
import { Scanner } from '../../scan/scanner.tsx'
import { useServices } from '../../services.ts'
import { Trouble } from '../../trouble.tsx'
import { Button } from '../../ui/button.tsx'
import { QrCode } from '../../ui/qr-code.tsx'
import { showToast } from '../../ui/toasts.tsx'
import { Restoring } from '../restoring.tsx'
import { createTask } from '../task.ts'
import { comparedCode } from './recipient.ts'
import { stayAwake } from './stay-awake.ts'

interface ReceiveProps {
  readonly text: BackupText
  readonly onLeave: () => void
}

/** The new device: shows a key made for this one move, scans what was closed for it, and goes on as with any backup. */
export function Receive(props: ReceiveProps): JSX.Element {
  const services = useServices()
  const [key, { refetch }] = createResource(async () => (await services.safe()).moveKey())
  const [isScanning, setIsScanning] = createSignal(false)
  const [opened, setOpened] = createSignal<OpenedBackup | null>(null)
  const task = createTask()
  const made = () => (key.latest?.ok ? key.latest.value : undefined)

  async function open(message: Promise<Attempt<Uint8Array>>): Promise<void> {
    const identity = made()?.identity
    if (identity === undefined) return
    const backup = await task.run(async ({ signal }) => {
      const whole = await message
      if (!whole.ok) return whole
      const safe = await services.safe()
      return safe.openBackup(new Blob([new Uint8Array(whole.value)]), { kind: 'identity', identity }, signal)
    })
    if (backup) setOpened(backup)
  }

  function startAgain(): void {
    setIsScanning(false)
    void refetch()
  }

  return (
    <Switch>
      <Match when={opened()}>{(backup) => <Restoring opened={backup()} text={props.text} isFile={false} />}</Match>
      <Match when={task.problem() && isScanning()}>
        <p role="alert">
          <Trouble problem={task.problem()} />
        </p>
        <div class="actions">
          <Button tone="primary" onClick={startAgain}>
            {props.text.move.again}
          </Button>
        </div>
      </Match>
      <Match when={task.isRunning()}>
        <p role="status">{props.text.move.opening}</p>
      </Match>
      <Match when={isScanning()}>
        <Collect words={props.text.move} onWhole={(message) => void open(message)} onLeave={startAgain} />
      </Match>
      <Match when={made()}>
        {(pair) => (
          <ShowKey
            recipient={pair().recipient}
            words={props.text.move}
            onScanned={() => setIsScanning(true)}
            onLeave={() => props.onLeave()}
          />
        )}
      </Match>
    </Switch>
  )
}

function ShowKey(props: {
  readonly recipient: string
  readonly words: BackupText['move']
  readonly onScanned: () => void
  readonly onLeave: () => void
}): JSX.Element {
  const drawing = createMemo(() => drawQr(props.recipient.toUpperCase()))
  let heading: HTMLHeadingElement | undefined
  onMount(() => heading?.focus())

  async function copy(): Promise<void> {
    const { recipient, words } = props
    await navigator.clipboard.writeText(recipient)
    showToast({ words: words.copied })
  }

  return (
    <section class="backup-part">
      <h2 ref={heading} tabindex="-1">
        {props.words.showTitle}
      </h2>
      <p>{props.words.show}</p>
      <Show when={drawing()}>{(drawn) => <QrCode drawing={drawn()} label={props.words.codeName} />}</Show>
      <p class="move-code" translate="no">
        {props.words.compare(comparedCode(props.recipient))}
      </p>
      <div class="actions">
        <Button tone="primary" onClick={() => props.onScanned()}>
          {props.words.scanned}
        </Button>
        <Button onClick={() => void copy()}>{props.words.copy}</Button>
        <Button tone="quiet" onClick={() => props.onLeave()}>
          {props.words.back}
        </Button>
      </div>
    </section>
  )
}

function Collect(props: {
  readonly words: BackupText['move']
  readonly onWhole: (message: Promise<Attempt<Uint8Array>>) => void
  readonly onLeave: () => void
}): JSX.Element {
  const receiver = createReceiver()
  stayAwake()
  const [progress, setProgress] = createSignal<TransferProgress>(receiver.progress)
  const [isOther, setIsOther] = createSignal(false)
  let isWhole = false
  let heading: HTMLHeadingElement | undefined
  onMount(() => heading?.focus())

  function take(text: string): void {
    const taken = receiver.take(text)
    setIsOther(taken === 'other')
    if (taken === 'taken') setProgress(receiver.progress)
    const message = isWhole ? null : receiver.message()
    if (message === null) return
    isWhole = true
    props.onWhole(message)
  }

  return (
    <section class="backup-part">
      <h2 ref={heading} tabindex="-1">
        {props.words.receiveTitle}
      </h2>
      <Suspense>
        <Scanner onText={take} progress={progress()} />
      </Suspense>
      <p role="status">
        <Show when={isOther()}>
          <Trouble problem={{ code: 'transfer_other' }} />
        </Show>
      </p>
      <div class="actions">
        <Button tone="quiet" onClick={() => props.onLeave()}>
          {props.words.again}
        </Button>
      </div>
    </section>
  )
}
