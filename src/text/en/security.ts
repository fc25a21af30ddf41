import { pluralizer } from '../format.ts'

const plural = pluralizer('en')

/** The words about guarding the wallet, unlocking it and locking it, in English; the shape that the other languages follow. */
export const security = {
  kinds: { passkey: 'Passkey', passphrase: 'Passphrase', recovery: 'Recovery code' },

  /** Names that a passkey begins with, by what keeps it. */
  devices: {
    windows: 'This Windows computer',
    mac: 'This Mac',
    iphone: 'This iPhone',
    ipad: 'This iPad',
    android: 'This Android device',
    linux: 'This Linux computer',
    chromebook: 'This Chromebook',
    phone: 'Another phone',
    key: 'Security key',
    device: 'This device',
  },

  /** Asking for one of the ways. */
  ask: {
    passkeyBusy: 'Follow what your device asks.',
    passphrase: 'Passphrase',
    recovery: 'Recovery code',
    recoveryHint: 'Six groups of five. Capitals, spaces and dashes do not matter.',
    recoveryGroup: (group: number) => `Look at group ${group} again: it has a character that no code has.`,
    opening: 'One moment. Making the key takes this long on purpose: it slows down whoever guesses.',
    another: 'Another way',
    others: { passkey: 'Use a passkey', passphrase: 'Use the passphrase', recovery: 'Use the recovery code' },
    none: 'Fill this in first.',
    patience: 'Nothing is lost by trying. Take your time, or take another way.',
  },

  unlock: {
    heading: 'Your wallet is locked',
    passkey: 'Unlock with your passkey',
    go: 'Unlock',
    opened: 'Unlocked',
    noWay: 'I can no longer get in',
    noWayTitle: 'Without a way in',
    noWayWords: [
      'Nobody can open this wallet without one of its ways: not we, and not whoever made this browser. There is no key that we keep.',
      'A recovery code is on the sheet that you printed or wrote down when you guarded the wallet. A passkey may also be on another device of yours.',
      'With a backup you can begin anew: erase the wallet here, then restore the backup.',
    ],
    erase: 'Erase this wallet…',
    eraseGoes: 'Everything of Satchel on this device goes, for good. What no backup holds is then lost.',
    back: 'Back to unlocking',
  },

  secure: {
    title: 'Guard your wallet',
    suggestion: 'Your wallet holds things worth guarding. A minute now, and only you can open it.',
    begin: 'Guard it',
    later: 'Later',
    lead: 'Then only you can open it: with a touch of your device, or with a passphrase.',
    before:
      'Until then it lies encrypted here, but its key lies beside it: whoever copies this browser’s profile can read the wallet.',
    choose: 'How do you want to open it?',
    passkeyWords: 'The screen lock of your device, a fingerprint, a face or a security key. Nothing to remember.',
    passkeyRecommended: 'Recommended',
    passkey: 'Use a passkey',
    passkeyLabel: 'Satchel wallet',
    passphraseWords: 'Some words that only you know. They are asked for each time.',
    passphrase: 'Use a passphrase',
    noPasskeys: 'This browser cannot use passkeys here. A passphrase works just as well.',
    step: (step: number, steps: number) => `Step ${step} of ${steps}`,
    back: 'Back',
    go: 'Go on',

    passphraseTitle: 'Choose a passphrase',
    passphraseLead: 'Nobody can tell it to you later. Six words that do not belong together are best.',
    fresh: 'New passphrase',
    again: 'The same once more',
    differs: 'These are not the same.',
    differsYet: 'Type it once more, so that no mistake locks you out.',
    tooEasy: 'Too easy to guess: choose another one, or let six words be drawn.',
    generate: 'Draw six words',
    own: 'Choose my own',
    notDrawn: 'These are not the words above.',
    generated: 'Write these words down, then type them below:',
    judgements: {
      'too-easy': 'Too easy to guess.',
      fair: 'Fair: it holds for years against ten thousand machines.',
      strong: 'Strong.',
    },
    weaknesses: {
      short: 'It is short: more words help most.',
      common: 'Many people use it, or something close to it.',
      runs: 'Keys or letters in a row are guessed first.',
      repeats: 'Repeating something adds little.',
      date: 'Dates are quickly tried.',
      sentence: 'A sentence may stand in a book or a song. Words that do not belong together are better.',
      'few-words': 'These are few and common words. A few more help.',
    },

    codeTitle: 'Keep your recovery code',
    codeLead:
      'It opens your wallet when everything else fails. Print it or write it down, and keep it away from this device. It is shown once.',
    cardTitle: 'Recovery code for a Satchel wallet',
    cardWords:
      'Opens the wallet when no passkey and no passphrase does. Whoever has it can open the wallet: keep it where you keep papers that matter.',
    cardMade: (when: string) => `Made on ${when}`,
    cardWhere: (where: string) => `For ${where}`,
    print: 'Print',
    copy: 'Copy',
    copied: 'Copied. Paste it somewhere safe, and not only on this device.',
    kept: 'I have it',
    backTitle: 'Now type it back',
    backLead: 'From your paper, so that you know it is right.',
    backField: 'Your recovery code',
    backWrong: (group: number) => `Group ${group} is not the same. Compare it with your paper.`,
    backShort: 'That is not all of it: six groups of five.',
    backShow: 'Show it again',

    waiting: 'What you are adding is put into the wallet first.',
    working: (ready: number, total: number) => `${ready} of ${total} records encrypted anew`,
    beginning: 'Making new keys',
    workingWords: 'Everything is encrypted anew with a key that only you can open. Should it break off, nothing is lost.',
    stop: 'Stop',
    stopped: 'Stopped. Your wallet is as it was before.',

    doneTitle: 'Your wallet is guarded',
    doneFrom: 'From now on',
    doneWords: [
      'your wallet asks for you when you open Satchel after its last tab was closed, or when it has locked itself;',
      'whoever copies this browser’s profile cannot read it;',
      'it locks by itself when nobody touches it for a while. Settings say how long.',
    ],
    doneOld:
      'What was written before lay under the old key. The browser removes it when it tidies up; until then somebody with this disk and much effort might find remains of it.',
    doneBackup: 'It guards against strangers, not against a lost device. A backup does that.',
    toBackup: 'Make a backup',
    toWallet: 'To the wallet',
    already: 'Your wallet is guarded already.',
    toSettings: 'See its ways in Settings',
  },

  settings: {
    title: 'Guarding your wallet',
    open: 'Nothing is asked before your wallet opens: whoever can use this browser, or copies its profile, can read it.',
    begin: 'Guard your wallet',
    guarded: 'Only these open your wallet:',
    since: (when: string) => `since ${when}`,
    name: 'Name',
    rename: 'Rename',
    renameNamed: (name: string) => `Rename ${name}`,
    save: 'Save',
    renamed: (name: string) => `It is called ${name} now`,
    remove: 'Remove',
    removeNamed: (name: string) => `Remove ${name}`,
    last: 'It is the only way in. Add another one first; then this one can go.',
    addPasskey: 'Add a passkey',
    addPassphrase: 'Add a passphrase',
    changePassphrase: 'Change the passphrase',
    addRecovery: 'Make a recovery code',
    changeRecovery: 'Make a new recovery code',
    locks: 'Change the locks',
    locksWords:
      'Makes a new key and encrypts everything anew; your ways stay. For when somebody may have seen the wallet open on this device.',

    proofTitle: 'First show that it is you',
    proof: 'Go on',
    removeTitle: (name: string) => `Remove ${name}?`,
    removeWords: 'Open it by another way first: so you know that you can still get in without this one.',
    removeAfter:
      'Then everything is encrypted anew, and this one no longer opens anything here. It still opens backups that were made with it.',
    passkeyTitle: 'Add a passkey',
    passkeyWords: 'On this device, on another phone, or on a security key.',
    passkey: 'Make the passkey',
    locksTitle: 'Change the locks?',
    added: (name: string) => `${name} opens your wallet now`,
    removed: (name: string) => `${name} no longer opens your wallet`,
    passphraseChanged: 'The new passphrase opens your wallet. The old one no longer does.',
    recoveryChanged: 'The new recovery code opens your wallet. The old one no longer does.',
    locksChanged: 'The locks are changed',

    lock: 'Lock now',
    lockAfter: 'Lock by itself when nobody touches it',
    minutes: (count: number) => plural(count, { zero: 'Never', one: 'After # minute', other: 'After # minutes' }),
    lockLast: 'Closing the last tab of Satchel always locks it.',
    hide: 'Hide what is shown while I am elsewhere',
    hideWords:
      'When you turn to another app or tab, this page goes blank: previews and app switchers show nothing of your wallet.',

    protects: 'What protects what',
    protectsWords: [
      'A passkey, the passphrase or the recovery code: each opens all of your wallet on this device. One is enough.',
      'While it is locked: a thief, a copy of the disk, somebody who borrows this browser. They find nothing to read.',
      'While it is open: nothing protects it from who sits at this device, or from harmful software on it.',
      'Against losing the device or its browser data: only a backup.',
    ],
  },

  interrupted: {
    words: 'Changing the locks of your wallet was interrupted. Nothing was lost: it opens as before.',
    finish: 'Finish it',
    leave: 'Leave it as it was',
    title: 'Finish changing the locks',
    lead: 'Open it by one of the ways that it was to have from now on.',
    finished: 'It is finished',
    left: 'It stays as it was',
  },

  lock: 'Lock',
}
