import type { StacksText } from '../../stacks.ts'

/** The words about taking a view away as a picture or on paper, in Spanish. */
export const take: StacksText['take'] = {
  button: 'Llévatelo',
  title: 'Llévatelo',
  lead: 'Lo que se ve ahora, como imagen o en papel. Se hace en este dispositivo y no se envía a nadie.',
  privacy:
    'Muestra cómo se llaman las cosas, quién las dio y cómo están. Las imágenes de las insignias son copias pequeñas: las credenciales que llevan dentro se quedan aquí.',
  name: 'Un título tuyo',
  nameHint: 'Si quieres. Va encima de la imagen.',
  svg: 'Imagen nítida a cualquier tamaño (SVG)',
  png: 'Imagen para todas partes (PNG)',
  print: 'Imprimir o guardar como PDF',
  noPicture: 'El índice es todo palabras. Para una imagen, elige antes otra forma de verlo.',
  making: 'Haciéndolo',
  saved: (name) => `Se guardó como ${name}`,
  reduced: (name, width, height) => `Se guardó como ${name}, más pequeña de lo dibujado: ${width} por ${height} puntos.`,
  failed: 'Este navegador no pudo hacer esa imagen. Puede que el otro tipo funcione, o una vista con menos cosas.',
  caption: (view, achievements, date) => `${view} · ${achievements} · a ${date} · hecho con Satchel`,
  key: 'Líneas continuas: lo dice un emisor. Las demás: un itinerario publicado, lo que Satchel deduce o tu propio orden.',
  related: (one, reading, other) => `${one}. ${reading}: ${other}.`,
  inWords: 'En palabras',
  more: (count) => `… y ${count} más`,
}
