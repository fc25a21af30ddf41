import type { Check } from './check.ts'

/**
 * `validity.refresh`: a credential that names a refresh service may have been superseded. The service is not asked when
 * a credential is opened, for it would learn who looks and when; so all that can be said is that it was not asked.
 * 1EdTech Verifiable Credential Refresh Service §2.
 */
export const validityRefresh: Check = {
  id: 'validity.refresh',
  run({ credential }) {
    const count = credential.refreshServices.length
    return count === 0 ? null : { status: 'warning', code: 'refresh_not_asked', facts: { services: count } }
  },
}
