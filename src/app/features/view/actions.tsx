import type { JSX } from 'solid-js'
import type { FindingsText } from '../../../text/findings.ts'
import type { ViewText } from '../../../text/view.ts'
import { Button } from '../../ui/button.tsx'

/** What can be done once something was read: check another, or print what is shown. */
export function ReadActions(props: {
  readonly text: ViewText
  readonly findings: FindingsText
  readonly onAnother: () => void
}): JSX.Element {
  return (
    <div class="credential-actions no-print">
      <Button tone="primary" onClick={() => props.onAnother()}>
        {props.text.another}
      </Button>
      <Button onClick={() => window.print()}>{props.findings.page.actions.print}</Button>
    </div>
  )
}
