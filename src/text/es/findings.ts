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
    listed: ({ list }) => (list ? `figura en la lista de ${list}` : 'figura en un registro'),
    web: ({ host }) => (host ? `conocido por su dirección web, ${host}` : 'conocido por su dirección web'),
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
    'proof.coverage': { name: 'Cubierta por la firma', passed: () => 'Todo lo que se muestra está cubierto por ella.' },
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
      passed: ({ list }) => (list ? `El emisor figura en la lista de ${list}.` : 'El emisor figura en una lista.'),
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
      passed: ({ identity }) => (identity ? `Se emitió a ${identity}.` : 'Se emitió a una dirección de las indicadas.'),
    },
  },

  verdicts: {
    genuineListed: ({ issuer, date }) =>
      issuer
        ? `Auténtica. Emitida por ${issuer}${date ? ` el ${date}` : ''} y sin cambios desde entonces.`
        : 'Auténtica y sin cambios, de un emisor que figura en una lista reconocida.',
    genuineByAddress: ({ host }) =>
      `Auténtica y sin cambios. De su emisor solo conocemos la dirección web${host ? `, ${host}` : ''}.`,
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
    carrierBad: (facts) => `De lo que contiene, ${badParts(facts)}`,
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
      `La imagen solo contiene la dirección de la insignia${host ? `, en ${host}` : ''}. Podemos traerla de allí si quieres.`,
    svg_malformed: () => 'La imagen está dañada o cortada. Descarga otra vez la original.',
    svg_doctype: () => 'La imagen usa algo que puede esconder contenido dañino y no la abrimos. Pide otra copia al emisor.',
    svg_no_badge: () =>
      'Esta imagen no contiene ninguna insignia. Las copias editadas la pierden: descarga la imagen original del emisor.',
    svg_too_deep: () =>
      'La imagen es mucho más enredada de lo que necesita una insignia y dejamos de leerla. Pide otra copia al emisor.',
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
    proof_context_mismatch: () => 'Los vocabularios que nombra su firma no son los de la credencial.',
    canonicalization_too_hard: () => 'Sus datos están demasiado enredados para comprobarlos aquí en un tiempo razonable.',
    jsonld_invalid: () => 'Sus datos no se pueden leer de la forma que necesita su firma.',
    context_unavailable: ({ url, host }) =>
      `Usa un vocabulario que no tenemos${url ? ` (${url})` : host ? ` (en ${host})` : ''}, así que no se pudo comprobar la firma.`,
    too_many_contexts: () => 'Nombra más vocabularios de los que necesita una credencial y dejamos de leer.',
    term_undefined: ({ term }) =>
      `${term ? `«${term}»` : 'Algo de lo que dice'} no está en ninguno de sus vocabularios, así que la firma no lo cubre.`,
    member_hidden: (said) =>
      `Lleva ${named(said) ? `«${named(said)}»` : 'algo'} en una forma que los lectores pasarían por alto${at(said)}.`,
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

    method_invalid: () => 'La dirección de la clave que la firmó no es correcta.',
    key_malformed: () => 'La clave que la firmó no está escrita como debe.',
    key_type_unsupported: ({ type }) => `Esta clase de clave${type ? ` (${type})` : ''} es nueva para nosotros.`,
    key_unavailable: (said) => `No pudimos obtener la clave del emisor${said.host ? ` de ${said.host}` : ''}.`,
    key_revoked: ({ date }) => `El emisor retiró la clave${date ? ` el ${date}` : ''}.`,
    key_not_listed: ({ host }) => `La clave que la firmó no está entre las del emisor${host ? ` en ${host}` : ''}.`,
    key_wrong_purpose: () => 'El emisor tiene esta clave, pero no para emitir credenciales.',
    key_not_tied: () => 'Nada une la clave que la firmó con el emisor que nombra.',
    key_unproven: () => 'Sin una firma que se sostenga, no sabemos de quién es la clave.',
    key_by_did_key: () => 'El emisor es la propia clave, y cualquiera puede crear una así.',
    did_malformed: () => 'El identificador del emisor no está escrito como debe.',
    did_method_unsupported: ({ method }) =>
      `Esta clase de identificador${method ? ` (did:${method})` : ''} es nueva para nosotros.`,
    controller_document_invalid: (said) => `La lista de claves${said.host ? ` de ${said.host}` : ''} no está escrita como debe.`,
    document_moved: ({ host, to }) =>
      host && to
        ? `${host} nos envió a ${to}, que no habla en su nombre.`
        : `${host ?? 'El servidor del emisor'} nos envió a otro servidor, que no habla en su nombre.`,

    expired: ({ date }) => (date ? `Caducada desde el ${date}.` : 'Caducada.'),
    not_yet_valid: ({ date }) => (date ? `Solo vale a partir del ${date}.` : 'Todavía no vale.'),
    no_end_date: () => 'Sin fecha de fin.',
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
    status_kept_copy: ({ date, asOf }) =>
      `No estaba retirada la última vez que pudimos preguntar${(date ?? asOf) ? `, el ${date ?? asOf}` : ''}.`,
    status_too_many: () => 'Nombra más listas de las que necesita una credencial; no se miraron todas.',
    refresh_not_asked: () =>
      'Quizá el emisor tenga una versión más reciente. No preguntamos por nuestra cuenta, para que nadie sepa cuándo la miras.',

    issuer_by_web_address: ({ host }) =>
      `La dirección web que nombra${host ? `, ${host},` : ''} no figura en ninguna de las listas en uso.`,
    issuer_key_only: () => 'Del emisor solo conocemos una clave, y cualquiera pudo crearla. Nada confirma el nombre.',
    issuer_unbound: () => 'Nada confirma que el emisor sea quien dice ser.',
    endorsements_not_checked: ({ count }) => `Lleva avales${count ? ` (${count})` : ''}; todavía no se han comprobado.`,
    endorsement_unverified: ({ endorser: by }) => `Un aval${by ? ` de ${by}` : ''} no se sostiene.`,

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
    recipient_differs: () => 'Se emitió a una dirección distinta de las indicadas.',
    recipient_name_only: ({ name }) =>
      `Se emitió solo a un nombre${name ? `, ${name}` : ''}; muchas personas pueden llamarse igual.`,

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

    nested_not_verified: ({ first: part }) => `Una de sus partes no se sostiene${part ? `: ${part}` : ''}.`,
    nested_unknown: ({ first: part }) => `Una de sus partes no se pudo comprobar${part ? `: ${part}` : ''}.`,

    store_unavailable: () =>
      'Este navegador no nos deja guardar nada aquí. Puede deberse a una ventana privada; prueba con una normal.',
    store_quota: () => 'No queda sitio en este dispositivo. Libera espacio y prueba otra vez; no se perdió nada.',
    store_aborted: () => 'Esta vez no se pudo guardar. No se perdió nada; prueba otra vez.',
    store_corrupt: () => 'Un registro de este dispositivo ya no se puede abrir. Los demás siguen intactos.',
    store_newer: () => 'Una versión más reciente de Satchel escribió esta cartera. Recarga la página para obtenerla.',
    store_blocked: () => 'Satchel está abierto en otra pestaña con una versión anterior. Cierra esa pestaña y prueba otra vez.',

    cancelled: () => 'Se detuvo antes de terminar.',
    worker_failed: () => 'La comprobación se interrumpió. Prueba otra vez; la credencial sigue intacta.',
    unexpected: () => 'Ocurrió algo que no habíamos previsto. La credencial sigue intacta; prueba otra vez.',
  },
}

function badParts({ parts, bad, part }: { readonly parts: number; readonly bad: number; readonly part: string }): string {
  const of = parts > 0 ? `de sus ${parts} partes` : 'de sus partes'
  const named = part ? `${bad > 1 ? ', entre ellas' : ':'} ${part}` : ''
  return bad > 1 ? `${bad} ${of} no se sostienen${named}.` : `una ${of} no se sostiene${named}.`
}
