import { parseJson } from '../encoding/json.ts'
import { bytesOf, textOf } from '../encoding/utf8.ts'
import { limits } from '../limits.ts'
import type { Source } from '../model/credential.ts'
import { isObject, type Json, type JsonObject, listOf, memberOf } from '../model/json.ts'
import { attemptNow, fail } from '../problem.ts'
import { contentsOf, keptOf, walletContexts, walletText } from './contents.ts'
import { iterationsOf, lock, most, unlock } from './lock.ts'

/*
 * Universal Wallet 2020 (https://w3c-ccg.github.io/universal-wallet-interop-spec/): a file that other wallets read. Ours holds
 * credentials and no keys. The reader of those that are not locked is `formats/envelope.ts`.
 */

/**
 * A wallet with these credentials; with a passphrase an `EncryptedWallet` ("Locked Wallet"). Fails with `backup_too_large` when it
 * would hold more than any reader of ours takes.
 */
export async function writeWallet(credentials: readonly Source[], passphrase: string | null, now: Date): Promise<Uint8Array> {
  const contents: string[] = []
  for (const credential of credentials) contents.push(...(await contentsOf(credential)))
  if (contents.length > limits.credentialsPerInput) fail('backup_too_large', { facts: { limit: limits.credentialsPerInput } })
  const wallet = bytesOf(walletText(contents))
  const file = passphrase === null ? wallet : bytesOf(JSON.stringify(await locked(wallet, passphrase, now), null, 1))
  return file.length > limits.jsonBytes ? fail('backup_too_large', { facts: { limit: limits.jsonBytes } }) : file
}

/** One JWE around the whole wallet: to open each credential by itself would take a passphrase a second each time. */
async function locked(wallet: Uint8Array, passphrase: string, now: Date): Promise<unknown> {
  const id = `urn:uuid:${crypto.randomUUID()}`
  const jwe = await lock(wallet, passphrase)
  return {
    '@context': walletContexts,
    id,
    type: ['VerifiableCredential', 'EncryptedWallet'],
    issuer: id,
    issuanceDate: now.toISOString().replace(/\.\d+Z$/, 'Z'),
    credentialSubject: { id, contents: [{ id: `urn:uuid:${crypto.randomUUID()}`, jwe }] },
  }
}

/**
 * The credentials in a locked wallet, as one that is not locked; keys and notes in it are left out. Fails with `wallet_wrong_key`,
 * `wallet_lock_unsupported` (fact `alg`) when it takes another key than a passphrase, `nothing_inside`, and those of `parseJson`.
 */
export async function openLockedWallet(bytes: Uint8Array, passphrase: string): Promise<Uint8Array> {
  const jwes = lockedIn(parseJson(textOf(bytes)))
  if (jwes.length === 0) fail('nothing_inside')
  const work = jwes.reduce((sum, jwe) => sum + iterationsOf(jwe), 0)
  if (work > most.inAll) fail('backup_too_large', { facts: { limit: most.inAll } })
  const contents: Json[] = []
  for (const jwe of jwes) contents.push(...itemsIn(await unlock(jwe, passphrase)))
  const kept = keptOf(contents)
  return kept.length === 0 ? fail('nothing_inside') : bytesOf(walletText(kept.map((item) => JSON.stringify(item))))
}

/**
 * Every JWE of a locked wallet: in the contents of an `EncryptedWallet` as the specification has it, in `encryptedWalletContents` as
 * its first library wrote it, in the contents of a wallet whose status is LOCKED, or bare. An export may be a list of wallets.
 */
function lockedIn(value: Json): readonly JsonObject[] {
  return listOf(value)
    .filter(isObject)
    .flatMap((wallet) => {
      const subjects = listOf(memberOf(wallet, 'credentialSubject')).filter(isObject)
      const holders = [wallet, ...subjects]
      const candidates = holders.flatMap((holder) => [
        ...listOf(memberOf(holder, 'contents')),
        ...listOf(memberOf(holder, 'encryptedWalletContents')),
      ])
      return [wallet, ...candidates].flatMap(jweIn)
    })
}

function jweIn(item: Json): readonly JsonObject[] {
  if (!isObject(item)) return []
  const jwe = memberOf(item, 'jwe') ?? item
  return isObject(jwe) && typeof memberOf(jwe, 'ciphertext') === 'string' ? [jwe] : []
}

/** What one JWE held: a wallet, its contents, or one of them. */
function itemsIn(plain: Uint8Array): readonly Json[] {
  const read = attemptNow(() => parseJson(textOf(plain)))
  if (!read.ok) return []
  if (!isObject(read.value)) return listOf(read.value)
  const contents = memberOf(read.value, 'contents')
  return contents === undefined ? [read.value] : listOf(contents)
}
