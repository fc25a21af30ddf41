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
    by: 'Comparar por',
    kinds: {
      email: 'Correo electrónico',
      telephone: 'Número de teléfono',
      url: 'Dirección web',
      studentId: 'Número de estudiante',
      identifier: 'Como se le conozca',
    },
    labels: {
      email: '¿Quién debería ser? (su correo)',
      telephone: '¿Quién debería ser? (su teléfono)',
      url: '¿Quién debería ser? (su dirección web)',
      studentId: '¿Quién debería ser? (su número de estudiante)',
      other: '¿Quién debería ser? (como le conoce el emisor)',
    },
    hint: 'Si lo sabes. Se compara en este dispositivo con el destinatario de la credencial.',
    compare: 'Comparar',
    comparing: 'Comparando…',
    forget: 'No comparar',
    refused: {
      email: 'Eso no es una dirección de correo.',
      telephone: 'Eso no es un número de teléfono.',
      url: 'Eso no es una dirección web.',
      other: 'Escribe cómo le conoce el emisor.',
    },
    answers: {
      matches: (claim) => `Se emitió a ${claim}.`,
      'matches-open': (claim) => `Nombra a ${claim}. No se pudo aclarar si la credencial misma se sostiene.`,
      'matches-in-vain': (claim) => `Nombra a ${claim}, pero la credencial misma no se sostiene, así que eso no demuestra nada.`,
      differs: (claim) =>
        `No está demostrado que sea de esta persona: no se emitió a ${claim}. Mucha gente tiene varias direcciones o números; pregunta cuál le dio al emisor.`,
      'no-address': () => 'No nombra a nadie de un modo que se pueda comparar con esto.',
      'not-compared': () => 'Ahora mismo no se pudo comparar. Inténtalo de nuevo.',
    },
    some: (count, all, claim) => `Emitidas a ${claim}: ${count} de ${all}.`,
  },

  own: {
    words: '¿Tienes insignias o expedientes propios?',
    link: 'Guárdalos en una cartera en tu propio dispositivo',
  },
}
