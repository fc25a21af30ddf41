import { createResource, createSignal, type JSX, lazy, Show } from 'solid-js'
import type { Problem } from '../../core/problem.ts'
import type { Secret, Ways } from '../../store/types.ts'
import { loadSecurity, type SecurityText } from '../../text/security.ts'
import { whileAwake } from '../awake.ts'
import { useServices } from '../services.ts'
import { useTexts } from '../text.ts'
import { Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Progress } from '../ui/progress.tsx'
import { showToast } from '../ui/toasts.tsx'

const AskWay = lazy(async () => {
  await import('./secure.css')
  return { default: (await import('../unlock/ask-way.tsx')).AskWay }
})

/** Says that changing the locks broke off, and goes on with it or leaves it. Shows nothing when nothing did. */
export default function Interrupted(): JSX.Element {
  const { vault } = useServices()
  const { language } = useTexts()
  const [ways, { mutate }] = createResource(async () => {
    const found = await vault.security.interrupted()
    return found.ok ? found.value : null
  })
  const [text] = createResource(() => (ways.latest ? language() : null), loadSecurity)
  return (
    <Show when={ways.latest && text.latest}>
      {(words) => (
        <div class="notices no-print">
          <Offer text={words()} ways={ways.latest} onOver={() => mutate(null)} />
        </div>
      )}
    </Show>
  )
}

function Offer(props: {
  readonly text: SecurityText
  readonly ways: Ways | null | undefined
  readonly onOver: () => void
}): JSX.Element {
  const { vault, tell } = useServices()
  const { ui } = useTexts()
  const [isAsking, setIsAsking] = createSignal(false)
  const [parts, setParts] = createSignal<readonly [number, number] | null>(null)
  const words = () => props.text.interrupted

  function end(said: string): void {
    setIsAsking(false)
    showToast({ words: said })
    props.onOver()
  }

  async function finish(secret: Secret): Promise<Problem | null> {
    const resumed = await whileAwake(() => vault.security.resume(secret, (ready, total) => setParts([ready, total])))
    setParts(null)
    if (!resumed.ok) return resumed.problem
    end(words().finished)
    return null
  }

  async function leave(): Promise<void> {
    const left = await vault.security.abandon()
    if (left.ok) end(words().left)
    else tell(left.problem)
  }

  return (
    <>
      <Banner
        role="status"
        tone="amber"
        actions={
          <>
            <Button tone="primary" onClick={() => setIsAsking(true)}>
              {words().finish}
            </Button>
            <Button onClick={() => void leave()}>{words().leave}</Button>
          </>
        }
      >
        {words().words}
      </Banner>
      <Dialog open={isAsking()} title={words().title} onClose={() => setIsAsking(false)}>
        <p>{words().lead}</p>
        <Show when={props.ways}>
          {(ways) => (
            <AskWay
              ways={ways()}
              text={props.text}
              labels={{ passkey: props.text.ask.others.passkey, typed: words().finish }}
              onSecret={finish}
            />
          )}
        </Show>
        <Show when={parts()}>
          {(done) => <Progress value={done()[0]} max={done()[1]} words={props.text.secure.working(...done())} />}
        </Show>
        <div class="actions">
          <Button onClick={() => setIsAsking(false)}>{ui().cancel}</Button>
        </div>
      </Dialog>
    </>
  )
}
