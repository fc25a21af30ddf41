import { useNavigate } from '@solidjs/router'
import { createResource, createSignal, type JSX, Show } from 'solid-js'
import type { Problem } from '../../../core/problem.ts'
import { loadStacks } from '../../../text/stacks.ts'
import { pathwaysPath } from '../../paths.ts'
import { useServices } from '../../services.ts'
import { addPathways, placeOf } from '../../stacks/add-pathways.ts'
import { sayAdded } from '../../stacks/take-pathways.ts'
import { useTexts } from '../../text.ts'
import { Trouble } from '../../trouble.tsx'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'

/** A line for a pathway, which is no credential: what it is, and the way to where it belongs. */
export default function PathwayRow(props: { readonly file: File; readonly name: string }): JSX.Element {
  const texts = useTexts()
  const services = useServices()
  const [text] = createResource(texts.language, loadStacks)
  const [trouble, setTrouble] = createSignal<Problem | null>(null)
  const navigate = useNavigate()

  async function open(): Promise<void> {
    setTrouble(null)
    const added = await addPathways(await placeOf(props.file), services)
    if (!added.ok) return void setTrouble(added.problem)
    navigate(pathwaysPath)
    await sayAdded(added.value, texts)
  }

  return (
    <div class="item-row">
      <span class="batch-mark closed">
        <Icon name="stacks" />
      </span>
      <div class="item-words">
        <span class="batch-name" dir="auto">
          {props.name}
        </span>
        <Show when={text.latest}>
          {(words) => (
            <>
              <span class="soft small">{words().pathways.given.words}</span>
              <span class="small" role="status">
                <Trouble problem={trouble()} />
              </span>
              <div class="actions">
                <Button onClick={() => void open()}>{words().pathways.given.open}</Button>
              </div>
            </>
          )}
        </Show>
      </div>
    </div>
  )
}
