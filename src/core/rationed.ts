import { limits } from './limits.ts'
import type { VerifyContext } from './model/context.ts'
import { problem } from './problem.ts'

/**
 * The same powers with a ration of requests: a credential that nests others, each naming lists and issuers of its own, must not
 * make a verifier ask thousands of hosts of somebody's choice. Past `limits.requests` different addresses the answer is
 * `fetch_too_many`, so that what needed it is unknown.
 */
export function rationed(context: VerifyContext): VerifyContext {
  const asked = new Set<string>()
  return {
    ...context,
    open: async (request) => {
      if (!asked.has(request.url) && asked.size >= limits.requests)
        return problem('fetch_too_many', { facts: { limit: limits.requests } })
      asked.add(request.url)
      return context.open(request)
    },
  }
}
