import { pluralizer } from '../format.ts'
import type { TrustText } from '../trust.ts'

const plural = pluralizer('es')

/** Las palabras sobre en quién se confía, en español. */
export const trust: TrustText = {
  title: 'En quién confías',
  lead: 'Las listas de instituciones dicen a Satchel quién es un emisor. Figurar en una lista significa que quien la lleva conoce a la institución. No dice nada de la calidad de sus cursos.',
  quiet:
    'No se pregunta nada antes de que añadas una lista. Después se lee más o menos una vez al día mientras tu cartera está abierta, y nunca porque mires una credencial.',

  lists: 'Listas en uso',
  noLists: 'Todavía no hay ninguna lista en uso. Sin ella, a un emisor solo se le conoce por su dirección web o por su clave.',
  institutions: (count) => plural(count, { one: '# institución', other: '# instituciones' }),
  yours: (count) =>
    plural(count, {
      zero: 'No conoce a ninguno de tus emisores',
      one: 'Conoce a # de tus emisores',
      other: 'Conoce a # de tus emisores',
    }),
  asOf: (when) => `a fecha de ${when}`,
  fromFile: 'de un archivo',
  never: 'Aún no se ha leído',
  tooOld: 'No cuenta: no se ha podido leer desde hace un mes.',
  tried: (when) => `Último intento: ${when}.`,
  forTests: 'De pruebas',
  testWords: 'Cualquiera puede figurar en ella, así que no da a conocer a ningún emisor.',
  use: 'Usar',
  readAgain: 'Leer de nuevo',
  reading: 'Leyendo…',
  remove: 'Quitar',
  removed: (name) => `${name} ya no se usa`,

  offers: 'Listas que puedes añadir',
  dcc: 'Instituciones que emiten con el Digital Credentials Consortium',
  more: 'Otras listas que nombra el consorcio',
  look: 'Buscarlas',
  lookedUp: (count) =>
    plural(count, { zero: 'Ninguna que no esté ya en uso', one: '# lista encontrada', other: '# listas encontradas' }),
  seesAddress: (host) => `${host} ve tu dirección de red, y nada de tu cartera.`,
  learnsIssuers: (host) => `A ${host} se le pregunta por cada emisor de tu cartera, así que sabrá cuáles son.`,
  add: 'Añadir',
  addNamed: (name) => `Añadir ${name}`,
  added: (name) => `${name} se usa desde ahora`,

  own: 'Una lista propia',
  ownWords: 'Un archivo JSON o CSV que dé, para cada institución, un identificador o un dominio y un nombre.',
  chooseFile: 'Elegir un archivo',
  address: 'O su dirección',
  readFrom: (host) => `Leerla de ${host}`,
  read: 'Leerla',
  offline: 'No tienes conexión. Un archivo funciona ahora; una dirección se podrá leer cuando vuelvas a tenerla.',

  pins: 'Emisores de tu confianza',
  pinsWords: 'Lo dijiste en la página de una credencial. Cada uno cuenta solo con la clave que la firmó entonces.',
  noPins: 'Ninguno. En la página de una credencial puedes decir que confías en su emisor.',
  since: (when) => `Desde el ${when}`,
  key: 'Huella de la clave',
  noKey: 'Sin clave: sus insignias están en su propia dirección web',
  stop: 'Dejar de confiar',
  stopNamed: (name) => `Dejar de confiar en ${name}`,
  stopped: (name) => `Ya no confías en ${name}`,

  pin: 'Confío en este emisor',
  pinAlso: 'Confiar también en esta clave',
  pinned: 'Confías en este emisor.',
  pinTitle: (name) => `¿Confías en «${name}»?`,
  pinPoints: [
    'Lo que este emisor firme con la misma clave se llamará auténtico en tu cartera, con este nombre.',
    'Hazlo solo si sabes que son ellos: porque te lo entregaron, o porque lo confirmaron de otro modo.',
    'Se queda en este dispositivo, y quien reciba la credencial se hará su propia idea.',
  ],
  pinYes: 'Confío en él',
  pinKept: (name) => `Desde ahora confías en ${name}`,
}
