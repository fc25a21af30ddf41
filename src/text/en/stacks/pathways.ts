import { pluralizer } from '../../format.ts'

const plural = pluralizer('en')

/** The words about pathways and how far one is, in English; the shape that the other languages follow. */
export const pathways = {
  title: 'Pathways',
  lead: 'A pathway is a way to a goal that a school or an employer describes, step by step. See how far you are on it.',
  decides: 'Only the school decides what it accepts.',
  none: 'No pathway yet. Add one below.',

  progress: (done: number, of: number) => `${done} of ${plural(of, { one: '# step', other: '# steps' })}`,
  parts: (done: number, of: number) => `${done} of ${plural(of, { one: '# part', other: '# parts' })}`,
  points: (done: string, of: string) => `${done} of ${of} points`,
  credits: (done: string, of: string) => `${done} of ${of} credits, as stated`,
  counts: 'What counts: verified, from an issuer that is known.',
  countsInRecord: 'What counts: verified, from an issuer that is known or from the one whose record it is.',
  complete: 'Every step that it takes counts.',
  unsettled: 'Every step that we can judge counts. Some of what it asks for is for the school to judge.',
  partsUnsaid: 'Your record does not say how many of its parts it takes.',

  owner: (name: string) => `It names ${name} as its owner.`,
  fromAddress: (host: string, when: string) => `From ${host}, read on ${when}`,
  fromFile: (name: string, when: string) => `From the file ${name}, added on ${when}`,
  fromText: (when: string) => `From text that you pasted on ${when}`,
  fromRecord: (issuer: string) => (issuer === '' ? 'From a record of yours' : `From your record at ${issuer}`),

  states: {
    counts: 'Counts',
    possible: 'For the school to say',
    weak: 'Does not hold now',
    missing: 'Missing',
  },
  because: {
    name: 'Something you hold has the same name, from its owner.',
    issuer: 'You hold it, but its issuer is not known or does not own this pathway.',
  },
  open: {
    yes: 'Nothing is missing before it.',
    no: 'Something comes before it.',
    unknown: 'Ask the school whether something comes before it.',
  },

  needs: 'First',
  all: (count: number) => plural(count, { one: 'This one', other: 'All # of these' }),
  some: (count: number, of: number) => `${count} of these ${of}`,
  met: (done: number, of: number) => `${done} of ${of} done`,
  unread: 'It also has a condition that we cannot judge.',
  after: (names: string) => `Usually after ${names}`,

  soonest: 'Soonest',
  soonestLead: (count: number) =>
    plural(count, {
      one: 'The shortest way that we see has # step left.',
      other: 'The shortest way that we see has # steps left, in this order.',
    }),
  more: (count: number) => plural(count, { one: 'and # more', other: 'and # more' }),
  steps: (count: number) => plural(count, { one: 'Its one step', other: 'All # steps' }),
  partsWithin: (count: number) => `All ${count}, with what lies in them`,
  partsTitle: (count: number) => plural(count, { one: 'Its one part', other: 'All # parts' }),
  otherSteps: 'Other steps',
  goal: 'Goal',
  about: 'More about it',

  kinds: {
    Assessment: 'Assessment',
    Basic: 'Step',
    Cocurricular: 'Beside the courses',
    Collection: 'Group of steps',
    Competency: 'Skill',
    Course: 'Course',
    Credential: 'Credential',
    Extracurricular: 'Outside the courses',
    Job: 'Job',
    Multi: 'Group of steps',
    Selection: 'Choice',
    Workexperience: 'Work experience',
  },

  notices: {
    target_missing: (count: number) =>
      plural(count, { one: 'It names # step that it does not describe.', other: 'It names # steps that it does not describe.' }),
    circle_cut: () => 'Some of its steps wait for each other in a circle. We left out one link of it.',
    too_many: () => 'It has more steps than we show.',
    constraint_unread: (count: number) =>
      plural(count, { one: 'It has # condition that we cannot judge.', other: 'It has # conditions that we cannot judge.' }),
  },
  damaged: 'It can no longer be read. Remove it, and add it again.',
  damagedName: 'A pathway that cannot be read',

  show: 'Show it in the ladder',
  showNamed: (name: string) => `Show it in the ladder: ${name}`,
  readAgain: 'Read again',
  readAgainNamed: (name: string) => `Read again: ${name}`,
  fresh: (name: string) => `${name} is as it is published now`,
  remove: 'Remove',
  removeNamed: (name: string) => `Remove ${name}`,
  removed: (name: string) => `${name} is removed`,

  add: {
    title: 'Add a pathway',
    lead: 'A school may give you a file or an address, often one at credentialfinder.org. You can also drop the file on this page, or paste its text here.',
    chooseFile: 'Choose a file',
    address: 'Its address or CTID',
    wrong: 'That is neither an address nor a CTID.',
    read: 'Add it',
    readFrom: (host: string) => `Ask ${host}`,
    sees: (host: string) => `${host} sees your network address, and nothing of your wallet.`,
    reading: 'Reading…',
    offline: 'You are offline. A file works now; an address can be asked once you are back.',
    added: (names: string) => `Added: ${names}`,
    otherWay: 'What you can do: open it there, save it as a file, and choose that file here.',
    openAt: (host: string) => `Open it at ${host}`,
  },
  /** On the page where things are added. */
  given: {
    words: 'This is a pathway: a way to a goal, step by step. It is no credential, and lives with your stacks.',
    open: 'Open it in Stacks',
  },
}
