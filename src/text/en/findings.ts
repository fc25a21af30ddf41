import type { FindingsText, Said } from '../findings.ts'
import { page } from './credential.ts'

const host = (said: Said) => said.host ?? 'the other server'
const Host = (said: Said) => said.host ?? 'The other server'
/** The member or term that is meant. */
const named = (said: Said) => said.member ?? said.term
/** “eddsa-rdfc-2022” or “JWT, ES256”. */
const suiteOf = (said: Said) => [said.suite, said.alg].filter((part) => part !== undefined).join(', ')
/** A host that answers but has nothing there, now or any longer. */
const isGone = (said: Said) => said.status === '404' || said.status === '410'
const isSeveral = (count: string | undefined) => Number(count) > 1
/** “ (at credentialSubject › name)”, when a place is known. */
const at = (said: Said) => (said.at ? ` (at ${said.at})` : '')
const member = (said: Said) => (named(said) ? `“${named(said)}”` : 'one part')

/** English sentences of the trust report; the shape that the other languages follow. */
export const findings: FindingsText = {
  language: 'en',

  questions: {
    integrity: 'Unchanged?',
    validity: 'Still valid?',
    authority: 'Who stands behind it?',
    identity: 'Whose is it?',
  },
  answers: {
    passed: 'yes',
    warning: 'with a remark',
    failed: 'no',
    unknown: 'could not be checked',
    pending: 'being checked',
  },
  levels: {
    listed: ({ list, stated }) => `${list ? `listed by ${list}` : 'listed by a registry'}${otherwise(stated)}`,
    personal: ({ stated }) => `trusted by you${otherwise(stated)}`,
    web: ({ host }) => (host ? `known by its web address, ${host}` : 'known by its web address'),
    test: ({ list }) => (list ? `known only to ${list}, a list for tests` : 'known only to a list for tests'),
    key: () => 'a key that anyone could have made',
    none: () => 'a name only',
  },

  page,

  checks: {
    'structure.data-model': { name: 'Well formed', passed: () => 'It follows the rules of its format.' },
    'structure.schema': { name: 'Fits its schema', passed: () => 'It fits the schema that it names.' },
    'proof.signature': {
      name: 'Signature',
      passed: (said) => (suiteOf(said) ? `The signature is right (${suiteOf(said)}).` : 'The signature is right.'),
    },
    'proof.coverage': { name: 'Covers all that is shown', passed: () => 'Everything shown is covered by it.' },
    'nested.integrity': { name: 'The parts, unchanged', passed: () => 'Every part inside is unchanged.' },
    'nested.validity': { name: 'The parts, still valid', passed: () => 'Every part inside is still valid.' },
    'validity.dates': {
      name: 'Dates',
      passed: ({ until }) => (until ? `Valid until ${until}.` : 'Today is within its dates.'),
    },
    'validity.status': {
      name: 'Not withdrawn',
      passed: ({ asOf }) => (asOf ? `Not withdrawn, as of ${asOf}.` : 'Not withdrawn.'),
    },
    'validity.refresh': { name: 'Newest version', passed: () => 'There is no newer version.' },
    'issuer.key': {
      name: 'The issuer’s key',
      passed: ({ host }) => (host ? `The key is the issuer’s: ${host} lists it.` : 'The key is the issuer’s.'),
    },
    'issuer.registry': {
      name: 'Lists that know the issuer',
      passed: ({ list, personal, name, stated, asOf }) => {
        const who = name ? ` as ${name}` : ''
        const calls = stated ? ` It calls itself “${stated}”.` : ''
        if (personal) return `You trust this issuer with the key that signed this${who ? `,${who}` : ''}.${calls}`
        return `The issuer is listed${list ? ` by ${list}` : ''}${who}${asOf ? ` (read on ${asOf})` : ''}.${calls}`
      },
    },
    'issuer.endorsements': {
      name: 'Endorsements',
      passed: () =>
        'The endorsements it carries are rightly signed and speak of it. Who the endorsers are is a question of its own.',
    },
    'identity.holder': {
      name: 'Who shows it',
      passed: () => 'Presented by the person it was issued to, in answer to your request.',
    },
    'identity.recipient': {
      name: 'Who it was issued to',
      passed: ({ tidied }) =>
        `It was issued to an identity that you gave${tidied ? ', once written in the usual way (small letters, no spaces)' : ''}.`,
    },
  },

  verdicts: {
    genuineListed: ({ issuer, date, stated }) =>
      issuer
        ? `Genuine. Issued by ${issuer}${date ? ` on ${date}` : ''} and unchanged since.${stated ? ` It calls its issuer “${stated}”.` : ''}`
        : 'Genuine and unchanged, from an issuer that a list recognises.',
    genuineByAddress: ({ host }) =>
      `Genuine and unchanged. Its issuer is known to us only by its web address${host ? `, ${host}` : ''}.`,
    testListed: ({ issuer, list }) =>
      `Unchanged since it was signed, but only a list for tests${list ? ` (${list})` : ''} knows its issuer. ${
        issuer ? `It says it is from “${issuer}”; nothing confirms that.` : 'It does not say who that is.'
      }`,
    keyOnly: ({ issuer }) =>
      `Unchanged since it was signed, but by a key that anyone could have made. ${
        issuer ? `It says it is from “${issuer}”; nothing confirms that.` : 'It does not say whose key that is.'
      }`,
    expiredGenuine: ({ date }) => `Genuine, but out of date${date ? ` since ${date}` : ''}.`,
    expiredUnchanged: ({ date }) => `Unchanged since it was signed, but out of date${date ? ` since ${date}` : ''}.`,
    earlyGenuine: ({ date }) => (date ? `Genuine, but it only counts from ${date}.` : 'Genuine, but it does not count yet.'),
    earlyUnchanged: ({ date }) =>
      date
        ? `Unchanged since it was signed, but it only counts from ${date}.`
        : 'Unchanged since it was signed, but it does not count yet.',
    outsideDates: ({ date }) => `Today is outside the dates it is valid for${date ? ` (${date})` : ''}.`,
    revokedByName: ({ issuer, date }) => `${issuer || 'Its issuer'} withdrew this${date ? ` on ${date}` : ''}.`,
    revoked: ({ date }) => `Whoever issued this withdrew it${date ? ` on ${date}` : ''}.`,
    suspendedByName: ({ issuer }) => `${issuer || 'Its issuer'} has suspended this for now.`,
    suspended: () => 'Whoever issued this has suspended it for now.',
    unsigned: () => 'Nobody signed this, so nothing shows who made it or whether it was changed. Do not rely on it.',
    altered: () => 'This was changed after it was issued. Do not rely on it.',
    uncovered: () => 'Part of what it says is not covered by its signature. Do not rely on it.',
    signedByOther: ({ issuer }) => `Signed, but not by ${issuer ? `“${issuer}”` : 'the issuer it names'}. Do not rely on it.`,
    unreachable: ({ host }) =>
      `We could not check it right now: ${host || 'a server that it needs'} did not answer. Everything else about it holds.`,
    unreachableAlone: ({ host }) =>
      `We could not check it right now: ${host || 'a server that it needs'} did not answer. Try again later.`,
    blocked: ({ host }) =>
      `${host || 'The issuer’s server'} does not let browsers read its records, so this part cannot be checked here.`,
    offline: () => 'You are offline, and part of the check needs the network. Check again once you are back.',
    unsupported: () => 'This kind of signature is new to us. We can show it, but not vouch for it.',
    keyNotTied: ({ issuer }) =>
      `Unchanged since it was signed, but nothing ties the key to ${issuer ? `“${issuer}”` : 'the issuer it names'}. The issuer could settle it by listing its key.`,
    otherPersonGenuine: () => 'Genuine, but not shown to be this person’s.',
    otherPersonUnchanged: () => 'Unchanged since it was signed, but not shown to be this person’s.',
    partBadGenuine: (facts) => `The record is genuine, but ${badParts(facts)}`,
    partBadUnchanged: (facts) => `The record itself is unchanged, but ${badParts(facts)}`,
    partUnknown: ({ part }) => `The record holds, but a part of it could not be checked${part ? `: ${part}` : ''}.`,
    carrierVerified: ({ parts }) => (parts === 1 ? 'The credential inside holds.' : `The ${parts} credentials inside all hold.`),
    carrierBad: ({ parts, bad, part }) => {
      if (parts === 1) return `The credential inside does not hold${part ? `: ${part}` : ''}.`
      const of = `of the ${parts > 0 ? `${parts} ` : ''}credentials inside`
      return bad > 1
        ? `${bad} ${of} do not hold${part ? `, among them ${part}` : ''}.`
        : `One ${of} does not hold${part ? `: ${part}` : ''}.`
    },
    carrierUnknown: ({ part }) => `Something inside could not be checked${part ? `: ${part}` : ''}.`,
    nothingInside: () => 'There is no credential inside this, so there is nothing to rely on.',
    doNotRely: 'Do not rely on it.',
    cannotTell: 'So we cannot tell whether it holds.',
  },

  problems: {
    input_empty: () => 'There is nothing in it. Choose the file again, or download it once more.',
    input_too_large: () => 'This is larger than we open here. Ask for the badge on its own, or split the file.',
    input_unrecognized: () =>
      'We found no credential in it. Try the original badge picture, a JSON file, or the text that the issuer sent.',
    input_is_address: ({ host }) =>
      `This is a web address${host ? ` (${host})` : ''}, not a credential. We can fetch it if you like.`,
    input_is_html: () =>
      'This is a web page, not a credential. Look on that page for a download link and add the file behind it.',
    input_is_pdf: () => 'This is a PDF, which holds no credential we can check. Ask for the badge as a picture or a JSON file.',
    input_not_credential: () => 'This is readable data, but not a credential. Look for a download of the badge itself.',
    input_unreadable: () => 'This could not be read. Choose the file again, or copy it to this device first.',
    too_many_credentials: ({ limit }) =>
      `There are more credentials in it than we open at once${limit ? ` (the limit is ${limit})` : ''}. Split the file and add the pieces.`,
    nothing_inside: () => 'It is a wrapper with no credential inside. Ask whoever sent it for the credential itself.',
    json_malformed: ({ line }) =>
      `The text breaks off or is garbled${line ? ` (line ${line})` : ''}. Copy all of it again, or download the file once more.`,
    json_duplicate_key: ({ name }) =>
      `It says ${name ? `“${name}”` : 'the same thing'} twice, and two readers could see two different things. Ask the issuer for a clean copy.`,
    json_too_deep: () => 'Its data is nested deeper than any credential needs. Ask the issuer for a clean copy.',
    json_too_large: () => 'It holds more data than any credential needs. Ask the issuer for a smaller copy.',
    text_not_utf8: () => 'Its text was damaged on the way. Download the original file and add that.',
    jws_malformed: () => 'It looks like a signed token, but it is incomplete. Copy all of it, with both dots, and try again.',
    png_malformed: () => 'The picture is damaged or cut off. Download the original once more.',
    png_no_badge: () =>
      'This picture holds no badge. Screenshots and resized copies lose it: download the original picture from the issuer.',
    png_crc_wrong: () =>
      'The picture’s own checksum is wrong; what counts is the badge inside, and that is checked by its signature.',
    png_chunk_compressed: () => 'The badge is packed into the picture in an unusual way. Some other readers may not find it.',
    png_several_badges: ({ count }) => `The picture holds ${count ?? 'several'} badges. Each is read on its own.`,
    png_inflate_failed: () => 'The badge in this picture could not be unpacked. Download the original once more.',
    badge_address_only: ({ host }) =>
      `This is only the address of a badge${host ? `, at ${host}` : ''}. The badge itself has to come from there.`,
    svg_malformed: () => 'The picture is damaged or cut off. Download the original once more.',
    svg_doctype: () =>
      'The picture uses a feature that can hide harmful content, so we did not open it. Ask the issuer for another copy.',
    svg_no_badge: () => 'This picture holds no badge. Edited copies lose it: download the original picture from the issuer.',
    svg_too_deep: () =>
      'The picture is far more tangled than a badge needs, so we stopped reading. Ask the issuer for another copy.',
    zip_malformed: () =>
      'This ZIP file is damaged or cut short. Download it once more, or unpack it and add the files themselves.',
    zip_unsupported: ({ reason }) =>
      `This is packed in a way that we do not open${reason ? ` (${reason})` : ''}. Unpack it and add the files themselves.`,
    zip_encrypted: () =>
      'This file is locked with a password inside the ZIP. Unpack it with the password, then add the file itself.',
    archive_file_damaged: () => 'This file was damaged when it was packed or sent. Ask for the archive once more.',
    archive_too_large: () =>
      'Unpacked, this would be far larger than any credential. Unpack it yourself and add only the badges.',
    archive_too_many_files: ({ limit }) =>
      `There are more files in it than we open at once${limit ? ` (the limit is ${limit})` : ''}. Unpack it and add the badges in smaller lots.`,
    archive_too_deep: () => 'There are archives within archives, more than we open. Unpack them and add the files themselves.',
    archive_no_credential: ({ files }) =>
      `${files === '1' ? 'The one file in it is no credential' : `None of the files in it is a credential${files ? ` (there are ${files})` : ''}`}. Ask for an export that holds the badges themselves.`,
    wallet_locked: () =>
      'This wallet export is locked. Export it once more without a password, or unlock it in the app that it comes from.',
    format_not_yet: ({ format }) =>
      `We recognise this${format ? ` (${format})` : ''}, but cannot open its kind yet. Add the badge itself as a JSON file or a picture.`,

    context_missing: () => 'It does not say which vocabulary its words belong to.',
    context_first_wrong: () => 'The vocabulary that must come first in it does not.',
    context_invalid: (said) => `One of the vocabularies it names is not written as it should be${at(said)}.`,
    data_model_version_disagrees: () => 'It mixes the words of two versions of its format.',
    type_missing: (said) => `It does not say what kind of thing it is${at(said)}.`,
    type_unknown: ({ type }) => `It calls itself ${type ? `“${type}”` : 'something'} that its vocabularies do not define.`,
    id_invalid: (said) => `An identifier in it is not a proper address${at(said)}.`,
    member_missing: (said) => `Its format asks for ${member(said)}, and it is not there${at(said)}.`,
    member_invalid: (said) => `Its format asks for ${member(said)} in another form${at(said)}.`,
    date_invalid: (said) => `${said.member ? `“${said.member}”` : 'A date in it'} is not a complete date and time${at(said)}.`,
    dates_reversed: () => 'Its end date lies before its start date.',
    badge_too_old: () =>
      'It follows the first draft of Open Badges (0.5), which has hardly a rule to check it by. The issuer may have one in a newer form.',
    badge_part_only: () => 'This describes a badge or its issuer. It is not a badge that was given to somebody.',
    badge_form_mixed: () => 'It says that it is checked in another way than the one in which it came.',
    context_order: () => 'It names its vocabularies in another order than the standard asks. That changes nothing that it says.',
    association_dangling: () => 'It ties an achievement to another one that is not in this record.',
    context_unfamiliar: (said) => `It also uses words of a vocabulary that we do not know${at(said)}.`,
    image_not_baked: () => 'Its picture is written into it. Its format asks for the address of the picture instead.',
    schema_violated: (said) => `It does not fit the schema that it names${at(said)}.`,
    schema_unknown: ({ host }) =>
      `It names a schema that we do not have${host ? ` (at ${host})` : ''}, so that part could not be checked.`,

    proof_missing: () => 'It carries no signature, so nothing shows who made it or whether it was changed.',
    proof_malformed: () => 'Its signature is not written as it should be.',
    proof_value_malformed: () => 'The value of its signature is garbled.',
    proof_signature_wrong: () => 'The signature does not match: something was changed after it was signed.',
    proof_type_unsupported: ({ suite }) => `This kind of signature${suite ? ` (${suite})` : ''} is new to us.`,
    proof_suite_obsolete: ({ suite }) => `It is signed in an older way${suite ? ` (${suite})` : ''} that still holds.`,
    proof_purpose_wrong: () => 'Its signature was made for another purpose than issuing a credential.',
    proof_expired: ({ date }) =>
      `Its signature was only meant to hold${date ? ` until ${date}` : ' for a time that has passed'}.`,
    proof_created_in_future: ({ date }) => `Its signature says it was made in the future${date ? `, on ${date}` : ''}.`,
    proof_previous_missing: () => 'Its signature builds on an earlier one that is not there.',
    proof_too_many: () => 'It carries more signatures than any credential needs, so not all were looked at.',
    proof_also_unsupported: ({ other }) =>
      `It carries a further signature${other ? ` (${other})` : ''} of a kind that is new to us.`,
    proof_selective: () => 'The signature is right. Its holder chose what to show; all that the issuer made compulsory is there.',
    proof_base_only: () =>
      'This is the holder’s own copy, from which they choose what to show. It is not meant to be passed on as it is: ask for a copy made for you.',
    proof_base_unchecked: () => 'This is the holder’s own copy, and we could not make from it what its signature would show.',
    proof_too_long: () => 'Its signature is made of more parts than can be checked here within a reasonable time.',
    proof_context_mismatch: () => 'The vocabularies named in its signature are not those of the credential.',
    canonicalization_too_hard: () => 'Its data is too tangled to be checked here within a reasonable time.',
    jsonld_invalid: () => 'Its data cannot be read in the way that its signature needs.',
    context_unavailable: ({ context }) =>
      `It uses a vocabulary that we do not have${context ? ` (${context})` : ''}, so the signature could not be checked.`,
    context_fetched: ({ context }) =>
      `The signature holds. It was checked with a vocabulary from elsewhere that was allowed here${context ? `: ${context}` : ''}.`,
    variant_unmatched: ({ term }) =>
      `${term ? `“${term}”` : 'Something in it'} is in some editions of its vocabulary only, and the signature fits none that we know.`,
    too_many_contexts: () => 'It names more vocabularies than any credential needs, so we stopped reading.',
    term_undefined: ({ term }) =>
      `${term ? `“${term}”` : 'Something in it'} is in none of its vocabularies, so the signature does not cover it.`,
    member_hidden: (said) =>
      `It carries ${named(said) ? `“${named(said)}”` : 'something'} in a form that readers would overlook${at(said)}.`,
    name_unsigned: (said) => `The signature covers what ${member(said)} means, but not that it is called so.`,
    meaning_changed: (said) => `Its own vocabulary gives ${member(said)} another meaning than the one that is shown.`,
    coverage_unknown: () => 'We could not make sure that everything shown is covered by the signature.',
    alg_unsupported: ({ alg }) => `This kind of signature${alg ? ` (${alg})` : ''} is new to us.`,
    alg_none: () => 'It says of itself that it is not signed.',
    alg_symmetric: () => 'It is locked with a shared secret, not signed: anyone who knows the secret could have made it.',
    alg_key_mismatch: () => 'The kind of signature and the kind of key do not belong together.',
    crit_unknown: () => 'It says that it must not be relied on by readers who do not know a certain extension, and we do not.',
    jwt_key_missing: () => 'It does not say which key signed it.',
    jwt_key_conflict: () => 'It names two different keys for one signature.',
    jwt_private_key: () => 'It gives away a private key, so anyone could have signed it.',
    jwt_claim_mismatch: ({ claim }) =>
      `Its envelope${claim ? ` (${claim})` : ''} says something else than the credential inside.`,
    jwt_form_mixed: () => 'It mixes two ways of signing that do not go together.',

    sd_jwt_malformed: () =>
      'The facts that it discloses are not written as they should be. Copy all of it, up to the last sign, and try again.',
    sd_hash_unsupported: ({ hash }) => `It protects what it discloses in a way that is new to us${hash ? ` (${hash})` : ''}.`,
    disclosure_unsigned: () => 'It shows something that its issuer did not sign.',
    disclosure_repeated: (said) => `It discloses ${member(said)} twice, and two readers could see two different things.`,
    disclosure_forbidden: (said) =>
      `It leaves it to whoever shows it whether ${member(said)} is seen, and that must always be seen.`,
    disclosures_too_many: () => 'It discloses more facts than any credential needs, so we stopped reading.',
    facts_withheld: ({ count }) =>
      `Everything shown is covered by it. ${count === '1' ? 'One more fact' : `Up to ${count ?? 'several'} more facts`} may be kept back by whoever shows it.`,

    method_invalid: () => 'The address of the key that signed it is not a proper one.',
    key_malformed: () => 'The key that signed it is not written as it should be.',
    key_type_unsupported: ({ type }) => `This kind of key${type ? ` (${type})` : ''} is new to us.`,
    key_unavailable: (said) => `We could not get the issuer’s key${said.host ? ` from ${said.host}` : ''}.`,
    key_revoked: ({ date }) => `The issuer withdrew the key${date ? ` on ${date}` : ''}.`,
    key_not_listed: ({ host }) => `The key that signed it is not among the issuer’s keys${host ? ` at ${host}` : ''}.`,
    key_wrong_purpose: () => 'The issuer has this key, but not for issuing credentials.',
    key_not_tied: () => 'Nothing ties the key that signed it to the issuer named.',
    key_unproven: () => 'As long as nothing confirms what it says, we do not know who stands behind it.',
    key_by_did_key: () => 'The issuer’s identifier is this very key.',
    did_malformed: () => 'The issuer’s identifier is not written as it should be.',
    did_method_unsupported: ({ method }) => `This kind of identifier${method ? ` (did:${method})` : ''} is new to us.`,
    controller_document_invalid: (said) =>
      `The list of keys${said.host ? ` at ${said.host}` : ''} is not written as it should be.`,
    document_moved: ({ host, to }) =>
      host && to
        ? `${host} passed us on to ${to}, which does not speak for it.`
        : `${host ?? 'The issuer’s server'} passed us on to another server, which does not speak for it.`,

    hosted_confirmed: (said) => `Its own address confirms it: ${host(said)} serves exactly this.`,
    hosted_kept_copy: (said) =>
      `${Host(said)} could not be asked now. It confirmed this when we last could${said.asOf ? `, ${said.asOf}` : ''}.`,
    hosted_copy_old: (said) =>
      `${Host(said)} could not be asked now, and our copy${said.asOf ? `, from ${said.asOf},` : ''} is too old to rely on. Check again when you are online.`,
    hosted_address_only: (said) => `It came as an address only. What is shown is what ${host(said)} serves there.`,
    hosted_no_address: () =>
      'A badge of this kind is confirmed by the web address where it is kept, and it does not state one. The original picture or link may.',
    hosted_address_inside: (said) =>
      `Only the address of a badge stands here, at ${host(said)}, so nothing is asked for. Add that address by itself to see what lies there.`,
    hosted_gone: (said) => `${Host(said)} no longer confirms this. The issuer may have moved it: ask them for its new address.`,
    hosted_withdrawn: (said) => `${Host(said)} says that the issuer withdrew it, and no longer serves it whole.`,
    hosted_not_badge: (said) => `${Host(said)} serves something else where this should be.`,
    hosted_other_id: (said) => `${Host(said)} serves another one at the address that this one states.`,
    hosted_differs: ({ host: at, members }) =>
      `It does not say what its own address says${at ? `, at ${at}` : ''}${members ? `. What differs: ${members}` : ''}.`,
    hosted_by_issuer: ({ place }) => `It is kept${place ? ` at ${place},` : ''} where the issuer’s own profile keeps its badges.`,
    hosted_out_of_scope: ({ place }) =>
      `It is kept${place ? ` at ${place},` : ''} where the issuer that it names keeps no badges.`,
    scope_unreadable: (said) => `The profile at ${host(said)} says in a way that is new to us where the issuer keeps its badges.`,
    origins_differ: ({ place }) =>
      `Its parts lie on different web hosts${place ? ` (the badge at ${place})` : ''}. A badge of its time is the issuer’s only where all share one.`,
    linked_invalid: (said) => `${Host(said)} serves something else where a part of this badge should be.`,
    badge_class_inside: () => 'What the badge stands for is written in the badge itself, and covered with it.',
    issuer_not_web: () => 'It does not name its issuer by a web address, so there is nobody to ask.',
    profile_by_address: ({ names }) =>
      `The issuer’s profile calls itself ${names ? `“${names}”` : 'by another address'}; what counts is the address where it lies.`,
    profile_of_other: (said) =>
      `The profile at ${host(said)} says that it is about somebody else${said.names ? `, ${said.names}` : ''}. The issuer could settle it by naming its own address.`,
    key_owner_wrong: () => 'The key that signed it does not name this issuer as its owner.',
    key_by_origin: (said) => `The key lies at the issuer’s own web address, ${host(said)}.`,

    expired: ({ date }) => (date ? `Out of date since ${date}.` : 'Out of date.'),
    not_yet_valid: ({ date }) => (date ? `It only counts from ${date}.` : 'It does not count yet.'),
    no_end_date: () => 'No end date.',
    dates_not_shown: () =>
      'It counts by the dates that are shown. Its holder chose what to show, so an end date may be among what was left out.',
    status_not_shown: () => 'No revocation list is named. Its holder chose what to show, so one may be among what was left out.',
    status_revoked: ({ date, reason }) => `The issuer withdrew it${date ? ` on ${date}` : ''}${reason ? `: “${reason}”` : ''}.`,
    status_suspended: ({ reason }) => `The issuer has suspended it for now${reason ? `: “${reason}”` : ''}.`,
    status_refresh: () => 'The issuer says that a newer version is ready.',
    status_message: ({ message }) => `The issuer adds${message ? `: “${message}”` : ' a message to it'}.`,
    status_type_unsupported: ({ type }) => `The issuer marks withdrawals in a way that is new to us${type ? ` (${type})` : ''}.`,
    status_entry_invalid: () => 'What it says about withdrawal is not written as it should be.',
    status_purpose_mismatch: () => 'The issuer’s list answers another question than the one this credential asks.',
    status_list_unavailable: (said) => `${Host(said)} did not give us the list of withdrawn credentials.`,
    status_list_invalid: (said) => `The list of withdrawn credentials at ${host(said)} is not written as it should be.`,
    status_list_unverified: () => 'The list of withdrawn credentials could not be verified itself.',
    status_list_expired: ({ date }) => `The list of withdrawn credentials is out of date${date ? ` since ${date}` : ''}.`,
    status_list_stale: ({ date, asOf }) =>
      `Our copy of the list of withdrawn credentials${(date ?? asOf) ? `, from ${date ?? asOf},` : ''} is too old to rely on. Check again when you are online.`,
    status_list_short: () => 'The list of withdrawn credentials is shorter than it must be to keep learners private.',
    status_list_foreign: ({ keeper }) =>
      `Somebody else${keeper ? ` (${keeper})` : ''} keeps the list of withdrawn credentials for the issuer.`,
    status_index_outside: () => 'It points to a place beyond the end of the list of withdrawn credentials.',
    status_value_unknown: ({ value }) => `The issuer marks it in a way that is new to us${value ? ` (${value})` : ''}.`,
    status_kept_copy: ({ date, asOf }) => `Not withdrawn when we last could ask${(date ?? asOf) ? `, ${date ?? asOf}` : ''}.`,
    status_too_many: () => 'It names more lists than any credential needs, so not all were looked at.',
    refresh_not_asked: () =>
      'The issuer may have a newer version. We do not ask by ourselves, so that no one learns when you look.',
    refresh_not_offered: () => 'Its issuer offers no way to ask for a newer version.',
    refresh_other: () => 'What the issuer’s server gave is not a newer version of this one. Nothing was changed.',
    refresh_unverified: () => 'The issuer’s server gave a newer version that does not hold by itself, so nothing was changed.',
    superseded: ({ date }) => `A newer version${date ? `, from ${date},` : ''} has replaced this one.`,

    issuer_by_web_address: ({ host, unread }) =>
      unread
        ? `We know the issuer only by its web address${host ? `, ${host}` : ''}. We could not look it up in ${unread}.`
        : `The web address that it names${host ? `, ${host},` : ''} is in none of the lists that you use.`,
    issuer_key_only: (said) =>
      `All we know of the issuer is a key, and anyone could have made it. Nothing confirms the name.${searched(said)}`,
    issuer_unbound: (said) => `Nothing confirms that the issuer is who it says.${searched(said)}`,
    issuer_also_listed: ({ list, name }) => `Also listed by ${list ?? 'another list'}${name ? ` as ${name}` : ''}.`,
    issuer_in_test_list: (said) =>
      `Only a list for tests${said.list ? ` (${said.list})` : ''} knows the issuer. Anyone may be on such a list, so nothing confirms the name.${searched(said)}`,
    issuer_other_key: ({ list, personal }) =>
      personal
        ? 'You trust this issuer, but with another key than the one that signed this.'
        : `${list ?? 'A list that you use'} knows this issuer, but with another key than the one that signed this.`,
    issuer_listed_unproven: ({ list, personal }) =>
      personal
        ? 'You trust the issuer that it names, but nothing shows that this issuer signed it.'
        : `${list ?? 'A list that you use'} knows the issuer that it names, but nothing shows that this issuer signed it.`,
    list_unrecognized: () =>
      'We found no list of institutions in it. A JSON or CSV file needs an identifier or a domain, and a name, for each of them.',
    list_entry_invalid: ({ line }) =>
      `${line ? `Line ${line}` : 'One line'} of the list cannot be read: it needs an identifier or a domain, and a name. Nothing of the list was taken.`,
    list_too_long: ({ limit }) => `The list is longer than we take${limit ? ` (${limit} institutions)` : ''}.`,
    list_statement_invalid: ({ claim }) =>
      `What the registry signed is not as it should be${claim ? ` (${claim})` : ''}, so we did not take it.`,
    list_signature_wrong: () => 'The signature of the registry is not right, so we did not take what it says.',
    list_key_changed: (said) =>
      `${Host(said)} signs with another key than when you added the list. If you know why, remove the list and add it again.`,
    pathway_missing: () => 'There is no pathway in it that we can read.',
    endorsements_not_checked: ({ count }) =>
      `It carries endorsements${count ? ` (${count})` : ''}; they have not been checked yet.`,
    endorsement_unverified: ({ endorser: by }) => `Nothing confirms an endorsement${by ? ` by ${by}` : ' that it carries'}.`,

    holder_unproven: () =>
      'We cannot tell who is showing it. Ask them to answer a request, or check the e-mail it was issued to.',
    holder_not_asked: ({ seconds }) =>
      `Signed by its holder${seconds ? ` ${seconds} seconds ago` : ''}. A copy would look the same: ask them to answer a request to be sure.`,
    holder_not_subject: () => 'Whoever showed it is not the one it was issued to.',
    holder_proof_wrong: () => 'The signature of whoever showed it is not right.',
    challenge_wrong: () => 'It answers another request than yours.',
    domain_wrong: () => 'It was meant for somebody else than you.',
    recipient_unnamed: () => 'It does not say to whom it was issued.',
    recipient_not_asked: () =>
      'It was issued to an address that it keeps hidden. Only somebody who knows the address can compare it.',
    recipient_differs: () => 'It was issued to another address or number than the ones given.',
    recipient_name_only: ({ name }) => `It was issued to a name only${name ? `, ${name}` : ''}; many people may share one.`,
    recipient_incomparable: () => 'It names its recipient by something else than what was given, so there is nothing to compare.',
    recipient_hash_weak: () =>
      'It was issued to an identity that you gave, but it hides it with an old hash that others could guess.',

    fetch_offline: () => 'You are offline. Check again once you are back.',
    fetch_failed: (said) => `${Host(said)} did not answer.`,
    fetch_blocked: (said) => `${Host(said)} does not let browsers read its records, so this part cannot be checked here.`,
    fetch_status: (said) =>
      isGone(said)
        ? `${Host(said)} answered that it does not have it (${said.status}). Check the address, or ask the issuer.`
        : `${Host(said)} answered with an error${said.status ? ` (${said.status})` : ''}. Try again later.`,
    fetch_timeout: (said) => `${Host(said)} took too long to answer. Try again later.`,
    fetch_too_large: (said) => `${Host(said)} sent more than we accept.`,
    fetch_address_refused: () => 'That address is not one we open: it must be a public https address.',
    fetch_too_many: () => 'It names more addresses than we ask for one credential.',
    fetch_cancelled: () => 'Stopped before an answer came.',

    nested_not_verified: ({ first: part, bad }) =>
      isSeveral(bad)
        ? `${bad} parts of it do not hold${part ? `, among them ${part}` : ''}.`
        : `A part of it does not hold${part ? `: ${part}` : ''}.`,
    nested_unknown: ({ first: part, bad }) =>
      isSeveral(bad)
        ? `${bad} parts of it could not be checked${part ? `, among them ${part}` : ''}.`
        : `A part of it could not be checked${part ? `: ${part}` : ''}.`,
    nested_other_person: ({ first: part }) => `A part of it was not issued to the same person${part ? `: ${part}` : ''}.`,
    nested_person_unknown: ({ first: part }) =>
      `A part of it does not say to whom it was issued in a way that can be compared${part ? `: ${part}` : ''}.`,
    proof_by_record: () =>
      'It has no signature of its own; the record that it is part of is signed by the same issuer and vouches for it.',
    issuer_stated: () => 'The record says that somebody else issued this, and it has no signature of its own to show for it.',
    parts_entangled: () =>
      'The record’s signature does not settle which of its parts says what. Ask for parts that are signed one by one.',

    store_unavailable: () =>
      'This browser does not let us keep anything here. A private window may be the reason; try an ordinary one.',
    store_quota: () => 'This device has no room left for it. Free some space and try again; nothing was lost.',
    store_aborted: () => 'It could not be kept this time. Nothing was lost; try again.',
    store_corrupt: () => 'One record on this device can no longer be opened. The others are untouched.',
    store_newer: () => 'Your wallet was written by a newer version of Satchel. Reload the page to get it.',
    store_blocked: () =>
      'Satchel is open in another tab with an older version. Close that tab: your wallet then opens by itself.',

    store_busy: () => 'Another tab is still writing. Close your other Satchel tabs, then try again.',
    store_locked: () => 'Satchel was locked. Unlock it and try again.',
    stacks_full: ({ limit }) =>
      `Satchel keeps ${limit ? `${limit} of these` : 'so many of these'} and no more. Remove one that you no longer need, then try again.`,
    unlock_wrong: () => 'That does not open this wallet. Nothing was changed; try again.',
    unlock_last: () => 'This is the only way into your wallet. Add another one first.',
    recovery_code_mistyped: () => 'Something in that code was mistyped. Compare it with your printed one, group by group.',
    passkey_unsupported: () => 'This browser cannot use passkeys here. A passphrase works just as well.',
    passkey_no_prf: () =>
      'This passkey can say who you are, but cannot make the key that your wallet needs. Try another passkey, or use a passphrase.',
    passkey_cancelled: () => 'No passkey was used. You can try again, or take another way.',
    passkey_exists: () => 'This device or security key already has a passkey for your wallet.',
    passkey_refused: () => 'Your device did not accept that. Try again, or take another way.',
    backup_unrecognized: () => 'This is not a backup that Satchel can read.',
    backup_newer: () => 'A newer version of Satchel wrote this backup. Reload the page to get it, then try again.',
    backup_wrong_key: () =>
      'That does not open this backup. Check for typing mistakes; it may also be an older passphrase of yours.',
    backup_damaged: () => 'This backup is damaged or cut short. What is in your wallet is untouched.',
    backup_too_large: () => 'This backup is larger than Satchel can open here.',
    wallet_wrong_key: () => 'That does not open this wallet file. Check for typing mistakes.',
    wallet_lock_unsupported: () =>
      'This wallet file is locked in a way that Satchel does not know. Export it again without a lock, or with a password.',
    camera_unavailable: () => 'There is no camera that this page can use. Use a backup file instead.',
    camera_refused: () =>
      'The browser does not let Satchel use the camera. Allow it in the address bar, or use a backup file instead.',
    transfer_other: () => 'That code belongs to something else. Show the one on your other device.',
    transfer_damaged: () => 'Something went wrong on the way. Start again on both devices; your wallet is untouched.',
    transfer_too_large: () => 'Your wallet is too large to send as a picture. Use a backup file instead.',
    safe_failed: () => 'That broke off before it was done. Nothing was changed; try again.',
    cancelled: () => 'Stopped before it was done.',
    worker_failed: () => 'The check broke off. Try again; your credential is untouched.',
    unexpected: () => 'Something happened that we did not foresee. Your credential is untouched; try again.',
  },
}

/** How far the lists were searched for an issuer that none of them knows. */
function searched({ unread, lists }: Said): string {
  if (unread) return ` We could not look it up in ${unread}.`
  return lists ? ' It is in none of the lists that you use.' : ''
}

function otherwise(stated: string): string {
  return stated ? `; it calls itself “${stated}”` : ''
}

function badParts({ parts, bad, part }: { readonly parts: number; readonly bad: number; readonly part: string }): string {
  const of = parts > 0 ? `of its ${parts} parts` : 'of its parts'
  const named = part ? `${bad > 1 ? ', among them' : ':'} ${part}` : ''
  return bad > 1 ? `${bad} ${of} do not hold${named}.` : `one ${of} does not hold${named}.`
}
