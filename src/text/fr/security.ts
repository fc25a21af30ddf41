import { pluralizer } from '../format.ts'
import type { SecurityText } from '../security.ts'

const plural = pluralizer('fr')

/** The words about guarding the wallet, unlocking it and locking it, in French. */
export const security: SecurityText = {
  kinds: { passkey: 'Clé d’accès', passphrase: 'Phrase secrète', recovery: 'Code de récupération' },

  devices: {
    windows: 'Cet ordinateur Windows',
    mac: 'Ce Mac',
    iphone: 'Cet iPhone',
    ipad: 'Cet iPad',
    android: 'Cet appareil Android',
    linux: 'Cet ordinateur Linux',
    chromebook: 'Ce Chromebook',
    phone: 'Un autre téléphone',
    key: 'Clé de sécurité',
    device: 'Cet appareil',
  },

  ask: {
    passkeyBusy: 'Suivez ce que demande votre appareil.',
    passphrase: 'Phrase secrète',
    recovery: 'Code de récupération',
    recoveryHint: 'Six groupes de cinq. Majuscules, espaces et tirets ne comptent pas.',
    recoveryGroup: (group) => `Regardez encore le groupe ${group} : il contient un caractère qu’aucun code ne contient.`,
    opening: 'Un instant. Créer la clé prend ce temps exprès : cela freine qui voudrait deviner.',
    another: 'Un autre accès',
    others: {
      passkey: 'Utiliser une clé d’accès',
      passphrase: 'Utiliser la phrase secrète',
      recovery: 'Utiliser le code de récupération',
    },
    none: 'Remplissez d’abord ceci.',
    patience: 'Essayer ne fait rien perdre. Prenez votre temps, ou choisissez un autre accès.',
  },

  unlock: {
    heading: 'Votre portefeuille est verrouillé',
    passkey: 'Déverrouiller avec votre clé d’accès',
    go: 'Déverrouiller',
    opened: 'Déverrouillé',
    noWay: 'Je n’ai plus aucun accès',
    noWayTitle: 'Sans aucun accès',
    noWayWords: [
      'Personne ne peut ouvrir ce portefeuille sans l’un de ses accès : ni nous, ni ceux qui ont fait ce navigateur. Nous ne gardons aucune clé.',
      'Le code de récupération est sur la feuille que vous avez imprimée ou écrite en protégeant le portefeuille. Une clé d’accès se trouve peut-être aussi sur un autre de vos appareils.',
      'Avec une sauvegarde, vous pouvez recommencer : effacez le portefeuille ici, puis restaurez la sauvegarde.',
    ],
    erase: 'Effacer ce portefeuille…',
    eraseGoes:
      'Tout ce que Satchel garde sur cet appareil disparaît, pour toujours. Ce qu’aucune sauvegarde ne contient est alors perdu.',
    back: 'Revenir au déverrouillage',
  },

  secure: {
    title: 'Protégez votre portefeuille',
    suggestion: 'Votre portefeuille contient des choses à protéger. Une minute maintenant, et vous seul pourrez l’ouvrir.',
    begin: 'Le protéger',
    later: 'Plus tard',
    lead: 'Vous seul pourrez alors l’ouvrir : d’un geste sur votre appareil, ou avec une phrase secrète.',
    before:
      'D’ici là, il est chiffré ici, mais sa clé est posée à côté : qui copie le profil de ce navigateur peut lire le portefeuille.',
    choose: 'Comment voulez-vous l’ouvrir ?',
    passkeyWords: 'Le verrouillage de votre appareil, une empreinte, un visage ou une clé de sécurité. Rien à retenir.',
    passkeyRecommended: 'Recommandé',
    passkey: 'Utiliser une clé d’accès',
    passkeyLabel: 'Portefeuille Satchel',
    passphraseWords: 'Quelques mots que vous seul connaissez. Ils sont demandés à chaque fois.',
    passphrase: 'Utiliser une phrase secrète',
    noPasskeys: 'Ce navigateur ne peut pas utiliser de clés d’accès ici. Une phrase secrète convient tout aussi bien.',
    step: (step, steps) => `Étape ${step} sur ${steps}`,
    back: 'Retour',
    go: 'Continuer',

    passphraseTitle: 'Choisissez une phrase secrète',
    passphraseLead: 'Personne ne pourra vous la redire. Le mieux : six mots qui ne vont pas ensemble.',
    fresh: 'Nouvelle phrase secrète',
    again: 'La même encore une fois',
    differs: 'Les deux ne sont pas identiques.',
    differsYet: 'Saisissez-la encore une fois, pour qu’aucune faute ne vous laisse dehors.',
    tooEasy: 'Trop facile à deviner : choisissez-en une autre, ou faites tirer six mots.',
    generate: 'Tirer six mots',
    own: 'Choisir la mienne',
    notDrawn: 'Ce ne sont pas les mots ci-dessus.',
    generated: 'Notez ces mots, puis saisissez-les ci-dessous :',
    judgements: {
      'too-easy': 'Trop facile à deviner.',
      fair: 'Correcte : elle tient des années face à dix mille machines.',
      strong: 'Solide.',
    },
    weaknesses: {
      short: 'Elle est courte : ce sont surtout des mots en plus qui aident.',
      common: 'Beaucoup de gens l’utilisent, ou presque la même.',
      runs: 'Les touches ou lettres qui se suivent sont essayées en premier.',
      repeats: 'Répéter n’ajoute presque rien.',
      date: 'Les dates sont vite essayées.',
      sentence:
        'Une phrase toute faite peut figurer dans un livre ou une chanson. Mieux valent des mots qui ne vont pas ensemble.',
      'few-words': 'Ces mots sont peu nombreux et courants. Quelques-uns de plus aident.',
    },

    codeTitle: 'Gardez votre code de récupération',
    codeLead:
      'Il ouvre votre portefeuille quand tout le reste échoue. Imprimez-le ou notez-le, et gardez-le loin de cet appareil. Il n’est montré qu’une fois.',
    cardTitle: 'Code de récupération d’un portefeuille Satchel',
    cardWords:
      'Ouvre le portefeuille quand ni clé d’accès ni phrase secrète ne le font. Qui l’a peut ouvrir le portefeuille : gardez-le avec vos papiers importants.',
    cardMade: (when) => `Fait le ${when}`,
    cardWhere: (where) => `Pour ${where}`,
    print: 'Imprimer',
    copy: 'Copier',
    copied: 'Copié. Collez-le en lieu sûr, et pas seulement sur cet appareil.',
    kept: 'Je l’ai',
    backTitle: 'Maintenant, saisissez-le',
    backLead: 'D’après votre papier, pour être sûr qu’il est juste.',
    backField: 'Votre code de récupération',
    backWrong: (group) => `Le groupe ${group} n’est pas le même. Comparez-le à votre papier.`,
    backShort: 'Il en manque : six groupes de cinq.',
    backShow: 'Le montrer encore',

    waiting: 'Ce que vous ajoutez est d’abord mis dans le portefeuille.',
    working: (ready, total) => `${ready} éléments sur ${total} chiffrés à nouveau`,
    beginning: 'Création de nouvelles clés',
    workingWords: 'Tout est chiffré à nouveau avec une clé que vous seul pouvez ouvrir. Si cela s’interrompt, rien n’est perdu.',
    stop: 'Arrêter',
    stopped: 'Arrêté. Votre portefeuille est comme avant.',

    doneTitle: 'Votre portefeuille est protégé',
    doneFrom: 'Désormais',
    doneWords: [
      'votre portefeuille vous demande quand vous ouvrez Satchel après avoir fermé son dernier onglet, ou quand il s’est verrouillé ;',
      'qui copie le profil de ce navigateur ne peut pas le lire ;',
      'il se verrouille de lui-même quand personne n’y touche pendant un moment. Les réglages disent combien.',
    ],
    doneOld:
      'Ce qui était écrit avant se trouvait sous l’ancienne clé. Le navigateur l’enlève quand il fait le ménage ; d’ici là, quelqu’un qui aurait ce disque et beaucoup de patience pourrait en trouver des restes.',
    doneBackup: 'Cela protège des inconnus, pas de la perte de l’appareil. Pour cela, il y a la sauvegarde.',
    toBackup: 'Faire une sauvegarde',
    toWallet: 'Au portefeuille',
    already: 'Votre portefeuille est déjà protégé.',
    toSettings: 'Voir ses accès dans les réglages',
  },

  settings: {
    title: 'Protection de votre portefeuille',
    open: 'Rien n’est demandé avant d’ouvrir votre portefeuille : qui peut utiliser ce navigateur, ou en copie le profil, peut le lire.',
    begin: 'Protéger votre portefeuille',
    guarded: 'Seuls ces accès ouvrent votre portefeuille :',
    since: (when) => `depuis le ${when}`,
    name: 'Nom',
    rename: 'Renommer',
    renameNamed: (name) => `Renommer ${name}`,
    save: 'Enregistrer',
    renamed: (name) => `S’appelle maintenant ${name}`,
    remove: 'Enlever',
    removeNamed: (name) => `Enlever ${name}`,
    last: 'C’est le seul accès. Ajoutez-en d’abord un autre ; ensuite celui-ci pourra partir.',
    addPasskey: 'Ajouter une clé d’accès',
    addPassphrase: 'Ajouter une phrase secrète',
    changePassphrase: 'Changer la phrase secrète',
    addRecovery: 'Créer un code de récupération',
    changeRecovery: 'Créer un nouveau code de récupération',
    locks: 'Changer les serrures',
    locksWords:
      'Crée une nouvelle clé et chiffre tout à nouveau ; vos accès restent. Pour quand quelqu’un a pu voir le portefeuille ouvert sur cet appareil.',

    proofTitle: 'Montrez d’abord que c’est vous',
    proof: 'Continuer',
    removeTitle: (name) => `Enlever ${name} ?`,
    removeWords: 'Ouvrez-le d’abord par un autre accès : vous saurez ainsi que vous pouvez entrer sans celui-ci.',
    removeAfter:
      'Ensuite tout est chiffré à nouveau, et celui-ci n’ouvre plus rien ici. Il ouvre toujours les sauvegardes faites avec lui.',
    passkeyTitle: 'Ajouter une clé d’accès',
    passkeyWords: 'Sur cet appareil, sur un autre téléphone ou sur une clé de sécurité.',
    passkey: 'Créer la clé d’accès',
    locksTitle: 'Changer les serrures ?',
    added: (name) => `${name} ouvre maintenant votre portefeuille`,
    removed: (name) => `${name} n’ouvre plus votre portefeuille`,
    passphraseChanged: 'La nouvelle phrase secrète ouvre votre portefeuille. L’ancienne ne l’ouvre plus.',
    recoveryChanged: 'Le nouveau code de récupération ouvre votre portefeuille. L’ancien ne l’ouvre plus.',
    locksChanged: 'Les serrures sont changées',

    lock: 'Verrouiller maintenant',
    lockAfter: 'Se verrouiller quand personne n’y touche',
    minutes: (count) => plural(count, { zero: 'Jamais', one: 'Après # minute', other: 'Après # minutes' }),
    lockLast: 'Fermer le dernier onglet de Satchel le verrouille toujours.',
    hide: 'Cacher ce qui est affiché quand je suis ailleurs',
    hideWords:
      'Quand vous passez à une autre application ou à un autre onglet, cette page devient blanche : aperçus et sélecteurs d’applications ne montrent rien de votre portefeuille.',

    protects: 'Ce qui protège de quoi',
    protectsWords: [
      'Une clé d’accès, la phrase secrète ou le code de récupération : chacun ouvre tout votre portefeuille sur cet appareil. Un seul suffit.',
      'Verrouillé : un voleur, une copie du disque, quelqu’un à qui vous prêtez ce navigateur. Ils n’y trouvent rien à lire.',
      'Ouvert : rien ne le protège de qui est assis devant cet appareil, ni de logiciels malveillants.',
      'De la perte de l’appareil ou des données du navigateur : seulement une sauvegarde.',
    ],
  },

  interrupted: {
    words: 'Le changement des serrures de votre portefeuille a été interrompu. Rien n’est perdu : il s’ouvre comme avant.',
    finish: 'Le terminer',
    leave: 'Laisser comme avant',
    title: 'Terminer le changement des serrures',
    lead: 'Ouvrez-le par l’un des accès qu’il devait avoir désormais.',
    finished: 'C’est terminé',
    left: 'Cela reste comme avant',
  },

  lock: 'Verrouiller',
}
