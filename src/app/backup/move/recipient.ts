/** An X25519 recipient of age, as the other device shows it (https://c2sp.org/age). */
const recipient = /^age1[02-9ac-hj-np-z]{58}$/

/** The recipient in a text that was scanned or pasted; null when it is none. Codes carry it in capitals, which makes them coarser. */
export function recipientIn(text: string): string | null {
  const found = text.trim().toLowerCase()
  return recipient.test(found) ? found : null
}

/** What people compare on both screens: 60 bits of the key, in groups that stay together. */
export function comparedCode(found: string): string {
  return found.slice(4, 16).replace(/.{4}(?=.)/g, '$&\u00A0')
}
