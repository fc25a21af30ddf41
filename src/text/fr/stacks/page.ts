import type { page as english } from '../../en/stacks/page.ts'
import { pluralizer } from '../../format.ts'

const plural = pluralizer('fr')

/** The words about the screen of stacks in French. */
export const page: typeof english = {
  title: 'Ensembles',
  viewsLabel: 'Façons de le voir',
  views: { ladder: 'Échelle', skills: 'Compétences', timeline: 'Dates', outline: 'Plan' },
  viewHints: {
    ladder: 'De bas en haut : chaque titre se tient sous ce à quoi il mène.',
    skills: 'Autour des compétences et des matières qu’ils partagent.',
    timeline: 'Quand vous l’avez obtenu, et jusqu’à quand il vaut.',
    outline: 'Tout, en mots.',
  },
  reading: (ready, total) => `Lecture de votre portefeuille : ${ready} sur ${total}`,
  making: 'Mise en place',
  count: (achievements) => plural(achievements, { one: '# réussite', other: '# réussites' }),
  links: (links) => plural(links, { zero: 'aucun lien', one: '# lien', other: '# liens' }),
  sharedSkills: (skills) => plural(skills, { one: '# compétence', other: '# compétences' }),
  cut: 'Il y en a plus qu’on ne peut en montrer à la fois : certains liens manquent.',
  skipped: (count) =>
    plural(count, {
      one: '# titre n’a pas pu être lu et ne figure pas ici.',
      other: '# titres n’ont pas pu être lus et ne figurent pas ici.',
    }),
  trouble: 'Impossible de tout assembler pour l’instant.',

  canvas: {
    label: (view) => `${view} : ce qui s’appuie sur quoi`,
    hint: 'Les flèches suivent les liens : en haut vers ce à quoi il mène, en bas vers ce qui y a mené, de côté vers ce qui se tient à côté. Entrée ouvre sa fiche, F ne montre que ce qui s’y rattache, Échap revient en arrière. Plus et moins changent la taille, 0 montre tout.',
    controls: 'Taille',
    larger: 'Plus grand',
    smaller: 'Plus petit',
    fit: 'Tout voir',
    undated: 'Sans date',
    today: 'Aujourd’hui',
  },

  node: {
    leans: 's’appuie sur quelque chose qui ne tient pas',
    dangling: 'personne ici ne dit ce que c’est',
  },

  focus: {
    button: 'Cibler',
    on: (title) => `Ce qui a mené à ${title}, et où cela peut mener`,
    off: 'Tout montrer à nouveau',
    announced: (title, count) => `Seulement ce qui se rattache à ${title} : ${count}.`,
    all: (count) => `Tout à nouveau : ${count}.`,
    filtered: (count) => `Affichage : ${count}.`,
  },

  card: {
    close: 'Fermer la fiche',
    open: 'Ouvrir',
    openNamed: (title) => `Ouvrir le titre ${title}`,
    earned: (date) => `Obtenu le ${date}`,
    expires: (date) => `vaut jusqu’au ${date}`,
    awards: (count) => plural(count, { one: '# titre l’atteste', other: '# titres l’attestent' }),
    nothing: 'Rien ici ne dit sur quoi il s’appuie ni à quoi il mène.',
    showAll: (count) => plural(count, { one: 'Voir # de plus', other: 'Voir # de plus' }),
    standards: 'Page de cette norme',
  },

  legend: {
    title: 'Ce que disent les traits',
    show: 'Ce que disent les traits',
    close: 'Fermer l’explication',
    bases: {
      issuer: 'Un émetteur le dit',
      pathway: 'Un parcours publié le dit',
      inferred: 'Nous le déduisons',
      learner: 'C’est vous qui l’avez arrangé',
    },
    kinds: {
      vertical: 'Flèche : mène à',
      horizontal: 'Sans flèche : côte à côte',
      'value-added': 'Signe plus : s’ajoute à quelque chose de terminé',
      succession: 'Double : une version plus récente',
    },
    weak: 'Fin : qui le dit ne tient pas, ou parle de ce qui n’est pas à lui',
    opposite: 'Dit dans un sens ici et dans l’autre là, ou en rond',
    holds: 'Barre : jusqu’à quand il vaut. Si elle s’efface, aucune fin n’est indiquée',
    notEarned: 'Anneau en tirets : pas obtenu ici',
    notVerified: 'Hachuré : ne tient pas',
    cannotTell: 'Bord en tirets : on ne peut pas savoir s’il tient',
    leans: 'S’appuie sur quelque chose qui ne tient pas',
  },

  filters: {
    button: 'Filtrer',
    title: 'Filtres',
    on: (count) => plural(count, { one: '# filtre actif', other: '# filtres actifs' }),
    clear: 'Tout enlever',
    remove: (label) => `Enlever le filtre ${label}`,
    done: (count) => plural(count, { zero: 'Rien ne correspond', one: 'Voir # réussite', other: 'Voir # réussites' }),
    kind: 'Comment cela s’assemble',
    kinds: {
      vertical: 'Vers le haut',
      horizontal: 'Côte à côte',
      'value-added': 'Ajoute de la valeur',
      succession: 'Version récente',
    },
    kindHints: {
      vertical: 'Une étape mène à la suivante : microcertification, certificat, diplôme.',
      horizontal: 'Autour d’une compétence ou d’une matière, sans ordre.',
      'value-added': 'Un titre court ajouté à quelque chose de terminé.',
      succession: 'Un titre remplacé par une version plus récente.',
    },
    basis: 'Qui le dit',
    bases: { issuer: 'Un émetteur', pathway: 'Un parcours publié', inferred: 'Nous le déduisons', learner: 'Vous' },
    issuer: 'Émetteur',
    year: 'Année d’obtention',
    own: 'Vos ensembles',
    lone: 'Montrer ce qui est isolé',
    loneHidden: 'Sans ce qui est isolé',
    nothing: 'Rien ne correspond à ces filtres',
    nothingHint: 'Enlevez-en un, et quelque chose reviendra.',
  },

  empty: {
    heading: 'Ce que vous obtenez va ensemble',
    words:
      'Un badge peut être une étape vers un certificat, et un certificat vers un diplôme. Ici, vous voyez comment les vôtres s’assemblent, et qui le dit.',
    kinds: {
      vertical: { title: 'Vers le haut', words: 'Une étape mène à la suivante : microcertification, certificat, diplôme.' },
      horizontal: {
        title: 'Côte à côte',
        words: 'Plusieurs autour d’une compétence ou d’une matière, dans n’importe quel ordre.',
      },
      'value-added': { title: 'En plus', words: 'Un titre court qui s’ajoute à un diplôme que vous avez déjà.' },
    },
    example: 'Voir un exemple',
    exampleLoading: 'Chargement des exemples',
    add: 'Ajouter le premier',
  },
  unlinked: {
    heading: 'Rien n’est encore relié',
    words:
      'Aucun ne dit sur quoi il s’appuie, et nous ne voyons pas de compétence commune. Vous pouvez les réunir vous-même, ou ajouter un parcours.',
    shared: (view) => `Aucun ne dit sur quoi il s’appuie. Ce qu’ils ont en commun est dans « ${view} ».`,
  },
  below: { label: 'Vos ensembles et parcours' },
}
