import type { Settings } from './types.ts'

/** What a person has who has chosen nothing yet. */
export const defaultSettings: Settings = Object.freeze({
  language: 'system',
  appearance: 'system',
  identities: [],
  isComparing: false,
  walletLayout: 'cards',
  walletSort: 'added',
  lockAfter: 15,
  isHiddenWhenAway: false,
  securingPutOff: '',
  backupPutOff: '',
})
