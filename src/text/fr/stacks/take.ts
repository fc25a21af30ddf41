import type { StacksText } from '../../stacks.ts'

/** The words about taking a view away as a picture or on paper, in French. */
export const take: StacksText['take'] = {
  button: 'Emporter',
  title: 'Emporter',
  lead: 'Ce qui est affiché maintenant, en image ou sur papier. Tout se fait sur cet appareil, rien n’est envoyé.',
  privacy:
    'On y voit le nom des choses, qui les a données et leur état. Les images des badges sont de petites copies : les titres qu’elles contiennent restent ici.',
  name: 'Un titre à vous',
  nameHint: 'Si vous voulez. Il se place au-dessus de l’image.',
  svg: 'Image nette à toute taille (SVG)',
  png: 'Image pour partout (PNG)',
  print: 'Imprimer ou enregistrer en PDF',
  noPicture: 'Le plan n’est fait que de mots. Pour une image, choisissez d’abord une autre vue.',
  making: 'En cours',
  saved: (name) => `Enregistré sous ${name}`,
  reduced: (name, width, height) => `Enregistré sous ${name}, plus petit que le dessin : ${width} sur ${height} points.`,
  failed: 'Ce navigateur n’a pas pu faire cette image. L’autre format marchera peut-être, ou une vue plus réduite.',
  caption: (view, achievements, date) => `${view} · ${achievements} · au ${date} · fait avec Satchel`,
  key: 'Traits pleins : un émetteur le dit. Les autres : un parcours publié, ce que Satchel déduit, ou votre propre arrangement.',
  related: (one, reading, other) => `${one}. ${reading} : ${other}.`,
  inWords: 'En mots',
  more: (count) => `… et ${count} de plus`,
}
