import { pluralizer } from '../../format.ts'

const plural = pluralizer('en')

/** The words about the screen of stacks: its views, filters, legend and cards, in English; the shape that the other languages follow. */
export const page = {
  title: 'Stacks',
  viewsLabel: 'Ways to look at it',
  views: { ladder: 'Ladder', skills: 'Skills', timeline: 'Timeline', outline: 'Outline' },
  viewHints: {
    ladder: 'From the ground up: each stands below what it leads to.',
    skills: 'Around the skills and subjects that they share.',
    timeline: 'When you earned it, and how long it holds.',
    outline: 'All of it in words.',
  },
  reading: (ready: string, total: string) => `Reading your wallet: ${ready} of ${total}`,
  making: 'Putting it together',
  count: (achievements: number) => plural(achievements, { one: '# achievement', other: '# achievements' }),
  links: (links: number) => plural(links, { zero: 'no links', one: '# link', other: '# links' }),
  sharedSkills: (skills: number) => plural(skills, { one: '# skill', other: '# skills' }),
  cut: 'There is more than can be shown at once: some links are left out.',
  skipped: (count: number) =>
    plural(count, {
      one: '# credential could not be read and is left out.',
      other: '# credentials could not be read and are left out.',
    }),
  trouble: 'This could not be put together just now.',

  canvas: {
    label: (view: string) => `${view}: what builds on what`,
    hint: 'Arrow keys follow the links: up to what it leads to, down to what led here, left and right to what stands beside it. Enter opens its card, F shows only what belongs to it, Escape goes back. Plus and minus zoom, 0 shows everything.',
    controls: 'Zoom',
    larger: 'Larger',
    smaller: 'Smaller',
    fit: 'Show everything',
    undated: 'No date',
    today: 'Today',
  },

  node: {
    leans: 'leans on something that does not hold',
    dangling: 'nobody here says what it is',
  },

  focus: {
    button: 'Focus',
    on: (title: string) => `What led to ${title}, and where it can lead`,
    off: 'Show everything again',
    announced: (title: string, count: string) => `Only what belongs to ${title}: ${count}.`,
    all: (count: string) => `Everything again: ${count}.`,
    filtered: (count: string) => `Now shown: ${count}.`,
  },

  card: {
    close: 'Close the card',
    open: 'Open',
    openNamed: (title: string) => `Open the credential ${title}`,
    earned: (date: string) => `Earned ${date}`,
    expires: (date: string) => `holds until ${date}`,
    awards: (count: number) => plural(count, { one: '# credential for it', other: '# credentials for it' }),
    nothing: 'Nothing here says what it builds on or leads to.',
    showAll: (count: number) => plural(count, { one: 'Show # more', other: 'Show # more' }),
    standards: 'Page of this standard',
  },

  legend: {
    title: 'What the lines mean',
    show: 'What the lines mean',
    close: 'Close the explanation',
    bases: {
      issuer: 'An issuer says so',
      pathway: 'A published pathway says so',
      inferred: 'We infer it',
      learner: 'You arranged it',
    },
    kinds: {
      vertical: 'Arrow: leads to',
      horizontal: 'No arrow: side by side',
      'value-added': 'Plus: adds to something finished',
      succession: 'Double: a newer version',
    },
    weak: 'Thin: whoever says so does not hold, or speaks of something that is not theirs',
    opposite: 'Said one way here and the other way there, or round in a circle',
    holds: 'Bar: how long it holds. Fading: no end is stated',
    notEarned: 'Dashed ring: not earned here',
    notVerified: 'Hatched: does not hold',
    cannotTell: 'Dashed border: we cannot tell whether it holds',
    leans: 'Leans on something that does not hold',
  },

  filters: {
    button: 'Filter',
    title: 'Filters',
    on: (count: number) => plural(count, { one: '# filter on', other: '# filters on' }),
    clear: 'Clear all',
    remove: (label: string) => `Remove the filter ${label}`,
    done: (count: number) => plural(count, { zero: 'Nothing passes', one: 'Show # achievement', other: 'Show # achievements' }),
    kind: 'How it stacks',
    kinds: {
      vertical: 'Leads upward',
      horizontal: 'Side by side',
      'value-added': 'Adds value',
      succession: 'Newer version',
    },
    kindHints: {
      vertical: 'One step leads to the next: micro-credential, certificate, degree.',
      horizontal: 'Around one skill or subject, in no order.',
      'value-added': 'A short one added to something finished.',
      succession: 'One replaced by a newer version.',
    },
    basis: 'Who says so',
    bases: { issuer: 'An issuer', pathway: 'A published pathway', inferred: 'We infer it', learner: 'You' },
    issuer: 'Issuer',
    year: 'Year earned',
    own: 'Your stacks',
    lone: 'Show what stands alone',
    loneHidden: 'Without what stands alone',
    nothing: 'Nothing passes these filters',
    nothingHint: 'Take one away, and something comes back.',
  },

  empty: {
    heading: 'What you earn belongs together',
    words:
      'A badge can be a step to a certificate, and a certificate to a degree. Here you see how yours stack, and who says so.',
    kinds: {
      vertical: { title: 'Upward', words: 'One step leads to the next: micro-credential, certificate, degree.' },
      horizontal: { title: 'Side by side', words: 'Several around one skill or subject, in any order.' },
      'value-added': { title: 'Added on', words: 'A short one that adds to a degree you already have.' },
    },
    example: 'Look at an example',
    exampleLoading: 'Fetching the examples',
    add: 'Add your first',
  },
  unlinked: {
    heading: 'Nothing is linked yet',
    words:
      'None of these says what it builds on, and they share no skill that we can see. You can put them together yourself, or add a pathway.',
    /** Where they share skills; `view` is the name of the view that shows them. */
    shared: (view: string) => `None of these says what it builds on. What they share is under “${view}”.`,
  },
  below: { label: 'Your own stacks and pathways' },
}
