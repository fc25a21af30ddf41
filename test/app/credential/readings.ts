import type { Reading } from '../../../src/app/credential/parts.ts'
import type { Telling } from '../../../src/app/credential/telling.ts'
import { inspect } from '../../../src/core/verify.ts'
import { createFormats } from '../../../src/text/format.ts'
import { type Language, loadFindings, loadInterface } from '../../../src/text/index.ts'
import { doorTo, FETCHED_AT } from '../../issuer/door.ts'
import { type Documents, utf8 } from '../../issuer/issuers.ts'

/** What a view is told in: one language, dates in UTC, in the learner's own wallet. */
export async function tellingIn(language: Language): Promise<Telling> {
  const [findings, ui] = await Promise.all([loadFindings(language), loadInterface(language)])
  return {
    audience: 'holder',
    languages: [language],
    findings,
    ui,
    formats: createFormats(language === 'en' ? 'en-GB' : language, 'UTC'),
  }
}

/** What was issued, read and verified. */
export async function readingOf({ text, documents }: { readonly text: string; readonly documents: Documents }): Promise<Reading> {
  const context = { now: new Date(FETCHED_AT), open: doorTo(documents), audience: 'holder', identities: [] } as const
  const [inspection] = await inspect({ bytes: utf8(text), name: 'badge.json' }, context)
  if (!inspection?.credential) throw new Error('the test issuer made something that cannot be read')
  const { credential, report, parts, endorsements } = inspection
  return { credential, report, parts, endorsements }
}

/** Every word in a view. */
export function wordsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return value && typeof value === 'object' ? Object.values(value).flatMap(wordsOf) : []
}
