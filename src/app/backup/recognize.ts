import { latin1Of } from '../../core/encoding/utf8.ts'

/** How an age file begins (https://c2sp.org/age). */
const magic = 'age-encryption.org/v1\n'

/** Whether a file is an age file, as our backups are: a glance at its first bytes, however large it is. */
export async function isBackupFile(file: Blob): Promise<boolean> {
  const start = await file
    .slice(0, magic.length)
    .arrayBuffer()
    .catch(() => new ArrayBuffer(0))
  return latin1Of(new Uint8Array(start)) === magic
}
