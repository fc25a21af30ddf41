let given: File | null = null

/** Remembers a backup that was given somewhere else in the app, for the page that opens it. */
export function giveBackup(file: File): void {
  given = file
}

/** The backup that was given; once. */
export function takeGivenBackup(): File | null {
  const file = given
  given = null
  return file
}
