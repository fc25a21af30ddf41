import { pluralizer } from '../format.ts'
import type { ViewText } from '../view.ts'

const plural = pluralizer('es')

/** The words of the page that a receiver opens, in Spanish. */
export const view: ViewText = {
  lead: 'Entrega el archivo, la imagen, el enlace o el texto que te enviaron. Verás enseguida qué dice, quién lo respalda y si todavía se sostiene.',
  promise:
    'Se lee en este navegador, sin cuenta. No se guarda ni se sube nada; solo se piden claves y listas a los servidores que la credencial nombra.',
  take: 'Comprobar',
  drop: 'Suelta para comprobar',
  dropHint: 'Insignias, expedientes e imágenes con una insignia dentro',

  band: {
    comesFrom: 'Esta página viene de',
    sentHere: '¿Te envió aquí quien te la muestra?',
    advice:
      'Entonces abre una copia de Satchel que hayas encontrado por tu cuenta y dale ahí el archivo. Una página que te entrega otra persona puede decir cualquier cosa.',
  },
  offline: 'No tienes conexión. Lo que solo puede responder el servidor del emisor queda pendiente por ahora.',

  unreadable: 'No hemos podido leer esto',
  another: 'Comprobar otra',
  issuedTo: (name) => `Emitida a nombre de ${name}`,

  several: (count) => plural(count, { one: '# credencial', other: '# credenciales' }),
  tally: {
    verified: (count) => plural(count, { one: '# se sostiene', other: '# se sostienen' }),
    'cannot-tell': (count) => plural(count, { one: '# por aclarar', other: '# por aclarar' }),
    'not-verified': (count) => plural(count, { one: '# no se sostiene', other: '# no se sostienen' }),
    unread: (count) => plural(count, { one: '# no se pudo leer', other: '# no se pudieron leer' }),
  },
  list: 'Lo que entregaste',
  toList: 'Volver a la lista',

  person: {
    label: '¿Quién debería ser? (su correo)',
    hint: 'Si lo sabes. Se compara en este dispositivo con el destinatario de la credencial.',
    compare: 'Comparar',
    comparing: 'Comparando…',
    forget: 'No comparar',
    notAddress: 'Eso no es una dirección de correo.',
    answers: {
      matches: (email) => `Se emitió a ${email}.`,
      'matches-open': (email) => `Nombra a ${email}. No se pudo aclarar si la credencial misma se sostiene.`,
      'matches-in-vain': (email) => `Nombra a ${email}, pero la credencial misma no se sostiene, así que eso no demuestra nada.`,
      differs: (email) =>
        `No está demostrado que sea de esta persona: se emitió a otra dirección, no a ${email}. Mucha gente tiene varias; pregunta cuál le dio al emisor.`,
      'no-address': () => 'No nombra ningún correo con el que comparar.',
      'not-compared': () => 'Ahora mismo no se pudo comparar. Inténtalo de nuevo.',
    },
    some: (count, all, email) => `Emitidas a ${email}: ${count} de ${all}.`,
  },

  own: {
    words: '¿Tienes insignias o expedientes propios?',
    link: 'Guárdalos en una cartera en tu propio dispositivo',
  },
}
