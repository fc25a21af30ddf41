import { createSignal, type JSX, onCleanup, Show } from 'solid-js'
import type { FindingsText } from '../../../text/findings.ts'
import { sealName } from '../../../text/seal-name.ts'
import { useTexts } from '../../text.ts'
import { Artwork } from '../../ui/artwork.tsx'
import { Button } from '../../ui/button.tsx'
import { Progress } from '../../ui/progress.tsx'
import { Seal } from '../../ui/seal.tsx'
import type { Reading } from './reader.ts'

type Work = Extract<Reading, { step: 'working' }>

/** After this long the page says what is being waited for, in milliseconds. */
const patience = 2_000

/** The seal while its answers are being found; of a record also how far that has come. It can be ended. */
export function Working(
  props: Pick<Work, 'questions' | 'host' | 'parts'> & { readonly findings: FindingsText; readonly onCancel: () => void },
): JSX.Element {
  const { ui } = useTexts()
  const [isLate, setIsLate] = createSignal(false)
  const timer = setTimeout(() => setIsLate(true), patience)
  onCleanup(() => clearTimeout(timer))
  const late = () => (props.host === '' ? ui().add.waitingCheck : ui().add.waitingFor(props.host))
  return (
    <div class="view-head">
      <Seal questions={props.questions} size="page" label={sealName('', props.questions, props.findings)}>
        <Artwork seed="" issuer="" />
      </Seal>
      <h1 tabindex="-1">{props.findings.page.checking}</h1>
      <p class="as-of" role="status">
        {isLate() && !props.parts ? late() : ''}
      </p>
      <Show when={props.parts}>
        {(parts) => (
          <Progress value={parts().ready} max={parts().total} words={ui().add.partsDone(parts().ready, parts().total)} />
        )}
      </Show>
      <Show when={isLate() || props.parts}>
        <Button onClick={() => props.onCancel()}>{ui().cancel}</Button>
      </Show>
    </div>
  )
}
