import { createResource, createSignal, type JSX, Match, Show, Switch } from 'solid-js'
import { type BackupText, loadBackup } from '../../../text/backup.ts'
import { useServices } from '../../services.ts'
import { useTexts } from '../../text.ts'
import { Button } from '../../ui/button.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { Receive } from './receive.tsx'
import { Send } from './send.tsx'
import '../backup.css'
import './move.css'

/** The wallet from one device to another, from screen to camera. */
export default function MovePage(): JSX.Element {
  const { ui, language } = useTexts()
  const [text] = createResource(language, loadBackup)
  const [which, setWhich] = createSignal<'asking' | 'from' | 'to'>('asking')
  return (
    <div class="page backup-page">
      <PageTitle>{ui().titles.move}</PageTitle>
      <Show when={text.latest}>
        {(words) => (
          <Switch fallback={<Which words={words().move} onChoose={setWhich} />}>
            <Match when={which() === 'to'}>
              <Receive text={words()} onLeave={() => setWhich('asking')} />
            </Match>
            <Match when={which() === 'from'}>
              <Send text={words()} onLeave={() => setWhich('asking')} />
            </Match>
          </Switch>
        )}
      </Show>
    </div>
  )
}

function Which(props: { readonly words: BackupText['move']; readonly onChoose: (which: 'from' | 'to') => void }): JSX.Element {
  const { cards } = useServices()
  /** With nothing in it, it is the one that receives. */
  const likely = () => (cards()?.length === 0 ? 'to' : 'from')
  const tone = (which: 'from' | 'to') => (which === likely() ? { tone: 'primary' as const } : {})
  return (
    <>
      <p class="lead">{props.words.lead}</p>
      <section class="backup-part">
        <h2>{props.words.which}</h2>
        <div class="move-ways">
          <div class="move-way">
            <Button {...tone('to')} onClick={() => props.onChoose('to')}>
              {props.words.to}
            </Button>
            <p class="soft small">{props.words.toHint}</p>
          </div>
          <div class="move-way">
            <Button {...tone('from')} onClick={() => props.onChoose('from')}>
              {props.words.from}
            </Button>
            <p class="soft small">{props.words.fromHint}</p>
          </div>
        </div>
      </section>
    </>
  )
}
