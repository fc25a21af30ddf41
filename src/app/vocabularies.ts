import { type Accessor, createSignal } from 'solid-js'
import { parseJson } from '../core/encoding/json.ts'
import { bytesOf, textOf } from '../core/encoding/utf8.ts'
import type { AllowedContext } from '../core/model/context.ts'
import { isObject } from '../core/model/json.ts'
import { type Attempt, attempt, fail } from '../core/problem.ts'
import { digestOf } from '../core/report.ts'
import type { Services } from './services.ts'

/** JSON-LD contexts from elsewhere that this person allowed: each is the text that was fetched then, and no other. */
export interface Vocabularies {
  readonly kept: Accessor<readonly AllowedContext[]>
  /**
   * Fetches one, pins it by its digest and keeps it; every check from then on may use it. Problems: those of the door and the
   * store, and `context_invalid` for what is no context.
   */
  allow(url: string): Promise<Attempt<void>>
  remove(url: string): Promise<void>
}

/** Largest that is kept, in bytes; the largest that we know has a tenth of it. */
const mostBytes = 1024 * 1024

/** Reads what was kept and keeps it in step with the vault. */
export async function createVocabularies({
  vault,
  verifier,
  tell,
}: Pick<Services, 'vault' | 'verifier' | 'tell'>): Promise<Vocabularies> {
  const [kept, setKept] = createSignal<readonly AllowedContext[]>([])

  async function read(): Promise<void> {
    const found = await vault.vocabularies()
    if (found.ok) setKept(found.value)
    else tell(found.problem)
  }

  vault.subscribe(({ kind }) => {
    if (kind === 'vocabularies') void read()
  })
  await read()

  return {
    kept,
    async allow(url) {
      const opened = await verifier.open({
        url,
        purpose: 'context',
        accept: 'application/ld+json, application/json',
        maxBytes: mostBytes,
      })
      if (!opened.ok) return opened
      const { bytes, fetchedAt } = opened.value
      const context = await attempt(async () => {
        const text = contextIn(bytes)
        return { url, text, digest: await digestOf(bytesOf(text)), fetchedAt }
      })
      if (!context.ok) return context
      const written = await vault.keepVocabulary(context.value)
      await read()
      return written
    },
    async remove(url) {
      const removed = await vault.dropVocabulary(url)
      if (!removed.ok) tell(removed.problem)
      await read()
    },
  }
}

function contextIn(bytes: Uint8Array): string {
  const text = textOf(bytes)
  const value = parseJson(text)
  if (!isObject(value) || !Object.hasOwn(value, '@context')) fail('context_invalid')
  return text
}
