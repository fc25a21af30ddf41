import type { pathways as english } from '../../en/stacks/pathways.ts'
import { pluralizer } from '../../format.ts'

const plural = pluralizer('es')

/** Las palabras sobre los itinerarios y hasta dónde se ha llegado, en español. */
export const pathways: typeof english = {
  title: 'Itinerarios',
  lead: 'Un itinerario es un camino hacia una meta que una institución o una empresa describe paso a paso. Mira hasta dónde has llegado.',
  decides: 'Solo la institución decide qué acepta.',
  none: 'Todavía no hay ningún itinerario. Añade uno más abajo.',

  progress: (done, of) => `${done} de ${plural(of, { one: '# paso', other: '# pasos' })}`,
  parts: (done, of) => `${done} de ${plural(of, { one: '# parte', other: '# partes' })}`,
  points: (done, of) => `${done} de ${of} puntos`,
  credits: (done, of) => `${done} de ${of} créditos, según consta`,
  counts: 'Qué cuenta: lo verificado, de un emisor conocido.',
  countsInRecord: 'Qué cuenta: lo verificado, de un emisor conocido o del que hizo el expediente.',
  complete: 'Cuentan todos los pasos que hacen falta.',
  unsettled: 'Cuentan todos los pasos que podemos valorar. Una parte de lo que pide le toca valorarla a la institución.',
  partsUnsaid: 'Tu expediente no dice cuántas de sus partes hacen falta.',

  owner: (name) => `Nombra como responsable a ${name}.`,
  fromAddress: (host, when) => `De ${host}, leído el ${when}`,
  fromFile: (name, when) => `Del archivo ${name}, añadido el ${when}`,
  fromText: (when) => `Del texto que pegaste el ${when}`,
  fromRecord: (issuer) => (issuer === '' ? 'De un expediente tuyo' : `De tu expediente en ${issuer}`),

  states: {
    counts: 'Cuenta',
    possible: 'Lo dirá la institución',
    weak: 'Ahora no es válido',
    missing: 'Falta',
  },
  because: {
    name: 'Tienes algo con el mismo nombre, de su responsable.',
    issuer: 'Lo tienes, pero su emisor no es conocido o no es responsable de este itinerario.',
  },
  open: {
    yes: 'No falta nada antes.',
    no: 'Hay algo que va antes.',
    unknown: 'Pregunta a la institución si hay algo que va antes.',
  },

  needs: 'Primero',
  all: (count) => plural(count, { one: 'Este', other: 'Estos #' }),
  some: (count, of) => `${count} de estos ${of}`,
  met: (done, of) => `${done} de ${of} hechos`,
  unread: 'Tiene además una condición que no podemos valorar.',
  after: (names) => `Normalmente después de ${names}`,

  soonest: 'Cuanto antes',
  soonestLead: (count) =>
    plural(count, {
      one: 'En el camino más corto que vemos queda # paso.',
      other: 'En el camino más corto que vemos quedan # pasos, en este orden.',
    }),
  more: (count) => plural(count, { one: 'y # más', other: 'y # más' }),
  steps: (count) => plural(count, { one: 'Su único paso', other: 'Los # pasos' }),
  partsWithin: (count) => `Las ${count}, con lo que hay en ellas`,
  partsTitle: (count) => plural(count, { one: 'Su única parte', other: 'Las # partes' }),
  otherSteps: 'Otros pasos',
  goal: 'Meta',
  about: 'Más información',

  kinds: {
    Assessment: 'Evaluación',
    Basic: 'Paso',
    Cocurricular: 'Junto a los cursos',
    Collection: 'Grupo de pasos',
    Competency: 'Competencia',
    Course: 'Curso',
    Credential: 'Credencial',
    Extracurricular: 'Fuera de los cursos',
    Job: 'Empleo',
    Multi: 'Grupo de pasos',
    Selection: 'Elección',
    Workexperience: 'Experiencia laboral',
  },

  notices: {
    target_missing: (count) => plural(count, { one: 'Nombra # paso que no describe.', other: 'Nombra # pasos que no describe.' }),
    circle_cut: () => 'Algunos de sus pasos se esperan unos a otros en círculo. Hemos quitado una de esas relaciones.',
    too_many: () => 'Tiene más pasos de los que mostramos.',
    constraint_unread: (count) =>
      plural(count, {
        one: 'Tiene # condición que no podemos valorar.',
        other: 'Tiene # condiciones que no podemos valorar.',
      }),
  },
  damaged: 'Ya no se puede leer. Quítalo y añádelo otra vez.',
  damagedName: 'Un itinerario que no se puede leer',

  show: 'Mostrarlo en la escalera',
  showNamed: (name) => `Mostrarlo en la escalera: ${name}`,
  readAgain: 'Leer de nuevo',
  readAgainNamed: (name) => `Leer de nuevo ${name}`,
  fresh: (name) => `${name} está como se publica ahora`,
  remove: 'Quitar',
  removeNamed: (name) => `Quitar ${name}`,
  removed: (name) => `Se quitó ${name}`,

  add: {
    title: 'Añadir un itinerario',
    lead: 'Una institución puede darte un archivo o una dirección, a menudo en credentialfinder.org. También puedes soltar el archivo en esta página o pegar aquí su texto.',
    chooseFile: 'Elegir un archivo',
    address: 'Su dirección o su CTID',
    wrong: 'Eso no es una dirección ni un CTID.',
    read: 'Añadirlo',
    readFrom: (host) => `Preguntar a ${host}`,
    sees: (host) => `${host} ve tu dirección de red, y nada de tu cartera.`,
    reading: 'Leyendo…',
    offline: 'No tienes conexión. Un archivo funciona ahora; a una dirección se podrá preguntar cuando vuelvas a tenerla.',
    added: (names) => `Añadido: ${names}`,
    otherWay: 'Qué puedes hacer: ábrelo allí, guárdalo como archivo y elige aquí ese archivo.',
    openAt: (host) => `Abrirlo en ${host}`,
  },
  given: {
    words: 'Esto es un itinerario: un camino hacia una meta, paso a paso. No es una credencial; su lugar está con tus conjuntos.',
    open: 'Abrirlo en Conjuntos',
  },
}
