/** The words about the room that a browser gives us and how long it lasts, in English; the shape that the other languages follow. */
export const storage = {
  lost: 'The browser removed what Satchel kept on this device, so your wallet is empty. If you have a backup, everything in it can be restored.',
  restore: 'Restore from a backup',
  full: (used: string, quota: string) =>
    `Satchel is running out of room here: ${used} of ${quota} are used. Save a backup, then make space on this device.`,
  private:
    'This looks like a private window: what you add is gone when you close it. To keep it, open Satchel in an ordinary one.',
  understood: 'I understand',
  eraseOffline: 'The app itself goes as well, and you are offline: to open Satchel again, this device will need the network.',
}
