import type { own as english } from '../../en/stacks/own.ts'
import { pluralizer } from '../../format.ts'

const plural = pluralizer('es')

/** Las palabras sobre los conjuntos propios, en español. */
export const own: typeof english = {
  title: 'Mis conjuntos',
  lead: 'Reúne lo que para ti va junto. Un conjunto tuyo es tu propio orden: no dice nada en nombre de ninguna institución.',
  none: 'Todavía no has hecho ninguno.',
  make: 'Nuevo conjunto',

  count: (count) => plural(count, { zero: 'Todavía vacío', one: '# logro', other: '# logros' }),
  inOrder: 'en orden',
  beside: 'uno junto a otro',
  more: (count) => plural(count, { one: 'y # más', other: 'y # más' }),
  missing: (count) =>
    plural(count, { one: '# de ellos ya no está en tu cartera', other: '# de ellos ya no están en tu cartera' }),
  show: 'Mostrarlo',
  showNamed: (name) => `Mostrarlo: «${name}»`,
  showAll: 'Mostrar todo',
  change: 'Cambiar',
  changeNamed: (name) => `Cambiar «${name}»`,
  remove: 'Borrar',
  removeNamed: (name) => `Borrar «${name}»`,
  removed: (name) => `Se borró «${name}». Lo que contenía sigue en tu cartera.`,

  editor: {
    create: 'Nuevo conjunto',
    change: 'Cambiar el conjunto',
    name: 'Nombre',
    nameHint: 'Un conjunto necesita un nombre.',
    description: 'De qué trata',
    descriptionHint: 'Si quieres. Solo lo ves tú.',
    order: 'Cómo van juntos',
    ordered: 'En orden',
    orderedHint: 'Cada uno lleva al siguiente.',
    unordered: 'Uno junto a otro',
    unorderedHint: 'Van juntos, sin ningún orden.',
    members: 'Lo que contiene',
    noMembers: 'Todavía nada. Elige entre lo que has obtenido.',
    add: 'Lo que has obtenido',
    search: 'Buscar por título o emisor',
    nothingEarned: 'Tu cartera está vacía por ahora.',
    nothingFound: 'Nada de lo que has obtenido se llama así.',
    found: (shown, count) =>
      shown < count
        ? `Los primeros ${shown} de ${count}. Escribe para encontrar otros.`
        : plural(count, { one: '# resultado', other: '# resultados' }),
    gone: 'Ya no está en tu cartera',
    goneHint: 'Conserva su lugar, y vuelve cuando lo añadas otra vez a tu cartera.',
    up: (name) => `Subir ${name}`,
    down: (name) => `Bajar ${name}`,
    take: (name) => `Sacar ${name}`,
    moved: (name, place, of) => `${name}, ahora ${place} de ${of}`,
    taken: (name) => `Se sacó ${name}`,
    save: 'Guardarlo',
    saved: (name) => `Se guardó «${name}»`,
    dropped: 'No se guardaron tus cambios.',
    goOn: 'Seguir con ellos',
  },

  add: {
    action: 'Añadir a un conjunto',
    title: 'Añadir a un conjunto',
    lead: 'Una marca quiere decir que está en ese conjunto.',
    none: 'Todavía no tienes ningún conjunto. Haz aquí el primero.',
    create: 'Nuevo conjunto…',
    name: 'Nombre del nuevo conjunto',
    make: 'Crearlo',
    added: (name) => `Añadido a «${name}»`,
    taken: (name) => `Sacado de «${name}»`,
    close: 'Listo',
  },
}
