import { type Accessor, createContext, createResource, createRoot, createSignal, type Resource, useContext } from 'solid-js'
import { createFormats, type Formats, localeFor } from '../text/format.ts'
import {
  chooseLanguage,
  directionOf,
  type FindingsText,
  type InterfaceText,
  type Language,
  loadFindings,
  loadInterface,
} from '../text/index.ts'

/** The words in the reader's language. Read the accessors where they are used: the language can change at any time. */
export interface Texts {
  readonly language: Accessor<Language>
  /** The words of the screens: there from the first paint. */
  readonly ui: Accessor<InterfaceText>
  /** Dates, numbers and lists in the reader's locale and zone. */
  readonly formats: Accessor<Formats>
  /** The sentences about credentials: loaded when first read; reading it suspends until they are there. */
  readonly findings: Resource<FindingsText>
  /** Speaks another language, once its words are there. */
  speak(chosen: Language | 'system'): Promise<void>
}

const TextsContext = createContext<Texts>()
export const TextsProvider = TextsContext.Provider

/** The reader's texts. Throws outside the app's own tree, which is a mistake of ours. */
export function useTexts(): Texts {
  const texts = useContext(TextsContext)
  if (!texts) throw new Error('useTexts() needs the texts of the app around it')
  return texts
}

/** Loads the words of the language to start with. */
export async function openTexts(chosen: Language | 'system'): Promise<Texts> {
  const first = chooseLanguage(chosen, navigator.languages)
  const [spoken, setSpoken] = createSignal({ language: first, ui: await loadInterface(first) })
  announce(first)
  const language = () => spoken().language
  const formats = remembering(language, (current) => createFormats(localeFor(current, navigator.languages)))
  let findings: Resource<FindingsText> | undefined
  let wanted = first
  return {
    language,
    ui: () => spoken().ui,
    formats,
    get findings() {
      // A root of its own: whoever reads it first must not take it down when they leave.
      findings ??= createRoot(() => createResource(language, loadFindings)[0])
      return findings
    },
    async speak(again) {
      wanted = chooseLanguage(again, navigator.languages)
      if (wanted === language()) return
      const next = { language: wanted, ui: await loadInterface(wanted) }
      if (next.language !== wanted) return
      setSpoken(next)
      announce(next.language)
    },
  }
}

function announce(language: Language): void {
  document.documentElement.lang = language
  document.documentElement.dir = directionOf(language)
}

/** The last value made for a key, without an owner: the texts live as long as the page. */
function remembering<K, V>(key: Accessor<K>, make: (key: K) => V): Accessor<V> {
  let last: { readonly key: K; readonly value: V } | undefined
  return () => {
    const current = key()
    if (last?.key !== current) last = { key: current, value: make(current) }
    return last.value
  }
}
