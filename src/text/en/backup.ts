import { pluralizer } from '../format.ts'

const plural = pluralizer('en')

/** The words about backups, moving, keys of one's own and damaged records, in English; the shape that the other languages follow. */
export const backup = {
  backup: {
    title: 'Backup',
    lead: 'One file with everything in your wallet, closed with a passphrase. Keep it away from this device. It is in an open format, so it can be opened without Satchel too.',
    never: 'There is no backup yet.',
    last: (when: string) => `Last backup on ${when}.`,
    tried: (when: string) => `It was tried on ${when} and opened.`,
    lost: (count: number) =>
      plural(count, {
        zero: 'Everything in your wallet is in it.',
        one: '# credential added since would be lost with this device.',
        other: '# credentials added since would be lost with this device.',
      }),
    lostAll: (count: number) =>
      plural(count, {
        zero: 'There is nothing of yours to lose yet.',
        one: '# credential would be lost with this device.',
        other: '# credentials would be lost with this device.',
      }),
    lostKeys: (count: number) =>
      plural(count, {
        one: 'So would # key that credentials may be bound to.',
        other: 'So would # keys that credentials may be bound to.',
      }),
    lostStacks: (count: number) =>
      plural(count, {
        one: '# stack or pathway is in no backup as it is now, and would be lost.',
        other: '# stacks and pathways are in no backup as they are now, and would be lost.',
      }),
    make: 'Make a backup',
    try: 'Try a backup',
    restore: 'Restore a backup',
    move: 'Move to another device',
    working: (ready: number, total: number) => `${ready} of ${total} credentials`,
    closing: 'Closing the file',
    stop: 'Stop',
    stopped: 'Stopped. No file was made.',
    made: (name: string, credentials: number) =>
      plural(credentials, {
        one: `${name} was given to your browser to save, with # credential.`,
        other: `${name} was given to your browser to save, with # credentials.`,
      }),
    leftOut: (count: number) =>
      plural(count, {
        one: '# damaged record of which nothing can be read is not in it.',
        other: '# damaged records of which nothing can be read are not in it.',
      }),
    madeNext: 'Try it now: choose the file and see that it opens.',
    again: 'Save it once more',
    reminder: (count: number) =>
      plural(count, {
        zero: 'Keys made since the last backup would be lost with this device.',
        one: '# credential is only on this device.',
        other: '# credentials are only on this device.',
      }),
    later: 'Later',
  },

  close: {
    known: 'Passphrase or recovery code',
    knownHint: 'What opens your wallet can open the backup too. Anything else will be a passphrase for this file alone.',
    checking: 'Looking whether it opens your wallet',
    other: 'That does not open your wallet. It can be a passphrase for this file alone: type it again, and write it down.',
    fresh: 'Passphrase for this file',
    freshHint: 'Without this passphrase nobody can open the file, and nobody can tell it to you. Write it down.',
    go: 'Make the backup',
  },

  restore: {
    lead: 'Choose the file. You see what is inside before anything is changed.',
    trying: 'Choose the file. It is opened and every part of it is checked; nothing in your wallet is changed.',
    choose: 'Choose a backup file',
    chosen: (name: string, size: string) => `${name}, ${size}`,
    otherFile: 'Choose another file',
    key: 'Passphrase or recovery code',
    keyHint: 'The one that the backup was made with.',
    open: 'Open it',
    opening: 'Opening it and checking every part',
    whole: 'It opens, and it is whole.',
    insideTitle: 'What is inside',
    made: (when: string, by: string) => `Made on ${when} by Satchel ${by}.`,
    credentials: (count: number) => plural(count, { zero: 'No credentials', one: '# credential', other: '# credentials' }),
    here: (count: number) =>
      plural(count, {
        zero: 'None of them is in this wallet yet.',
        one: '# of them is in this wallet already.',
        other: '# of them are in this wallet already.',
      }),
    stacks: (count: number) => plural(count, { one: '# stack of your own', other: '# stacks of your own' }),
    pathways: (count: number) => plural(count, { one: '# pathway', other: '# pathways' }),
    unchanged: 'Nothing in your wallet was changed.',
    take: 'What to take',
    always: 'Each is checked anew, and what is here already stays as it is.',
    trust: 'Whom it trusts',
    lists: (names: string) => `Lists: ${names}`,
    pins: (names: string) => `Issuers: ${names}`,
    vocabularies: (hosts: string) => `Vocabularies from: ${hosts}`,
    trustHint: 'Take this only from a backup of your own: it decides whose names are stated as fact.',
    settings: 'Who you are, and settings',
    identities: (names: string) => `Identities: ${names}`,
    settingsHint: 'Language and appearance are taken only into a new wallet.',
    keys: (count: number) => plural(count, { one: '# key of your own', other: '# keys of your own' }),
    keysHint: 'You present credentials that are bound to you with them.',
    go: 'Put it into this wallet',
    working: (ready: number, total: number) => `${ready} of ${total} credentials checked`,
    stop: 'Stop',
    stopped: 'Stopped. What was added stays. Doing it again goes on from there.',
    doneTitle: 'It is done',
    added: (count: number) =>
      plural(count, { zero: 'No credential was new.', one: '# credential was added.', other: '# credentials were added.' }),
    there: (count: number) =>
      plural(count, { one: '# was here already and stays as it is.', other: '# were here already and stay as they are.' }),
    newTrust: (count: number) =>
      plural(count, {
        one: '# list, issuer or vocabulary is trusted now.',
        other: '# lists, issuers or vocabularies are trusted now.',
      }),
    newKeys: (count: number) => plural(count, { one: '# key was added.', other: '# keys were added.' }),
    newIdentities: (count: number) =>
      plural(count, { one: '# identity was added to yours.', other: '# identities were added to yours.' }),
    newStacks: (count: number) =>
      plural(count, { one: '# stack of your own is new here or newer.', other: '# stacks of your own are new here or newer.' }),
    newPathways: (count: number) => plural(count, { one: '# pathway was added.', other: '# pathways were added.' }),
    noRoom: (count: number) =>
      plural(count, {
        one: '# stack or pathway is left out: there is room for no more.',
        other: '# stacks and pathways are left out: there is room for no more.',
      }),
    unreadLists: (names: string) => `These lists could not be read, and are left out: ${names}`,
    unread: (count: number) =>
      plural(count, {
        one: '# credential could not be read any more. Save it as it is, should somebody be able to.',
        other: '# credentials could not be read any more. Save them as they are, should somebody be able to.',
      }),
    save: 'Save',
    saveNamed: (what: string) => `Save ${what}`,
    toWallet: 'To the wallet',
    otherWay: 'Is your other device at hand?',
    fromDevice: 'Move from another device',
    leave: 'Close this backup',
  },

  move: {
    lead: 'Your wallet goes from screen to camera, closed for the other device alone. Nothing is uploaded. Both devices keep a copy.',
    which: 'Which one is this?',
    from: 'The old one: send from here',
    fromHint: 'Your credentials are on this device.',
    to: 'The new one: receive here',
    toHint: 'Your credentials are on the other device.',
    showTitle: 'Let the other device scan this',
    show: 'On your other device, open Satchel, go to Settings, Move to another device, and choose to send.',
    codeName: 'The key of this device, as a code to scan',
    copy: 'Copy as text',
    copied: 'Copied',
    compare: (code: string) => `Both screens should show ${code}.`,
    scanned: 'The other device has scanned it',
    receiveTitle: 'Point the camera at the other screen',
    opening: 'Everything has arrived. Opening it.',
    scanTitle: 'Scan the code on your new device',
    scan: 'On the new device, open Satchel, choose to move from another device, and choose to receive.',
    paste: 'Or paste its text here',
    pasteGo: 'Use this text',
    notKey: 'That is not the code of a device that waits for a wallet.',
    sendTitle: 'Send your wallet to this device?',
    sendWhat: (count: number) =>
      plural(count, {
        zero: 'There is nothing in your wallet but settings.',
        one: '# credential, the keys that are yours, whom you trust and your settings.',
        other: '# credentials, the keys that are yours, whom you trust and your settings.',
      }),
    sendGo: 'They are the same: send',
    sendNo: 'They differ',
    differ: 'Then somebody else’s code was scanned. Nothing was sent. Start again.',
    preparing: 'Closing your wallet for the other device',
    playTitle: 'Hold the other device before this screen',
    play: 'Its camera collects the parts in any order. Leave this open until it says that everything has arrived.',
    finished: 'The other device has everything',
    sent: 'Done. Your wallet stays on this device too. Erase it in Settings when you no longer need it here.',
    tooLarge: (size: string) =>
      `Your wallet is too large for codes (${size}). Use a backup file: save it here, and restore it there.`,
    byFile: 'Use a backup file instead',
    again: 'Start again',
    back: 'Back',
  },

  keys: {
    title: 'Your keys',
    lead: 'When a credential is bound to you, you show that it is yours with a key that only this wallet has. It is in your backups.',
    none: 'There is none yet. One is made when you first present something.',
    inUse: 'in use',
    since: (when: string) => `Since ${when}`,
    retired: (when: string) => `Retired on ${when}`,
    copy: 'Copy',
    copyNamed: (what: string) => `Copy ${what}`,
    copied: 'Copied',
    renew: 'Use a new key',
    renewNamed: (what: string) => `Use a new ${what} key`,
    renewTitle: 'Use a new key?',
    renewWords:
      'What you present from now on is signed by the new one, so that it cannot be told to be from the same person by its key. The old one stays, for credentials that are bound to it. Make a backup afterwards.',
    renewed: 'There is a new key',
  },

  takeAway: {
    title: 'Take everything away',
    lead: 'Your credentials are yours. These files can be read by others, without Satchel.',
    zip: 'Save all originals (ZIP)',
    zipHint: 'Each credential in the bytes in which it came. Anybody who has the file can read them.',
    wallet: 'Save as a Universal Wallet file',
    walletHint: 'For other wallets that read Universal Wallet 2020. Your keys are not in it.',
    passphrase: 'Password for it (may stay empty)',
    passphraseHint: 'Without one, anybody who has the file can read it.',
    working: (ready: number, total: number) => `${ready} of ${total}`,
    done: (name: string) => `${name} was given to your browser to save.`,
    nothing: 'There is nothing in your wallet yet.',
  },

  install: {
    title: 'On your home screen',
    lead: 'Satchel can be installed like an app, from here. It opens faster and browsers keep its data longer.',
    installed: 'Satchel is installed on this device.',
    go: 'Install it',
    byMenu: 'Your browser has this in its menu: “Install” or “Add to home screen”.',
    ios: 'Tap Share, then “Add to Home Screen”.',
    iosEmpty:
      'On iPhone and iPad the installed app starts empty: it does not see what is in this browser. Make a backup first, install it, then restore the backup there.',
    iosMove: 'Make the backup',
  },

  aside: {
    title: 'Set aside',
    lead: 'Records that could not be opened any more, out of the way of the others. Save them, should somebody be able to make something of them.',
    kinds: {
      unreadable: 'Cannot be opened',
      old: 'Not the newest that was written',
      missing: 'Part of it is not there',
      foreign: 'Was not written by this wallet',
    },
    about: (when: string, size: string) => `Set aside on ${when}, ${size}`,
    save: 'Save',
    saveNamed: (what: string) => `Save: ${what}`,
    remove: 'Remove',
    removeNamed: (what: string) => `Remove: ${what}`,
    removed: 'Removed',
  },

  damaged: {
    count: (count: number) =>
      plural(count, {
        one: '# record is not as it was left. The others are not affected.',
        other: '# records are not as they were left. The others are not affected.',
      }),
    kinds: {
      unreadable: (count: number) => plural(count, { one: '# cannot be opened', other: '# cannot be opened' }),
      old: (count: number) =>
        plural(count, { one: '# is older than what was last written', other: '# are older than what was last written' }),
      missing: (count: number) => plural(count, { one: '# is not there any more', other: '# are not there any more' }),
      foreign: (count: number) =>
        plural(count, { one: '# was not written by this wallet', other: '# were not written by this wallet' }),
    },
    mendable: (count: number) =>
      plural(count, {
        zero: 'What cannot be read is set aside. If you have a backup, restore it.',
        one: '# can be read anew from its original; what cannot is set aside. If you have a backup, restore it.',
        other: '# can be read anew from their originals; what cannot is set aside. If you have a backup, restore it.',
      }),
    mend: 'Mend',
    mending: 'Mending',
    mended: (count: number) =>
      plural(count, { zero: 'None could be mended', one: '# record is mended', other: '# records are mended' }),
    aside: (count: number) => plural(count, { zero: 'none is set aside', one: '# is set aside', other: '# are set aside' }),
    gone: (count: number) => plural(count, { one: '# is gone for good', other: '# are gone for good' }),
    list: 'The list of what belongs in your wallet was damaged. It was made anew from what is there; everything that can be opened is shown. If something is missing, restore your backup.',
    understood: 'I understand',
  },

  given: {
    backup: 'This is a backup.',
    look: 'Look inside',
    wallet: 'This wallet file is locked.',
    password: 'Its password',
    open: 'Open it',
    opening: 'Opening it',
  },
}
