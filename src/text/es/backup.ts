import type { BackupText } from '../backup.ts'
import { pluralizer } from '../format.ts'

const plural = pluralizer('es')

/** Las palabras sobre copias de seguridad, traslados, claves propias y registros dañados, en español. */
export const backup: BackupText = {
  backup: {
    title: 'Copia de seguridad',
    lead: 'Un archivo con todo lo que hay en tu cartera, cerrado con una frase de contraseña. Guárdalo lejos de este dispositivo. Su formato es abierto: también se puede abrir sin Satchel.',
    never: 'Todavía no hay ninguna copia de seguridad.',
    last: (when) => `Última copia: ${when}.`,
    tried: (when) => `Se probó el ${when} y se abrió.`,
    lost: (count) =>
      plural(count, {
        zero: 'Contiene todo lo que hay en tu cartera.',
        one: 'Con este dispositivo se perdería # credencial añadida desde entonces.',
        other: 'Con este dispositivo se perderían # credenciales añadidas desde entonces.',
      }),
    lostAll: (count) =>
      plural(count, {
        zero: 'Todavía no hay nada tuyo que perder.',
        one: 'Con este dispositivo se perdería # credencial.',
        other: 'Con este dispositivo se perderían # credenciales.',
      }),
    lostKeys: (count) =>
      plural(count, {
        one: 'También # clave a la que puede haber credenciales vinculadas.',
        other: 'También # claves a las que puede haber credenciales vinculadas.',
      }),
    lostStacks: (count) =>
      plural(count, {
        one: '# conjunto o itinerario no está en ninguna copia tal como es ahora, y se perdería.',
        other: '# conjuntos e itinerarios no están en ninguna copia tal como son ahora, y se perderían.',
      }),
    make: 'Hacer una copia',
    try: 'Probar una copia',
    restore: 'Restaurar una copia',
    move: 'Pasar a otro dispositivo',
    working: (ready, total) => `${ready} de ${total} credenciales`,
    closing: 'Cerrando el archivo',
    stop: 'Detener',
    stopped: 'Detenido. No se hizo ningún archivo.',
    made: (name, credentials) =>
      plural(credentials, {
        one: `Tu navegador recibió ${name} para guardarlo, con # credencial.`,
        other: `Tu navegador recibió ${name} para guardarlo, con # credenciales.`,
      }),
    leftOut: (count) =>
      plural(count, {
        one: 'No contiene # registro dañado del que no se puede leer nada.',
        other: 'No contiene # registros dañados de los que no se puede leer nada.',
      }),
    madeNext: 'Pruébala ahora: elige el archivo y comprueba que se abre.',
    again: 'Guardarla otra vez',
    reminder: (count) =>
      plural(count, {
        zero: 'Con este dispositivo se perderían claves creadas después de la última copia.',
        one: '# credencial está solo en este dispositivo.',
        other: '# credenciales están solo en este dispositivo.',
      }),
    later: 'Más tarde',
  },

  close: {
    known: 'Frase de contraseña o código de recuperación',
    knownHint: 'Lo que abre tu cartera puede abrir también la copia. Cualquier otra cosa será una frase solo para este archivo.',
    checking: 'Mirando si abre tu cartera',
    other: 'Eso no abre tu cartera. Puede ser una frase solo para este archivo: escríbela otra vez y apúntala.',
    fresh: 'Frase de contraseña para este archivo',
    freshHint: 'Sin esta frase nadie puede abrir el archivo, y nadie puede decírtela. Apúntala.',
    go: 'Hacer la copia',
  },

  restore: {
    lead: 'Elige el archivo. Verás lo que contiene antes de que cambie nada.',
    trying: 'Elige el archivo. Se abre y se comprueban todas sus partes; en tu cartera no cambia nada.',
    choose: 'Elegir un archivo de copia',
    chosen: (name, size) => `${name}; ${size}`,
    otherFile: 'Elegir otro archivo',
    key: 'Frase de contraseña o código de recuperación',
    keyHint: 'Aquella con la que se hizo la copia.',
    open: 'Abrirla',
    opening: 'Abriendo y comprobando todas las partes',
    whole: 'Se abre y está entera.',
    insideTitle: 'Lo que contiene',
    made: (when, by) => `Hecha el ${when} con Satchel ${by}.`,
    credentials: (count) => plural(count, { zero: 'Ninguna credencial', one: '# credencial', other: '# credenciales' }),
    here: (count) =>
      plural(count, {
        zero: 'Ninguna está todavía en esta cartera.',
        one: '# de ellas ya está en esta cartera.',
        other: '# de ellas ya están en esta cartera.',
      }),
    stacks: (count) => plural(count, { one: '# conjunto tuyo', other: '# conjuntos tuyos' }),
    pathways: (count) => plural(count, { one: '# itinerario', other: '# itinerarios' }),
    unchanged: 'En tu cartera no cambió nada.',
    take: 'Qué tomar',
    always: 'Cada una se comprueba de nuevo, y lo que ya está aquí se queda como está.',
    trust: 'En quién confía',
    lists: (names) => `Listas: ${names}`,
    pins: (names) => `Emisores: ${names}`,
    vocabularies: (hosts) => `Vocabularios de: ${hosts}`,
    trustHint: 'Tómalo solo de una copia tuya: decide qué nombres se dan por ciertos.',
    settings: 'Quién eres, y ajustes',
    identities: (names) => `Identidades: ${names}`,
    settingsHint: 'El idioma y el aspecto solo se toman en una cartera nueva.',
    keys: (count) => plural(count, { one: '# clave propia', other: '# claves propias' }),
    keysHint: 'Con ellas presentas las credenciales vinculadas a ti.',
    go: 'Ponerlo en esta cartera',
    working: (ready, total) => `${ready} de ${total} credenciales comprobadas`,
    stop: 'Detener',
    stopped: 'Detenido. Lo añadido se queda. Si lo repites, sigue desde ahí.',
    doneTitle: 'Hecho',
    added: (count) =>
      plural(count, {
        zero: 'Ninguna credencial era nueva.',
        one: 'Se añadió # credencial.',
        other: 'Se añadieron # credenciales.',
      }),
    there: (count) =>
      plural(count, { one: '# ya estaba aquí y se queda como está.', other: '# ya estaban aquí y se quedan como están.' }),
    newTrust: (count) =>
      plural(count, {
        one: 'Ahora se confía en # lista, emisor o vocabulario más.',
        other: 'Ahora se confía en # listas, emisores o vocabularios más.',
      }),
    newKeys: (count) => plural(count, { one: 'Se añadió # clave.', other: 'Se añadieron # claves.' }),
    newIdentities: (count) =>
      plural(count, { one: 'Se añadió # identidad a las tuyas.', other: 'Se añadieron # identidades a las tuyas.' }),
    newStacks: (count) =>
      plural(count, {
        one: '# conjunto tuyo es nuevo aquí o más reciente.',
        other: '# conjuntos tuyos son nuevos aquí o más recientes.',
      }),
    newPathways: (count) => plural(count, { one: 'Se añadió # itinerario.', other: 'Se añadieron # itinerarios.' }),
    noRoom: (count) =>
      plural(count, {
        one: '# conjunto o itinerario se dejó fuera: no caben más.',
        other: '# conjuntos e itinerarios se dejaron fuera: no caben más.',
      }),
    unreadLists: (names) => `Estas listas no se pudieron leer y se dejaron fuera: ${names}`,
    unread: (count) =>
      plural(count, {
        one: '# credencial ya no se pudo leer. Guárdala tal como está, por si alguien puede.',
        other: '# credenciales ya no se pudieron leer. Guárdalas tal como están, por si alguien puede.',
      }),
    save: 'Guardar',
    saveNamed: (what) => `Guardar ${what}`,
    toWallet: 'Ir a la cartera',
    otherWay: '¿Tienes a mano tu otro dispositivo?',
    fromDevice: 'Pasar desde otro dispositivo',
    leave: 'Cerrar esta copia',
  },

  move: {
    lead: 'Tu cartera va de la pantalla a la cámara, cerrada solo para el otro dispositivo. No se sube nada. Los dos dispositivos se quedan con una copia.',
    which: '¿Cuál es este?',
    from: 'El antiguo: enviar desde aquí',
    fromHint: 'Tus credenciales están en este dispositivo.',
    to: 'El nuevo: recibir aquí',
    toHint: 'Tus credenciales están en el otro dispositivo.',
    showTitle: 'Deja que el otro dispositivo escanee esto',
    show: 'En tu otro dispositivo abre Satchel, ve a Ajustes, Pasar a otro dispositivo, y elige enviar.',
    codeName: 'La clave de este dispositivo, como código para escanear',
    copy: 'Copiar como texto',
    copied: 'Copiado',
    compare: (code) => `Las dos pantallas deben mostrar ${code}.`,
    scanned: 'El otro dispositivo ya lo escaneó',
    receiveTitle: 'Apunta la cámara a la otra pantalla',
    opening: 'Ha llegado todo. Abriéndolo.',
    scanTitle: 'Escanea el código de tu dispositivo nuevo',
    scan: 'En el dispositivo nuevo abre Satchel, elige pasar desde otro dispositivo y elige recibir.',
    paste: 'O pega aquí su texto',
    pasteGo: 'Usar este texto',
    notKey: 'Ese no es el código de un dispositivo que espera una cartera.',
    sendTitle: '¿Enviar tu cartera a este dispositivo?',
    sendWhat: (count) =>
      plural(count, {
        zero: 'En tu cartera no hay más que ajustes.',
        one: '# credencial, tus claves, en quién confías y tus ajustes.',
        other: '# credenciales, tus claves, en quién confías y tus ajustes.',
      }),
    sendGo: 'Son iguales: enviar',
    sendNo: 'Son distintas',
    differ: 'Entonces se escaneó el código de otra persona. No se envió nada. Empieza de nuevo.',
    preparing: 'Cerrando tu cartera para el otro dispositivo',
    playTitle: 'Pon el otro dispositivo delante de esta pantalla',
    play: 'Su cámara reúne las partes en cualquier orden. Deja esto abierto hasta que diga que ha llegado todo.',
    finished: 'El otro dispositivo lo tiene todo',
    sent: 'Hecho. Tu cartera también se queda en este dispositivo. Bórrala en Ajustes cuando ya no la necesites aquí.',
    tooLarge: (size) =>
      `Tu cartera es demasiado grande para códigos (${size}). Usa un archivo de copia: guárdalo aquí y restáuralo allí.`,
    byFile: 'Usar un archivo de copia',
    again: 'Empezar de nuevo',
    back: 'Atrás',
  },

  keys: {
    title: 'Tus claves',
    lead: 'Cuando una credencial está vinculada a ti, muestras que es tuya con una clave que solo tiene esta cartera. Está en tus copias de seguridad.',
    none: 'Todavía no hay ninguna. Se crea cuando presentas algo por primera vez.',
    inUse: 'en uso',
    since: (when) => `Desde el ${when}`,
    retired: (when) => `Retirada el ${when}`,
    copy: 'Copiar',
    copyNamed: (what) => `Copiar ${what}`,
    copied: 'Copiado',
    renew: 'Usar una clave nueva',
    renewNamed: (what) => `Usar una clave ${what} nueva`,
    renewTitle: '¿Usar una clave nueva?',
    renewWords:
      'Lo que presentes desde ahora lo firma la nueva, así que por la clave no se sabrá que viene de la misma persona. La antigua se queda, para las credenciales vinculadas a ella. Haz después una copia de seguridad.',
    renewed: 'Hay una clave nueva',
  },

  takeAway: {
    title: 'Llevarte todo',
    lead: 'Tus credenciales son tuyas. Otros programas pueden leer estos archivos, sin Satchel.',
    zip: 'Guardar todos los originales (ZIP)',
    zipHint: 'Cada credencial en los bytes en que llegó. Cualquiera que tenga el archivo puede leerlas.',
    wallet: 'Guardar como archivo Universal Wallet',
    walletHint: 'Para otras carteras que leen Universal Wallet 2020. Tus claves no están en él.',
    passphrase: 'Contraseña para el archivo (puede quedar vacía)',
    passphraseHint: 'Sin ella, cualquiera que tenga el archivo puede leerlo.',
    working: (ready, total) => `${ready} de ${total}`,
    done: (name) => `Tu navegador recibió ${name} para guardarlo.`,
    nothing: 'Todavía no hay nada en tu cartera.',
  },

  install: {
    title: 'En tu pantalla de inicio',
    lead: 'Satchel se puede instalar como una aplicación, desde aquí. Se abre antes y los navegadores guardan sus datos más tiempo.',
    installed: 'Satchel está instalado en este dispositivo.',
    go: 'Instalarlo',
    byMenu: 'Tu navegador lo tiene en su menú: «Instalar» o «Añadir a la pantalla de inicio».',
    ios: 'Toca Compartir y después «Añadir a la pantalla de inicio».',
    iosEmpty:
      'En el iPhone y el iPad la aplicación instalada empieza vacía: no ve lo que hay en este navegador. Haz antes una copia de seguridad, instálala y restaura allí la copia.',
    iosMove: 'Hacer la copia',
  },

  aside: {
    title: 'Apartados',
    lead: 'Registros que ya no se pudieron abrir, apartados de los demás. Guárdalos, por si alguien puede hacer algo con ellos.',
    kinds: {
      unreadable: 'No se puede abrir',
      old: 'No es lo último que se escribió',
      missing: 'Le falta una parte',
      foreign: 'No lo escribió esta cartera',
    },
    about: (when, size) => `Apartado el ${when}; ${size}`,
    save: 'Guardar',
    saveNamed: (what) => `Guardar: ${what}`,
    remove: 'Quitar',
    removeNamed: (what) => `Quitar: ${what}`,
    removed: 'Quitado',
  },

  damaged: {
    count: (count) =>
      plural(count, {
        one: '# registro no está como se dejó. Los demás siguen intactos.',
        other: '# registros no están como se dejaron. Los demás siguen intactos.',
      }),
    kinds: {
      unreadable: (count) => plural(count, { one: '# no se puede abrir', other: '# no se pueden abrir' }),
      old: (count) =>
        plural(count, {
          one: '# es anterior a lo último que se escribió',
          other: '# son anteriores a lo último que se escribió',
        }),
      missing: (count) => plural(count, { one: '# ya no está', other: '# ya no están' }),
      foreign: (count) => plural(count, { one: '# no lo escribió esta cartera', other: '# no los escribió esta cartera' }),
    },
    mendable: (count) =>
      plural(count, {
        zero: 'Lo que no se puede leer se aparta. Si tienes una copia de seguridad, restáurala.',
        one: '# se puede leer de nuevo desde su original; lo que no, se aparta. Si tienes una copia de seguridad, restáurala.',
        other:
          '# se pueden leer de nuevo desde sus originales; lo que no, se aparta. Si tienes una copia de seguridad, restáurala.',
      }),
    mend: 'Reparar',
    mending: 'Reparando',
    mended: (count) =>
      plural(count, { zero: 'No se pudo reparar ninguno', one: '# registro reparado', other: '# registros reparados' }),
    aside: (count) => plural(count, { zero: 'ninguno apartado', one: '# apartado', other: '# apartados' }),
    gone: (count) => plural(count, { one: '# se ha perdido', other: '# se han perdido' }),
    list: 'La lista de lo que pertenece a tu cartera estaba dañada. Se hizo de nuevo con lo que hay; se muestra todo lo que se puede abrir. Si falta algo, restaura tu copia de seguridad.',
    understood: 'Entendido',
  },

  given: {
    backup: 'Es una copia de seguridad.',
    look: 'Ver lo que contiene',
    wallet: 'Este archivo de cartera está bloqueado.',
    password: 'Su contraseña',
    open: 'Abrirlo',
    opening: 'Abriéndolo',
  },
}
