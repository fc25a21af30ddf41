import { Decrypter, Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption'
import { latin1Of } from '../encoding/utf8.ts'
import { fail } from '../problem.ts'
import { backupLimits } from './limits.ts'
import type { BackupKey, BackupLock } from './types.ts'

/*
 * The age file format, version 1 (https://c2sp.org/age). Its stream is authenticated in pieces of 64 KiB: nothing that was changed,
 * cut short or put in another order is ever given out.
 */

/** Power of two of scrypt's work: about half a second of a phone or laptop, and 128 MiB. */
const workFactor = 17

const magic = 'age-encryption.org/v1\n'

/** Encrypts a stream of bytes. Fails with `backup_wrong_key` for a recipient that is none. */
export async function sealed(lock: BackupLock, plain: ReadableStream<Uint8Array>): Promise<ReadableStream<Uint8Array>> {
  const encrypter = new Encrypter()
  if (lock.kind === 'passphrase') {
    encrypter.setPassphrase(asTyped(lock.passphrase))
    encrypter.setScryptWorkFactor(workFactor)
  } else {
    orWrongKey(() => encrypter.addRecipient(onlyIf(/^age1[0-9a-z]{58}$/, lock.recipient)))
  }
  return encrypter.encrypt(plain)
}

/**
 * Decrypts an age file. Fails with `backup_unrecognized`, `backup_too_large`, `backup_wrong_key`, `backup_damaged`; what is found
 * damaged later makes the stream fail.
 * @returns the plain bytes and how many there will be
 */
export async function unsealed(
  file: Blob,
  key: BackupKey,
): Promise<{ readonly stream: ReadableStream<Uint8Array>; readonly size: number }> {
  const header = await headerOf(file)
  if (key.kind !== header.opensWith) fail('backup_wrong_key', { facts: { opensWith: header.opensWith } })
  const decrypter = new Decrypter()
  if (key.kind === 'passphrase') decrypter.addPassphrase(asTyped(key.passphrase))
  else orWrongKey(() => decrypter.addIdentity(onlyIf(/^AGE-SECRET-KEY-1[0-9A-Z]{58}$/, key.identity)))
  let isRefused = false
  // Asked after the real one, and only when that did not fit: so a wrong key is told from a damaged file.
  decrypter.addIdentity({
    unwrapFileKey() {
      isRefused = true
      return null
    },
  })
  try {
    const stream = await decrypter.decrypt(file.stream())
    return { stream, size: stream.size(file.size) }
  } catch {
    fail(isRefused ? 'backup_wrong_key' : 'backup_damaged')
  }
}

/** A new X25519 identity for one move, with its recipient. */
export async function moveKey(): Promise<{ readonly identity: string; readonly recipient: string }> {
  const identity = await generateX25519Identity()
  return { identity, recipient: await identityToRecipient(identity) }
}

/** In NFC, as keyboards write it: the stock program takes what is typed as it is. */
function asTyped(passphrase: string): string {
  return passphrase.normalize('NFC')
}

/** Only X25519: age knows other kinds of key, which our other device could not use. */
function onlyIf(kind: RegExp, key: string): string {
  return kind.test(key) ? key : fail('backup_wrong_key')
}

/** A key with a letter wrong: age throws, and its message may hold the key. */
function orWrongKey(take: () => void): void {
  try {
    take()
  } catch {
    fail('backup_wrong_key')
  }
}

/** What the header says, looked at before any work is done for it. */
async function headerOf(file: Blob): Promise<{ readonly opensWith: BackupKey['kind'] }> {
  if (file.size > backupLimits.bytes) fail('backup_too_large', { facts: { limit: backupLimits.bytes } })
  const start = latin1Of(new Uint8Array(await file.slice(0, backupLimits.header).arrayBuffer()))
  if (!start.startsWith(magic)) fail('backup_unrecognized')
  const end = start.indexOf('\n--- ')
  if (end < 0) fail('backup_damaged')
  const stanzas = start
    .slice(0, end)
    .split('\n')
    .filter((line) => line.startsWith('-> '))
  if (stanzas.length > backupLimits.recipients) fail('backup_too_large', { facts: { limit: backupLimits.recipients } })
  const scrypt = stanzas.find((line) => line.startsWith('-> scrypt '))
  if (scrypt === undefined) return { opensWith: 'identity' }
  const work = Number(/^-> scrypt \S+ ([1-9]\d?)$/.exec(scrypt)?.[1] ?? fail('backup_damaged'))
  if (work > backupLimits.scrypt) fail('backup_too_large', { facts: { limit: backupLimits.scrypt } })
  return { opensWith: 'passphrase' }
}
