import { deleteDB, openDB } from 'idb'

/** Longest wait for other tabs to let go of the database, in milliseconds. */
const letGoTime = 3_000
/** For the browser to finish one tidying before the next is asked for, in milliseconds: those that overlap become one. */
const settleTime = 150
/** Two sufficed wherever it was tried: 1 to 3,000 records in Chromium 153. */
const companionCount = 3

/**
 * Deletes a database, and has the browser take its bytes off the disk. Should another tab not let go of it, the deletion waits for
 * that, this function does not.
 */
export async function wipe(name: string): Promise<void> {
  await sweeping(name, () => Promise.race([deleteDB(name), pause(letGoTime)]))
}

/**
 * Does something that removes records, and has the browser take their bytes off the disk.
 *
 * Chromium keeps all databases of an origin in one LevelDB, whose files are never changed. Deleting one writes that its records are
 * gone, into a file of its own or into the very file that holds them, and mostly leaves them there. Files are written anew where newer ones
 * overlap them: so there are empty databases beside it, made before it goes and deleted after it, one by one. Elsewhere a database
 * is a file of its own, and this does no harm.
 *
 * Not by `Clear-Site-Data`: a host that sends it from any address lets every page that names that address in an `<img>` erase the
 * wallet of whoever looks at it (tried in Chromium 153, where `Cross-Origin-Resource-Policy` does not hinder it).
 */
export async function sweeping<T>(name: string, work: () => Promise<T>): Promise<T> {
  const companions = Array.from({ length: companionCount }, (_, index) => `${name}.wiping.${index}`)
  // Without room for them it is done all the same.
  await Promise.all(companions.map(makeEmpty)).catch(() => undefined)
  try {
    return await work()
  } finally {
    for (const companion of companions) {
      await pause(settleTime)
      // Empty as it is, it does not make the wallet any less erased.
      await deleteDB(companion).catch(() => undefined)
    }
  }
}

async function makeEmpty(name: string): Promise<void> {
  const database = await openDB(name, 1)
  database.close()
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}
