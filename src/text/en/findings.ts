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
/** “ (at /credentialSubject/name)”, when a place is known. */
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
    listed: ({ list }) => (list ? `listed by ${list}` : 'listed by a registry'),
    web: ({ host }) => (host ? `known by its web address, ${host}` : 'known by its web address'),
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
    'proof.coverage': { name: 'Covered by the signature', passed: () => 'Everything shown is covered by it.' },
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
      passed: ({ list }) => (list ? `The issuer is listed by ${list}.` : 'The issuer is listed.'),
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
      passed: ({ identity }) => (identity ? `It was issued to ${identity}.` : 'It was issued to an address that you gave.'),
    },
  },

  verdicts: {
    genuineListed: ({ issuer, date }) =>
      issuer
        ? `Genuine. Issued by ${issuer}${date ? ` on ${date}` : ''} and unchanged since.`
        : 'Genuine and unchanged, from an issuer that a list recognises.',
    genuineByAddress: ({ host }) =>
      `Genuine and unchanged. Its issuer is known to us only by its web address${host ? `, ${host}` : ''}.`,
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
    carrierBad: (facts) => `Of what is inside, ${badParts(facts)}`,
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
      `The picture holds only the address of the badge${host ? `, at ${host}` : ''}. We can fetch it from there if you like.`,
    svg_malformed: () => 'The picture is damaged or cut off. Download the original once more.',
    svg_doctype: () =>
      'The picture uses a feature that can hide harmful content, so we did not open it. Ask the issuer for another copy.',
    svg_no_badge: () => 'This picture holds no badge. Edited copies lose it: download the original picture from the issuer.',
    svg_too_deep: () =>
      'The picture is far more tangled than a badge needs, so we stopped reading. Ask the issuer for another copy.',
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
    proof_context_mismatch: () => 'The vocabularies named in its signature are not those of the credential.',
    canonicalization_too_hard: () => 'Its data is too tangled to be checked here within a reasonable time.',
    jsonld_invalid: () => 'Its data cannot be read in the way that its signature needs.',
    context_unavailable: ({ url, host }) =>
      `It uses a vocabulary that we do not have${url ? ` (${url})` : host ? ` (at ${host})` : ''}, so the signature could not be checked.`,
    too_many_contexts: () => 'It names more vocabularies than any credential needs, so we stopped reading.',
    term_undefined: ({ term }) =>
      `${term ? `“${term}”` : 'Something in it'} is in none of its vocabularies, so the signature does not cover it.`,
    member_hidden: (said) =>
      `It carries ${named(said) ? `“${named(said)}”` : 'something'} in a form that readers would overlook${at(said)}.`,
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

    method_invalid: () => 'The address of the key that signed it is not a proper one.',
    key_malformed: () => 'The key that signed it is not written as it should be.',
    key_type_unsupported: ({ type }) => `This kind of key${type ? ` (${type})` : ''} is new to us.`,
    key_unavailable: (said) => `We could not get the issuer’s key${said.host ? ` from ${said.host}` : ''}.`,
    key_revoked: ({ date }) => `The issuer withdrew the key${date ? ` on ${date}` : ''}.`,
    key_not_listed: ({ host }) => `The key that signed it is not among the issuer’s keys${host ? ` at ${host}` : ''}.`,
    key_wrong_purpose: () => 'The issuer has this key, but not for issuing credentials.',
    key_not_tied: () => 'Nothing ties the key that signed it to the issuer named.',
    key_unproven: () => 'Without a signature that holds, we do not know whose key it is.',
    key_by_did_key: () => 'The issuer is the key itself, and anyone can make such a key.',
    did_malformed: () => 'The issuer’s identifier is not written as it should be.',
    did_method_unsupported: ({ method }) => `This kind of identifier${method ? ` (did:${method})` : ''} is new to us.`,
    controller_document_invalid: (said) =>
      `The list of keys${said.host ? ` at ${said.host}` : ''} is not written as it should be.`,
    document_moved: ({ host, to }) =>
      host && to
        ? `${host} passed us on to ${to}, which does not speak for it.`
        : `${host ?? 'The issuer’s server'} passed us on to another server, which does not speak for it.`,

    expired: ({ date }) => (date ? `Out of date since ${date}.` : 'Out of date.'),
    not_yet_valid: ({ date }) => (date ? `It only counts from ${date}.` : 'It does not count yet.'),
    no_end_date: () => 'No end date.',
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
    status_kept_copy: ({ date, asOf }) => `Not withdrawn when we last could ask${(date ?? asOf) ? `, ${date ?? asOf}` : ''}.`,
    status_too_many: () => 'It names more lists than any credential needs, so not all were looked at.',
    refresh_not_asked: () =>
      'The issuer may have a newer version. We do not ask by ourselves, so that no one learns when you look.',

    issuer_by_web_address: ({ host }) =>
      `The web address that it names${host ? `, ${host},` : ''} is in none of the lists that you use.`,
    issuer_key_only: () => 'All we know of the issuer is a key, and anyone could have made it. Nothing confirms the name.',
    issuer_unbound: () => 'Nothing confirms that the issuer is who it says.',
    endorsements_not_checked: ({ count }) =>
      `It carries endorsements${count ? ` (${count})` : ''}; they have not been checked yet.`,
    endorsement_unverified: ({ endorser: by }) => `An endorsement${by ? ` by ${by}` : ''} does not hold.`,

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
    recipient_differs: () => 'It was issued to another address than the ones given.',
    recipient_name_only: ({ name }) => `It was issued to a name only${name ? `, ${name}` : ''}; many people may share one.`,

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

    nested_not_verified: ({ first: part }) => `A part of it does not hold${part ? `: ${part}` : ''}.`,
    nested_unknown: ({ first: part }) => `A part of it could not be checked${part ? `: ${part}` : ''}.`,

    store_unavailable: () =>
      'This browser does not let us keep anything here. A private window may be the reason; try an ordinary one.',
    store_quota: () => 'This device has no room left for it. Free some space and try again; nothing was lost.',
    store_aborted: () => 'It could not be kept this time. Nothing was lost; try again.',
    store_corrupt: () => 'One record on this device can no longer be opened. The others are untouched.',
    store_newer: () => 'Your wallet was written by a newer version of Satchel. Reload the page to get it.',
    store_blocked: () => 'Satchel is open in another tab with an older version. Close that tab, then try again.',

    cancelled: () => 'Stopped before it was done.',
    worker_failed: () => 'The check broke off. Try again; your credential is untouched.',
    unexpected: () => 'Something happened that we did not foresee. Your credential is untouched; try again.',
  },
}

function badParts({ parts, bad, part }: { readonly parts: number; readonly bad: number; readonly part: string }): string {
  const of = parts > 0 ? `of its ${parts} parts` : 'of its parts'
  const named = part ? `${bad > 1 ? ', among them' : ':'} ${part}` : ''
  return bad > 1 ? `${bad} ${of} do not hold${named}.` : `one ${of} does not hold${named}.`
}
