/** What the browser says of the room we have; zeros where it says nothing. */
export async function usage(): Promise<{ readonly used: number; readonly quota: number; readonly persisted: boolean }> {
  const storage = storageManager()
  const [estimate, persisted] = await Promise.all([
    storage?.estimate?.().catch(() => undefined),
    storage?.persisted?.().catch(() => false),
  ])
  return { used: estimate?.usage ?? 0, quota: estimate?.quota ?? 0, persisted: persisted ?? false }
}

/** Asks the browser to keep the store when room is short; true when it promises. */
export async function persist(): Promise<boolean> {
  return (
    (await storageManager()
      ?.persist?.()
      .catch(() => false)) ?? false
  )
}

/** Absent outside secure contexts, and in Node. */
function storageManager(): Partial<StorageManager> | undefined {
  return (globalThis.navigator as Partial<Navigator> | undefined)?.storage
}
