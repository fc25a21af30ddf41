import { MemoryRouter, Route } from '@solidjs/router'
import { render } from '@solidjs/testing-library'
import axe from 'axe-core'
import { createSignal, type JSX } from 'solid-js'
import { vi } from 'vitest'
import type { StackFilter, StacksState } from '../../../src/app/features/stacks/types.ts'
import { type Services, ServicesContext } from '../../../src/app/services.ts'
import { type Texts, TextsProvider } from '../../../src/app/text.ts'
import { Toasts } from '../../../src/app/ui/toasts.tsx'
import { type Attempt, done, problem } from '../../../src/core/problem.ts'
import { noFilter } from '../../../src/core/stack/select.ts'
import type { KeptPathway, KeptStack, KeptStacks } from '../../../src/store/types.ts'
import type { Stacked } from '../../../src/worker/stack-types.ts'
import type { Verifier } from '../../../src/worker/types.ts'
import '../../../src/app/styles/tokens.css'
import '../../../src/app/styles/base.css'
import '../../../src/app/styles/ui.css'

/** What an analysis says that found nothing. */
export const analysis: Stacked['analysis'] = {
  cycles: [],
  contradictions: [],
  unusual: [],
  dangling: [],
  shadowed: [],
  common: [],
  standing: {},
  leaning: {},
  parts: {},
}

/** A vault that keeps stacks and pathways in memory, the services round it, and a state that follows it. */
export function createWorld(stacked: Stacked, begin: Partial<KeptStacks> = {}, readPathway?: Verifier['readPathway']) {
  const [kept, setKept] = createSignal<KeptStacks>({ stacks: [], pathways: [], ...begin })
  const [filter, setFilter] = createSignal<StackFilter>(noFilter)
  const [focus, setFocus] = createSignal<string | null>(null)
  const [online, setOnline] = createSignal(true)
  const put = <T extends { readonly id: string }>(all: readonly T[], one: T): readonly T[] =>
    all.some(({ id }) => id === one.id) ? all.map((each) => (each.id === one.id ? one : each)) : [...all, one]
  const vault = {
    // Everything anew, as a vault reads it.
    stacks: async () => done(structuredClone(kept())),
    keepStack: vi.fn(
      async (stack: KeptStack): Promise<Attempt<void>> =>
        done(void setKept((all) => ({ ...all, stacks: put(all.stacks, stack) }))),
    ),
    dropStack: vi.fn(async (id: string) =>
      done(void setKept((all) => ({ ...all, stacks: all.stacks.filter((each) => each.id !== id) }))),
    ),
    keepPathway: vi.fn(async (pathway: KeptPathway) =>
      done(void setKept((all) => ({ ...all, pathways: put(all.pathways, pathway) }))),
    ),
    dropPathway: vi.fn(async (id: string) =>
      done(void setKept((all) => ({ ...all, pathways: all.pathways.filter((each) => each.id !== id) }))),
    ),
    picture: async () => done(null),
  }
  const verifier = { readPathway: readPathway ?? (async () => problem('pathway_missing')) }
  const services = { vault, verifier, online, tell: vi.fn() } as unknown as Services
  const state: StacksState = {
    stacked: () => stacked,
    gathering: () => null,
    trouble: () => null,
    kept,
    view: () => 'ladder',
    setView: vi.fn(),
    filter,
    setFilter: (change) => void setFilter((before) => ({ ...before, ...change })),
    focus,
    setFocus,
    selected: () => null,
    select: vi.fn(),
    shown: () => ({ nodes: [], edges: [] }),
    layout: () => undefined,
    node: () => undefined,
  }
  return { state, services, vault, kept, setOnline }
}

/** Shows a part of the screen in the app's own tree, with the place for messages. */
export function show(part: () => JSX.Element, services: Services, texts: Texts) {
  return render(() => (
    <MemoryRouter>
      <Route
        path="/"
        component={() => (
          <TextsProvider value={texts}>
            <ServicesContext.Provider value={services}>
              <main>{part()}</main>
              <Toasts />
            </ServicesContext.Provider>
          </TextsProvider>
        )}
      />
    </MemoryRouter>
  ))
}

/** What axe finds wrong with the page as it stands, one line each. */
export async function audit(): Promise<readonly string[]> {
  // What still fades in has not its colours yet.
  await Promise.all(document.getAnimations().map(({ finished }) => finished))
  const { violations } = await axe.run(document.body, { rules: { region: { enabled: false } } })
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
}
