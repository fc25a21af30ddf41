import type { Broken } from './broken.ts'
import { brokenDocuments } from './documents.ts'
import { brokenMeanings } from './meanings.ts'
import { brokenSigners } from './signers.ts'
import { brokenStatus } from './status.ts'
import { brokenTokens } from './tokens.ts'

export type { Broken } from './broken.ts'

/** Every credential that must not be verified, by what is wrong with it. */
export const broken: readonly Broken[] = [
  ...brokenDocuments,
  ...brokenMeanings,
  ...brokenSigners,
  ...brokenStatus,
  ...brokenTokens,
]
