/** The passphrase that somebody meant: phones put blanks after words, and nobody sees how many there are between them. */
export function passphraseTyped(typed: string): string {
  return typed.trim().replace(/\s+/gu, ' ')
}
