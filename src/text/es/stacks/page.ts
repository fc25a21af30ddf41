import type { page as english } from '../../en/stacks/page.ts'
import { pluralizer } from '../../format.ts'

const plural = pluralizer('es')

/** The words about the screen of stacks in Spanish. */
export const page: typeof english = {
  title: 'Conjuntos',
  viewsLabel: 'Formas de verlo',
  views: { ladder: 'Escalera', skills: 'Habilidades', timeline: 'Fechas', outline: 'Índice' },
  viewHints: {
    ladder: 'De abajo arriba: cada logro está debajo de aquello a lo que lleva.',
    skills: 'Alrededor de las habilidades y materias que comparten.',
    timeline: 'Cuándo lo lograste y hasta cuándo vale.',
    outline: 'Todo, en palabras.',
  },
  reading: (ready, total) => `Leyendo tu cartera: ${ready} de ${total}`,
  making: 'Ordenándolo todo',
  count: (achievements) => plural(achievements, { one: '# logro', other: '# logros' }),
  links: (links) => plural(links, { zero: 'ningún enlace', one: '# enlace', other: '# enlaces' }),
  sharedSkills: (skills) => plural(skills, { one: '# habilidad', other: '# habilidades' }),
  cut: 'Hay más de lo que se puede mostrar a la vez: faltan algunos enlaces.',
  skipped: (count) =>
    plural(count, {
      one: '# credencial no se pudo leer y no aparece aquí.',
      other: '# credenciales no se pudieron leer y no aparecen aquí.',
    }),
  trouble: 'Ahora mismo no se ha podido componer.',

  canvas: {
    label: (view) => `${view}: qué se apoya en qué`,
    hint: 'Las flechas siguen los enlaces: arriba, hacia lo que lleva; abajo, hacia lo que llevó hasta aquí; a los lados, hacia lo que está junto a ello. Intro abre su ficha, F muestra solo lo que le pertenece, Escape vuelve atrás. Más y menos cambian el tamaño, 0 lo muestra todo.',
    controls: 'Tamaño',
    larger: 'Más grande',
    smaller: 'Más pequeño',
    fit: 'Verlo todo',
    undated: 'Sin fecha',
    today: 'Hoy',
  },

  node: {
    leans: 'se apoya en algo que no se sostiene',
    dangling: 'nadie dice aquí qué es',
  },

  focus: {
    button: 'Centrar',
    on: (title) => `Qué llevó a ${title} y adónde puede llevar`,
    off: 'Volver a verlo todo',
    announced: (title, count) => `Solo lo que pertenece a ${title}: ${count}.`,
    all: (count) => `Otra vez todo: ${count}.`,
    filtered: (count) => `Ahora se ve: ${count}.`,
  },

  card: {
    close: 'Cerrar la ficha',
    open: 'Abrir',
    openNamed: (title) => `Abrir la credencial ${title}`,
    earned: (date) => `Lograda el ${date}`,
    expires: (date) => `vale hasta el ${date}`,
    awards: (count) => plural(count, { one: '# credencial que la acredita', other: '# credenciales que la acreditan' }),
    nothing: 'Nada dice aquí en qué se apoya ni adónde lleva.',
    showAll: (count) => plural(count, { one: 'Ver # más', other: 'Ver # más' }),
    standards: 'Página de este estándar',
  },

  legend: {
    title: 'Qué significan las líneas',
    show: 'Qué significan las líneas',
    close: 'Cerrar la explicación',
    bases: {
      issuer: 'Lo dice un emisor',
      pathway: 'Lo dice un itinerario publicado',
      inferred: 'Lo deducimos',
      learner: 'Lo ordenaste tú',
    },
    kinds: {
      vertical: 'Flecha: lleva a',
      horizontal: 'Sin flecha: lado a lado',
      'value-added': 'Signo más: se suma a algo terminado',
      succession: 'Doble: una versión más nueva',
    },
    weak: 'Fina: quien lo dice no se sostiene, o habla de algo que no es suyo',
    opposite: 'Aquí se dice de una forma y allí de la contraria, o va en círculo',
    holds: 'Barra: hasta cuándo vale. Si se desvanece, no se indica un final',
    notEarned: 'Anillo discontinuo: no lograda aquí',
    notVerified: 'Rayada: no se sostiene',
    cannotTell: 'Borde discontinuo: no se puede saber si se sostiene',
    leans: 'Se apoya en algo que no se sostiene',
  },

  filters: {
    button: 'Filtrar',
    title: 'Filtros',
    on: (count) => plural(count, { one: '# filtro activo', other: '# filtros activos' }),
    clear: 'Quitar todos',
    remove: (label) => `Quitar el filtro ${label}`,
    done: (count) => plural(count, { zero: 'Nada los cumple', one: 'Ver # logro', other: 'Ver # logros' }),
    kind: 'Cómo se suma',
    kinds: {
      vertical: 'Hacia arriba',
      horizontal: 'Lado a lado',
      'value-added': 'Añade valor',
      succession: 'Versión nueva',
    },
    kindHints: {
      vertical: 'Un paso lleva al siguiente: microcredencial, certificado, grado.',
      horizontal: 'Alrededor de una habilidad o materia, sin orden.',
      'value-added': 'Una corta que se suma a algo terminado.',
      succession: 'Una reemplazada por una versión más nueva.',
    },
    basis: 'Quién lo dice',
    bases: { issuer: 'Un emisor', pathway: 'Un itinerario publicado', inferred: 'Lo deducimos', learner: 'Tú' },
    issuer: 'Emisor',
    year: 'Año en que se logró',
    own: 'Tus conjuntos',
    lone: 'Mostrar lo que está suelto',
    loneHidden: 'Sin lo que está suelto',
    nothing: 'Nada cumple estos filtros',
    nothingHint: 'Quita uno y algo volverá.',
  },

  empty: {
    heading: 'Lo que logras va unido',
    words:
      'Una insignia puede ser un paso hacia un certificado, y un certificado hacia un grado. Aquí ves cómo se suman los tuyos y quién lo dice.',
    kinds: {
      vertical: { title: 'Hacia arriba', words: 'Un paso lleva al siguiente: microcredencial, certificado, grado.' },
      horizontal: { title: 'Lado a lado', words: 'Varias alrededor de una habilidad o materia, en cualquier orden.' },
      'value-added': { title: 'Añadida', words: 'Una corta que se suma a un grado que ya tienes.' },
    },
    example: 'Ver un ejemplo',
    exampleLoading: 'Trayendo los ejemplos',
    add: 'Añadir la primera',
  },
  unlinked: {
    heading: 'Aún no hay enlaces',
    words:
      'Ninguna dice en qué se apoya, y no comparten ninguna habilidad que podamos ver. Puedes unirlas por tu cuenta o añadir un itinerario.',
    shared: (view) => `Ninguna dice en qué se apoya. Lo que comparten está en «${view}».`,
  },
  below: { label: 'Tus conjuntos e itinerarios' },
}
