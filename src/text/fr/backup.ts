import type { BackupText } from '../backup.ts'
import { pluralizer } from '../format.ts'

const plural = pluralizer('fr')

/** Les mots sur les sauvegardes, le changement d’appareil, les clés personnelles et les enregistrements abîmés, en français. */
export const backup: BackupText = {
  backup: {
    title: 'Sauvegarde',
    lead: 'Un seul fichier avec tout le contenu de votre portefeuille, fermé par une phrase secrète. Gardez-le ailleurs que sur cet appareil. Son format est ouvert : il s’ouvre aussi sans Satchel.',
    never: 'Il n’y a pas encore de sauvegarde.',
    last: (when) => `Dernière sauvegarde : ${when}.`,
    tried: (when) => `Elle a été essayée le ${when} et s’est ouverte.`,
    lost: (count) =>
      plural(count, {
        zero: 'Elle contient tout votre portefeuille.',
        one: '# titre ajouté depuis serait perdu avec cet appareil.',
        other: '# titres ajoutés depuis seraient perdus avec cet appareil.',
      }),
    lostAll: (count) =>
      plural(count, {
        zero: 'Vous n’avez encore rien à perdre.',
        one: '# titre serait perdu avec cet appareil.',
        other: '# titres seraient perdus avec cet appareil.',
      }),
    lostKeys: (count) =>
      plural(count, {
        one: 'De même # clé à laquelle des titres peuvent être liés.',
        other: 'De même # clés auxquelles des titres peuvent être liés.',
      }),
    lostStacks: (count) =>
      plural(count, {
        one: '# ensemble ou parcours n’est dans aucune sauvegarde tel qu’il est, et serait perdu.',
        other: '# ensembles et parcours ne sont dans aucune sauvegarde tels qu’ils sont, et seraient perdus.',
      }),
    make: 'Faire une sauvegarde',
    try: 'Essayer une sauvegarde',
    restore: 'Restaurer une sauvegarde',
    move: 'Passer sur un autre appareil',
    working: (ready, total) => `${ready} titres sur ${total}`,
    closing: 'Fermeture du fichier',
    stop: 'Arrêter',
    stopped: 'Arrêté. Aucun fichier n’a été fait.',
    made: (name, credentials) =>
      plural(credentials, {
        one: `Votre navigateur a reçu ${name} à enregistrer, avec # titre.`,
        other: `Votre navigateur a reçu ${name} à enregistrer, avec # titres.`,
      }),
    leftOut: (count) =>
      plural(count, {
        one: '# enregistrement abîmé, dont rien ne peut être lu, n’y est pas.',
        other: '# enregistrements abîmés, dont rien ne peut être lu, n’y sont pas.',
      }),
    madeNext: 'Essayez-la maintenant : choisissez le fichier et voyez s’il s’ouvre.',
    again: 'L’enregistrer encore une fois',
    reminder: (count) =>
      plural(count, {
        zero: 'Des clés créées depuis la dernière sauvegarde seraient perdues avec cet appareil.',
        one: '# titre n’est que sur cet appareil.',
        other: '# titres ne sont que sur cet appareil.',
      }),
    later: 'Plus tard',
  },

  close: {
    known: 'Phrase secrète ou code de récupération',
    knownHint:
      'Ce qui ouvre votre portefeuille peut aussi ouvrir la sauvegarde. Tout autre texte sera une phrase pour ce seul fichier.',
    checking: 'Recherche si cela ouvre votre portefeuille',
    other:
      'Cela n’ouvre pas votre portefeuille. Ce peut être une phrase pour ce seul fichier : saisissez-la de nouveau et notez-la.',
    fresh: 'Phrase secrète pour ce fichier',
    freshHint: 'Sans cette phrase, personne ne peut ouvrir le fichier, et personne ne peut vous la dire. Notez-la.',
    go: 'Faire la sauvegarde',
  },

  restore: {
    lead: 'Choisissez le fichier. Vous voyez ce qu’il contient avant que rien ne change.',
    trying:
      'Choisissez le fichier. Il est ouvert et chacune de ses parties est vérifiée ; rien ne change dans votre portefeuille.',
    choose: 'Choisir un fichier de sauvegarde',
    chosen: (name, size) => `${name} ; ${size}`,
    otherFile: 'Choisir un autre fichier',
    key: 'Phrase secrète ou code de récupération',
    keyHint: 'Celle avec laquelle la sauvegarde a été faite.',
    open: 'L’ouvrir',
    opening: 'Ouverture et vérification de chaque partie',
    whole: 'Elle s’ouvre et elle est entière.',
    insideTitle: 'Ce qu’elle contient',
    made: (when, by) => `Faite le ${when} par Satchel ${by}.`,
    credentials: (count) => plural(count, { zero: 'Aucun titre', one: '# titre', other: '# titres' }),
    here: (count) =>
      plural(count, {
        zero: 'Aucun n’est encore dans ce portefeuille.',
        one: '# est déjà dans ce portefeuille.',
        other: '# sont déjà dans ce portefeuille.',
      }),
    stacks: (count) => plural(count, { one: '# ensemble à vous', other: '# ensembles à vous' }),
    pathways: (count) => plural(count, { one: '# parcours', other: '# parcours' }),
    unchanged: 'Rien n’a changé dans votre portefeuille.',
    take: 'Que prendre',
    always: 'Chacun est vérifié de nouveau, et ce qui est déjà ici reste tel quel.',
    trust: 'À qui elle fait confiance',
    lists: (names) => `Listes : ${names}`,
    pins: (names) => `Émetteurs : ${names}`,
    vocabularies: (hosts) => `Vocabulaires de : ${hosts}`,
    trustHint: 'Ne prenez ceci que d’une sauvegarde à vous : cela décide quels noms sont affirmés.',
    settings: 'Qui vous êtes, et réglages',
    identities: (names) => `Identités : ${names}`,
    settingsHint: 'La langue et l’apparence ne sont reprises que dans un portefeuille neuf.',
    keys: (count) => plural(count, { one: '# clé à vous', other: '# clés à vous' }),
    keysHint: 'Elles servent à présenter les titres qui vous sont liés.',
    go: 'Mettre dans ce portefeuille',
    working: (ready, total) => `${ready} titres vérifiés sur ${total}`,
    stop: 'Arrêter',
    stopped: 'Arrêté. Ce qui a été ajouté reste. Recommencer reprend là où c’en était.',
    doneTitle: 'C’est fait',
    added: (count) =>
      plural(count, {
        zero: 'Aucun titre n’était nouveau.',
        one: '# titre a été ajouté.',
        other: '# titres ont été ajoutés.',
      }),
    there: (count) =>
      plural(count, { one: '# était déjà ici et reste tel quel.', other: '# étaient déjà ici et restent tels quels.' }),
    newTrust: (count) =>
      plural(count, {
        one: '# liste, émetteur ou vocabulaire de confiance en plus.',
        other: '# listes, émetteurs ou vocabulaires de confiance en plus.',
      }),
    newKeys: (count) => plural(count, { one: '# clé a été ajoutée.', other: '# clés ont été ajoutées.' }),
    newIdentities: (count) =>
      plural(count, { one: '# identité a été ajoutée aux vôtres.', other: '# identités ont été ajoutées aux vôtres.' }),
    newStacks: (count) =>
      plural(count, {
        one: '# ensemble à vous est nouveau ici ou plus récent.',
        other: '# ensembles à vous sont nouveaux ici ou plus récents.',
      }),
    newPathways: (count) => plural(count, { one: '# parcours a été ajouté.', other: '# parcours ont été ajoutés.' }),
    noRoom: (count) =>
      plural(count, {
        one: '# ensemble ou parcours est laissé de côté : il n’y a plus de place.',
        other: '# ensembles et parcours sont laissés de côté : il n’y a plus de place.',
      }),
    unreadLists: (names) => `Ces listes n’ont pas pu être lues et sont laissées de côté : ${names}`,
    unread: (count) =>
      plural(count, {
        one: '# titre n’a plus pu être lu. Enregistrez-le tel quel, au cas où quelqu’un le pourrait.',
        other: '# titres n’ont plus pu être lus. Enregistrez-les tels quels, au cas où quelqu’un le pourrait.',
      }),
    save: 'Enregistrer',
    saveNamed: (what) => `Enregistrer ${what}`,
    toWallet: 'Aller au portefeuille',
    otherWay: 'Avez-vous votre autre appareil sous la main ?',
    fromDevice: 'Venir d’un autre appareil',
    leave: 'Fermer cette sauvegarde',
  },

  move: {
    lead: 'Votre portefeuille passe de l’écran à l’appareil photo, fermé pour le seul autre appareil. Rien n’est envoyé en ligne. Les deux appareils en gardent une copie.',
    which: 'Lequel est celui-ci ?',
    from: 'L’ancien : envoyer d’ici',
    fromHint: 'Vos titres sont sur cet appareil.',
    to: 'Le nouveau : recevoir ici',
    toHint: 'Vos titres sont sur l’autre appareil.',
    showTitle: 'Laissez l’autre appareil lire ceci',
    show: 'Sur votre autre appareil, ouvrez Satchel, allez dans Réglages, Passer sur un autre appareil, et choisissez d’envoyer.',
    codeName: 'La clé de cet appareil, sous forme de code à lire',
    copy: 'Copier en texte',
    copied: 'Copié',
    compare: (code) => `Les deux écrans doivent montrer ${code}.`,
    scanned: 'L’autre appareil l’a lu',
    receiveTitle: 'Pointez l’appareil photo vers l’autre écran',
    opening: 'Tout est arrivé. Ouverture en cours.',
    scanTitle: 'Lisez le code de votre nouvel appareil',
    scan: 'Sur le nouvel appareil, ouvrez Satchel, choisissez de venir d’un autre appareil, puis de recevoir.',
    paste: 'Ou collez son texte ici',
    pasteGo: 'Utiliser ce texte',
    notKey: 'Ce n’est pas le code d’un appareil qui attend un portefeuille.',
    sendTitle: 'Envoyer votre portefeuille à cet appareil ?',
    sendWhat: (count) =>
      plural(count, {
        zero: 'Votre portefeuille ne contient que des réglages.',
        one: '# titre, vos clés, vos listes de confiance et vos réglages.',
        other: '# titres, vos clés, vos listes de confiance et vos réglages.',
      }),
    sendGo: 'C’est le même : envoyer',
    sendNo: 'Ils diffèrent',
    differ: 'Le code lu était donc celui de quelqu’un d’autre. Rien n’a été envoyé. Recommencez.',
    preparing: 'Fermeture de votre portefeuille pour l’autre appareil',
    playTitle: 'Tenez l’autre appareil devant cet écran',
    play: 'Son appareil photo rassemble les parties dans n’importe quel ordre. Laissez ceci ouvert jusqu’à ce qu’il dise que tout est arrivé.',
    finished: 'L’autre appareil a tout reçu',
    sent: 'C’est fait. Votre portefeuille reste aussi sur cet appareil. Effacez-le dans les réglages quand vous n’en aurez plus besoin ici.',
    tooLarge: (size) =>
      `Votre portefeuille est trop grand pour des codes (${size}). Utilisez un fichier de sauvegarde : enregistrez-le ici, restaurez-le là-bas.`,
    byFile: 'Utiliser un fichier de sauvegarde',
    again: 'Recommencer',
    back: 'Retour',
  },

  keys: {
    title: 'Vos clés',
    lead: 'Quand un titre vous est lié, vous montrez qu’il est à vous avec une clé que seul ce portefeuille possède. Elle est dans vos sauvegardes.',
    none: 'Il n’y en a pas encore. Une clé est créée quand vous présentez quelque chose pour la première fois.',
    inUse: 'utilisée',
    since: (when) => `Depuis le ${when}`,
    retired: (when) => `Retirée le ${when}`,
    copy: 'Copier',
    copyNamed: (what) => `Copier ${what}`,
    copied: 'Copié',
    renew: 'Utiliser une nouvelle clé',
    renewNamed: (what) => `Utiliser une nouvelle clé ${what}`,
    renewTitle: 'Utiliser une nouvelle clé ?',
    renewWords:
      'Ce que vous présenterez désormais sera signé par la nouvelle : la clé ne dira pas que cela vient de la même personne. L’ancienne reste, pour les titres qui lui sont liés. Faites ensuite une sauvegarde.',
    renewed: 'Il y a une nouvelle clé',
  },

  takeAway: {
    title: 'Tout emporter',
    lead: 'Vos titres sont à vous. D’autres programmes lisent ces fichiers, sans Satchel.',
    zip: 'Enregistrer tous les originaux (ZIP)',
    zipHint: 'Chaque titre dans les octets où il est arrivé. Quiconque a le fichier peut les lire.',
    wallet: 'Enregistrer comme fichier Universal Wallet',
    walletHint: 'Pour d’autres portefeuilles qui lisent Universal Wallet 2020. Vos clés n’y sont pas.',
    passphrase: 'Mot de passe pour ce fichier (peut rester vide)',
    passphraseHint: 'Sans lui, quiconque a le fichier peut le lire.',
    working: (ready, total) => `${ready} sur ${total}`,
    done: (name) => `Votre navigateur a reçu ${name} à enregistrer.`,
    nothing: 'Votre portefeuille est encore vide.',
  },

  install: {
    title: 'Sur votre écran d’accueil',
    lead: 'Satchel peut s’installer comme une application, d’ici. Il s’ouvre plus vite et les navigateurs gardent ses données plus longtemps.',
    installed: 'Satchel est installé sur cet appareil.',
    go: 'L’installer',
    byMenu: 'Votre navigateur le propose dans son menu : « Installer » ou « Ajouter à l’écran d’accueil ».',
    ios: 'Touchez Partager, puis « Sur l’écran d’accueil ».',
    iosEmpty:
      'Sur iPhone et iPad, l’application installée commence vide : elle ne voit pas ce qui est dans ce navigateur. Faites d’abord une sauvegarde, installez-la, puis restaurez-y la sauvegarde.',
    iosMove: 'Faire la sauvegarde',
  },

  aside: {
    title: 'Mis de côté',
    lead: 'Des enregistrements qui n’ont plus pu être ouverts, à l’écart des autres. Enregistrez-les, au cas où quelqu’un pourrait en tirer quelque chose.',
    kinds: {
      unreadable: 'Ne s’ouvre pas',
      old: 'N’est pas le dernier qui fut écrit',
      missing: 'Il en manque une partie',
      foreign: 'N’a pas été écrit par ce portefeuille',
    },
    about: (when, size) => `Mis de côté le ${when} ; ${size}`,
    save: 'Enregistrer',
    saveNamed: (what) => `Enregistrer : ${what}`,
    remove: 'Retirer',
    removeNamed: (what) => `Retirer : ${what}`,
    removed: 'Retiré',
  },

  damaged: {
    count: (count) =>
      plural(count, {
        one: '# enregistrement n’est pas tel qu’il fut laissé. Les autres sont intacts.',
        other: '# enregistrements ne sont pas tels qu’ils furent laissés. Les autres sont intacts.',
      }),
    kinds: {
      unreadable: (count) => plural(count, { one: '# ne s’ouvre pas', other: '# ne s’ouvrent pas' }),
      old: (count) =>
        plural(count, {
          one: '# est antérieur au dernier qui fut écrit',
          other: '# sont antérieurs aux derniers qui furent écrits',
        }),
      missing: (count) => plural(count, { one: '# n’est plus là', other: '# ne sont plus là' }),
      foreign: (count) =>
        plural(count, { one: '# n’a pas été écrit par ce portefeuille', other: '# n’ont pas été écrits par ce portefeuille' }),
    },
    mendable: (count) =>
      plural(count, {
        zero: 'Ce qui ne se lit pas est mis de côté. Si vous avez une sauvegarde, restaurez-la.',
        one: '# peut être relu depuis son original ; le reste est mis de côté. Si vous avez une sauvegarde, restaurez-la.',
        other:
          '# peuvent être relus depuis leurs originaux ; le reste est mis de côté. Si vous avez une sauvegarde, restaurez-la.',
      }),
    mend: 'Réparer',
    mending: 'Réparation en cours',
    mended: (count) =>
      plural(count, { zero: 'Aucun n’a pu être réparé', one: '# enregistrement réparé', other: '# enregistrements réparés' }),
    aside: (count) => plural(count, { zero: 'aucun mis de côté', one: '# mis de côté', other: '# mis de côté' }),
    gone: (count) => plural(count, { one: '# est perdu', other: '# sont perdus' }),
    list: 'La liste de ce qui appartient à votre portefeuille était abîmée. Elle a été refaite avec ce qui est là ; tout ce qui s’ouvre est montré. S’il manque quelque chose, restaurez votre sauvegarde.',
    understood: 'J’ai compris',
  },

  given: {
    backup: 'C’est une sauvegarde.',
    look: 'Voir ce qu’elle contient',
    wallet: 'Ce fichier de portefeuille est verrouillé.',
    password: 'Son mot de passe',
    open: 'L’ouvrir',
    opening: 'Ouverture en cours',
  },
}
