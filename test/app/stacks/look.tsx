import { createSignal, type JSX } from 'solid-js'
import { vi } from 'vitest'
import { StacksContext } from '../../../src/app/features/stacks/context.ts'
import { createStacksState, type ScreenState } from '../../../src/app/features/stacks/state.ts'
import type { StackView } from '../../../src/app/features/stacks/types.ts'
import type { Texts } from '../../../src/app/text.ts'
import { done } from '../../../src/core/problem.ts'
import { layOut } from '../../../src/core/stack/layout/index.ts'
import type { KeptStacks } from '../../../src/store/types.ts'
import { loadStacks } from '../../../src/text/stacks.ts'
import type { Stacked } from '../../../src/worker/stack-types.ts'
import { createWorld, show } from './screen.tsx'
import '../../../src/app/features/stacks/stacks.css'

/** Shows a part of the screen with a graph in one view, on the state of the screen, laid out in the page. */
export async function look(
  part: (state: ScreenState) => JSX.Element,
  stacked: Stacked,
  texts: Texts,
  { view = 'ladder', kept = {} }: { readonly view?: StackView; readonly kept?: Partial<KeptStacks> } = {},
) {
  const world = createWorld(stacked, kept)
  const text = await loadStacks(texts.language())
  const [graph, setGraph] = createSignal(stacked)
  const gathered = { stacked: graph, gathering: () => null, trouble: () => null, kept: world.kept }
  const telling = () => ({
    languages: [texts.language()],
    words: text.relations,
    ui: texts.ui(),
    formats: texts.formats(),
    stacks: world.kept().stacks,
  })
  let made: ScreenState | undefined
  const rendered = show(
    () => {
      const state = createStacksState(
        gathered,
        { layout: async (request) => done(layOut(request)) },
        {
          at: () => ({ view, focus: '', own: '' }),
          go: () => undefined,
        },
      )
      state.select(null)
      state.setColumns(4)
      made = state
      return <StacksContext.Provider value={{ state, text: () => text, telling }}>{part(state)}</StacksContext.Provider>
    },
    world.services,
    texts,
  )
  const state = await vi.waitUntil(() => made)
  if (view !== 'outline') await vi.waitUntil(() => state.layout())
  return { ...rendered, ...world, state, setGraph, text, telling: telling() }
}
