import { pluralizer } from '../../format.ts'

const plural = pluralizer('en')

/** The words about how things belong together and who says so, in English; the shape that the other languages follow. */
export const relations = {
  /** How a relation reads from where one stands; the things come after it. */
  readings: {
    partOf: 'Part of',
    includes: 'Includes',
    comesBefore: 'Comes before',
    comesAfter: 'Comes after',
    leadsTo: 'Leads to',
    buildsOn: 'Builds on',
    mayLeadTo: 'May lead to',
    mayBuildOn: 'May build on',
    addsTo: 'Adds to',
    addedBy: 'Added to by',
    mayAddTo: 'May add to',
    mayBeAddedBy: 'May be added to by',
    sharesWith: 'Shares a skill with',
    beside: 'On a level with',
    sameAs: 'The same as',
    relatedTo: 'Related to',
    otherLanguage: 'In another language',
    otherVersion: 'In another version',
    replacedBy: 'Replaced by',
    replaces: 'Replaces',
    skills: 'Skills and subjects',
    sharedBy: 'Named by',
    nextOfYours: 'Next in your stack',
    beforeOfYours: 'Before it in your stack',
    besideOfYours: 'Beside it in your stack',
  },
  /** How much weight a relation has, in a few words. */
  strengths: {
    issuer: 'Issuer says',
    nobodyKnown: 'Says an issuer that nobody here knows',
    pathway: 'Published pathway',
    shares: (what: string) => `Shares ${what}`,
    sharesSomething: 'Shares a skill',
    may: 'May stack',
    own: 'Your arrangement',
    /** How an achievement says what it is about. */
    names: {
      alignment: 'As a standard',
      fieldOfStudy: 'As its field of study',
      specialization: 'As its specialization',
      tag: 'As a tag',
    },
  },
  says: {
    /** `who` may be several, said as a list; `reading` is what they say where it is not what it stands under, else empty. */
    known: (who: string, count: number, reading: string) => {
      const what = reading === '' ? 'so' : `“${reading}”`
      return plural(count, { one: `${who} says ${what}.`, other: `${who} say ${what}.` })
    },
    /** Of a name that nothing confirms, or none. */
    claimed: (who: string, count: number, reading: string) => {
      const what = reading === '' ? 'so' : `“${reading}”`
      if (who === '') return `An issuer that nobody here knows says ${what}.`
      return plural(count, {
        one: `${who} says ${what}, but nobody here knows who that is.`,
        other: `${who} say ${what}, but nobody here knows who they are.`,
      })
    },
    pathway: (name: string) => (name === '' ? 'A published pathway says so.' : `The pathway “${name}” says so.`),
    bothName: (skills: string) => `We infer it: both name ${skills}.`,
    oneIssuer: (skills: string) => `We infer it: one issuer gave both, the smaller one first, and both name ${skills}.`,
    laterNames: (skills: string) => `We infer it: the shorter one came later, and both name ${skills}.`,
    readAsAdding: 'An issuer says that the two belong together. That one adds to the other is how we read it.',
    names: {
      alignment: (who: string) => `${who} names it as a standard.`,
      fieldOfStudy: (who: string) => `${who} names it as the field of study.`,
      specialization: (who: string) => `${who} names it as the specialization.`,
      tag: (who: string) => `${who} names it as a tag.`,
    },
    itsIssuer: 'Its description',
    inferred: 'We infer it.',
    own: (stack: string) => (stack === '' ? 'You arranged it.' : `You arranged it, in “${stack}”.`),
    more: (count: number) => plural(count, { one: '# more says so.', other: '# more say so.' }),
    moreSkills: (count: number) => plural(count, { one: '# more', other: '# more' }),
  },
  /** What weakens a relation. */
  cautions: {
    speaker: (reason: string) => `How the credential that says so stands: ${reason}.`,
    somebodyElse: (title: string) => `It is somebody else’s word: they neither award nor made ${title}.`,
    unusual: 'Unusual: most often the smaller one is part of the bigger one.',
    circle: 'It goes round in a circle: each leads to the next, and back again.',
    opposite: 'Something else here says the opposite.',
    itself: 'It is said of itself.',
    dangling: 'It is named, but nobody here says what it is.',
    common: 'Nearly everything here names it, so it tells little.',
  },
  kinds: { skill: 'Skill', field: 'Subject', tag: 'Tag' },
  standing: {
    notEarned: 'Not earned here',
    step: 'Not earned here: a step of a pathway',
    named: 'Named, but nobody here says what it is',
  },
  when: {
    earned: (date: string) => `earned ${date}`,
    until: (date: string) => `holds until ${date}`,
  },
  leansOn: (titles: string, count: number) =>
    plural(count, { one: `Leans on ${titles}, which does not hold`, other: `Leans on ${titles}, which do not hold` }),
  parts: (earned: number, of: number) => `${earned} of ${of} parts earned`,
  credits: (earned: string, of: string) => `${earned} of ${of} credits, as stated`,
  /** What a screen reader says of how much is linked with it. */
  counts: {
    before: (count: number) => plural(count, { one: '# leads here', other: '# lead here' }),
    after: (count: number) => plural(count, { one: 'leads to #', other: 'leads to #' }),
    beside: (count: number) => plural(count, { one: '# beside it', other: '# beside it' }),
    sharedBy: (count: number) => plural(count, { one: 'named by #', other: 'named by #' }),
  },

  outline: {
    label: 'Everything as a list',
    /** Read before the list: how to move in it. */
    hint: 'Arrow keys move and open. Enter shows the card.',
    tiers: {
      degree: 'Degrees',
      work: 'Work',
      license: 'Licences',
      certificate: 'Certificates',
      course: 'Courses',
      experience: 'Badges and experience',
    },
    alone: 'Standing alone',
    achievements: 'Achievements',
    skills: 'Skills and subjects',
    pathways: 'Pathways',
    own: 'Your stacks',
    ordered: 'each leads to the next',
    unordered: 'side by side',
    above: 'already above',
    more: (count: number) => plural(count, { one: '# more', other: '# more' }),
    items: (count: number) => plural(count, { one: '# item', other: '# items' }),
    card: 'Show its card',
    open: 'Open the credential',
    openNamed: (title: string) => `Open the credential ${title}`,
    missing: 'No longer in the wallet',
    progress: (done: number, of: number) => plural(of, { one: `${done} of # step`, other: `${done} of # steps` }),
    partsDone: (done: number, of: number) => plural(of, { one: `${done} of # part`, other: `${done} of # parts` }),
    complete: 'All its steps count',
    unjudged: 'Only the school can say when it is complete',
    states: {
      counts: 'Counts',
      possible: 'Possibly: for the school to say',
      weak: 'Held, but does not hold now',
      missing: 'Missing',
    },
    empty: 'Nothing passes these filters.',
  },
}
