import { lazy } from '../lazy.ts'
import { limits } from '../limits.ts'
import type { Payload, Source } from '../model/credential.ts'
import { type Attempt, attempt, fail } from '../problem.ts'
import type { Container } from './container.ts'
import { foreign } from './foreign.ts'
import { isPng, isSvg } from './glance.ts'
import { text } from './text.ts'

/** Every container, in order of precedence; `text` takes what is left. What is rarely met is loaded when it is. */
const containers: readonly Container[] = [
  whenMet(
    'png',
    isPng,
    lazy(async () => (await import('./png.ts')).png),
  ),
  whenMet(
    'svg',
    isSvg,
    lazy(async () => (await import('./svg.ts')).svg),
  ),
  ...foreign,
  text,
]

function whenMet(name: string, recognizes: Container['recognizes'], load: () => Promise<Container>): Container {
  return { name, recognizes, unwrap: async (source) => (await load()).unwrap(source) }
}

/**
 * Opens a file or pasted text and gives the credential texts in it, at least one.
 * Problems: `input_empty`, `input_too_large`, and those of the container that recognises it.
 */
export function unwrap(source: Source): Promise<Attempt<readonly Payload[]>> {
  return attempt(async () => {
    if (source.bytes.length === 0) fail('input_empty')
    if (source.bytes.length > limits.inputBytes) fail('input_too_large', { facts: { limit: limits.inputBytes } })
    const container = containers.find(({ recognizes }) => recognizes(source.bytes)) ?? text
    const payloads = await container.unwrap(source)
    return payloads.length > 0 ? payloads : fail('nothing_inside')
  }, 'input_unreadable')
}
