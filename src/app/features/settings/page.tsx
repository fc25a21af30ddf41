import type { JSX } from 'solid-js'
import { useTexts } from '../../text.ts'
import { PageTitle } from '../../ui/page-title.tsx'
import { About } from './about.tsx'
import { Erase } from './erase.tsx'
import { General } from './general.tsx'
import { IdentitiesSection } from './identities.tsx'
import { NetworkLog } from './network-log.tsx'
import { Storage } from './storage.tsx'
import { TrustSection } from './trust.tsx'
import { VocabulariesSection } from './vocabularies.tsx'
import './settings.css'

/** Everything about the app itself: how it looks and speaks, what left the device, what it keeps, and how to be rid of it. */
export default function SettingsPage(): JSX.Element {
  const { ui } = useTexts()
  return (
    <div class="page settings">
      <PageTitle>{ui().titles.settings}</PageTitle>
      <General />
      <IdentitiesSection />
      <TrustSection />
      <VocabulariesSection />
      <NetworkLog />
      <Storage />
      <About />
      <Erase />
    </div>
  )
}
