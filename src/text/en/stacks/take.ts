/** The words about taking a view away as a picture or on paper, in English; the shape that the other languages follow. */
export const take = {
  button: 'Take it away',
  title: 'Take it away',
  lead: 'What is shown now, as a picture or on paper. It is made on this device and sent to nobody.',
  privacy:
    'It shows what things are called, who gave them and how they stand. Badge pictures in it are small copies: the credentials inside them stay here.',
  name: 'A title of your own',
  nameHint: 'If you like. It stands above the picture.',
  svg: 'Picture, sharp at any size (SVG)',
  png: 'Picture for everywhere (PNG)',
  print: 'Print, or save as a PDF',
  noPicture: 'The outline is all words. For a picture, choose another way to look at it first.',
  making: 'Making it',
  saved: (name: string) => `Saved as ${name}`,
  reduced: (name: string, width: string, height: string) => `Saved as ${name}, smaller than drawn: ${width} by ${height} dots.`,
  failed: 'This browser could not make that picture. The other kind may work, or a view of less.',
  caption: (view: string, achievements: string, date: string) => `${view} · ${achievements} · as of ${date} · made with Satchel`,
  /** Under the caption: whose word a line is. */
  key: 'Solid lines: an issuer says so. All others: a published pathway, what Satchel infers, or your own arrangement.',
  related: (one: string, reading: string, other: string) => `${one}. ${reading}: ${other}.`,
  inWords: 'In words',
  more: (count: string) => `… and ${count} more`,
}
