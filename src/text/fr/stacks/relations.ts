import { pluralizer } from '../../format.ts'
import type { StacksText } from '../../stacks.ts'

const plural = pluralizer('fr')

/** The words about how things belong together and who says so, in French. */
export const relations: StacksText['relations'] = {
  readings: {
    partOf: 'Fait partie de',
    includes: 'Comprend',
    comesBefore: 'Vient avant',
    comesAfter: 'Vient après',
    leadsTo: 'Mène à',
    buildsOn: 'S’appuie sur',
    mayLeadTo: 'Peut mener à',
    mayBuildOn: 'Peut s’appuyer sur',
    addsTo: 'Complète',
    addedBy: 'Complété par',
    mayAddTo: 'Peut compléter',
    mayBeAddedBy: 'Peut être complété par',
    sharesWith: 'Partage une compétence avec',
    beside: 'Au même niveau que',
    sameAs: 'Identique à',
    relatedTo: 'Lié à',
    otherLanguage: 'Dans une autre langue',
    otherVersion: 'Dans une autre version',
    replacedBy: 'Remplacé par',
    replaces: 'Remplace',
    skills: 'Compétences et matières',
    sharedBy: 'Cité par',
    nextOfYours: 'Ensuite dans votre ensemble',
    beforeOfYours: 'Avant dans votre ensemble',
    besideOfYours: 'À côté dans votre ensemble',
  },
  strengths: {
    issuer: 'L’émetteur le dit',
    nobodyKnown: 'Un émetteur que personne ne connaît ici le dit',
    pathway: 'Parcours publié',
    shares: (what) => `En commun : ${what}`,
    sharesSomething: 'Une compétence en commun',
    may: 'Pourrait s’assembler',
    own: 'Votre arrangement',
    names: {
      alignment: 'Comme référentiel',
      fieldOfStudy: 'Comme domaine d’études',
      specialization: 'Comme spécialité',
      tag: 'Comme mot-clé',
    },
  },
  says: {
    known: (who, count, reading) => {
      const said = reading === '' ? 'le dit' : `dit « ${reading} »`
      const allSaid = reading === '' ? 'le disent' : `disent « ${reading} »`
      return plural(count, { one: `${who} ${said}.`, other: `${who} ${allSaid}.` })
    },
    claimed: (who, count, reading) => {
      const said = reading === '' ? 'le dit' : `dit « ${reading} »`
      const allSaid = reading === '' ? 'le disent' : `disent « ${reading} »`
      if (who === '') return `Un émetteur que personne ne connaît ici ${said}.`
      return plural(count, {
        one: `${who} ${said}, mais personne ici ne sait qui c’est.`,
        other: `${who} ${allSaid}, mais personne ici ne sait qui ils sont.`,
      })
    },
    pathway: (name) => (name === '' ? 'Un parcours publié le dit.' : `Le parcours « ${name} » le dit.`),
    bothName: (skills) => `Nous le déduisons : les deux citent ${skills}.`,
    oneIssuer: (skills) =>
      `Nous le déduisons : un même émetteur a donné les deux, le plus petit d’abord, et les deux citent ${skills}.`,
    laterNames: (skills) => `Nous le déduisons : le plus court est venu après, et les deux citent ${skills}.`,
    readAsAdding: 'Un émetteur dit que les deux vont ensemble. Que l’un complète l’autre, c’est notre lecture.',
    names: {
      alignment: (who) => `${who} le cite comme référentiel.`,
      fieldOfStudy: (who) => `${who} le cite comme domaine d’études.`,
      specialization: (who) => `${who} le cite comme spécialité.`,
      tag: (who) => `${who} le cite comme mot-clé.`,
    },
    itsIssuer: 'La description',
    inferred: 'Nous le déduisons.',
    own: (stack) => (stack === '' ? 'Vous l’avez arrangé ainsi.' : `Vous l’avez arrangé ainsi, dans « ${stack} ».`),
    more: (count) => plural(count, { one: '# de plus le dit.', other: '# de plus le disent.' }),
    moreSkills: (count) => plural(count, { one: '# de plus', other: '# de plus' }),
  },
  cautions: {
    speaker: (reason) => `État du titre qui le dit : ${reason}.`,
    somebodyElse: (title) => `C’est la parole d’un tiers, qui ne décerne ni n’a créé ${title}.`,
    unusual: 'Inhabituel : le plus souvent, c’est le petit qui fait partie du grand.',
    circle: 'Cela tourne en rond : chacun mène au suivant, puis on revient au début.',
    opposite: 'Autre chose ici dit le contraire.',
    itself: 'Cela se dit de soi-même.',
    dangling: 'C’est cité, mais personne ici ne dit ce que c’est.',
    common: 'Presque tout ici le cite : cela dit peu de chose.',
  },
  kinds: { skill: 'Compétence', field: 'Matière', tag: 'Mot-clé' },
  standing: {
    notEarned: 'Pas obtenu ici',
    step: 'Pas obtenue ici : une étape d’un parcours',
    named: 'Cité, mais personne ici ne dit ce que c’est',
  },
  when: {
    earned: (date) => `obtenue le ${date}`,
    until: (date) => `vaut jusqu’au ${date}`,
  },
  leansOn: (titles, count) =>
    plural(count, { one: `S’appuie sur ${titles}, qui ne tient pas`, other: `S’appuie sur ${titles}, qui ne tiennent pas` }),
  parts: (earned, of) => `${earned} parties obtenues sur ${of}`,
  credits: (earned, of) => `${earned} crédits sur ${of}, tels qu’indiqués`,
  counts: {
    before: (count) => plural(count, { one: '# y mène', other: '# y mènent' }),
    after: (count) => plural(count, { one: 'mène à #', other: 'mène à #' }),
    beside: (count) => plural(count, { one: '# à côté', other: '# à côté' }),
    sharedBy: (count) => plural(count, { one: 'cité par #', other: 'cité par #' }),
  },

  outline: {
    label: 'Tout sous forme de liste',
    hint: 'Les flèches déplacent et ouvrent. Entrée affiche la fiche.',
    tiers: {
      degree: 'Diplômes',
      work: 'Travail',
      license: 'Licences professionnelles',
      certificate: 'Certificats',
      course: 'Cours',
      experience: 'Badges et expérience',
    },
    alone: 'À part',
    achievements: 'Réussites',
    skills: 'Compétences et matières',
    pathways: 'Parcours',
    own: 'Vos ensembles',
    ordered: 'chacun mène au suivant',
    unordered: 'côte à côte',
    above: 'déjà plus haut',
    more: (count) => plural(count, { one: '# de plus', other: '# de plus' }),
    items: (count) => plural(count, { one: '# élément', other: '# éléments' }),
    card: 'Afficher sa fiche',
    open: 'Ouvrir le titre',
    openNamed: (title) => `Ouvrir le titre ${title}`,
    missing: 'N’est plus dans le portefeuille',
    progress: (done, of) => plural(of, { one: `${done} étape sur #`, other: `${done} étapes sur #` }),
    partsDone: (done, of) => plural(of, { one: `${done} partie sur #`, other: `${done} parties sur #` }),
    complete: 'Toutes ses étapes comptent',
    unjudged: 'Seul l’établissement peut dire quand c’est complet',
    states: {
      counts: 'Compte',
      possible: 'Peut-être : à l’établissement de le dire',
      weak: 'Détenu, mais ne tient pas pour l’instant',
      missing: 'Manque',
    },
    empty: 'Rien ne passe ces filtres.',
  },
}
