import { createUniqueId, For, type JSX } from 'solid-js'
import type { Settings } from '../../../store/types.ts'
import { useServices } from '../../services.ts'
import { useTexts } from '../../text.ts'
import { Section } from './section.tsx'

const languages: readonly Settings['language'][] = ['system', 'en', 'es', 'fr']
const appearances: readonly Settings['appearance'][] = ['system', 'light', 'dark']

/** Language and appearance. */
export function General(): JSX.Element {
  const { ui } = useTexts()
  const { settings, changeSettings } = useServices()
  return (
    <Section title={ui().settings.general}>
      <Choice
        label={ui().settings.language}
        options={languages}
        names={ui().settings.languages}
        chosen={settings().language}
        onChoose={(language) => void changeSettings({ language })}
      />
      <Choice
        label={ui().settings.appearance}
        options={appearances}
        names={ui().settings.appearances}
        chosen={settings().appearance}
        onChoose={(appearance) => void changeSettings({ appearance })}
      />
    </Section>
  )
}

/** One of a few, as chips. */
export function Choice<T extends string>(props: {
  readonly label: string
  readonly options: readonly T[]
  readonly names: Readonly<Record<T, string>>
  readonly chosen: T
  readonly onChoose: (value: T) => void
}): JSX.Element {
  const name = createUniqueId()
  return (
    <fieldset class="choice">
      <legend>{props.label}</legend>
      <div class="chips">
        <For each={props.options}>
          {(option) => (
            <label class="chip" classList={{ on: props.chosen === option }}>
              <input
                class="unseen"
                type="radio"
                name={name}
                checked={props.chosen === option}
                onChange={() => props.onChoose(option)}
              />
              {props.names[option]}
            </label>
          )}
        </For>
      </div>
    </fieldset>
  )
}
