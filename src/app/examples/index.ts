import type { Source } from '../../core/model/credential.ts'

/**
 * A few credentials of fictional institutions, to look around with: all can be checked without a network, one is out of
 * date and one was changed. They build on each other in each way that `core/stack` knows. Loaded when asked for. They were
 * made by `node tools/issue.mjs --examples`.
 */
export async function examples(): Promise<readonly Source[]> {
  const { texts } = await import('./texts.ts')
  return Object.entries(texts).map(([path, text]) => ({
    bytes: new TextEncoder().encode(text),
    name: path.slice('./'.length),
  }))
}
