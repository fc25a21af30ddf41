import type { VerifyContext } from '../src/core/model/context.ts'
import { problem } from '../src/core/problem.ts'
import { inspect } from '../src/core/verify.ts'
import type { Fixture, Verification } from './protocol.ts'

/** As in the app: from the bytes of a file to the report, every check on, nothing to fetch. */
export async function prepare(fixture: Fixture): Promise<Verification> {
  const source = { name: fixture.suite, bytes: new TextEncoder().encode(fixture.text) }
  return async () => {
    const [inspection] = await inspect(source, context())
    const report = inspection?.report
    if (report?.verdict !== 'verified') throw new Error(`ours: ${JSON.stringify(report)}`)
  }
}

function context(): VerifyContext {
  return {
    now: new Date('2026-11-23T00:00:00Z'),
    open: async () => problem('fetch_offline'),
    audience: 'holder',
    identities: [],
  }
}
