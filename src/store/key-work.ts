import { attempt } from '../core/problem.ts'
import type { HolderKeys } from './holder.ts'
import type { Live } from './parts.ts'
import type { SecurityWork } from './security.ts'
import type { Holder, Security } from './types.ts'

/** The ways to unlock, whose code is loaded with the first question. */
export function securityOf(work: () => Promise<SecurityWork>): Security {
  const doing = <T>(what: (work: SecurityWork) => Promise<T>) => attempt(async () => what(await work()), 'store_aborted')
  return {
    methods: () => doing((security) => security.methods()),
    ways: (but) => doing((security) => security.ways(but)),
    secure: (...given) => doing((security) => security.secure(...given)),
    check: (secret) => doing((security) => security.check(secret)),
    add: (...given) => doing((security) => security.add(...given)),
    rename: (...given) => doing((security) => security.rename(...given)),
    remove: (...given) => doing((security) => security.remove(...given)),
    replace: (...given) => doing((security) => security.replace(...given)),
    rotate: (...given) => doing((security) => security.rotate(...given)),
    interrupted: () => doing((security) => security.interrupted()),
    resume: (...given) => doing((security) => security.resume(...given)),
    abandon: () => doing((security) => security.abandon()),
  }
}

/** The learner's own keys; all but the private sides, unless it is for a backup. */
export function holderOf(live: Live): Holder {
  const doing = <T>(what: (keys: HolderKeys) => Promise<T>) =>
    attempt(async () => what(await live.parts.holder()), 'store_aborted')
  return {
    keys: () => doing(async (holder) => (await holder.pairs()).map(({ jwk: _private, ...open }) => open)),
    key: (kind) => doing((holder) => holder.key(kind)),
    sign: (id, data) => doing((holder) => holder.sign(id, data)),
    replace: (kind) => doing((holder) => holder.replace(kind)),
    pairs: () => doing((holder) => holder.pairs()),
    restore: (pairs) => doing((holder) => holder.restore(pairs)),
  }
}
