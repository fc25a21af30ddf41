import { pluralizer } from '../format.ts'
import type { TrustText } from '../trust.ts'

const plural = pluralizer('fr')

/** Les mots pour dire à qui l’on fait confiance, en français. */
export const trust: TrustText = {
  title: 'À qui vous faites confiance',
  lead: 'Les listes d’établissements disent à Satchel qui est un émetteur. Y figurer veut dire que celui qui tient la liste connaît l’établissement. Cela ne dit rien de la qualité de ses cours.',
  quiet:
    'Rien n’est demandé avant que vous n’ajoutiez une liste. Elle est ensuite lue environ une fois par jour tant que votre portefeuille est ouvert, et jamais parce que vous regardez un titre.',

  lists: 'Listes utilisées',
  noLists: 'Aucune liste n’est encore utilisée. Sans liste, un émetteur n’est connu que par son adresse web ou par sa clé.',
  institutions: (count) => plural(count, { one: '# établissement', other: '# établissements' }),
  yours: (count) =>
    plural(count, {
      zero: 'Ne connaît aucun de vos émetteurs',
      one: 'Connaît # de vos émetteurs',
      other: 'Connaît # de vos émetteurs',
    }),
  asOf: (when) => `en date du ${when}`,
  fromFile: 'd’un fichier',
  never: 'Pas encore lue',
  tooOld: 'Ne compte pas : elle n’a pas pu être lue depuis un mois.',
  tried: (when) => `Dernier essai : ${when}.`,
  forTests: 'D’essai',
  testWords: 'N’importe qui peut y figurer : elle ne fait connaître aucun émetteur.',
  use: 'Utiliser',
  readAgain: 'Relire',
  reading: 'Lecture…',
  remove: 'Retirer',
  removed: (name) => `${name} n’est plus utilisée`,

  offers: 'Listes à ajouter',
  dcc: 'Établissements qui délivrent avec le Digital Credentials Consortium',
  more: 'D’autres listes que nomme le consortium',
  look: 'Les chercher',
  lookedUp: (count) =>
    plural(count, { zero: 'Aucune qui ne soit déjà utilisée', one: '# liste trouvée', other: '# listes trouvées' }),
  seesAddress: (host) => `${host} voit votre adresse réseau, et rien de votre portefeuille.`,
  learnsIssuers: (host) => `${host} est interrogé sur chaque émetteur de votre portefeuille : il apprend donc lesquels ce sont.`,
  add: 'Ajouter',
  addNamed: (name) => `Ajouter ${name}`,
  added: (name) => `${name} est utilisée à partir de maintenant`,

  own: 'Une liste à vous',
  ownWords: 'Un fichier JSON ou CSV qui donne, pour chaque établissement, un identifiant ou un domaine, et un nom.',
  chooseFile: 'Choisir un fichier',
  address: 'Ou son adresse',
  readFrom: (host) => `La lire chez ${host}`,
  read: 'La lire',
  offline: 'Vous êtes hors ligne. Un fichier fonctionne maintenant ; une adresse pourra être lue à votre retour.',

  pins: 'Émetteurs de confiance',
  pinsWords: 'Vous l’avez dit sur la page d’un titre. Chacun ne compte qu’avec la clé qui l’avait signé.',
  noPins: 'Aucun. Sur la page d’un titre, vous pouvez dire que vous faites confiance à son émetteur.',
  since: (when) => `Depuis le ${when}`,
  key: 'Empreinte de la clé',
  noKey: 'Sans clé : ses badges sont à sa propre adresse web',
  stop: 'Ne plus faire confiance',
  stopNamed: (name) => `Ne plus faire confiance à ${name}`,
  stopped: (name) => `Vous ne faites plus confiance à ${name}`,

  pin: 'Je fais confiance à cet émetteur',
  pinAlso: 'Faire aussi confiance à cette clé',
  pinned: 'Vous faites confiance à cet émetteur.',
  pinTitle: (name) => `Faites-vous confiance à « ${name} » ?`,
  pinPoints: [
    'Ce que cet émetteur signe avec la même clé est alors dit authentique dans votre portefeuille, sous ce nom.',
    'Ne le faites que si vous savez que c’est lui : parce qu’il vous l’a remis, ou confirmé autrement.',
    'Cela reste sur cet appareil, et celui à qui vous montrez le titre se fait sa propre idée.',
  ],
  pinYes: 'Je lui fais confiance',
  pinKept: (name) => `Vous faites désormais confiance à ${name}`,
}
