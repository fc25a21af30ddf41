import { type Accessor, createResource, createSignal, onCleanup } from 'solid-js'
import type { MethodInfo } from '../../store/types.ts'
import type { Services } from '../services.ts'

/** Whether the wallet is guarded, as it changes in this tab or another. Needs an owner to end with. */
export function createIsSecured({ vault }: Pick<Services, 'vault'>): Accessor<boolean> {
  const [isSecured, setIsSecured] = createSignal(vault.isSecured())
  onCleanup(vault.subscribe((event) => event.kind === 'methods' && setIsSecured(vault.isSecured())))
  return isSecured
}

/** The ways into the wallet, as they change; undefined until first read, and when they cannot be. Trouble is told. */
export function createMethods({ vault, tell }: Pick<Services, 'vault' | 'tell'>): Accessor<readonly MethodInfo[] | undefined> {
  const [methods, { refetch }] = createResource(async () => {
    const read = await vault.security.methods()
    if (read.ok) return read.value
    tell(read.problem)
    return undefined
  })
  onCleanup(vault.subscribe((event) => event.kind === 'methods' && void refetch()))
  return () => methods.latest
}
