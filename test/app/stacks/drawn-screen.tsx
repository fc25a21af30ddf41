import { createMemo, createSignal } from 'solid-js'
import { StacksContext } from '../../../src/app/features/stacks/context.ts'
import { Drawn } from '../../../src/app/features/stacks/drawn.tsx'
import { createStacksState } from '../../../src/app/features/stacks/state.ts'
import type { StacksPlace } from '../../../src/app/paths.ts'
import type { Texts } from '../../../src/app/text.ts'
import { done } from '../../../src/core/problem.ts'
import { layOut } from '../../../src/core/stack/layout/index.ts'
import type { KeptStack } from '../../../src/store/types.ts'
import { loadStacks } from '../../../src/text/stacks.ts'
import type { Stacked } from '../../../src/worker/stack-types.ts'
import { createWorld, show } from './screen.tsx'
import '../../../src/app/ui/facets.css'
import '../../../src/app/features/stacks/stacks.css'

/** The stacks as the screen shows them, over a graph made by hand: the layout is the real one, the address a signal. */
export async function drawScreen(stacked: Stacked, texts: Texts, stacks: readonly KeptStack[] = []) {
  const words = await loadStacks(texts.language())
  const [place, setPlace] = createSignal<StacksPlace>({})
  const { services, kept } = createWorld(stacked, { stacks })
  const [made, setMade] = createSignal<Stacked | undefined>(stacked)
  const rendered = show(
    () => {
      const state = createStacksState(
        { stacked: made, gathering: () => null, trouble: () => null, kept },
        { layout: async (request) => done(layOut(request)) },
        { at: place, go: (change) => setPlace((before) => ({ ...before, ...change })) },
      )
      const telling = createMemo(() => ({
        languages: [texts.language()],
        words: words.relations,
        ui: texts.ui(),
        formats: texts.formats(),
        stacks: kept().stacks,
      }))
      return (
        <StacksContext.Provider value={{ state, text: () => words, telling }}>
          <div class="page stacks">
            <Drawn skipped={0} />
          </div>
        </StacksContext.Provider>
      )
    },
    services,
    texts,
  )
  return { ...rendered, place, setMade }
}
