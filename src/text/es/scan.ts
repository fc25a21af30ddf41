import type { ScanText } from '../scan.ts'

/** The words of codes that are shown and scanned, in Spanish. */
export const scan: ScanText = {
  camera: 'Lo que ve la cámara',
  starting: 'Encendiendo la cámara…',
  point: 'Pon el código en el centro, hasta que llene casi toda la imagen.',
  off: 'La cámara está apagada.',
  start: 'Encender la cámara',
  again: 'Probar otra vez',
  stop: 'Apagar la cámara',
  which: 'Cámara',
  unnamed: (number) => `Cámara ${number}`,
  light: 'Luz',
  picture: 'Elegir una imagen de un código',
  looking: 'Buscando un código en ella…',
  noneInPicture: 'En esta imagen no hay ningún código que Satchel pueda leer.',
  progress: (have, need) => `Han llegado ${have} de ${need} partes`,
  percent: (percent) => `Ha llegado el ${percent} por ciento`,

  code: 'Código QR',
  moving: 'Código QR en movimiento',
  pause: 'Pausar',
  play: 'Continuar',
  previous: 'Código anterior',
  next: 'Código siguiente',
  slower: 'Más despacio',
  faster: 'Más deprisa',
  pace: (each) => (each === 1 ? '1 código por segundo' : `${each} códigos por segundo`),
  step: (number) => `Código ${number}`,
}
