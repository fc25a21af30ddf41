import type { own as english } from '../../en/stacks/own.ts'
import { pluralizer } from '../../format.ts'

const plural = pluralizer('fr')

/** Les mots sur les ensembles personnels, en français. */
export const own: typeof english = {
  title: 'Mes ensembles',
  lead: 'Réunissez ce qui va ensemble pour vous. Un ensemble à vous est votre propre arrangement : il ne dit rien au nom d’un établissement.',
  none: 'Vous n’en avez pas encore fait.',
  make: 'Nouvel ensemble',

  count: (count) => plural(count, { zero: 'Encore vide', one: '# réussite', other: '# réussites' }),
  inOrder: 'dans l’ordre',
  beside: 'côte à côte',
  more: (count) => plural(count, { one: 'et # autre', other: 'et # autres' }),
  missing: (count) =>
    plural(count, { one: '# n’est plus dans votre portefeuille', other: '# ne sont plus dans votre portefeuille' }),
  show: 'Le montrer',
  showNamed: (name) => `Le montrer : « ${name} »`,
  showAll: 'Tout montrer',
  change: 'Modifier',
  changeNamed: (name) => `Modifier « ${name} »`,
  remove: 'Supprimer',
  removeNamed: (name) => `Supprimer « ${name} »`,
  removed: (name) => `« ${name} » est supprimé. Ce qu’il contenait reste dans votre portefeuille.`,

  editor: {
    create: 'Nouvel ensemble',
    change: 'Modifier l’ensemble',
    name: 'Nom',
    nameHint: 'Un ensemble a besoin d’un nom.',
    description: 'De quoi il s’agit',
    descriptionHint: 'Si vous voulez. Vous seul le voyez.',
    order: 'Comment ils vont ensemble',
    ordered: 'Dans l’ordre',
    orderedHint: 'Chacun mène au suivant.',
    unordered: 'Côte à côte',
    unorderedHint: 'Ils vont ensemble, sans ordre.',
    members: 'Ce qu’il contient',
    noMembers: 'Encore rien. Choisissez parmi ce que vous avez obtenu.',
    add: 'Ce que vous avez obtenu',
    search: 'Chercher par titre ou émetteur',
    nothingEarned: 'Votre portefeuille est encore vide.',
    nothingFound: 'Rien de ce que vous avez obtenu ne s’appelle ainsi.',
    found: (shown, count) =>
      shown < count
        ? `Les ${shown} premiers sur ${count}. Écrivez pour en trouver d’autres.`
        : plural(count, { one: '# trouvé', other: '# trouvés' }),
    gone: 'N’est plus dans votre portefeuille',
    goneHint: 'Il garde sa place, et revient quand vous l’ajoutez de nouveau à votre portefeuille.',
    up: (name) => `Monter ${name}`,
    down: (name) => `Descendre ${name}`,
    take: (name) => `Retirer ${name}`,
    moved: (name, place, of) => `${name}, maintenant ${place} sur ${of}`,
    taken: (name) => `${name} est retiré`,
    save: 'Le garder',
    saved: (name) => `« ${name} » est gardé`,
    dropped: 'Vos changements n’ont pas été gardés.',
    goOn: 'Les reprendre',
  },

  add: {
    action: 'Ajouter à un ensemble',
    title: 'Ajouter à un ensemble',
    lead: 'Une coche veut dire qu’il est dans cet ensemble.',
    none: 'Vous n’avez pas encore d’ensemble. Faites ici le premier.',
    create: 'Nouvel ensemble…',
    name: 'Nom du nouvel ensemble',
    make: 'Le créer',
    added: (name) => `Ajouté à « ${name} »`,
    taken: (name) => `Retiré de « ${name} »`,
    close: 'Terminé',
  },
}
