import { useLocation } from '@solidjs/router'
import { createEffect, createResource, type JSX, Match, on, onCleanup, Show, Switch } from 'solid-js'
import type { FindingsText } from '../../../text/findings.ts'
import { href, paths } from '../../paths.ts'
import { useServices } from '../../services.ts'
import { useTexts } from '../../text.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { CredentialDetail } from './detail.tsx'
import '../../credential/credential.css'

/** The page of one credential, named by `?id=` in the address; on wide screens a pane beside the wallet. */
export default function CredentialPage(): JSX.Element {
  const { vault } = useServices()
  const { findings, ui } = useTexts()
  const location = useLocation()
  const id = () => String(location.query['id'] ?? '')
  const part = () => String(location.query['part'] ?? '')
  const [entry, { mutate, refetch }] = createResource(id, (wanted) => vault.entry(wanted))
  createEffect(
    on(id, (shown) => {
      const stop = vault.subscribe((event) => {
        if ('ids' in event && event.ids.includes(shown)) void refetch()
      })
      onCleanup(stop)
    }),
  )
  const found = () => {
    const read = entry.latest
    return read?.ok ? read.value : null
  }
  return (
    <article class="credential page">
      <a class="back no-print" href={href(paths.wallet)}>
        <Icon name="back" />
        {ui().back}
      </a>
      <Show when={findings()}>
        {(text) => (
          <Switch>
            <Match when={entry.latest?.ok === false}>
              <Absent words={text().page.unreadable} text={text()} />
            </Match>
            <Match when={entry.latest?.ok && entry.latest.value === null}>
              <Absent words={text().page.missing} text={text()} />
            </Match>
            <Match when={found()?.id} keyed>
              <Show when={found()}>
                {(shown) => (
                  <CredentialDetail
                    entry={shown()}
                    text={text()}
                    part={part()}
                    onReading={(value) => mutate({ ok: true, value })}
                  />
                )}
              </Show>
            </Match>
          </Switch>
        )}
      </Show>
    </article>
  )
}

function Absent(props: { readonly words: string; readonly text: FindingsText }): JSX.Element {
  return (
    <div class="absent">
      <h1>{props.words}</h1>
      <ButtonLink href={href(paths.wallet)}>{props.text.page.backToWallet}</ButtonLink>
    </div>
  )
}
