import { pluralizer } from '../../format.ts'

const plural = pluralizer('en')

/** The words about the learner’s own stacks, in English; the shape that the other languages follow. */
export const own = {
  title: 'My stacks',
  lead: 'Put together what belongs together for you. A stack of yours is your own arrangement: it says nothing in the name of a school.',
  none: 'You have not made one yet.',
  make: 'New stack',

  count: (count: number) => plural(count, { zero: 'Nothing in it yet', one: '# achievement', other: '# achievements' }),
  inOrder: 'in order',
  beside: 'side by side',
  more: (count: number) => plural(count, { one: 'and # more', other: 'and # more' }),
  missing: (count: number) =>
    plural(count, { one: '# of them is no longer in your wallet', other: '# of them are no longer in your wallet' }),
  show: 'Show it',
  showNamed: (name: string) => `Show it: “${name}”`,
  showAll: 'Show everything',
  change: 'Change',
  changeNamed: (name: string) => `Change “${name}”`,
  remove: 'Delete',
  removeNamed: (name: string) => `Delete “${name}”`,
  removed: (name: string) => `“${name}” is deleted. What was in it stays in your wallet.`,

  editor: {
    create: 'New stack',
    change: 'Change the stack',
    name: 'Name',
    nameHint: 'A stack needs a name.',
    description: 'What it is about',
    descriptionHint: 'If you like. Only you see it.',
    order: 'How they belong together',
    ordered: 'In order',
    orderedHint: 'Each leads to the next.',
    unordered: 'Side by side',
    unorderedHint: 'They belong together, without an order.',
    members: 'In it',
    noMembers: 'Nothing in it yet. Choose from what you have earned.',
    add: 'What you have earned',
    search: 'Search by title or issuer',
    nothingEarned: 'Your wallet is empty so far.',
    nothingFound: 'Nothing you have earned is called that.',
    found: (shown: number, count: number) =>
      shown < count
        ? `The first ${shown} of ${count}. Type to find others.`
        : plural(count, { one: '# found', other: '# found' }),
    gone: 'No longer in your wallet',
    goneHint: 'It keeps its place, and comes back when you add it to your wallet again.',
    up: (name: string) => `Move ${name} up`,
    down: (name: string) => `Move ${name} down`,
    take: (name: string) => `Take ${name} out`,
    moved: (name: string, place: number, of: number) => `${name}, now ${place} of ${of}`,
    taken: (name: string) => `${name} is taken out`,
    save: 'Keep it',
    saved: (name: string) => `“${name}” is kept`,
    dropped: 'Your changes were not kept.',
    goOn: 'Go on with them',
  },

  add: {
    action: 'Add to a stack',
    title: 'Add to a stack',
    lead: 'A tick means that it is in that stack.',
    none: 'You have no stack yet. Make the first one here.',
    create: 'New stack…',
    name: 'Name of the new stack',
    make: 'Make it',
    added: (name: string) => `Added to “${name}”`,
    taken: (name: string) => `Taken out of “${name}”`,
    close: 'Done',
  },
}
