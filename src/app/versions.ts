import { answerAgain } from '../core/answer-again.ts'
import { plainAddress } from '../core/dids/same-address.ts'
import { parseDateTime } from '../core/structure/datetime.ts'
import { isLater, isSameCredential, versionDateOf } from '../core/versions.ts'
import type { Card, RecordId, Replacement, WalletEntry } from '../store/types.ts'
import type { Services } from './services.ts'

type Powers = Pick<Services, 'vault' | 'settings' | 'tell'>

/**
 * Looks at the versions of these credentials that are in the wallet, and marks each that a later and verified one has replaced:
 * both are kept, and the older is no longer called valid. Asks no host.
 */
export async function settleVersions({ vault, settings, tell }: Powers, ids: readonly RecordId[]): Promise<void> {
  const listed = await vault.cards()
  if (!listed.ok) return tell(listed.problem)
  for (const group of groupsOf(ids, listed.value.cards)) {
    const read = await Promise.all(group.map((id) => vault.entry(id)))
    const entries = read.flatMap((one) => (one.ok && one.value ? [one.value] : []))
    const latest = latestOf(entries)
    for (const entry of entries) {
      const replacement = replacementOf(entry, latest)
      if (replacement === null || isMarked(entry, replacement)) continue
      const kept = await vault.revise(entry.id, async (current) => {
        const identities = current.example ? [] : settings().identities
        const report = await answerAgain(current, { identities, newer: replacement.date })
        return { ...current, report, replacedBy: replacement }
      })
      if (!kept.ok) tell(kept.problem)
    }
  }
}

/** For each of these credentials once: the ids of all cards that may be versions of it, itself among them. */
function groupsOf(ids: readonly RecordId[], cards: readonly Card[]): readonly (readonly RecordId[])[] {
  const byCredential = new Map<string, RecordId[]>()
  for (const card of cards) {
    const alike = byCredential.get(credentialOf(card)) ?? []
    alike.push(card.id)
    byCredential.set(credentialOf(card), alike)
  }
  const byId = new Map(cards.map((card) => [card.id, card]))
  const grouped = new Set<RecordId>()
  return ids.flatMap((id) => {
    const card = byId.get(id)
    if (!card || card.credentialId === '' || grouped.has(id)) return []
    const alike = byCredential.get(credentialOf(card)) ?? []
    for (const each of alike) grouped.add(each)
    return [alike.toSorted()]
  })
}

/** Equal for two cards whose credentials are the same by `isSameCredential`. */
function credentialOf({ credentialId, issuerId }: Card): string {
  return JSON.stringify([credentialId, plainAddress(issuerId)])
}

/** The latest verified of some versions; null when none is verified. */
function latestOf(versions: readonly WalletEntry[]): WalletEntry | null {
  let latest: WalletEntry | null = null
  for (const version of versions) {
    if (version.report.verdict !== 'verified' || versionDateOf(version.credential) === null) continue
    if (latest === null || isLater(version.credential, latest.credential)) latest = version
  }
  return latest
}

/** What replaces an entry: the latest version, if it is later; null when nothing does. What once replaced it still does. */
function replacementOf({ credential, replacedBy }: WalletEntry, latest: WalletEntry | null): Replacement | null {
  const before = replacedBy ?? null
  const date = latest && versionDateOf(latest.credential)
  if (latest === null || date === null) return before
  if (!isSameCredential(latest.credential, credential) || !isLater(latest.credential, credential)) return before
  const isAfter = before === null || (parseDateTime(date) ?? 0) > (parseDateTime(before.date) ?? 0)
  return isAfter ? { id: latest.id, date } : before
}

function isMarked({ replacedBy, report }: WalletEntry, { id, date }: Replacement): boolean {
  const isSaid = report.checks.some(({ code, evidence }) => code === 'superseded' && evidence.facts?.['date'] === date)
  return isSaid && replacedBy?.id === id
}
