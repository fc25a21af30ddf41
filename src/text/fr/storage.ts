import type { StorageText } from '../storage.ts'

/** The words about the room that a browser gives us and how long it lasts, in French. */
export const storage: StorageText = {
  lost: 'Le navigateur a effacé ce que Satchel gardait sur cet appareil : votre portefeuille est donc vide. Si vous avez une sauvegarde, tout ce qu’elle contient peut être récupéré.',
  restore: 'Récupérer une sauvegarde',
  full: (used, quota) =>
    `Satchel manque de place ici : ${used} utilisés sur ${quota}. Faites une sauvegarde, puis libérez de la place sur cet appareil.`,
  private:
    'Cette fenêtre semble privée : ce que vous ajoutez disparaît quand vous la fermez. Pour le garder, ouvrez Satchel dans une fenêtre ordinaire.',
  understood: 'J’ai compris',
  eraseOffline: 'L’application part aussi, et vous êtes hors ligne : pour rouvrir Satchel, cet appareil aura besoin du réseau.',
}
