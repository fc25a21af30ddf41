import { createSignal, createUniqueId, type JSX, Match, onMount, Show, Suspense, Switch } from 'solid-js'
import { type Attempt, done } from '../../../core/problem.ts'
import { transferLimits } from '../../../core/qr/frame.ts'
import { createSender, type Sender } from '../../../core/qr/sender.ts'
import type { BackupText } from '../../../text/backup.ts'
import { backupPath, href, paths } from '../../paths.ts'
import { Scanner } from '../../scan/scanner.tsx'
import { useServices } from '../../services.ts'
import { useTexts } from '../../text.ts'
import { Trouble } from '../../trouble.tsx'
import { AnimatedQr } from '../../ui/animated-qr.tsx'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { makeBackup } from '../make-backup.ts'
import { createTask } from '../task.ts'
import { comparedCode, recipientIn } from './recipient.ts'
import { stayAwake } from './stay-awake.ts'

/** What can be shown to the other device: codes, or only how large it would be. */
type Parcel = { readonly kind: 'codes'; readonly sender: Sender } | { readonly kind: 'tooLarge'; readonly size: number }

/** The old device: scans the key of the new one, asks whether it is the right one, and shows everything closed for it. */
export function Send(props: { readonly text: BackupText; readonly onLeave: () => void }): JSX.Element {
  const services = useServices()
  const task = createTask()
  const [recipient, setRecipient] = createSignal<string | null>(null)
  const [parcel, setParcel] = createSignal<Parcel | null>(null)
  const [isDifferent, setIsDifferent] = createSignal(false)
  const [isSent, setIsSent] = createSignal(false)
  const words = () => props.text.move

  async function send(to: string): Promise<void> {
    const made = await task.run(async (working): Promise<Attempt<Parcel>> => {
      const backup = await makeBackup(services, { kind: 'recipient', recipient: to }, working)
      if (!backup.ok) return backup
      const { file } = backup.value
      if (file.size > transferLimits.offered) return done({ kind: 'tooLarge', size: file.size })
      const sender = await createSender(new Uint8Array(await file.arrayBuffer()))
      return sender.ok ? done({ kind: 'codes', sender: sender.value }) : sender
    })
    if (made) setParcel(made)
  }

  function found(text: string): void {
    setIsDifferent(false)
    if (!recipient()) setRecipient(recipientIn(text))
  }

  return (
    <Switch fallback={<FindKey words={words()} isDifferent={isDifferent()} onText={found} onLeave={() => props.onLeave()} />}>
      <Match when={isSent()}>
        <p role="status">{words().sent}</p>
        <div class="actions">
          <ButtonLink tone="primary" href={href(paths.wallet)}>
            {props.text.restore.toWallet}
          </ButtonLink>
        </div>
      </Match>
      <Match when={parcel()}>{(made) => <ShowParcel parcel={made()} words={words()} onSent={() => setIsSent(true)} />}</Match>
      <Match when={task.problem()}>
        {(problem) => (
          <>
            <p role="alert">
              <Trouble problem={problem()} />
            </p>
            <div class="actions">
              <Button onClick={() => props.onLeave()}>{words().again}</Button>
            </div>
          </>
        )}
      </Match>
      <Match when={task.isRunning()}>
        <p role="status">{words().preparing}</p>
        <div class="actions">
          <Button onClick={() => task.stop()}>{props.text.backup.stop}</Button>
        </div>
      </Match>
      <Match when={recipient()}>
        {(to) => (
          <Compare
            recipient={to()}
            words={words()}
            onSame={() => void send(to())}
            onDifferent={() => {
              setRecipient(null)
              setIsDifferent(true)
            }}
          />
        )}
      </Match>
    </Switch>
  )
}

