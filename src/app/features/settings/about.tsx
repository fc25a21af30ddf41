import { For, type JSX } from 'solid-js'
import { useTexts } from '../../text.ts'
import { version } from '../../version.ts'
import { Section } from './section.tsx'

/** What this is, which version, what it tells others, under which licence. */
export function About(): JSX.Element {
  const { ui } = useTexts()
  return (
    <Section title={ui().settings.about}>
      <p>{ui().settings.aboutWords}</p>
      <h3>{ui().settings.leavesTitle}</h3>
      <ul class="leaves">
        <For each={ui().settings.leaves}>{(line) => <li>{line}</li>}</For>
      </ul>
      <p class="soft">
        {ui().settings.version(version)} · {ui().settings.licence}
      </p>
    </Section>
  )
}
