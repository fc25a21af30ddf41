import { pluralizer } from '../format.ts'

const plural = pluralizer('en')

/** The words about whom a person trusts, in English; the shape that the other languages follow. */
export const trust = {
  title: 'Whom you trust',
  lead: 'Lists of institutions tell Satchel who an issuer is. Being on a list means that whoever keeps it knows the institution. It says nothing about how good its courses are.',
  quiet:
    'Nothing is asked before you add a list. Then it is read about once a day while your wallet is open, and never because you look at a credential.',

  lists: 'Lists in use',
  noLists: 'No list is in use yet. Without one, an issuer is known by its web address or its key alone.',
  institutions: (count: number) => plural(count, { one: '# institution', other: '# institutions' }),
  yours: (count: number) =>
    plural(count, {
      zero: 'Knows none of your issuers',
      one: 'Knows # of your issuers',
      other: 'Knows # of your issuers',
    }),
  asOf: (when: string) => `as of ${when}`,
  fromFile: 'from a file',
  never: 'Not read yet',
  tooOld: 'Not counted: it could not be read for a month.',
  tried: (when: string) => `Last tried ${when}.`,
  forTests: 'For tests',
  testWords: 'Anyone may be on it, so it makes no issuer known.',
  use: 'Use',
  readAgain: 'Read again',
  reading: 'Reading…',
  remove: 'Remove',
  removed: (name: string) => `${name} is no longer used`,

  offers: 'Lists to add',
  dcc: 'Institutions that issue with the Digital Credentials Consortium',
  more: 'More lists that the consortium names',
  look: 'Look them up',
  lookedUp: (count: number) =>
    plural(count, { zero: 'None that is not used already', one: '# list found', other: '# lists found' }),
  seesAddress: (host: string) => `${host} sees your network address, and nothing of your wallet.`,
  learnsIssuers: (host: string) => `${host} is asked about each issuer in your wallet, so it learns which ones they are.`,
  add: 'Add',
  addNamed: (name: string) => `Add ${name}`,
  added: (name: string) => `${name} is used from now on`,

  own: 'A list of your own',
  ownWords: 'A JSON or CSV file that gives, for each institution, an identifier or a domain, and a name.',
  chooseFile: 'Choose a file',
  address: 'Or its address',
  readFrom: (host: string) => `Read it from ${host}`,
  read: 'Read it',
  offline: 'You are offline. A file works now; an address can be read once you are back.',

  pins: 'Issuers you trust',
  pinsWords: 'You said so on the page of a credential. Each counts only with the key that signed it then.',
  noPins: 'None. On the page of a credential you can say that you trust its issuer.',
  since: (when: string) => `Since ${when}`,
  key: 'Fingerprint of the key',
  noKey: 'No key: its badges live at its own web address',
  stop: 'Stop trusting',
  stopNamed: (name: string) => `Stop trusting ${name}`,
  stopped: (name: string) => `You no longer trust ${name}`,

  pin: 'I trust this issuer',
  pinAlso: 'Trust this key too',
  pinned: 'You trust this issuer.',
  pinTitle: (name: string) => `Do you trust “${name}”?`,
  pinPoints: [
    'What this issuer signs with the same key is then called genuine in your wallet, under this name.',
    'Do it only if you know that it is them: because they handed it to you, or confirmed it another way.',
    'It stays on this device, and whoever you show the credential to makes up their own mind.',
  ],
  pinYes: 'I trust it',
  pinKept: (name: string) => `You trust ${name} from now on`,
}
