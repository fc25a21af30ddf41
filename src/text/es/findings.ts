import type { FindingsText, Said } from '../findings.ts'
import { page } from './credential.ts'

const host = (said: Said) => said.host ?? 'el otro servidor'
const Host = (said: Said) => said.host ?? 'El otro servidor'
/** The member or term that is meant. */
const named = (said: Said) => said.member ?? said.term
/** “Ed25519Signature2020” or “JWT, ES256”. */
const suiteOf = (said: Said) => [said.suite, said.alg].filter((part) => part !== undefined).join(', ')
/** A host that answers but has nothing there, now or any longer. */
const isGone = (said: Said) => said.status === '404' || said.status === '410'
const isSeveral = (count: string | undefined) => Number(count) > 1
const at = (said: Said) => (said.at ? ` (en ${said.at})` : '')
const member = (said: Said) => (named(said) ? `«${named(said)}»` : 'una de sus partes')

/** Spanish sentences of the trust report. */
export const findings: FindingsText = {
  language: 'es',

  questions: {
    integrity: '¿Sin cambios?',
    validity: '¿Sigue vigente?',
    authority: '¿Quién la respalda?',
    identity: '¿De quién es?',
  },
  answers: {
    passed: 'sí',
    warning: 'con una observación',
    failed: 'no',
    unknown: 'no se pudo comprobar',
    pending: 'comprobando',
  },
  levels: {
    listed: ({ list, stated }) => `${list ? `figura en la lista de ${list}` : 'figura en un registro'}${otherwise(stated)}`,
    personal: ({ stated }) => `de tu confianza${otherwise(stated)}`,
    web: ({ host }) => (host ? `conocido por su dirección web, ${host}` : 'conocido por su dirección web'),
    test: ({ list }) => (list ? `solo lo conoce ${list}, una lista de pruebas` : 'solo lo conoce una lista de pruebas'),
    key: () => 'una clave que cualquiera pudo crear',
    none: () => 'solo un nombre',
  },

  page,

  checks: {
    'structure.data-model': { name: 'Bien formada', passed: () => 'Cumple las reglas de su formato.' },
    'structure.schema': { name: 'Se ajusta a su esquema', passed: () => 'Se ajusta al esquema que nombra.' },
    'proof.signature': {
      name: 'Firma',
      passed: (said) => (suiteOf(said) ? `La firma es correcta (${suiteOf(said)}).` : 'La firma es correcta.'),
    },
    'proof.coverage': { name: 'Abarca todo lo que se muestra', passed: () => 'Todo lo que se muestra está cubierto por ella.' },
    'nested.integrity': { name: 'Las partes, sin cambios', passed: () => 'Ninguna de sus partes ha cambiado.' },
    'nested.validity': { name: 'Las partes, vigentes', passed: () => 'Todas sus partes siguen vigentes.' },
    'validity.dates': {
      name: 'Fechas',
      passed: ({ until }) => (until ? `Vigente hasta el ${until}.` : 'Hoy está dentro de sus fechas.'),
    },
    'validity.status': {
      name: 'No retirada',
      passed: ({ asOf }) => (asOf ? `No se ha retirado, a fecha de ${asOf}.` : 'No se ha retirado.'),
    },
    'validity.refresh': { name: 'Versión más reciente', passed: () => 'No hay una versión más reciente.' },
    'issuer.key': {
      name: 'La clave del emisor',
      passed: ({ host }) => (host ? `La clave es del emisor: ${host} la publica.` : 'La clave es del emisor.'),
    },
    'issuer.registry': {
      name: 'Listas que conocen al emisor',
      passed: ({ list, personal, name, stated, asOf }) => {
        const who = name ? ` como ${name}` : ''
        const calls = stated ? ` Se presenta como «${stated}».` : ''
        if (personal) return `Confías en este emisor con la clave que firmó esto${who ? `,${who}` : ''}.${calls}`
        return `El emisor figura en ${list ? `la lista de ${list}` : 'una lista'}${who}${asOf ? ` (leída el ${asOf})` : ''}.${calls}`
      },
    },
    'issuer.endorsements': {
      name: 'Avales',
      passed: () => 'Los avales que lleva están bien firmados y hablan de ella. Quiénes son los avalistas es otra pregunta.',
    },
    'identity.holder': {
      name: 'Quién la muestra',
      passed: () => 'La presenta la persona a quien se emitió, en respuesta a la solicitud recibida.',
    },
    'identity.recipient': {
      name: 'A quién se emitió',
      passed: ({ tidied }) =>
        `Se emitió a una identidad que diste${tidied ? ', una vez escrita de la forma habitual (minúsculas, sin espacios)' : ''}.`,
    },
  },

  verdicts: {
    genuineListed: ({ issuer, date, stated }) =>
      issuer
        ? `Auténtica. Emitida por ${issuer}${date ? ` el ${date}` : ''} y sin cambios desde entonces.${stated ? ` Llama a su emisor «${stated}».` : ''}`
        : 'Auténtica y sin cambios, de un emisor que figura en una lista reconocida.',
    genuineByAddress: ({ host }) =>
      `Auténtica y sin cambios. De su emisor solo conocemos la dirección web${host ? `, ${host}` : ''}.`,
    testListed: ({ issuer, list }) =>
      `Sin cambios desde que se firmó, pero a su emisor solo lo conoce una lista de pruebas${list ? ` (${list})` : ''}. ${
        issuer ? `Dice que es de «${issuer}»; nada lo confirma.` : 'No dice quién es.'
      }`,
    keyOnly: ({ issuer }) =>
      `Sin cambios desde que se firmó, pero con una clave que cualquiera pudo crear. ${
        issuer ? `Dice que es de «${issuer}»; nada lo confirma.` : 'No dice de quién es esa clave.'
      }`,
    expiredGenuine: ({ date }) => `Auténtica, pero caducada${date ? ` desde el ${date}` : ''}.`,
    expiredUnchanged: ({ date }) => `Sin cambios desde que se firmó, pero caducada${date ? ` desde el ${date}` : ''}.`,
    earlyGenuine: ({ date }) => (date ? `Auténtica, pero solo vale a partir del ${date}.` : 'Auténtica, pero todavía no vale.'),
    earlyUnchanged: ({ date }) =>
      date
        ? `Sin cambios desde que se firmó, pero solo vale a partir del ${date}.`
        : 'Sin cambios desde que se firmó, pero todavía no vale.',
    outsideDates: ({ date }) => `Hoy está fuera de las fechas en que vale${date ? ` (${date})` : ''}.`,
    revokedByName: ({ issuer, date }) => `${issuer || 'Su emisor'} la retiró${date ? ` el ${date}` : ''}.`,
    revoked: ({ date }) => `Quien la emitió la retiró${date ? ` el ${date}` : ''}.`,
    suspendedByName: ({ issuer }) => `${issuer || 'Su emisor'} la ha suspendido por ahora.`,
    suspended: () => 'Quien la emitió la ha suspendido por ahora.',
    unsigned: () => 'Nadie la firmó, así que nada muestra quién la hizo ni si se cambió. No confíes en ella.',
    altered: () => 'Se cambió después de emitirse. No confíes en ella.',
    uncovered: () => 'Su firma no cubre una parte de lo que dice. No confíes en ella.',
    signedByOther: ({ issuer }) =>
      `Está firmada, pero no por ${issuer ? `«${issuer}»` : 'el emisor que nombra'}. No confíes en ella.`,
    unreachable: ({ host }) =>
      `No pudimos comprobarla ahora: ${host || 'un servidor que hace falta'} no respondió. Todo lo demás se sostiene.`,
    unreachableAlone: ({ host }) =>
      `No pudimos comprobarla ahora: ${host || 'un servidor que hace falta'} no respondió. Prueba más tarde.`,
    blocked: ({ host }) =>
      `${host || 'El servidor del emisor'} no deja que los navegadores lean sus registros, así que esta parte no se puede comprobar aquí.`,
    offline: () => 'No tienes conexión, y parte de la comprobación necesita la red. Vuelve a comprobarla cuando la tengas.',
    unsupported: () => 'Esta clase de firma es nueva para nosotros. Podemos mostrarla, pero no responder por ella.',
    keyNotTied: ({ issuer }) =>
      `Sin cambios desde que se firmó, pero nada une la clave con ${issuer ? `«${issuer}»` : 'el emisor que nombra'}. El emisor puede aclararlo publicando su clave.`,
    otherPersonGenuine: () => 'Auténtica, pero no está demostrado que sea de esta persona.',
    otherPersonUnchanged: () => 'Sin cambios desde que se firmó, pero no está demostrado que sea de esta persona.',
    partBadGenuine: (facts) => `El expediente es auténtico, pero ${badParts(facts)}`,
    partBadUnchanged: (facts) => `El expediente en sí no ha cambiado, pero ${badParts(facts)}`,
    partUnknown: ({ part }) =>
      `El expediente se sostiene, pero una de sus partes no se pudo comprobar${part ? `: ${part}` : ''}.`,
    carrierVerified: ({ parts }) =>
      parts === 1 ? 'La credencial de dentro se sostiene.' : `Las ${parts} credenciales de dentro se sostienen.`,
    carrierBad: ({ parts, bad, part }) => {
      if (parts === 1) return `La credencial que contiene no se sostiene${part ? `: ${part}` : ''}.`
      const of = `de las ${parts > 0 ? `${parts} ` : ''}credenciales que contiene`
      return bad > 1
        ? `${bad} ${of} no se sostienen${part ? `, entre ellas ${part}` : ''}.`
        : `Una ${of} no se sostiene${part ? `: ${part}` : ''}.`
    },
    carrierUnknown: ({ part }) => `Algo de lo que contiene no se pudo comprobar${part ? `: ${part}` : ''}.`,
    nothingInside: () => 'No hay ninguna credencial dentro, así que no hay nada en lo que confiar.',
    doNotRely: 'No confíes en ella.',
    cannotTell: 'Por eso no podemos decir si se sostiene.',
  },

  problems: {
    input_empty: () => 'No contiene nada. Elige el archivo otra vez o vuelve a descargarlo.',
    input_too_large: () => 'Es más grande de lo que abrimos aquí. Pide la insignia sola o divide el archivo.',
    input_unrecognized: () =>
      'No encontramos ninguna credencial. Prueba con la imagen original de la insignia, un archivo JSON o el texto que envió el emisor.',
    input_is_address: ({ host }) =>
      `Es una dirección web${host ? ` (${host})` : ''}, no una credencial. Podemos traerla si quieres.`,
    input_is_html: () => 'Es una página web, no una credencial. Busca en ella un enlace de descarga y añade ese archivo.',
    input_is_pdf: () =>
      'Es un PDF y no contiene una credencial que podamos comprobar. Pide la insignia como imagen o como archivo JSON.',
    input_not_credential: () => 'Son datos legibles, pero no una credencial. Busca la descarga de la propia insignia.',
    input_unreadable: () => 'No se pudo leer. Elige el archivo otra vez o cópialo antes en este dispositivo.',
    too_many_credentials: ({ limit }) =>
      `Contiene más credenciales de las que abrimos a la vez${limit ? ` (el límite es ${limit})` : ''}. Divide el archivo y añade las partes.`,
    nothing_inside: () => 'Es un envoltorio sin ninguna credencial dentro. Pide la credencial a quien lo envió.',
    json_malformed: ({ line }) =>
      `El texto está cortado o revuelto${line ? ` (línea ${line})` : ''}. Cópialo entero otra vez o vuelve a descargar el archivo.`,
    json_duplicate_key: ({ name }) =>
      `Dice ${name ? `«${name}»` : 'lo mismo'} dos veces, y dos lectores podrían ver cosas distintas. Pide al emisor una copia limpia.`,
    json_too_deep: () => 'Sus datos están más anidados de lo que necesita una credencial. Pide al emisor una copia limpia.',
    json_too_large: () => 'Contiene más datos de los que necesita una credencial. Pide al emisor una copia más pequeña.',
    text_not_utf8: () => 'El texto se dañó por el camino. Descarga el archivo original y añade ese.',
    jws_malformed: () => 'Parece un texto firmado, pero está incompleto. Cópialo entero, con sus dos puntos, y prueba otra vez.',
    png_malformed: () => 'La imagen está dañada o cortada. Descarga otra vez la original.',
    png_no_badge: () =>
      'Esta imagen no contiene ninguna insignia. Las capturas y las copias reducidas la pierden: descarga la imagen original del emisor.',
    png_crc_wrong: () =>
      'La suma de control de la imagen no cuadra; lo que cuenta es la insignia de dentro, y esa se comprueba por su firma.',
    png_chunk_compressed: () =>
      'La insignia va guardada en la imagen de una forma poco común. Otros lectores quizá no la encuentren.',
    png_several_badges: ({ count }) => `La imagen contiene ${count ?? 'varias'} insignias. Cada una se lee por separado.`,
    png_inflate_failed: () => 'No se pudo desempaquetar la insignia de esta imagen. Descarga otra vez la original.',
    badge_address_only: ({ host }) =>
      `Es solo la dirección de una insignia${host ? `, en ${host}` : ''}. La propia insignia tiene que venir de allí.`,
    svg_malformed: () => 'La imagen está dañada o cortada. Descarga otra vez la original.',
    svg_doctype: () => 'La imagen usa algo que puede esconder contenido dañino y no la abrimos. Pide otra copia al emisor.',
    svg_no_badge: () =>
      'Esta imagen no contiene ninguna insignia. Las copias editadas la pierden: descarga la imagen original del emisor.',
    svg_too_deep: () =>
      'La imagen es mucho más enredada de lo que necesita una insignia y dejamos de leerla. Pide otra copia al emisor.',
    zip_malformed: () => 'Este archivo ZIP está dañado o incompleto. Descárgalo otra vez, o descomprímelo y añade los archivos.',
    zip_unsupported: ({ reason }) =>
      `Está comprimido de una forma que no abrimos${reason ? ` (${reason})` : ''}. Descomprímelo y añade los archivos.`,
    zip_encrypted: () =>
      'Este archivo está protegido con contraseña dentro del ZIP. Descomprímelo con la contraseña y añade el archivo.',
    archive_file_damaged: () => 'Este archivo se dañó al comprimirlo o enviarlo. Pide el paquete otra vez.',
    archive_too_large: () =>
      'Descomprimido sería mucho mayor que cualquier credencial. Descomprímelo por tu cuenta y añade solo las insignias.',
    archive_too_many_files: ({ limit }) =>
      `Contiene más archivos de los que abrimos a la vez${limit ? ` (el límite es ${limit})` : ''}. Descomprímelo y añade las insignias por partes.`,
    archive_too_deep: () => 'Hay paquetes dentro de paquetes, más de los que abrimos. Descomprímelos y añade los archivos.',
    archive_no_credential: ({ files }) =>
      `${files === '1' ? 'Su único archivo no es una credencial' : `Ninguno de sus archivos es una credencial${files ? ` (hay ${files})` : ''}`}. Pide una exportación que contenga las insignias.`,
    wallet_locked: () =>
      'Esta exportación de cartera está bloqueada. Expórtala otra vez sin contraseña, o desbloquéala en la aplicación de la que viene.',
    format_not_yet: ({ format }) =>
      `Lo reconocemos${format ? ` (${format})` : ''}, pero todavía no abrimos esta clase. Añade la insignia como archivo JSON o como imagen.`,

    context_missing: () => 'No dice a qué vocabulario pertenecen sus palabras.',
    context_first_wrong: () => 'El vocabulario que debe ir primero no va primero.',
    context_invalid: (said) => `Uno de los vocabularios que nombra no está escrito como debe${at(said)}.`,
    data_model_version_disagrees: () => 'Mezcla palabras de dos versiones de su formato.',
    type_missing: (said) => `No dice qué clase de cosa es${at(said)}.`,
    type_unknown: ({ type }) => `Dice ser ${type ? `«${type}»` : 'algo'}, que sus vocabularios no definen.`,
    id_invalid: (said) => `Un identificador que contiene no es una dirección correcta${at(said)}.`,
    member_missing: (said) => `Su formato pide ${member(said)}, y no está${at(said)}.`,
    member_invalid: (said) => `Su formato pide ${member(said)} de otra forma${at(said)}.`,
    date_invalid: (said) =>
      `${said.member ? `«${said.member}»` : 'Una de sus fechas'} no es una fecha y hora completa${at(said)}.`,
    dates_reversed: () => 'Su fecha de fin es anterior a la de inicio.',
    badge_too_old: () =>
      'Sigue el primer borrador de Open Badges (0.5), que apenas tiene reglas con que comprobarla. El emisor puede tener una en un formato más nuevo.',
    badge_part_only: () => 'Describe una insignia o a su emisor. No es una insignia dada a alguien.',
    badge_form_mixed: () => 'Dice que se comprueba de otra manera que aquella en la que llegó.',
    context_order: () => 'Nombra sus vocabularios en otro orden que el del estándar. Eso no cambia nada de lo que dice.',
    association_dangling: () => 'Relaciona un logro con otro que no está en este expediente.',
    context_unfamiliar: (said) => `Usa también palabras de un vocabulario que no conocemos${at(said)}.`,
    image_not_baked: () => 'Lleva la imagen escrita dentro. Su formato pide en su lugar la dirección de la imagen.',
    schema_violated: (said) => `No se ajusta al esquema que nombra${at(said)}.`,
    schema_unknown: ({ host }) =>
      `Nombra un esquema que no tenemos${host ? ` (en ${host})` : ''}, así que esa parte no se pudo comprobar.`,

    proof_missing: () => 'No lleva firma, así que nada muestra quién la hizo ni si se cambió.',
    proof_malformed: () => 'Su firma no está escrita como debe.',
    proof_value_malformed: () => 'El valor de su firma está revuelto.',
    proof_signature_wrong: () => 'La firma no coincide: algo se cambió después de firmar.',
    proof_type_unsupported: ({ suite }) => `Esta clase de firma${suite ? ` (${suite})` : ''} es nueva para nosotros.`,
    proof_suite_obsolete: ({ suite }) => `Está firmada de una forma antigua${suite ? ` (${suite})` : ''} que aún vale.`,
    proof_purpose_wrong: () => 'Su firma se hizo para un fin distinto de emitir una credencial.',
    proof_expired: ({ date }) => `Su firma solo valía${date ? ` hasta el ${date}` : ' por un tiempo que ya pasó'}.`,
    proof_created_in_future: ({ date }) => `Su firma dice que se hizo en el futuro${date ? `, el ${date}` : ''}.`,
    proof_previous_missing: () => 'Su firma se apoya en otra anterior que no está.',
    proof_too_many: () => 'Lleva más firmas de las que necesita una credencial; no se miraron todas.',
    proof_also_unsupported: ({ other }) => `Lleva otra firma más${other ? ` (${other})` : ''} de una clase nueva para nosotros.`,
    proof_selective: () =>
      'La firma es correcta. Quien la tiene eligió qué mostrar; está todo lo que el emisor hizo obligatorio.',
    proof_base_only: () =>
      'Esta es la copia propia de quien la tiene, de la que elige qué mostrar. No está hecha para entregarse tal cual: pide una copia hecha para ti.',
    proof_base_unchecked: () =>
      'Esta es la copia propia de quien la tiene, y no pudimos formar con ella lo que su firma mostraría.',
    proof_too_long: () => 'Su firma consta de más partes de las que se pueden comprobar aquí en un tiempo razonable.',
    proof_context_mismatch: () => 'Los vocabularios que nombra su firma no son los de la credencial.',
    canonicalization_too_hard: () => 'Sus datos están demasiado enredados para comprobarlos aquí en un tiempo razonable.',
    jsonld_invalid: () => 'Sus datos no se pueden leer de la forma que necesita su firma.',
    context_unavailable: ({ context }) =>
      `Usa un vocabulario que no tenemos${context ? ` (${context})` : ''}, así que no se pudo comprobar la firma.`,
    context_fetched: ({ context }) =>
      `La firma es correcta. Se comprobó con un vocabulario de otro sitio que aquí se permitió${context ? `: ${context}` : ''}.`,
    variant_unmatched: ({ term }) =>
      `${term ? `«${term}»` : 'Algo de lo que dice'} solo está en algunas ediciones de su vocabulario, y la firma no encaja con ninguna que conozcamos.`,
    too_many_contexts: () => 'Nombra más vocabularios de los que necesita una credencial y dejamos de leer.',
    term_undefined: ({ term }) =>
      `${term ? `«${term}»` : 'Algo de lo que dice'} no está en ninguno de sus vocabularios, así que la firma no lo cubre.`,
    member_hidden: (said) =>
      `Lleva ${named(said) ? `«${named(said)}»` : 'algo'} en una forma que los lectores pasarían por alto${at(said)}.`,
    name_unsigned: (said) => `La firma cubre lo que significa ${member(said)}, pero no que se llame así.`,
    meaning_changed: (said) => `Su propio vocabulario da a ${member(said)} un significado distinto del que se muestra.`,
    coverage_unknown: () => 'No pudimos asegurar que la firma cubra todo lo que se muestra.',
    alg_unsupported: ({ alg }) => `Esta clase de firma${alg ? ` (${alg})` : ''} es nueva para nosotros.`,
    alg_none: () => 'Ella misma dice que no está firmada.',
    alg_symmetric: () => 'Va cerrada con un secreto compartido, no firmada: cualquiera que lo sepa pudo hacerla.',
    alg_key_mismatch: () => 'La clase de firma y la clase de clave no van juntas.',
    crit_unknown: () => 'Pide que no confíe en ella quien no conozca cierta extensión, y no la conocemos.',
    jwt_key_missing: () => 'No dice qué clave la firmó.',
    jwt_key_conflict: () => 'Nombra dos claves distintas para una sola firma.',
    jwt_private_key: () => 'Deja a la vista una clave privada, así que cualquiera pudo firmarla.',
    jwt_claim_mismatch: ({ claim }) => `Su envoltura${claim ? ` (${claim})` : ''} dice algo distinto de la credencial de dentro.`,
    jwt_form_mixed: () => 'Mezcla dos formas de firmar que no van juntas.',

    sd_jwt_malformed: () =>
      'Los datos que revela no están escritos como deberían. Cópiala entera, hasta el último signo, e inténtalo de nuevo.',
    sd_hash_unsupported: ({ hash }) => `Protege lo que revela de una forma que aún no conocemos${hash ? ` (${hash})` : ''}.`,
    disclosure_unsigned: () => 'Muestra algo que su emisor no firmó.',
    disclosure_repeated: (said) => `Revela ${member(said)} dos veces, y dos lectores podrían ver cosas distintas.`,
    disclosure_forbidden: (said) => `Deja a quien la muestra decidir si se ve ${member(said)}, y eso debe verse siempre.`,
    disclosures_too_many: () => 'Revela más datos de los que necesita una credencial, así que dejamos de leer.',
    facts_withheld: ({ count }) =>
      `Todo lo que se muestra está cubierto por ella. Quien la muestra puede guardarse ${count === '1' ? 'un dato más' : `hasta ${count ?? 'varios'} datos más`}.`,

    method_invalid: () => 'La dirección de la clave que la firmó no es correcta.',
    key_malformed: () => 'La clave que la firmó no está escrita como debe.',
    key_type_unsupported: ({ type }) => `Esta clase de clave${type ? ` (${type})` : ''} es nueva para nosotros.`,
    key_unavailable: (said) => `No pudimos obtener la clave del emisor${said.host ? ` de ${said.host}` : ''}.`,
    key_revoked: ({ date }) => `El emisor retiró la clave${date ? ` el ${date}` : ''}.`,
    key_not_listed: ({ host }) => `La clave que la firmó no está entre las del emisor${host ? ` en ${host}` : ''}.`,
    key_wrong_purpose: () => 'El emisor tiene esta clave, pero no para emitir credenciales.',
    key_not_tied: () => 'Nada une la clave que la firmó con el emisor que nombra.',
    key_unproven: () => 'Mientras nada confirme lo que dice, no sabemos quién está detrás.',
    key_by_did_key: () => 'El identificador del emisor es esta misma clave.',
    did_malformed: () => 'El identificador del emisor no está escrito como debe.',
    did_method_unsupported: ({ method }) =>
      `Esta clase de identificador${method ? ` (did:${method})` : ''} es nueva para nosotros.`,
    controller_document_invalid: (said) => `La lista de claves${said.host ? ` de ${said.host}` : ''} no está escrita como debe.`,
    document_moved: ({ host, to }) =>
      host && to
        ? `${host} nos envió a ${to}, que no habla en su nombre.`
        : `${host ?? 'El servidor del emisor'} nos envió a otro servidor, que no habla en su nombre.`,

    hosted_confirmed: (said) => `Su propia dirección la confirma: ${host(said)} publica exactamente esto.`,
    hosted_kept_copy: (said) =>
      `${Host(said)} no pudo responder ahora. La confirmó la última vez que pudimos preguntar${said.asOf ? `, el ${said.asOf}` : ''}.`,
    hosted_copy_old: (said) =>
      `${Host(said)} no pudo responder ahora, y nuestra copia${said.asOf ? `, del ${said.asOf},` : ''} es demasiado antigua para fiarse. Compruébala de nuevo cuando tengas conexión.`,
    hosted_address_only: (said) => `Llegó solo como una dirección. Lo que se muestra es lo que ${host(said)} publica allí.`,
    hosted_no_address: () =>
      'Una insignia así la confirma la dirección web donde se guarda, y no indica ninguna. La imagen o el enlace originales quizá sí.',
    hosted_address_inside: (said) =>
      `Aquí solo está la dirección de una insignia, en ${host(said)}, así que no se pide nada. Añade esa dirección por separado para ver qué hay allí.`,
    hosted_gone: (said) => `${Host(said)} ya no la confirma. Puede que el emisor la haya movido: pídele la nueva dirección.`,
    hosted_withdrawn: (said) => `${Host(said)} dice que el emisor la retiró, y ya no la publica entera.`,
    hosted_not_badge: (said) => `${Host(said)} publica otra cosa donde debería estar esta.`,
    hosted_other_id: (said) => `${Host(said)} publica otra en la dirección que esta indica.`,
    hosted_differs: ({ host: at, members }) =>
      `No dice lo mismo que su propia dirección${at ? `, en ${at}` : ''}${members ? `. Lo que difiere: ${members}` : ''}.`,
    hosted_by_issuer: ({ place }) =>
      `Se guarda${place ? ` en ${place},` : ''} donde el perfil del propio emisor guarda sus insignias.`,
    hosted_out_of_scope: ({ place }) =>
      `Se guarda${place ? ` en ${place},` : ''} donde el emisor que nombra no guarda insignias.`,
    scope_unreadable: (said) =>
      `El perfil de ${host(said)} dice de un modo nuevo para nosotros dónde guarda el emisor sus insignias.`,
    origins_differ: ({ place }) =>
      `Sus partes están en servidores distintos${place ? ` (la insignia, en ${place})` : ''}. Una insignia de su época solo es del emisor si todas comparten uno.`,
    linked_invalid: (said) => `${Host(said)} publica otra cosa donde debería estar una parte de esta insignia.`,
    badge_class_inside: () => 'Lo que la insignia reconoce está escrito en la propia insignia y queda cubierto con ella.',
    issuer_not_web: () => 'No nombra a su emisor con una dirección web, así que no hay a quién preguntar.',
    profile_by_address: ({ names }) =>
      `El perfil del emisor se llama ${names ? `«${names}»` : 'de otra manera'}; lo que cuenta es la dirección donde está.`,
    profile_of_other: (said) =>
      `El perfil de ${host(said)} dice que es de otro${said.names ? `, ${said.names}` : ''}. El emisor podría aclararlo nombrando su propia dirección.`,
    key_owner_wrong: () => 'La clave que la firmó no nombra a este emisor como su dueño.',
    key_by_origin: (said) => `La clave está en la dirección web del propio emisor, ${host(said)}.`,

    expired: ({ date }) => (date ? `Caducada desde el ${date}.` : 'Caducada.'),
    not_yet_valid: ({ date }) => (date ? `Solo vale a partir del ${date}.` : 'Todavía no vale.'),
    no_end_date: () => 'Sin fecha de fin.',
    dates_not_shown: () =>
      'Cuenta según las fechas que se muestran. Su titular eligió qué mostrar, así que puede haber una fecha de fin que no se ve.',
    status_not_shown: () =>
      'No se nombra ninguna lista de revocación. Su titular eligió qué mostrar, así que puede haber una que no se ve.',
    status_revoked: ({ date, reason }) => `El emisor la retiró${date ? ` el ${date}` : ''}${reason ? `: «${reason}»` : ''}.`,
    status_suspended: ({ reason }) => `El emisor la ha suspendido por ahora${reason ? `: «${reason}»` : ''}.`,
    status_refresh: () => 'El emisor dice que hay lista una versión más reciente.',
    status_message: ({ message }) => `El emisor añade${message ? `: «${message}»` : ' un mensaje'}.`,
    status_type_unsupported: ({ type }) =>
      `El emisor señala las retiradas de una forma nueva para nosotros${type ? ` (${type})` : ''}.`,
    status_entry_invalid: () => 'Lo que dice sobre su retirada no está escrito como debe.',
    status_purpose_mismatch: () => 'La lista del emisor responde a una pregunta distinta de la de esta credencial.',
    status_list_unavailable: (said) => `${Host(said)} no nos dio la lista de credenciales retiradas.`,
    status_list_invalid: (said) => `La lista de credenciales retiradas de ${host(said)} no está escrita como debe.`,
    status_list_unverified: () => 'La propia lista de credenciales retiradas no se pudo verificar.',
    status_list_expired: ({ date }) => `La lista de credenciales retiradas está caducada${date ? ` desde el ${date}` : ''}.`,
    status_list_stale: ({ date, asOf }) =>
      `Nuestra copia de la lista de credenciales retiradas${(date ?? asOf) ? `, del ${date ?? asOf},` : ''} es demasiado antigua para fiarse. Vuelve a comprobar con conexión.`,
    status_list_short: () =>
      'La lista de credenciales retiradas es más corta de lo necesario para proteger a quienes figuran en ella.',
    status_list_foreign: ({ keeper }) =>
      `Otra entidad${keeper ? ` (${keeper})` : ''} lleva por el emisor la lista de credenciales retiradas.`,
    status_index_outside: () => 'Señala un lugar más allá del final de la lista de credenciales retiradas.',
    status_value_unknown: ({ value }) => `El emisor la marca de una forma que aún no conocemos${value ? ` (${value})` : ''}.`,
    status_kept_copy: ({ date, asOf }) =>
      `No estaba retirada la última vez que pudimos preguntar${(date ?? asOf) ? `, el ${date ?? asOf}` : ''}.`,
    status_too_many: () => 'Nombra más listas de las que necesita una credencial; no se miraron todas.',
    refresh_not_asked: () =>
      'Quizá el emisor tenga una versión más reciente. No preguntamos por nuestra cuenta, para que nadie sepa cuándo la miras.',
    refresh_not_offered: () => 'Su emisor no ofrece forma de pedir una versión más nueva.',
    refresh_other: () => 'Lo que dio el servidor del emisor no es una versión más nueva de esta. No se cambió nada.',
    refresh_unverified: () =>
      'El servidor del emisor dio una versión más nueva que no se sostiene por sí misma, así que no se cambió nada.',
    superseded: ({ date }) => `Una versión más nueva${date ? `, del ${date},` : ''} la ha reemplazado.`,

    issuer_by_web_address: ({ host, unread }) =>
      unread
        ? `Del emisor solo conocemos su dirección web${host ? `, ${host}` : ''}. No pudimos buscarlo en ${unread}.`
        : `La dirección web que nombra${host ? `, ${host},` : ''} no figura en ninguna de las listas en uso.`,
    issuer_key_only: (said) =>
      `Del emisor solo conocemos una clave, y cualquiera pudo crearla. Nada confirma el nombre.${searched(said)}`,
    issuer_unbound: (said) => `Nada confirma que el emisor sea quien dice ser.${searched(said)}`,
    issuer_also_listed: ({ list, name }) => `Figura también en ${list ?? 'otra lista'}${name ? ` como ${name}` : ''}.`,
    issuer_in_test_list: (said) =>
      `Solo una lista de pruebas${said.list ? ` (${said.list})` : ''} conoce al emisor. Cualquiera puede figurar en ella, así que nada confirma el nombre.${searched(said)}`,
    issuer_other_key: ({ list, personal }) =>
      personal
        ? 'Confías en este emisor, pero con otra clave que la que firmó esto.'
        : `${list ?? 'Una lista en uso'} conoce a este emisor, pero con otra clave que la que firmó esto.`,
    issuer_listed_unproven: ({ list, personal }) =>
      personal
        ? 'Confías en el emisor que nombra, pero nada muestra que lo firmara ese emisor.'
        : `${list ?? 'Una lista en uso'} conoce al emisor que nombra, pero nada muestra que lo firmara ese emisor.`,
    list_unrecognized: () =>
      'No encontramos en ello ninguna lista de instituciones. Un archivo JSON o CSV necesita, para cada una, un identificador o un dominio y un nombre.',
    list_entry_invalid: ({ line }) =>
      `${line ? `La línea ${line}` : 'Una línea'} de la lista no se puede leer: necesita un identificador o un dominio y un nombre. No se tomó nada de la lista.`,
    list_too_long: ({ limit }) => `La lista es más larga de lo que admitimos${limit ? ` (${limit} instituciones)` : ''}.`,
    list_statement_invalid: ({ claim }) =>
      `Lo que firmó el registro no es como debe ser${claim ? ` (${claim})` : ''}, así que no lo tomamos.`,
    list_signature_wrong: () => 'La firma del registro no es correcta, así que no tomamos lo que dice.',
    list_key_changed: (said) =>
      `${Host(said)} firma con otra clave que cuando añadiste la lista. Si sabes por qué, quita la lista y vuelve a añadirla.`,
    pathway_missing: () => 'No hay en ello ningún itinerario que podamos leer.',
    endorsements_not_checked: ({ count }) => `Lleva avales${count ? ` (${count})` : ''}; todavía no se han comprobado.`,
    endorsement_unverified: ({ endorser: by }) => `Nada confirma un aval${by ? ` de ${by}` : ' que lleva'}.`,

    holder_unproven: () =>
      'No podemos saber quién la muestra. Pide que responda a una solicitud o comprueba el correo al que se emitió.',
    holder_not_asked: ({ seconds }) =>
      `Firmada por su titular${seconds ? ` hace ${seconds} segundos` : ''}. Una copia se vería igual: para estar seguro, pide que responda a una solicitud.`,
    holder_not_subject: () => 'Quien la mostró no es la persona a quien se emitió.',
    holder_proof_wrong: () => 'La firma de quien la mostró no es correcta.',
    challenge_wrong: () => 'Responde a otra solicitud, no a la tuya.',
    domain_wrong: () => 'Iba dirigida a otra persona o entidad.',
    recipient_unnamed: () => 'No dice a quién se emitió.',
    recipient_not_asked: () => 'Se emitió a una dirección que guarda oculta. Solo quien conoce la dirección puede compararla.',
    recipient_differs: () => 'Se emitió a una dirección o un número distintos de los indicados.',
    recipient_name_only: ({ name }) =>
      `Se emitió solo a un nombre${name ? `, ${name}` : ''}; muchas personas pueden llamarse igual.`,
    recipient_incomparable: () =>
      'Nombra a su destinatario con otro dato que los que se dieron, así que no hay nada que comparar.',
    recipient_hash_weak: () =>
      'Se emitió a una identidad que diste, pero la oculta con un resumen antiguo que otros podrían adivinar.',

    fetch_offline: () => 'No tienes conexión. Vuelve a comprobarla cuando la tengas.',
    fetch_failed: (said) => `${Host(said)} no respondió.`,
    fetch_blocked: (said) =>
      `${Host(said)} no deja que los navegadores lean sus registros, así que esta parte no se puede comprobar aquí.`,
    fetch_status: (said) =>
      isGone(said)
        ? `${Host(said)} respondió que no lo tiene (${said.status}). Revisa la dirección o pregunta al emisor.`
        : `${Host(said)} respondió con un error${said.status ? ` (${said.status})` : ''}. Prueba más tarde.`,
    fetch_timeout: (said) => `${Host(said)} tardó demasiado en responder. Prueba más tarde.`,
    fetch_too_large: (said) => `${Host(said)} envió más de lo que aceptamos.`,
    fetch_address_refused: () => 'No abrimos esa clase de dirección: debe ser pública y empezar por https.',
    fetch_too_many: () => 'Nombra más direcciones de las que consultamos por una credencial.',
    fetch_cancelled: () => 'Se detuvo antes de que llegara una respuesta.',

    nested_not_verified: ({ first: part, bad }) =>
      isSeveral(bad)
        ? `${bad} de sus partes no se sostienen${part ? `, entre ellas ${part}` : ''}.`
        : `Una de sus partes no se sostiene${part ? `: ${part}` : ''}.`,
    nested_unknown: ({ first: part, bad }) =>
      isSeveral(bad)
        ? `${bad} de sus partes no se pudieron comprobar${part ? `, entre ellas ${part}` : ''}.`
        : `Una de sus partes no se pudo comprobar${part ? `: ${part}` : ''}.`,
    nested_other_person: ({ first: part }) => `Una de sus partes no se emitió a la misma persona${part ? `: ${part}` : ''}.`,
    nested_person_unknown: ({ first: part }) =>
      `Una de sus partes no dice a quién se emitió de forma que se pueda comparar${part ? `: ${part}` : ''}.`,
    proof_by_record: () =>
      'No lleva firma propia; el expediente del que forma parte está firmado por el mismo emisor y responde por ella.',
    issuer_stated: () => 'El expediente dice que la emitió otra institución, pero no lleva firma propia que lo muestre.',
    parts_entangled: () => 'La firma del expediente no fija cuál de sus partes dice qué. Pide partes firmadas una a una.',

    store_unavailable: () =>
      'Este navegador no nos deja guardar nada aquí. Puede deberse a una ventana privada; prueba con una normal.',
    store_quota: () => 'No queda sitio en este dispositivo. Libera espacio y prueba otra vez; no se perdió nada.',
    store_aborted: () => 'Esta vez no se pudo guardar. No se perdió nada; prueba otra vez.',
    store_corrupt: () => 'Un registro de este dispositivo ya no se puede abrir. Los demás siguen intactos.',
    store_newer: () => 'Una versión más reciente de Satchel escribió esta cartera. Recarga la página para obtenerla.',
    store_blocked: () =>
      'Satchel está abierto en otra pestaña con una versión anterior. Cierra esa pestaña: tu cartera se abrirá sola.',

    store_busy: () => 'Otra pestaña todavía está escribiendo. Cierra tus otras pestañas de Satchel y prueba otra vez.',
    store_locked: () => 'Satchel se bloqueó. Desbloquéalo y prueba otra vez.',
    stacks_full: ({ limit }) => `No caben más${limit ? ` de ${limit}` : ''}. Quita alguno que ya no necesites y prueba otra vez.`,
    unlock_wrong: () => 'Eso no abre esta cartera. No se cambió nada; prueba otra vez.',
    unlock_last: () => 'Es la única manera de entrar en tu cartera. Añade antes otra.',
    recovery_code_mistyped: () => 'Hay un error al escribir ese código. Compáralo con el impreso, grupo por grupo.',
    passkey_unsupported: () => 'Este navegador no puede usar llaves de acceso aquí. Una frase de contraseña sirve igual de bien.',
    passkey_no_prf: () =>
      'Esta llave de acceso puede decir quién eres, pero no crear la clave que tu cartera necesita. Prueba con otra, o usa una frase de contraseña.',
    passkey_cancelled: () => 'No se usó ninguna llave de acceso. Puedes probar otra vez o entrar de otra manera.',
    passkey_exists: () => 'Este dispositivo o llave de seguridad ya tiene una llave de acceso para tu cartera.',
    passkey_refused: () => 'Tu dispositivo no lo aceptó. Prueba otra vez o entra de otra manera.',
    backup_unrecognized: () => 'No es una copia de seguridad que Satchel sepa leer.',
    backup_newer: () =>
      'Una versión más reciente de Satchel escribió esta copia. Recarga la página para obtenerla y prueba otra vez.',
    backup_wrong_key: () =>
      'Eso no abre esta copia de seguridad. Revisa lo que escribiste; también puede ser una frase anterior tuya.',
    backup_damaged: () => 'Esta copia de seguridad está dañada o incompleta. Lo que hay en tu cartera sigue intacto.',
    backup_too_large: () => 'Esta copia de seguridad es más grande de lo que Satchel puede abrir aquí.',
    wallet_wrong_key: () => 'Eso no abre este archivo de cartera. Revisa lo que escribiste.',
    wallet_lock_unsupported: () =>
      'Este archivo de cartera está bloqueado de una forma que Satchel no conoce. Expórtalo otra vez sin bloqueo o con una contraseña.',
    camera_unavailable: () => 'No hay ninguna cámara que esta página pueda usar. Usa un archivo de copia de seguridad.',
    camera_refused: () =>
      'El navegador no deja que Satchel use la cámara. Permítelo en la barra de direcciones o usa un archivo de copia de seguridad.',
    transfer_other: () => 'Ese código es de otra cosa. Muestra el de tu otro dispositivo.',
    transfer_damaged: () => 'Algo falló por el camino. Empieza otra vez en los dos dispositivos; tu cartera sigue intacta.',
    transfer_too_large: () => 'Tu cartera es demasiado grande para enviarla como imagen. Usa un archivo de copia de seguridad.',
    safe_failed: () => 'Se interrumpió antes de terminar. No se cambió nada; prueba otra vez.',
    cancelled: () => 'Se detuvo antes de terminar.',
    worker_failed: () => 'La comprobación se interrumpió. Prueba otra vez; la credencial sigue intacta.',
    unexpected: () => 'Ocurrió algo que no habíamos previsto. La credencial sigue intacta; prueba otra vez.',
  },
}

/** Hasta dónde se buscó a un emisor que ninguna lista conoce. */
function searched({ unread, lists }: Said): string {
  if (unread) return ` No pudimos buscarlo en ${unread}.`
  return lists ? ' No figura en ninguna de las listas en uso.' : ''
}

function otherwise(stated: string): string {
  return stated ? `; se presenta como «${stated}»` : ''
}

function badParts({ parts, bad, part }: { readonly parts: number; readonly bad: number; readonly part: string }): string {
  const of = parts > 0 ? `de sus ${parts} partes` : 'de sus partes'
  const named = part ? `${bad > 1 ? ', entre ellas' : ':'} ${part}` : ''
  return bad > 1 ? `${bad} ${of} no se sostienen${named}.` : `una ${of} no se sostiene${named}.`
}
