import { For, type JSX } from 'solid-js'
import type { SecurityText } from '../../text/security.ts'
import { backupPath, href, paths } from '../paths.ts'
import { ButtonLink } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { StepHead } from './step-head.tsx'

/** What has changed, what has not, and what to do next. */
export function Done(props: { readonly text: SecurityText['secure'] }): JSX.Element {
  return (
    <>
      <StepHead title={props.text.doneTitle} />
      <h2>{props.text.doneFrom}</h2>
      <ul class="done-points">
        <For each={props.text.doneWords}>
          {(words) => (
            <li>
              <Icon name="check" />
              <span>{words}</span>
            </li>
          )}
        </For>
      </ul>
      <p>{props.text.doneBackup}</p>
      <div class="actions">
        <ButtonLink tone="primary" href={href(backupPath)}>
          {props.text.toBackup}
        </ButtonLink>
        <ButtonLink href={href(paths.wallet)}>{props.text.toWallet}</ButtonLink>
      </div>
      <p class="soft small">{props.text.doneOld}</p>
    </>
  )
}
