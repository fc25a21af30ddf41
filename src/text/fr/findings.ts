import type { FindingsText, Said } from '../findings.ts'
import { page } from './credential.ts'

const host = (said: Said) => said.host ?? 'l’autre serveur'
const Host = (said: Said) => said.host ?? 'L’autre serveur'
/** The member or term that is meant. */
const named = (said: Said) => said.member ?? said.term
/** “Ed25519Signature2020” or “JWT, ES256”. */
const suiteOf = (said: Said) => [said.suite, said.alg].filter((part) => part !== undefined).join(', ')
/** A host that answers but has nothing there, now or any longer. */
const isGone = (said: Said) => said.status === '404' || said.status === '410'
const isSeveral = (count: string | undefined) => Number(count) > 1
const at = (said: Said) => (said.at ? ` (à ${said.at})` : '')
const member = (said: Said) => (named(said) ? `« ${named(said)} »` : 'une de ses parties')

/** French sentences of the trust report. */
export const findings: FindingsText = {
  language: 'fr',

  questions: {
    integrity: 'Intact ?',
    validity: 'Encore valable ?',
    authority: 'Qui s’en porte garant ?',
    identity: 'À qui est-il ?',
  },
  answers: {
    passed: 'oui',
    warning: 'avec une remarque',
    failed: 'non',
    unknown: 'n’a pas pu être vérifié',
    pending: 'vérification en cours',
  },
  levels: {
    listed: ({ list, stated }) => `${list ? `inscrit sur la liste ${list}` : 'inscrit dans un registre'}${otherwise(stated)}`,
    personal: ({ stated }) => `vous lui faites confiance${otherwise(stated)}`,
    web: ({ host }) => (host ? `connu par son adresse web, ${host}` : 'connu par son adresse web'),
    test: ({ list }) => (list ? `connu seulement de ${list}, une liste d’essai` : 'connu seulement d’une liste d’essai'),
    key: () => 'une clé que n’importe qui a pu créer',
    none: () => 'un nom, rien de plus',
  },

  page,

  checks: {
    'structure.data-model': { name: 'Bien formé', passed: () => 'Il suit les règles de son format.' },
    'structure.schema': { name: 'Conforme à son schéma', passed: () => 'Il est conforme au schéma qu’il cite.' },
    'proof.signature': {
      name: 'Signature',
      passed: (said) => (suiteOf(said) ? `La signature est juste (${suiteOf(said)}).` : 'La signature est juste.'),
    },
    'proof.coverage': { name: 'Couvre tout ce qui est affiché', passed: () => 'Tout ce qui est affiché est couvert par elle.' },
    'nested.integrity': { name: 'Les parties, inchangées', passed: () => 'Aucune de ses parties n’a changé.' },
    'nested.validity': { name: 'Les parties, valables', passed: () => 'Toutes ses parties sont encore valables.' },
    'validity.dates': {
      name: 'Dates',
      passed: ({ until }) => (until ? `Valable jusqu’au ${until}.` : 'La date du jour est dans sa période de validité.'),
    },
    'validity.status': {
      name: 'Non retiré',
      passed: ({ asOf }) => (asOf ? `Non retiré, au ${asOf}.` : 'Non retiré.'),
    },
    'validity.refresh': { name: 'Dernière version', passed: () => 'Il n’y a pas de version plus récente.' },
    'issuer.key': {
      name: 'La clé de l’émetteur',
      passed: ({ host }) => (host ? `La clé est celle de l’émetteur : ${host} la publie.` : 'La clé est celle de l’émetteur.'),
    },
    'issuer.registry': {
      name: 'Listes qui connaissent l’émetteur',
      passed: ({ list, personal, name, stated, asOf }) => {
        const who = name ? ` sous le nom de ${name}` : ''
        const calls = stated ? ` Il se nomme « ${stated} ».` : ''
        if (personal) return `Vous faites confiance à cet émetteur avec la clé qui a signé ceci${who ? `,${who}` : ''}.${calls}`
        return `L’émetteur est inscrit sur ${list ? `la liste ${list}` : 'une liste'}${who}${asOf ? ` (lue le ${asOf})` : ''}.${calls}`
      },
    },
    'issuer.endorsements': {
      name: 'Recommandations',
      passed: () =>
        'Les recommandations qu’il porte sont bien signées et parlent de lui. Qui sont leurs auteurs est une autre question.',
    },
    'identity.holder': {
      name: 'Qui le montre',
      passed: () => 'Présenté par la personne à qui il a été délivré, en réponse à votre demande.',
    },
    'identity.recipient': {
      name: 'À qui il a été délivré',
      passed: ({ tidied }) =>
        `Il a été délivré à une identité que vous avez donnée${tidied ? ', une fois écrite de la façon habituelle (minuscules, sans espaces)' : ''}.`,
    },
  },

  verdicts: {
    genuineListed: ({ issuer, date, stated }) =>
      issuer
        ? `Authentique. Délivré par ${issuer}${date ? ` le ${date}` : ''} et inchangé depuis.${stated ? ` Il nomme son émetteur « ${stated} ».` : ''}`
        : 'Authentique et inchangé, d’un émetteur qu’une liste reconnaît.',
    genuineByAddress: ({ host }) =>
      `Authentique et inchangé. Nous ne connaissons son émetteur que par son adresse web${host ? `, ${host}` : ''}.`,
    testListed: ({ issuer, list }) =>
      `Inchangé depuis sa signature, mais seule une liste d’essai${list ? ` (${list})` : ''} connaît son émetteur. ${
        issuer ? `Il dit venir de « ${issuer} » ; rien ne le confirme.` : 'Il ne dit pas qui c’est.'
      }`,
    keyOnly: ({ issuer }) =>
      `Inchangé depuis sa signature, mais avec une clé que n’importe qui a pu créer. ${
        issuer ? `Il dit venir de « ${issuer} » ; rien ne le confirme.` : 'Il ne dit pas à qui est cette clé.'
      }`,
    expiredGenuine: ({ date }) => `Authentique, mais périmé${date ? ` depuis le ${date}` : ''}.`,
    expiredUnchanged: ({ date }) => `Inchangé depuis sa signature, mais périmé${date ? ` depuis le ${date}` : ''}.`,
    earlyGenuine: ({ date }) =>
      date ? `Authentique, mais il ne vaut qu’à partir du ${date}.` : 'Authentique, mais il ne vaut pas encore.',
    earlyUnchanged: ({ date }) =>
      date
        ? `Inchangé depuis sa signature, mais il ne vaut qu’à partir du ${date}.`
        : 'Inchangé depuis sa signature, mais il ne vaut pas encore.',
    outsideDates: ({ date }) => `La date du jour est hors de sa période de validité${date ? ` (${date})` : ''}.`,
    revokedByName: ({ issuer, date }) => `${issuer || 'Son émetteur'} l’a retiré${date ? ` le ${date}` : ''}.`,
    revoked: ({ date }) => `Celui qui l’a délivré l’a retiré${date ? ` le ${date}` : ''}.`,
    suspendedByName: ({ issuer }) => `${issuer || 'Son émetteur'} l’a suspendu pour le moment.`,
    suspended: () => 'Celui qui l’a délivré l’a suspendu pour le moment.',
    unsigned: () => 'Personne ne l’a signé : rien ne montre qui l’a fait ni s’il a été modifié. Ne vous y fiez pas.',
    altered: () => 'Il a été modifié après sa délivrance. Ne vous y fiez pas.',
    uncovered: () => 'Sa signature ne couvre pas une partie de ce qu’il dit. Ne vous y fiez pas.',
    signedByOther: ({ issuer }) =>
      `Signé, mais pas par ${issuer ? `« ${issuer} »` : 'l’émetteur qu’il nomme'}. Ne vous y fiez pas.`,
    unreachable: ({ host }) =>
      `Nous n’avons pas pu le vérifier à l’instant : ${host || 'un serveur nécessaire'} n’a pas répondu. Tout le reste tient.`,
    unreachableAlone: ({ host }) =>
      `Nous n’avons pas pu le vérifier à l’instant : ${host || 'un serveur nécessaire'} n’a pas répondu. Réessayez plus tard.`,
    blocked: ({ host }) =>
      `${host || 'Le serveur de l’émetteur'} ne laisse pas les navigateurs lire ses registres : cette partie ne peut pas être vérifiée ici.`,
    offline: () => 'Vous êtes hors ligne, et une partie de la vérification a besoin du réseau. Relancez-la une fois de retour.',
    unsupported: () => 'Ce genre de signature est nouveau pour nous. Nous pouvons le montrer, mais pas en répondre.',
    keyNotTied: ({ issuer }) =>
      `Inchangé depuis sa signature, mais rien ne lie la clé à ${issuer ? `« ${issuer} »` : 'l’émetteur qu’il nomme'}. L’émetteur peut le régler en publiant sa clé.`,
    otherPersonGenuine: () => 'Authentique, mais rien ne montre qu’il est à cette personne.',
    otherPersonUnchanged: () => 'Inchangé depuis sa signature, mais rien ne montre qu’il est à cette personne.',
    partBadGenuine: (facts) => `Le relevé est authentique, mais ${badParts(facts)}`,
    partBadUnchanged: (facts) => `Le relevé lui-même est inchangé, mais ${badParts(facts)}`,
    partUnknown: ({ part }) => `Le relevé tient, mais une de ses parties n’a pas pu être vérifiée${part ? ` : ${part}` : ''}.`,
    carrierVerified: ({ parts }) =>
      parts === 1 ? 'Le titre à l’intérieur tient.' : `Les ${parts} titres à l’intérieur tiennent.`,
    carrierBad: ({ parts, bad, part }) => {
      if (parts === 1) return `Le titre à l’intérieur ne tient pas${part ? ` : ${part}` : ''}.`
      const of = `des ${parts > 0 ? `${parts} ` : ''}titres à l’intérieur`
      return bad > 1
        ? `${bad} ${of} ne tiennent pas${part ? `, dont ${part}` : ''}.`
        : `L’un ${of} ne tient pas${part ? ` : ${part}` : ''}.`
    },
    carrierUnknown: ({ part }) => `Une chose à l’intérieur n’a pas pu être vérifiée${part ? ` : ${part}` : ''}.`,
    nothingInside: () => 'Il n’y a aucun titre à l’intérieur, donc rien à quoi se fier.',
    doNotRely: 'Ne vous y fiez pas.',
    cannotTell: 'Nous ne pouvons donc pas dire s’il tient.',
  },

  problems: {
    input_empty: () => 'Il n’y a rien dedans. Choisissez le fichier de nouveau, ou téléchargez-le encore une fois.',
    input_too_large: () => 'C’est plus gros que ce que nous ouvrons ici. Demandez le badge seul, ou divisez le fichier.',
    input_unrecognized: () =>
      'Nous n’y avons trouvé aucun titre. Essayez l’image originale du badge, un fichier JSON ou le texte envoyé par l’émetteur.',
    input_is_address: ({ host }) =>
      `C’est une adresse web${host ? ` (${host})` : ''}, pas un titre. Nous pouvons aller la chercher si vous voulez.`,
    input_is_html: () => 'C’est une page web, pas un titre. Cherchez-y un lien de téléchargement et ajoutez ce fichier.',
    input_is_pdf: () =>
      'C’est un PDF, sans titre que nous puissions vérifier. Demandez le badge sous forme d’image ou de fichier JSON.',
    input_not_credential: () => 'Ce sont des données lisibles, mais pas un titre. Cherchez le téléchargement du badge lui-même.',
    input_unreadable: () => 'La lecture n’a pas réussi. Choisissez le fichier de nouveau, ou copiez-le d’abord sur cet appareil.',
    too_many_credentials: ({ limit }) =>
      `Il contient plus de titres que nous n’en ouvrons à la fois${limit ? ` (la limite est ${limit})` : ''}. Divisez le fichier et ajoutez les morceaux.`,
    nothing_inside: () => 'C’est une enveloppe sans titre à l’intérieur. Demandez le titre à la personne qui l’a envoyée.',
    json_malformed: ({ line }) =>
      `Le texte est coupé ou brouillé${line ? ` (ligne ${line})` : ''}. Copiez-le de nouveau en entier, ou téléchargez le fichier encore une fois.`,
    json_duplicate_key: ({ name }) =>
      `Il dit ${name ? `« ${name} »` : 'la même chose'} deux fois, et deux lecteurs pourraient voir deux choses différentes. Demandez une copie propre à l’émetteur.`,
    json_too_deep: () => 'Ses données sont plus imbriquées qu’un titre n’en a besoin. Demandez une copie propre à l’émetteur.',
    json_too_large: () => 'Il contient plus de données qu’un titre n’en a besoin. Demandez une copie plus petite à l’émetteur.',
    text_not_utf8: () => 'Le texte a été abîmé en chemin. Téléchargez le fichier original et ajoutez-le.',
    jws_malformed: () =>
      'Cela ressemble à un texte signé, mais il est incomplet. Copiez-le en entier, avec ses deux points, et réessayez.',
    png_malformed: () => 'L’image est abîmée ou coupée. Téléchargez de nouveau l’original.',
    png_no_badge: () =>
      'Cette image ne contient aucun badge. Les captures d’écran et les copies réduites le perdent : téléchargez l’image originale chez l’émetteur.',
    png_crc_wrong: () =>
      'La somme de contrôle de l’image est fausse ; ce qui compte est le badge à l’intérieur, et sa signature le vérifie.',
    png_chunk_compressed: () =>
      'Le badge est rangé dans l’image d’une manière peu courante. D’autres lecteurs pourraient ne pas le trouver.',
    png_several_badges: ({ count }) => `L’image contient ${count ?? 'plusieurs'} badges. Chacun est lu séparément.`,
    png_inflate_failed: () => 'Le badge de cette image n’a pas pu être déballé. Téléchargez de nouveau l’original.',
    badge_address_only: ({ host }) =>
      `Ce n’est que l’adresse d’un badge${host ? `, chez ${host}` : ''}. Le badge lui-même doit venir de là.`,
    svg_malformed: () => 'L’image est abîmée ou coupée. Téléchargez de nouveau l’original.',
    svg_doctype: () =>
      'L’image utilise une fonction qui peut cacher un contenu nuisible : nous ne l’avons pas ouverte. Demandez une autre copie à l’émetteur.',
    svg_no_badge: () =>
      'Cette image ne contient aucun badge. Les copies modifiées le perdent : téléchargez l’image originale chez l’émetteur.',
    svg_too_deep: () =>
      'L’image est bien plus embrouillée qu’un badge n’en a besoin : nous avons arrêté de lire. Demandez une autre copie à l’émetteur.',
    zip_malformed: () =>
      'Ce fichier ZIP est abîmé ou incomplet. Téléchargez-le de nouveau, ou décompressez-le et ajoutez les fichiers eux-mêmes.',
    zip_unsupported: ({ reason }) =>
      `Il est compressé d’une façon que nous n’ouvrons pas${reason ? ` (${reason})` : ''}. Décompressez-le et ajoutez les fichiers eux-mêmes.`,
    zip_encrypted: () =>
      'Ce fichier est protégé par un mot de passe dans le ZIP. Décompressez-le avec le mot de passe, puis ajoutez le fichier.',
    archive_file_damaged: () => 'Ce fichier a été abîmé à la compression ou à l’envoi. Demandez l’archive de nouveau.',
    archive_too_large: () =>
      'Décompressé, ce serait bien plus grand que n’importe quel titre. Décompressez-le vous-même et n’ajoutez que les badges.',
    archive_too_many_files: ({ limit }) =>
      `Il contient plus de fichiers que nous n’en ouvrons à la fois${limit ? ` (la limite est de ${limit})` : ''}. Décompressez-le et ajoutez les badges par lots.`,
    archive_too_deep: () =>
      'Il y a des archives dans des archives, plus que nous n’en ouvrons. Décompressez-les et ajoutez les fichiers eux-mêmes.',
    archive_no_credential: ({ files }) =>
      `${files === '1' ? 'Son seul fichier n’est pas un titre' : `Aucun de ses fichiers n’est un titre${files ? ` (il y en a ${files})` : ''}`}. Demandez un export qui contienne les badges eux-mêmes.`,
    wallet_locked: () =>
      'Cet export de portefeuille est verrouillé. Exportez-le de nouveau sans mot de passe, ou déverrouillez-le dans son application.',
    format_not_yet: ({ format }) =>
      `Nous le reconnaissons${format ? ` (${format})` : ''}, mais ne savons pas encore l’ouvrir. Ajoutez le badge lui-même, en fichier JSON ou en image.`,

    context_missing: () => 'Il ne dit pas à quel vocabulaire ses mots appartiennent.',
    context_first_wrong: () => 'Le vocabulaire qui doit venir en premier n’y est pas.',
    context_invalid: (said) => `Un des vocabulaires qu’il cite n’est pas écrit comme il faut${at(said)}.`,
    data_model_version_disagrees: () => 'Il mélange les mots de deux versions de son format.',
    type_missing: (said) => `Il ne dit pas de quel genre de chose il s’agit${at(said)}.`,
    type_unknown: ({ type }) => `Il se dit ${type ? `« ${type} »` : 'd’un genre'} que ses vocabulaires ne définissent pas.`,
    id_invalid: (said) => `Un identifiant qu’il contient n’est pas une adresse correcte${at(said)}.`,
    member_missing: (said) => `Son format demande ${member(said)}, et cela n’y est pas${at(said)}.`,
    member_invalid: (said) => `Son format demande ${member(said)} sous une autre forme${at(said)}.`,
    date_invalid: (said) =>
      `${said.member ? `« ${said.member} »` : 'Une de ses dates'} n’est pas une date et une heure complètes${at(said)}.`,
    dates_reversed: () => 'Sa date de fin précède sa date de début.',
    badge_too_old: () =>
      'Il suit la première ébauche d’Open Badges (0.5), qui n’a guère de règles pour le vérifier. L’émetteur en a peut-être un dans une forme plus récente.',
    badge_part_only: () => 'Ceci décrit un badge ou son émetteur. Ce n’est pas un badge remis à quelqu’un.',
    badge_form_mixed: () => 'Il dit se vérifier autrement que de la façon dont il est arrivé.',
    context_order: () =>
      'Il nomme ses vocabulaires dans un autre ordre que celui du standard. Cela ne change rien à ce qu’il dit.',
    association_dangling: () => 'Il relie un acquis à un autre qui n’est pas dans ce relevé.',
    context_unfamiliar: (said) => `Il emploie aussi des mots d’un vocabulaire que nous ne connaissons pas${at(said)}.`,
    image_not_baked: () => 'Son image est écrite dedans. Son format demande plutôt l’adresse de l’image.',
    schema_violated: (said) => `Il n’est pas conforme au schéma qu’il cite${at(said)}.`,
    schema_unknown: ({ host }) =>
      `Il cite un schéma que nous n’avons pas${host ? ` (chez ${host})` : ''} : cette partie n’a pas pu être vérifiée.`,

    proof_missing: () => 'Il ne porte pas de signature : rien ne montre qui l’a fait ni s’il a été modifié.',
    proof_malformed: () => 'Sa signature n’est pas écrite comme il faut.',
    proof_value_malformed: () => 'La valeur de sa signature est brouillée.',
    proof_signature_wrong: () => 'La signature ne correspond pas : quelque chose a été modifié depuis.',
    proof_type_unsupported: ({ suite }) => `Ce genre de signature${suite ? ` (${suite})` : ''} est nouveau pour nous.`,
    proof_suite_obsolete: ({ suite }) => `Il est signé d’une manière ancienne${suite ? ` (${suite})` : ''} qui vaut toujours.`,
    proof_purpose_wrong: () => 'Sa signature a été faite dans un autre but que de délivrer un titre.',
    proof_expired: ({ date }) => `Sa signature ne valait que${date ? ` jusqu’au ${date}` : ' pour un temps, qui est passé'}.`,
    proof_created_in_future: ({ date }) => `Sa signature se dit faite dans le futur${date ? `, le ${date}` : ''}.`,
    proof_previous_missing: () => 'Sa signature s’appuie sur une autre, plus ancienne, qui n’y est pas.',
    proof_too_many: () => 'Il porte plus de signatures qu’un titre n’en a besoin ; toutes n’ont pas été regardées.',
    proof_also_unsupported: ({ other }) =>
      `Il porte une signature de plus${other ? ` (${other})` : ''}, d’un genre nouveau pour nous.`,
    proof_selective: () =>
      'La signature est juste. La personne qui le détient a choisi quoi montrer ; tout ce que l’émetteur a rendu obligatoire y est.',
    proof_base_only: () =>
      'C’est l’exemplaire de la personne qui le détient, dont elle choisit quoi montrer. Il n’est pas fait pour être transmis tel quel : demandez un exemplaire fait pour vous.',
    proof_base_unchecked: () =>
      'C’est l’exemplaire de la personne qui le détient, et nous n’avons pas pu en tirer ce que sa signature montrerait.',
    proof_too_long: () => 'Sa signature compte plus de parties qu’on ne peut en vérifier ici en un temps raisonnable.',
    proof_context_mismatch: () => 'Les vocabulaires cités dans sa signature ne sont pas ceux du titre.',
    canonicalization_too_hard: () => 'Ses données sont trop embrouillées pour être vérifiées ici en un temps raisonnable.',
    jsonld_invalid: () => 'Ses données ne peuvent pas être lues comme sa signature le demande.',
    context_unavailable: ({ context }) =>
      `Il emploie un vocabulaire que nous n’avons pas${context ? ` (${context})` : ''} : la signature n’a pas pu être vérifiée.`,
    context_fetched: ({ context }) =>
      `La signature est juste. Elle a été vérifiée avec un vocabulaire venu d’ailleurs, permis ici${context ? ` : ${context}` : ''}.`,
    variant_unmatched: ({ term }) =>
      `${term ? `« ${term} »` : 'Une chose qu’il dit'} n’est que dans certaines éditions de son vocabulaire, et la signature ne va avec aucune de celles que nous connaissons.`,
    too_many_contexts: () => 'Il cite plus de vocabulaires qu’un titre n’en a besoin : nous avons arrêté de lire.',
    term_undefined: ({ term }) =>
      `${term ? `« ${term} »` : 'Une chose qu’il dit'} n’est dans aucun de ses vocabulaires : la signature ne le couvre pas.`,
    member_hidden: (said) =>
      `Il porte ${named(said) ? `« ${named(said)} »` : 'quelque chose'} sous une forme que les lecteurs ne verraient pas${at(said)}.`,
    name_unsigned: (said) => `La signature couvre ce que ${member(said)} veut dire, mais pas ce nom.`,
    meaning_changed: (said) => `Son propre vocabulaire donne à ${member(said)} un autre sens que celui qui est affiché.`,
    coverage_unknown: () => 'Nous n’avons pas pu nous assurer que la signature couvre tout ce qui est affiché.',
    alg_unsupported: ({ alg }) => `Ce genre de signature${alg ? ` (${alg})` : ''} est nouveau pour nous.`,
    alg_none: () => 'Il dit lui-même qu’il n’est pas signé.',
    alg_symmetric: () => 'Il est fermé par un secret partagé, pas signé : quiconque le connaît a pu le faire.',
    alg_key_mismatch: () => 'Le genre de signature et le genre de clé ne vont pas ensemble.',
    crit_unknown: () => 'Il demande de ne pas s’y fier sans connaître une certaine extension, et nous ne la connaissons pas.',
    jwt_key_missing: () => 'Il ne dit pas quelle clé l’a signé.',
    jwt_key_conflict: () => 'Il nomme deux clés différentes pour une seule signature.',
    jwt_private_key: () => 'Il dévoile une clé privée : n’importe qui a pu le signer.',
    jwt_claim_mismatch: ({ claim }) => `Son enveloppe${claim ? ` (${claim})` : ''} dit autre chose que le titre à l’intérieur.`,
    jwt_form_mixed: () => 'Il mélange deux manières de signer qui ne vont pas ensemble.',

    sd_jwt_malformed: () =>
      'Les faits qu’elle révèle ne sont pas écrits comme il le faut. Copiez-la en entier, jusqu’au dernier signe, puis réessayez.',
    sd_hash_unsupported: ({ hash }) =>
      `Elle protège ce qu’elle révèle d’une manière qui nous est encore inconnue${hash ? ` (${hash})` : ''}.`,
    disclosure_unsigned: () => 'Elle montre quelque chose que son émetteur n’a pas signé.',
    disclosure_repeated: (said) =>
      `Elle révèle ${member(said)} deux fois, et deux lecteurs pourraient voir deux choses différentes.`,
    disclosure_forbidden: (said) =>
      `Elle laisse à qui la montre le choix de faire voir ${member(said)}, ce qui doit toujours se voir.`,
    disclosures_too_many: () => 'Elle révèle plus de faits qu’aucune attestation n’en demande, nous avons donc cessé de lire.',
    facts_withheld: ({ count }) =>
      `Tout ce qui est montré est couvert par elle. Qui la montre garde peut-être ${count === '1' ? 'un fait de plus' : `jusqu’à ${count ?? 'plusieurs'} faits de plus`} pour soi.`,

    method_invalid: () => 'L’adresse de la clé qui l’a signé n’est pas correcte.',
    key_malformed: () => 'La clé qui l’a signé n’est pas écrite comme il faut.',
    key_type_unsupported: ({ type }) => `Ce genre de clé${type ? ` (${type})` : ''} est nouveau pour nous.`,
    key_unavailable: (said) => `Nous n’avons pas pu obtenir la clé de l’émetteur${said.host ? ` chez ${said.host}` : ''}.`,
    key_revoked: ({ date }) => `L’émetteur a retiré la clé${date ? ` le ${date}` : ''}.`,
    key_not_listed: ({ host }) => `La clé qui l’a signé n’est pas parmi celles de l’émetteur${host ? ` chez ${host}` : ''}.`,
    key_wrong_purpose: () => 'L’émetteur a bien cette clé, mais pas pour délivrer des titres.',
    key_not_tied: () => 'Rien ne lie la clé qui l’a signé à l’émetteur nommé.',
    key_unproven: () => 'Tant que rien ne confirme ce qu’il dit, nous ne savons pas qui est derrière.',
    key_by_did_key: () => 'L’identifiant de l’émetteur est cette clé même.',
    did_malformed: () => 'L’identifiant de l’émetteur n’est pas écrit comme il faut.',
    did_method_unsupported: ({ method }) => `Ce genre d’identifiant${method ? ` (did:${method})` : ''} est nouveau pour nous.`,
    controller_document_invalid: (said) =>
      `La liste de clés${said.host ? ` de ${said.host}` : ''} n’est pas écrite comme il faut.`,
    document_moved: ({ host, to }) =>
      host && to
        ? `${host} nous a renvoyés vers ${to}, qui ne parle pas en son nom.`
        : `${host ?? 'Le serveur de l’émetteur'} nous a renvoyés vers un autre serveur, qui ne parle pas en son nom.`,

    hosted_confirmed: (said) => `Sa propre adresse le confirme : ${host(said)} publie exactement ceci.`,
    hosted_kept_copy: (said) =>
      `${Host(said)} n’a pas pu répondre cette fois. Il y était confirmé la dernière fois que nous avons pu demander${said.asOf ? `, le ${said.asOf}` : ''}.`,
    hosted_copy_old: (said) =>
      `${Host(said)} n’a pas pu répondre cette fois, et notre copie${said.asOf ? `, du ${said.asOf},` : ''} est trop ancienne pour s’y fier. Vérifiez de nouveau une fois en ligne.`,
    hosted_address_only: (said) => `Ce n’était qu’une adresse. Ce qui est montré est ce que ${host(said)} y publie.`,
    hosted_no_address: () =>
      'Un tel badge est confirmé par l’adresse web où il est gardé, et il n’en indique aucune. L’image ou le lien d’origine l’ont peut-être.',
    hosted_address_inside: (said) =>
      `Il n’y a ici que l’adresse d’un badge, chez ${host(said)} : rien n’y est demandé. Ajoutez cette adresse à part pour voir ce qui s’y trouve.`,
    hosted_gone: (said) =>
      `${Host(said)} ne le confirme plus. L’émetteur l’a peut-être déplacé : demandez-lui la nouvelle adresse.`,
    hosted_withdrawn: (said) => `${Host(said)} dit que l’émetteur l’a retiré, et ne le publie plus en entier.`,
    hosted_not_badge: (said) => `${Host(said)} publie autre chose là où il devrait être.`,
    hosted_other_id: (said) => `${Host(said)} en publie un autre à l’adresse que celui-ci indique.`,
    hosted_differs: ({ host: at, members }) =>
      `Il ne dit pas ce que dit sa propre adresse${at ? `, sur ${at}` : ''}${members ? `. Ce qui diffère : ${members}` : ''}.`,
    hosted_by_issuer: ({ place }) =>
      `Il est gardé${place ? ` sur ${place},` : ''} là où le profil de l’émetteur garde ses badges.`,
    hosted_out_of_scope: ({ place }) =>
      `Il est gardé${place ? ` sur ${place},` : ''} là où l’émetteur qu’il nomme ne garde aucun badge.`,
    scope_unreadable: (said) => `Le profil sur ${host(said)} dit d’une façon nouvelle pour nous où l’émetteur garde ses badges.`,
    origins_differ: ({ place }) =>
      `Ses parties sont sur des serveurs différents${place ? ` (le badge sur ${place})` : ''}. Un badge de son époque n’est celui de l’émetteur que si toutes en partagent un.`,
    linked_invalid: (said) => `${Host(said)} publie autre chose là où une partie de ce badge devrait être.`,
    badge_class_inside: () => 'Ce que le badge reconnaît est écrit dans le badge même, et couvert avec lui.',
    issuer_not_web: () => 'Il ne nomme pas son émetteur par une adresse web : il n’y a personne à qui demander.',
    profile_by_address: ({ names }) =>
      `Le profil de l’émetteur s’appelle ${names ? `« ${names} »` : 'autrement'} ; ce qui compte est l’adresse où il se trouve.`,
    profile_of_other: (said) =>
      `Le profil sur ${host(said)} dit qu’il est celui d’un autre${said.names ? `, ${said.names}` : ''}. L’émetteur pourrait le régler en nommant sa propre adresse.`,
    key_owner_wrong: () => 'La clé qui l’a signé ne nomme pas cet émetteur comme son propriétaire.',
    key_by_origin: (said) => `La clé se trouve à l’adresse web de l’émetteur même, ${host(said)}.`,

    expired: ({ date }) => (date ? `Périmé depuis le ${date}.` : 'Périmé.'),
    not_yet_valid: ({ date }) => (date ? `Il ne vaut qu’à partir du ${date}.` : 'Il ne vaut pas encore.'),
    no_end_date: () => 'Sans date de fin.',
    dates_not_shown: () =>
      'Il compte selon les dates montrées. Son titulaire a choisi quoi montrer : une date de fin peut être restée cachée.',
    status_not_shown: () =>
      'Aucune liste de révocation n’est nommée. Son titulaire a choisi quoi montrer : il peut y en avoir une qui ne se voit pas.',
    status_revoked: ({ date, reason }) => `L’émetteur l’a retiré${date ? ` le ${date}` : ''}${reason ? ` : « ${reason} »` : ''}.`,
    status_suspended: ({ reason }) => `L’émetteur l’a suspendu pour le moment${reason ? ` : « ${reason} »` : ''}.`,
    status_refresh: () => 'L’émetteur dit qu’une version plus récente est prête.',
    status_message: ({ message }) => `L’émetteur ajoute${message ? ` : « ${message} »` : ' un message'}.`,
    status_type_unsupported: ({ type }) =>
      `L’émetteur signale les retraits d’une manière nouvelle pour nous${type ? ` (${type})` : ''}.`,
    status_entry_invalid: () => 'Ce qu’il dit de son retrait n’est pas écrit comme il faut.',
    status_purpose_mismatch: () => 'La liste de l’émetteur répond à une autre question que celle de ce titre.',
    status_list_unavailable: (said) => `${Host(said)} ne nous a pas donné la liste des titres retirés.`,
    status_list_invalid: (said) => `La liste des titres retirés de ${host(said)} n’est pas écrite comme il faut.`,
    status_list_unverified: () => 'La liste des titres retirés n’a pas pu être vérifiée elle-même.',
    status_list_expired: ({ date }) => `La liste des titres retirés est périmée${date ? ` depuis le ${date}` : ''}.`,
    status_list_stale: ({ date, asOf }) =>
      `Notre copie de la liste des titres retirés${(date ?? asOf) ? `, du ${date ?? asOf},` : ''} est trop ancienne pour s’y fier. Relancez la vérification en ligne.`,
    status_list_short: () => 'La liste des titres retirés est plus courte qu’il ne faut pour protéger ceux qui y figurent.',
    status_list_foreign: ({ keeper }) =>
      `Quelqu’un d’autre${keeper ? ` (${keeper})` : ''} tient la liste des titres retirés pour l’émetteur.`,
    status_index_outside: () => 'Il renvoie à une place au-delà de la fin de la liste des titres retirés.',
    status_value_unknown: ({ value }) =>
      `L’émetteur la marque d’une manière qui nous est encore inconnue${value ? ` (${value})` : ''}.`,
    status_kept_copy: ({ date, asOf }) =>
      `Non retiré la dernière fois que nous avons pu demander${(date ?? asOf) ? `, le ${date ?? asOf}` : ''}.`,
    status_too_many: () => 'Il cite plus de listes qu’un titre n’en a besoin ; toutes n’ont pas été regardées.',
    refresh_not_asked: () =>
      'L’émetteur a peut-être une version plus récente. Nous ne la demandons pas de nous-mêmes, pour que personne ne sache quand vous le regardez.',
    refresh_not_offered: () => 'Son émetteur n’offre aucun moyen de demander une version plus récente.',
    refresh_other: () =>
      'Ce que le serveur de l’émetteur a donné n’est pas une version plus récente de celle-ci. Rien n’a changé.',
    refresh_unverified: () =>
      'Le serveur de l’émetteur a donné une version plus récente qui ne tient pas par elle-même ; rien n’a donc changé.',
    superseded: ({ date }) => `Une version plus récente${date ? `, du ${date},` : ''} l’a remplacée.`,

    issuer_by_web_address: ({ host, unread }) =>
      unread
        ? `Nous ne connaissons l’émetteur que par son adresse web${host ? `, ${host}` : ''}. Nous n’avons pas pu le chercher dans ${unread}.`
        : `L’adresse web qu’il nomme${host ? `, ${host},` : ''} n’est sur aucune des listes que vous utilisez.`,
    issuer_key_only: (said) =>
      `De l’émetteur, nous ne connaissons qu’une clé, et n’importe qui a pu la créer. Rien ne confirme le nom.${searched(said)}`,
    issuer_unbound: (said) => `Rien ne confirme que l’émetteur est bien celui qu’il dit être.${searched(said)}`,
    issuer_also_listed: ({ list, name }) =>
      `Inscrit aussi sur ${list ?? 'une autre liste'}${name ? ` sous le nom de ${name}` : ''}.`,
    issuer_in_test_list: (said) =>
      `Seule une liste d’essai${said.list ? ` (${said.list})` : ''} connaît l’émetteur. N’importe qui peut y figurer : rien ne confirme donc le nom.${searched(said)}`,
    issuer_other_key: ({ list, personal }) =>
      personal
        ? 'Vous faites confiance à cet émetteur, mais avec une autre clé que celle qui a signé ceci.'
        : `${list ?? 'Une liste que vous utilisez'} connaît cet émetteur, mais avec une autre clé que celle qui a signé ceci.`,
    issuer_listed_unproven: ({ list, personal }) =>
      personal
        ? 'Vous faites confiance à l’émetteur qu’il nomme, mais rien ne montre que c’est lui qui l’a signé.'
        : `${list ?? 'Une liste que vous utilisez'} connaît l’émetteur qu’il nomme, mais rien ne montre que c’est lui qui l’a signé.`,
    list_unrecognized: () =>
      'Nous n’y avons trouvé aucune liste d’établissements. Un fichier JSON ou CSV demande, pour chacun, un identifiant ou un domaine, et un nom.',
    list_entry_invalid: ({ line }) =>
      `${line ? `La ligne ${line}` : 'Une ligne'} de la liste est illisible : il y faut un identifiant ou un domaine, et un nom. Rien de la liste n’a été pris.`,
    list_too_long: ({ limit }) => `La liste est plus longue que ce que nous prenons${limit ? ` (${limit} établissements)` : ''}.`,
    list_statement_invalid: ({ claim }) =>
      `Ce que le registre a signé n’est pas comme il se doit${claim ? ` (${claim})` : ''} : nous ne l’avons pas pris.`,
    list_signature_wrong: () => 'La signature du registre n’est pas juste : nous n’avons pas pris ce qu’il dit.',
    list_key_changed: (said) =>
      `${Host(said)} signe avec une autre clé que lorsque vous avez ajouté la liste. Si vous savez pourquoi, retirez la liste et ajoutez-la de nouveau.`,
    pathway_missing: () => 'Nous n’y avons trouvé aucun parcours lisible.',
    endorsements_not_checked: ({ count }) =>
      `Il porte des recommandations${count ? ` (${count})` : ''} ; elles n’ont pas encore été vérifiées.`,
    endorsement_unverified: ({ endorser: by }) => `Rien ne confirme une recommandation${by ? ` de ${by}` : ' qu’il porte'}.`,

    holder_unproven: () =>
      'Nous ne pouvons pas dire qui le montre. Demandez une réponse à une requête, ou vérifiez l’adresse e-mail à laquelle il a été délivré.',
    holder_not_asked: ({ seconds }) =>
      `Signé par son titulaire${seconds ? ` il y a ${seconds} secondes` : ''}. Une copie aurait le même aspect : pour être sûr, demandez une réponse à une requête.`,
    holder_not_subject: () => 'La personne qui l’a montré n’est pas celle à qui il a été délivré.',
    holder_proof_wrong: () => 'La signature de la personne qui l’a montré n’est pas juste.',
    challenge_wrong: () => 'Il répond à une autre demande que la vôtre.',
    domain_wrong: () => 'Il était destiné à quelqu’un d’autre que vous.',
    recipient_unnamed: () => 'Il ne dit pas à qui il a été délivré.',
    recipient_not_asked: () =>
      'Il a été délivré à une adresse qu’il garde cachée. Seule une personne qui connaît l’adresse peut la comparer.',
    recipient_differs: () => 'Il a été délivré à une autre adresse ou à un autre numéro que ceux indiqués.',
    recipient_name_only: ({ name }) =>
      `Il n’est délivré qu’à un nom${name ? `, ${name}` : ''} ; plusieurs personnes peuvent le porter.`,
    recipient_incomparable: () =>
      'Il désigne son destinataire par autre chose que ce qui a été donné, il n’y a donc rien à comparer.',
    recipient_hash_weak: () =>
      'Délivré à une identité que vous avez donnée, mais caché par une ancienne empreinte que d’autres pourraient deviner.',

    fetch_offline: () => 'Vous êtes hors ligne. Relancez la vérification une fois de retour.',
    fetch_failed: (said) => `${Host(said)} n’a pas répondu.`,
    fetch_blocked: (said) =>
      `${Host(said)} ne laisse pas les navigateurs lire ses registres : cette partie ne peut pas être vérifiée ici.`,
    fetch_status: (said) =>
      isGone(said)
        ? `${Host(said)} a répondu qu’il ne l’a pas (${said.status}). Vérifiez l’adresse, ou demandez à l’émetteur.`
        : `${Host(said)} a répondu par une erreur${said.status ? ` (${said.status})` : ''}. Réessayez plus tard.`,
    fetch_timeout: (said) => `${Host(said)} a mis trop de temps à répondre. Réessayez plus tard.`,
    fetch_too_large: (said) => `${Host(said)} a envoyé plus que ce que nous acceptons.`,
    fetch_address_refused: () => 'Nous n’ouvrons pas ce genre d’adresse : il faut une adresse https publique.',
    fetch_too_many: () => 'Il nomme plus d’adresses que nous n’en consultons pour un seul titre.',
    fetch_cancelled: () => 'Arrêté avant l’arrivée d’une réponse.',

    nested_not_verified: ({ first: part, bad }) =>
      isSeveral(bad)
        ? `${bad} de ses parties ne tiennent pas${part ? `, dont ${part}` : ''}.`
        : `Une de ses parties ne tient pas${part ? ` : ${part}` : ''}.`,
    nested_unknown: ({ first: part, bad }) =>
      isSeveral(bad)
        ? `${bad} de ses parties n’ont pas pu être vérifiées${part ? `, dont ${part}` : ''}.`
        : `Une de ses parties n’a pas pu être vérifiée${part ? ` : ${part}` : ''}.`,
    nested_other_person: ({ first: part }) =>
      `Une de ses parties n’a pas été délivrée à la même personne${part ? ` : ${part}` : ''}.`,
    nested_person_unknown: ({ first: part }) =>
      `Une de ses parties ne dit pas à qui elle a été délivrée d’une façon qui se compare${part ? ` : ${part}` : ''}.`,
    proof_by_record: () =>
      'Elle n’a pas de signature propre ; le dossier dont elle fait partie est signé par le même émetteur et en répond.',
    issuer_stated: () => 'Le dossier dit qu’un autre l’a délivrée, mais elle n’a pas de signature propre pour le montrer.',
    parts_entangled: () =>
      'La signature du dossier ne fixe pas laquelle de ses parties dit quoi. Demandez des parties signées une à une.',

    store_unavailable: () =>
      'Ce navigateur ne nous laisse rien garder ici. Une fenêtre privée en est peut-être la cause ; essayez une fenêtre ordinaire.',
    store_quota: () => 'Il n’y a plus de place sur cet appareil. Libérez de l’espace et réessayez ; rien n’a été perdu.',
    store_aborted: () => 'Cela n’a pas pu être gardé cette fois. Rien n’a été perdu ; réessayez.',
    store_corrupt: () => 'Un enregistrement de cet appareil ne peut plus être ouvert. Les autres sont intacts.',
    store_newer: () => 'Ce portefeuille a été écrit par une version plus récente de Satchel. Rechargez la page pour l’obtenir.',
    store_blocked: () =>
      'Satchel est ouvert dans un autre onglet, dans une version plus ancienne. Fermez-le : votre portefeuille s’ouvrira alors de lui-même.',

    store_busy: () => 'Un autre onglet écrit encore. Fermez vos autres onglets Satchel, puis réessayez.',
    store_locked: () => 'Satchel a été verrouillé. Déverrouillez-le et réessayez.',
    stacks_full: ({ limit }) =>
      `Il n’y a pas de place pour plus${limit ? ` de ${limit}` : ''}. Retirez-en un dont vous n’avez plus besoin, puis réessayez.`,
    unlock_wrong: () => 'Cela n’ouvre pas ce portefeuille. Rien n’a été modifié ; réessayez.',
    unlock_last: () => 'C’est le seul accès à votre portefeuille. Ajoutez-en d’abord un autre.',
    recovery_code_mistyped: () =>
      'Ce code contient une faute de frappe. Comparez-le à celui que vous avez imprimé, groupe par groupe.',
    passkey_unsupported: () =>
      'Ce navigateur ne peut pas utiliser de clés d’accès ici. Une phrase secrète convient tout aussi bien.',
    passkey_no_prf: () =>
      'Cette clé d’accès peut dire qui vous êtes, mais pas créer la clé dont votre portefeuille a besoin. Essayez-en une autre, ou utilisez une phrase secrète.',
    passkey_cancelled: () => 'Aucune clé d’accès n’a été utilisée. Vous pouvez réessayer ou choisir un autre accès.',
    passkey_exists: () => 'Cet appareil ou cette clé de sécurité a déjà une clé d’accès pour votre portefeuille.',
    passkey_refused: () => 'Votre appareil ne l’a pas accepté. Réessayez ou choisissez un autre accès.',
    backup_unrecognized: () => 'Ce n’est pas une sauvegarde que Satchel sait lire.',
    backup_newer: () =>
      'Une version plus récente de Satchel a écrit cette sauvegarde. Rechargez la page pour l’obtenir, puis réessayez.',
    backup_wrong_key: () => 'Cela n’ouvre pas cette sauvegarde. Vérifiez la saisie ; c’est peut-être aussi une ancienne phrase.',
    backup_damaged: () => 'Cette sauvegarde est abîmée ou incomplète. Le contenu de votre portefeuille est intact.',
    backup_too_large: () => 'Cette sauvegarde est plus grande que ce que Satchel peut ouvrir ici.',
    wallet_wrong_key: () => 'Cela n’ouvre pas ce fichier de portefeuille. Vérifiez la saisie.',
    wallet_lock_unsupported: () =>
      'Ce fichier de portefeuille est verrouillé d’une façon que Satchel ne connaît pas. Exportez-le de nouveau sans verrou, ou avec un mot de passe.',
    camera_unavailable: () => 'Aucun appareil photo n’est utilisable par cette page. Utilisez plutôt un fichier de sauvegarde.',
    camera_refused: () =>
      'Le navigateur ne laisse pas Satchel utiliser l’appareil photo. Autorisez-le dans la barre d’adresse, ou utilisez un fichier de sauvegarde.',
    transfer_other: () => 'Ce code est celui d’autre chose. Montrez celui de votre autre appareil.',
    transfer_damaged: () =>
      'Quelque chose a échoué en route. Recommencez sur les deux appareils ; votre portefeuille est intact.',
    transfer_too_large: () =>
      'Votre portefeuille est trop grand pour être envoyé en image. Utilisez plutôt un fichier de sauvegarde.',
    safe_failed: () => 'Cela s’est interrompu avant la fin. Rien n’a été modifié ; réessayez.',
    cancelled: () => 'Arrêté avant la fin.',
    worker_failed: () => 'La vérification s’est interrompue. Réessayez ; votre titre est intact.',
    unexpected: () => 'Il s’est passé quelque chose que nous n’avions pas prévu. Votre titre est intact ; réessayez.',
  },
}

/** Jusqu’où l’on a cherché un émetteur qu’aucune liste ne connaît. */
function searched({ unread, lists }: Said): string {
  if (unread) return ` Nous n’avons pas pu le chercher dans ${unread}.`
  return lists ? ' Il n’est sur aucune des listes que vous utilisez.' : ''
}

function otherwise(stated: string): string {
  return stated ? ` ; il se nomme « ${stated} »` : ''
}

function badParts({ parts, bad, part }: { readonly parts: number; readonly bad: number; readonly part: string }): string {
  const of = parts > 0 ? `de ses ${parts} parties` : 'de ses parties'
  const named = part ? `${bad > 1 ? ', dont' : ' :'} ${part}` : ''
  return bad > 1 ? `${bad} ${of} ne tiennent pas${named}.` : `une ${of} ne tient pas${named}.`
}
