import type { ScanText } from '../scan.ts'

/** The words of codes that are shown and scanned, in French. */
export const scan: ScanText = {
  camera: 'Ce que voit l’appareil photo',
  starting: 'Mise en marche de l’appareil photo…',
  point: 'Placez le code au milieu, jusqu’à ce qu’il remplisse presque toute l’image.',
  off: 'L’appareil photo est éteint.',
  start: 'Allumer l’appareil photo',
  again: 'Réessayer',
  stop: 'Éteindre l’appareil photo',
  which: 'Appareil photo',
  unnamed: (number) => `Appareil photo ${number}`,
  light: 'Lampe',
  picture: 'Choisir une image d’un code',
  looking: 'Recherche d’un code dans l’image…',
  noneInPicture: 'Cette image ne contient aucun code que Satchel puisse lire.',
  progress: (have, need) => `${have} parties reçues sur ${need}`,
  percent: (percent) => `${percent} pour cent reçus`,

  code: 'Code QR',
  moving: 'Code QR animé',
  pause: 'Mettre en pause',
  play: 'Reprendre',
  previous: 'Code précédent',
  next: 'Code suivant',
  slower: 'Plus lent',
  faster: 'Plus rapide',
  pace: (each) => (each === 1 ? '1 code par seconde' : `${each} codes par seconde`),
  step: (number) => `Code numéro ${number}`,
}
