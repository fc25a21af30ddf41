import type { pathways as english } from '../../en/stacks/pathways.ts'
import { pluralizer } from '../../format.ts'

const plural = pluralizer('fr')

/** Les mots sur les parcours et l’avancement, en français. */
export const pathways: typeof english = {
  title: 'Parcours',
  lead: 'Un parcours est un chemin vers un but qu’un établissement ou un employeur décrit étape par étape. Voyez où vous en êtes.',
  decides: 'Seul l’établissement décide de ce qu’il accepte.',
  none: 'Pas encore de parcours. Ajoutez-en un ci-dessous.',

  progress: (done, of) => `${done} sur ${plural(of, { one: '# étape', other: '# étapes' })}`,
  parts: (done, of) => `${done} sur ${plural(of, { one: '# partie', other: '# parties' })}`,
  points: (done, of) => `${done} points sur ${of}`,
  credits: (done, of) => `${done} crédits sur ${of}, tels qu’indiqués`,
  counts: 'Ce qui compte : ce qui est vérifié, d’un émetteur connu.',
  countsInRecord: 'Ce qui compte : ce qui est vérifié, d’un émetteur connu ou de celui qui a fait le relevé.',
  complete: 'Toutes les étapes nécessaires comptent.',
  unsettled: 'Toutes les étapes dont nous pouvons juger comptent. Pour le reste, c’est à l’établissement de juger.',
  partsUnsaid: 'Votre relevé ne dit pas combien de ses parties il faut.',

  owner: (name) => `Il nomme ${name} comme responsable.`,
  fromAddress: (host, when) => `De ${host}, lu le ${when}`,
  fromFile: (name, when) => `Du fichier ${name}, ajouté le ${when}`,
  fromText: (when) => `Du texte que vous avez collé le ${when}`,
  fromRecord: (issuer) => (issuer === '' ? 'D’un de vos relevés' : `De votre relevé chez ${issuer}`),

  states: {
    counts: 'Compte',
    possible: 'À l’établissement de le dire',
    weak: 'Ne tient pas en ce moment',
    missing: 'Manque',
  },
  because: {
    name: 'Vous avez quelque chose du même nom, de son responsable.',
    issuer: 'Vous l’avez, mais son émetteur n’est pas connu ou n’est pas responsable de ce parcours.',
  },
  open: {
    yes: 'Rien ne manque avant.',
    no: 'Autre chose passe avant.',
    unknown: 'Demandez à l’établissement si autre chose passe avant.',
  },

  needs: 'D’abord',
  all: (count) => plural(count, { one: 'Celle-ci', other: 'Ces #' }),
  some: (count, of) => `${count} parmi ces ${of}`,
  met: (done, of) => `${done} sur ${of} faites`,
  unread: 'Il y a aussi une condition dont nous ne pouvons pas juger.',
  after: (names) => `D’habitude après ${names}`,

  soonest: 'Au plus tôt',
  soonestLead: (count) =>
    plural(count, {
      one: 'Sur le chemin le plus court que nous voyons, il reste # étape.',
      other: 'Sur le chemin le plus court que nous voyons, il reste # étapes, dans cet ordre.',
    }),
  more: (count) => plural(count, { one: 'et # autre', other: 'et # autres' }),
  steps: (count) => plural(count, { one: 'Sa seule étape', other: 'Les # étapes' }),
  partsWithin: (count) => `Les ${count}, avec ce qu’elles contiennent`,
  partsTitle: (count) => plural(count, { one: 'Sa seule partie', other: 'Les # parties' }),
  otherSteps: 'Autres étapes',
  goal: 'But',
  about: 'En savoir plus',

  kinds: {
    Assessment: 'Évaluation',
    Basic: 'Étape',
    Cocurricular: 'À côté des cours',
    Collection: 'Groupe d’étapes',
    Competency: 'Compétence',
    Course: 'Cours',
    Credential: 'Titre',
    Extracurricular: 'En dehors des cours',
    Job: 'Emploi',
    Multi: 'Groupe d’étapes',
    Selection: 'Choix',
    Workexperience: 'Expérience de travail',
  },

  notices: {
    target_missing: (count) =>
      plural(count, { one: 'Il nomme # étape qu’il ne décrit pas.', other: 'Il nomme # étapes qu’il ne décrit pas.' }),
    circle_cut: () => 'Certaines de ses étapes s’attendent en cercle. Nous avons laissé un de ces liens de côté.',
    too_many: () => 'Il a plus d’étapes que nous n’en montrons.',
    constraint_unread: (count) =>
      plural(count, {
        one: 'Il a # condition dont nous ne pouvons pas juger.',
        other: 'Il a # conditions dont nous ne pouvons pas juger.',
      }),
  },
  damaged: 'Il ne peut plus être lu. Retirez-le, puis ajoutez-le de nouveau.',
  damagedName: 'Un parcours qui ne peut pas être lu',

  show: 'Le montrer dans l’échelle',
  showNamed: (name) => `Le montrer dans l’échelle : ${name}`,
  readAgain: 'Relire',
  readAgainNamed: (name) => `Relire ${name}`,
  fresh: (name) => `${name} est tel qu’il est publié maintenant`,
  remove: 'Retirer',
  removeNamed: (name) => `Retirer ${name}`,
  removed: (name) => `${name} est retiré`,

  add: {
    title: 'Ajouter un parcours',
    lead: 'Un établissement peut vous donner un fichier ou une adresse, souvent une adresse de credentialfinder.org. Vous pouvez aussi déposer le fichier sur cette page, ou coller son texte ici.',
    chooseFile: 'Choisir un fichier',
    address: 'Son adresse ou son CTID',
    wrong: 'Ce n’est ni une adresse ni un CTID.',
    read: 'L’ajouter',
    readFrom: (host) => `Interroger ${host}`,
    sees: (host) => `${host} voit votre adresse réseau, et rien de votre portefeuille.`,
    reading: 'Lecture…',
    offline: 'Vous êtes hors ligne. Un fichier fonctionne maintenant ; une adresse pourra être interrogée à votre retour.',
    added: (names) => `Ajouté : ${names}`,
    otherWay: 'Ce que vous pouvez faire : ouvrez-le là-bas, enregistrez-le en fichier, et choisissez ce fichier ici.',
    openAt: (host) => `L’ouvrir sur ${host}`,
  },
  given: {
    words: 'C’est un parcours : un chemin vers un but, étape par étape. Ce n’est pas un titre ; sa place est avec vos ensembles.',
    open: 'L’ouvrir dans Ensembles',
  },
}
