import { useLocation, useNavigate } from '@solidjs/router'
import { createMemo, createResource, type JSX, Show, Suspense } from 'solid-js'
import { loadStacks } from '../../../text/stacks.ts'
import { type StacksPlace, stacksPath } from '../../paths.ts'
import { useServices } from '../../services.ts'
import { useTexts } from '../../text.ts'
import { AddGiven } from './add-given.tsx'
import { StacksContext } from './context.ts'
import { homeOf } from './home.ts'
import { Screen } from './screen.tsx'
import { createStacksState, type Place } from './state.ts'
import '../../ui/facets.css'
import './stacks.css'

/** Stacks: how what is in the wallet builds on each other. Its address holds the view, what is looked at, and the learner's own stack. */
export default function StacksPage(): JSX.Element {
  const { language, ui, formats } = useTexts()
  const [text] = createResource(language, loadStacks)
  const { gathered, stacker } = homeOf(useServices())
  const place = createPlace()
  const state = createStacksState(gathered, stacker, place)
  return (
    <Show when={text.latest}>
      {(words) => {
        const telling = createMemo(() => ({
          languages: [language(), ...navigator.languages],
          words: words().relations,
          ui: ui(),
          formats: formats(),
          stacks: gathered.kept().stacks,
        }))
        return (
          <StacksContext.Provider value={{ state, text: words, telling }}>
            <Screen skipped={gathered.skipped().entries} onAgain={() => gathered.refresh()} />
            <Suspense>
              <AddGiven given={place.at().add ?? ''} onDone={() => place.go({ add: '' })} />
            </Suspense>
          </StacksContext.Provider>
        )
      }}
    </Show>
  )
}

const members = ['view', 'focus', 'own', 'add'] as const

/** The place in the address. Going elsewhere is a step that Back undoes. */
function createPlace(): Place {
  const location = useLocation()
  const navigate = useNavigate()
  const at = createMemo<StacksPlace>(() => Object.fromEntries(members.map((name) => [name, String(location.query[name] ?? '')])))
  return {
    at,
    go: (change) => navigate(stacksPath({ ...at(), ...change }), { scroll: false, replace: change.add === '' }),
  }
}
