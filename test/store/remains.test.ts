import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { removeRemains } from '../../src/store/remains.ts'

const scope = 'https://host.example/satchel/'
const neighbour = 'https://host.example/other/'
let gone: string[]

beforeEach(() => {
  gone = []
  vi.stubGlobal('localStorage', { removeItem: (key: string) => gone.push(key) })
})
afterEach(() => vi.unstubAllGlobals())

const registration = (of: string) => ({ scope: of, unregister: async () => void gone.push(`worker of ${of}`) })
const withWorkers = (...registrations: object[]) =>
  vi.stubGlobal('navigator', { serviceWorker: { getRegistrations: async () => registrations } })
const withCaches = (...names: string[]) =>
  vi.stubGlobal('caches', { keys: async () => names, delete: async (name: string) => gone.push(name) })

test('the shell goes and the mark of a wallet, and what a neighbour on the same host keeps stays', async () => {
  withWorkers(registration(scope), registration(neighbour))
  withCaches(`shell ${scope}`, `shell ${neighbour}`, 'anything')
  await removeRemains(scope)
  expect(gone).toEqual(['satchel.wallet', `worker of ${scope}`, `shell ${scope}`])
})

test('a worker that cannot be removed does not keep its cache', async () => {
  withWorkers({ scope, unregister: () => Promise.reject(new DOMException('no', 'InvalidStateError')) })
  withCaches(`shell ${scope}`)
  await removeRemains(scope)
  expect(gone).toContain(`shell ${scope}`)
})

test('a browser without either has nothing to remove', async () => {
  vi.stubGlobal('navigator', {})
  await expect(removeRemains(scope)).resolves.toBeUndefined()
})
