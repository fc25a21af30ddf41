import { createResource, createSignal, For, type JSX, lazy, Show, Suspense } from 'solid-js'
import type { ProblemCode } from '../../../core/problem.ts'
import type { LogEntry } from '../../../net/types.ts'
import { useServices } from '../../services.ts'
import { useTexts } from '../../text.ts'
import { Button } from '../../ui/button.tsx'
import { showToast } from '../../ui/toasts.tsx'
import { isAnswered, outcomeWords } from './network-log.view.ts'
import { Section } from './section.tsx'

const ProblemWords = lazy(() => import('../../problem-words.tsx'))

/** How many lines are read at a time. */
const pageLength = 50

/** Everything that left this device: to whom, why, when, and what came of it. */
export function NetworkLog(): JSX.Element {
  const { ui } = useTexts()
  const { vault, tell } = useServices()
  const [length, setLength] = createSignal(pageLength)
  const [log, { mutate }] = createResource(length, async (limit) => {
    const read = await vault.log(limit + 1)
    if (!read.ok) tell(read.problem)
    return read.ok ? read.value : []
  })

  async function clear(): Promise<void> {
    const cleared = await vault.clearLog()
    if (!cleared.ok) return tell(cleared.problem)
    mutate([])
    showToast({ words: ui().settings.networkCleared })
  }

  return (
    <Section title={ui().settings.network}>
      <p class="soft">{ui().settings.networkLead}</p>
      <Suspense fallback={<p class="soft">{ui().loading}</p>}>
        <Show when={log()?.length} fallback={<p class="nothing-left">{ui().settings.networkNone}</p>}>
          <LogTable entries={(log() ?? []).slice(0, length())} />
          <div class="actions">
            <Show when={(log()?.length ?? 0) > length()}>
              <Button onClick={() => setLength(length() + pageLength)}>{ui().settings.networkMore}</Button>
            </Show>
            <Button tone="quiet" onClick={() => void clear()}>
              {ui().settings.networkClear}
            </Button>
          </div>
        </Show>
      </Suspense>
    </Section>
  )
}

function LogTable(props: { readonly entries: readonly LogEntry[] }): JSX.Element {
  const { ui, formats } = useTexts()
  return (
    <table class="log">
      <caption class="unseen">{ui().settings.network}</caption>
      <thead>
        <tr>
          <th scope="col">{ui().settings.host}</th>
          <th scope="col">{ui().settings.why}</th>
          <th scope="col">{ui().settings.when}</th>
          <th scope="col">{ui().settings.outcome}</th>
        </tr>
      </thead>
      <tbody>
        <For each={props.entries}>
          {(entry) => (
            <tr>
              <th scope="row">{entry.host}</th>
              <td>{ui().settings.purposes[entry.purpose]}</td>
              <td>
                <time datetime={entry.at}>{formats().dateTime(entry.at)}</time>
              </td>
              <td>
                {outcomeWords(entry.outcome, ui())}
                <Show when={troubleOf(entry)}>
                  {(code) => (
                    <span class="soft small">
                      <ProblemWords problem={{ code: code(), facts: { host: entry.host } }} />
                    </span>
                  )}
                </Show>
              </td>
            </tr>
          )}
        </For>
      </tbody>
    </table>
  )
}

function troubleOf({ outcome }: LogEntry): ProblemCode | undefined {
  return isAnswered(outcome) ? undefined : outcome
}
