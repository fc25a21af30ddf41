import { createMemo, Index, type JSX, Show } from 'solid-js'
import type { Intake } from '../../intake.ts'
import { href, paths } from '../../paths.ts'
import { useTexts } from '../../text.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { progressOf } from './batch.view.ts'
import { BatchItem } from './batch-item.tsx'

/** What was given and what became of each; the newest first. */
export function Batch(props: { readonly intake: Intake }): JSX.Element {
  const { ui, formats } = useTexts()
  const progress = createMemo(() => progressOf(props.intake.items()))
  const isRunning = () => progress().ended < progress().all
  const sum = () => {
    const { added, there, problems } = progress()
    const { addedMany, thereMany, problemMany } = ui().add
    return formats().list(
      [added && addedMany(added), there && thereMany(there), problems && problemMany(problems)].filter((part) => part !== 0),
    )
  }
  return (
    <Show when={progress().all > 0}>
      <section class="batch" aria-labelledby="batch-title">
        <div class="batch-head">
          <h2 id="batch-title">{ui().add.list}</h2>
          <p class="soft" role="status">
            {isRunning() ? ui().add.progress(progress().ended, progress().all) : sum()}
          </p>
          <Show
            when={isRunning()}
            fallback={
              <Button tone="quiet" onClick={() => props.intake.clear()}>
                {ui().add.clear}
              </Button>
            }
          >
            <Button tone="quiet" onClick={() => props.intake.cancel()}>
              {ui().add.stop}
            </Button>
          </Show>
        </div>
        <ul class="item-rows">
          <Index each={props.intake.items()}>{(item) => <BatchItem item={item()} />}</Index>
        </ul>
        <Show when={!isRunning() && progress().added > 0}>
          <div class="actions">
            <ButtonLink tone="primary" href={href(paths.wallet)}>
              {ui().add.toWallet}
            </ButtonLink>
          </div>
        </Show>
      </section>
    </Show>
  )
}
