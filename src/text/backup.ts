import type { backup } from './en/backup.ts'
import type { Language } from './index.ts'

/** The words about backups, moving, keys of one's own and damaged records; English is the shape. */
export type BackupText = typeof backup

const texts: Record<Language, () => Promise<BackupText>> = {
  en: async () => (await import('./en/backup.ts')).backup,
  es: async () => (await import('./es/backup.ts')).backup,
  fr: async () => (await import('./fr/backup.ts')).backup,
}

/** Loads the words about backups, moving, keys of one's own and damaged records, in one language. */
export function loadBackup(language: Language): Promise<BackupText> {
  return texts[language]()
}
