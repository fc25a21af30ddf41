import type { JSX } from 'solid-js'
import { useTexts } from '../../text.ts'
import { PageTitle } from '../../ui/page-title.tsx'
import { About } from './about.tsx'
import { BackupSection } from './backup.tsx'
import { Erase } from './erase.tsx'
import { General } from './general.tsx'
import { HolderKeysSection } from './holder-keys.tsx'
import { IdentitiesSection } from './identities.tsx'
import { InstallSection } from './install.tsx'
import { LockNow } from './lock-now.tsx'
import { NetworkLog } from './network-log.tsx'
import { SecuritySection } from './security.tsx'
import { SetAsideSection } from './set-aside.tsx'
import { Storage } from './storage.tsx'
import { TakeAwaySection } from './take-away.tsx'
import { TrustSection } from './trust.tsx'
import { VocabulariesSection } from './vocabularies.tsx'
import './settings.css'

/** Everything about the app itself: how it looks and speaks, what left the device, what it keeps, and how to be rid of it. */
export default function SettingsPage(): JSX.Element {
  const { ui } = useTexts()
  return (
    <div class="page settings">
      <PageTitle actions={<LockNow />}>{ui().titles.settings}</PageTitle>
      <General />
      <SecuritySection />
      <BackupSection />
      <IdentitiesSection />
      <TrustSection />
      <VocabulariesSection />
      <HolderKeysSection />
      <NetworkLog />
      <Storage />
      <InstallSection />
      <SetAsideSection />
      <TakeAwaySection />
      <About />
      <Erase />
    </div>
  )
}
