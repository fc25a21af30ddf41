import { pluralizer } from '../format.ts'
import type { ViewText } from '../view.ts'

const plural = pluralizer('fr')

/** The words of the page that a receiver opens, in French. */
export const view: ViewText = {
  lead: 'Donnez le fichier, l’image, le lien ou le texte que vous avez reçu. Vous voyez aussitôt ce qu’il dit, qui s’en porte garant et s’il tient toujours.',
  promise:
    'Tout est lu dans ce navigateur, sans compte. Rien n’est gardé ni envoyé ; seuls les serveurs que le titre nomme sont interrogés, pour leurs clés et leurs listes.',
  take: 'Vérifier',
  drop: 'Déposez pour vérifier',
  dropHint: 'Badges, relevés et images contenant un badge',

  band: {
    comesFrom: 'Cette page vient de',
    sentHere: 'Ce lien vient de la personne qui présente le titre ?',
    advice:
      'Ouvrez alors une copie de Satchel que vous avez trouvée vous-même et donnez-lui le fichier. Une page que l’on vous tend peut dire n’importe quoi.',
  },
  offline: 'Vous êtes hors connexion. Ce que seul le serveur de l’émetteur peut dire reste en suspens pour le moment.',

  unreadable: 'Nous n’avons pas pu lire ceci',
  another: 'En vérifier un autre',
  issuedTo: (name) => `Délivré à ${name}`,

  several: (count) => plural(count, { one: '# titre', other: '# titres' }),
  tally: {
    verified: (count) => plural(count, { one: '# tient', other: '# tiennent' }),
    'cannot-tell': (count) => plural(count, { one: '# en suspens', other: '# en suspens' }),
    'not-verified': (count) => plural(count, { one: '# ne tient pas', other: '# ne tiennent pas' }),
    unread: (count) => plural(count, { one: '# n’a pas pu être lu', other: '# n’ont pas pu être lus' }),
  },
  list: 'Ce que vous avez donné',
  toList: 'Retour à la liste',

  person: {
    by: 'Comparer par',
    kinds: {
      email: 'Adresse e-mail',
      telephone: 'Numéro de téléphone',
      url: 'Adresse web',
      studentId: 'Numéro étudiant',
      identifier: 'Autre identifiant',
    },
    labels: {
      email: 'Qui devrait en être titulaire ? (son e-mail)',
      telephone: 'Qui devrait en être titulaire ? (son téléphone)',
      url: 'Qui devrait en être titulaire ? (son adresse web)',
      studentId: 'Qui devrait en être titulaire ? (son numéro étudiant)',
      other: 'Qui devrait en être titulaire ? (ce par quoi l’émetteur le connaît)',
    },
    hint: 'Si vous le connaissez. Il est comparé sur cet appareil avec celui du destinataire du titre.',
    compare: 'Comparer',
    comparing: 'Comparaison…',
    forget: 'Ne pas comparer',
    refused: {
      email: 'Ce n’est pas une adresse e-mail.',
      telephone: 'Ce n’est pas un numéro de téléphone.',
      url: 'Ce n’est pas une adresse web.',
      other: 'Saisissez ce par quoi l’émetteur le connaît.',
    },
    answers: {
      matches: (claim) => `Il a été délivré à ${claim}.`,
      'matches-open': (claim) => `Il nomme ${claim}. Nous n’avons pas pu établir si le titre lui-même tient.`,
      'matches-in-vain': (claim) => `Il nomme ${claim}, mais le titre lui-même ne tient pas : cela ne prouve donc rien.`,
      differs: (claim) =>
        `Rien ne montre qu’il est à cette personne : il n’a pas été délivré à ${claim}. On peut avoir plusieurs adresses ou numéros ; demandez lequel a été donné à l’émetteur.`,
      'no-address': () => 'Il ne désigne personne d’une façon qui puisse se comparer avec ceci.',
      'not-compared': () => 'La comparaison n’a pas abouti. Essayez encore.',
    },
    some: (count, all, claim) => `Délivrés à ${claim} : ${count} sur ${all}.`,
  },

  own: {
    words: 'Vous avez vous-même des badges ou des relevés ?',
    link: 'Gardez-les dans un portefeuille, sur votre propre appareil',
  },
}
