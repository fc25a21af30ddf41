import { limits } from './limits.ts'
import type { VerifyContext } from './model/context.ts'
import { problem } from './problem.ts'

/**
 * The same powers with a ration of requests: a credential that nests others, each naming lists and issuers of its own, must not
 * make a verifier ask thousands of hosts of somebody's choice, nor one host thousands of times. Past `limits.requests` different
 * addresses the answer is `fetch_too_many`, so that what needed it is unknown. A credential is asked for anew each time, and counts
 * each time.
 */
export function rationed(context: VerifyContext): VerifyContext {
  const asked = new Set<string>()
  let anew = 0
  return {
    ...context,
    open: async (request) => {
      const isAnew = request.purpose === 'credential'
      if ((isAnew || !asked.has(request.url)) && asked.size + anew >= limits.requests)
        return problem('fetch_too_many', { facts: { limit: limits.requests } })
      if (isAnew) anew += 1
      else asked.add(request.url)
      return context.open(request)
    },
  }
}