function FindKey(props: {
  readonly words: BackupText['move']
  readonly isDifferent: boolean
  readonly onText: (text: string) => void
  readonly onLeave: () => void
}): JSX.Element {
  const id = createUniqueId()
  const [pasted, setPasted] = createSignal('')
  const [isRefused, setIsRefused] = createSignal(false)
  let heading: HTMLHeadingElement | undefined
  onMount(() => heading?.focus())

  function use(event: SubmitEvent): void {
    event.preventDefault()
    setIsRefused(recipientIn(pasted()) === null)
    props.onText(pasted())
  }

  return (
    <section class="backup-part">
      <h2 ref={heading} tabindex="-1">
        {props.words.scanTitle}
      </h2>
      <p role="status">{props.isDifferent ? props.words.differ : ''}</p>
      <p>{props.words.scan}</p>
      <Suspense>
        <Scanner onText={props.onText} />
      </Suspense>
      <form class="backup-form" onSubmit={use}>
        <div class="field">
          <label class="label" for={id}>
            {props.words.paste}
          </label>
          <input
            class="input"
            id={id}
            type="text"
            autocomplete="off"
            autocapitalize="off"
            spellcheck={false}
            dir="ltr"
            maxlength={200}
            aria-invalid={isRefused()}
            aria-describedby={`${id}-hint`}
            value={pasted()}
            onInput={(event) => {
              setPasted(event.currentTarget.value)
              setIsRefused(false)
            }}
          />
          <p class="hint" id={`${id}-hint`} aria-live="polite">
            {isRefused() ? props.words.notKey : ''}
          </p>
        </div>
        <div class="actions">
          <Button type="submit" disabled={pasted().trim() === ''}>
            {props.words.pasteGo}
          </Button>
          <Button tone="quiet" onClick={() => props.onLeave()}>
            {props.words.back}
          </Button>
        </div>
      </form>
    </section>
  )
}

function Compare(props: {
  readonly recipient: string
  readonly words: BackupText['move']
  readonly onSame: () => void
  readonly onDifferent: () => void
}): JSX.Element {
  const { cards } = useServices()
  let heading: HTMLHeadingElement | undefined
  onMount(() => heading?.focus())
  return (
    <section class="backup-part">
      <h2 ref={heading} tabindex="-1">
        {props.words.sendTitle}
      </h2>
      <p class="move-code" translate="no">
        {props.words.compare(comparedCode(props.recipient))}
      </p>
      <p>{props.words.sendWhat(cards()?.length ?? 0)}</p>
      <div class="actions">
        <Button tone="primary" onClick={() => props.onSame()}>
          {props.words.sendGo}
        </Button>
        <Button onClick={() => props.onDifferent()}>{props.words.sendNo}</Button>
      </div>
    </section>
  )
}

function ShowParcel(props: {
  readonly parcel: Parcel
  readonly words: BackupText['move']
  readonly onSent: () => void
}): JSX.Element {
  const { formats } = useTexts()
  const sender = () => (props.parcel.kind === 'codes' ? props.parcel.sender : undefined)
  const size = () => (props.parcel.kind === 'tooLarge' ? props.parcel.size : 0)
  stayAwake()
  let heading: HTMLHeadingElement | undefined
  onMount(() => heading?.focus())
  return (
    <section class="backup-part">
      <Show
        when={sender()}
        fallback={
          <>
            <p role="alert">{props.words.tooLarge(formats().bytes(size()))}</p>
            <div class="actions">
              <ButtonLink tone="primary" href={href(backupPath)}>
                {props.words.byFile}
              </ButtonLink>
            </div>
          </>
        }
      >
        {(codes) => (
          <>
            <h2 ref={heading} tabindex="-1">
              {props.words.playTitle}
            </h2>
            <p>{props.words.play}</p>
            <AnimatedQr sender={codes()} />
            <div class="actions">
              <Button tone="primary" onClick={() => props.onSent()}>
                {props.words.finished}
              </Button>
            </div>
          </>
        )}
      </Show>
    </section>
  )
}
