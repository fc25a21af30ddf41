import { pluralizer } from '../format.ts'

const plural = pluralizer('en')

/** The words of the page that a receiver opens, in English; the shape that the other languages follow. */
export const view = {
  lead: 'Give the file, picture, link or text that you were sent. You see at once what it says, who stands behind it and whether it still holds.',
  promise:
    'It is read in this browser, without an account. Nothing is kept and nothing is uploaded; only the hosts that the credential names are asked for their keys and lists.',
  take: 'Check',
  drop: 'Drop to check',
  dropHint: 'Badges, records and pictures with a badge inside',

  band: {
    comesFrom: 'This page comes from',
    sentHere: 'Sent here by the person showing it?',
    advice:
      'Then open a copy of Satchel that you found yourself, and give it the file there. A page that somebody hands you can say anything.',
  },
  offline: 'You are offline. What only the issuer’s server can answer has to stay open for now.',

  unreadable: 'We could not read this',
  another: 'Check another',
  issuedTo: (name: string) => `Issued to ${name}`,

  several: (count: number) => plural(count, { one: '# credential', other: '# credentials' }),
  tally: {
    verified: (count: number) => plural(count, { one: '# holds', other: '# hold' }),
    'cannot-tell': (count: number) => plural(count, { one: '# stays open', other: '# stay open' }),
    'not-verified': (count: number) => plural(count, { one: '# does not hold', other: '# do not hold' }),
    unread: (count: number) => plural(count, { one: '# could not be read', other: '# could not be read' }),
  },
  list: 'What was given',
  toList: 'Back to the list',

  person: {
    by: 'Compare by',
    kinds: {
      email: 'E-mail',
      telephone: 'Telephone number',
      url: 'Web address',
      studentId: 'Student number',
      identifier: 'What they go by',
    },
    labels: {
      email: 'Who should this be? (their e-mail)',
      telephone: 'Who should this be? (their telephone number)',
      url: 'Who should this be? (their web address)',
      studentId: 'Who should this be? (their student number)',
      other: 'Who should this be? (what the issuer knows them by)',
    },
    hint: 'If you know it. It is compared on this device with whom the credential was issued to.',
    compare: 'Compare',
    comparing: 'Comparing…',
    forget: 'Do not compare',
    refused: {
      email: 'That is not an e-mail address.',
      telephone: 'That is not a telephone number.',
      url: 'That is not a web address.',
      other: 'Type what the issuer knows them by.',
    },
    answers: {
      matches: (claim: string) => `It was issued to ${claim}.`,
      'matches-open': (claim: string) => `It names ${claim}. Whether the credential itself holds could not be settled.`,
      'matches-in-vain': (claim: string) => `It names ${claim}, but the credential itself does not hold, so that proves nothing.`,
      differs: (claim: string) =>
        `Not shown to be this person’s: it was issued to another than ${claim}. People may have several; ask which one they gave to the issuer.`,
      'no-address': () => 'It names nobody in a way that this could be compared with.',
      'not-compared': () => 'This could not be compared just now. Try again.',
    },
    some: (count: number, all: number, claim: string) => `${count} of ${all} were issued to ${claim}.`,
  },

  own: {
    words: 'Do you have badges or records of your own?',
    link: 'Keep them in a wallet on your own device',
  },
}
