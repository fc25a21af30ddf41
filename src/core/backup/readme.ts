/** What whoever opens the backup without us finds first. English, Spanish, French: nobody may be there to ask in which. */
export const readme = `This is a backup of a Satchel wallet: badges and learner records.

You have opened it without Satchel, with the age program (https://age-encryption.org) and anything that opens ZIP files:

    age -d -o backup.zip satchel-backup.age

  credentials/      each credential, byte for byte as it was given to the wallet
  entries.json      one row for each: its file, its name, when it was added
  reports/          what the last verification found (check again: a report proves nothing)
  holder-keys.json  PRIVATE KEYS with which the learner shows whose the credentials are. Tell nobody.
  groupings.json, groupings/, pathways.json, pathways/
                    how the learner arranged them, and pathways that were added
  settings.json, lists.json, lists/, pins.json, vocabularies.json, vocabularies/, pictures/
                    the rest of the wallet
  manifest.json     version, time, and the SHA-256 of every other file

Delete these files when you are done: they are no longer encrypted.

ES  Copia de seguridad de una cartera Satchel. Los originales están en credentials/; holder-keys.json contiene claves
    privadas: no las comparta. Borre estos archivos al terminar: ya no están cifrados.

FR  Sauvegarde d’un portefeuille Satchel. Les originaux sont dans credentials/ ; holder-keys.json contient des clés
    privées : ne les partagez pas. Supprimez ces fichiers ensuite : ils ne sont plus chiffrés.
`
