import { pluralizer } from '../../format.ts'
import type { StacksText } from '../../stacks.ts'

const plural = pluralizer('es')

/** The words about how things belong together and who says so, in Spanish. */
export const relations: StacksText['relations'] = {
  readings: {
    partOf: 'Parte de',
    includes: 'Incluye',
    comesBefore: 'Va antes de',
    comesAfter: 'Va después de',
    leadsTo: 'Lleva a',
    buildsOn: 'Se apoya en',
    mayLeadTo: 'Puede llevar a',
    mayBuildOn: 'Puede apoyarse en',
    addsTo: 'Complementa a',
    addedBy: 'Lo complementa',
    mayAddTo: 'Puede complementar a',
    mayBeAddedBy: 'Puede complementarlo',
    sharesWith: 'Comparte una habilidad con',
    beside: 'Al mismo nivel que',
    sameAs: 'Lo mismo que',
    relatedTo: 'Relacionado con',
    otherLanguage: 'En otro idioma',
    otherVersion: 'En otra versión',
    replacedBy: 'Reemplazado por',
    replaces: 'Reemplaza a',
    skills: 'Habilidades y materias',
    sharedBy: 'Mencionado por',
    nextOfYours: 'Lo siguiente en tu conjunto',
    beforeOfYours: 'Lo anterior en tu conjunto',
    besideOfYours: 'Junto a esto en tu conjunto',
  },
  strengths: {
    issuer: 'Lo dice el emisor',
    nobodyKnown: 'Lo dice un emisor que aquí nadie conoce',
    pathway: 'Itinerario publicado',
    shares: (what) => `Comparte ${what}`,
    sharesSomething: 'Comparte una habilidad',
    may: 'Podría encajar',
    own: 'Lo ordenaste tú',
    names: {
      alignment: 'Como estándar',
      fieldOfStudy: 'Como área de estudio',
      specialization: 'Como especialidad',
      tag: 'Como etiqueta',
    },
  },
  says: {
    known: (who, count, reading) => {
      if (reading === '') return plural(count, { one: `Lo dice ${who}.`, other: `Lo dicen ${who}.` })
      return plural(count, { one: `${who} dice «${reading}».`, other: `${who} dicen «${reading}».` })
    },
    claimed: (who, count, reading) => {
      const said = reading === '' ? 'lo dice' : `dice «${reading}»`
      const allSaid = reading === '' ? 'lo dicen' : `dicen «${reading}»`
      if (who === '') return `Un emisor que aquí nadie conoce ${said}.`
      return plural(count, {
        one: `${who} ${said}, pero aquí nadie sabe quién es.`,
        other: `${who} ${allSaid}, pero aquí nadie sabe quiénes son.`,
      })
    },
    pathway: (name) => (name === '' ? 'Lo dice un itinerario publicado.' : `Lo dice el itinerario «${name}».`),
    bothName: (skills) => `Lo deducimos: ambos mencionan ${skills}.`,
    oneIssuer: (skills) => `Lo deducimos: ambos son de un mismo emisor, primero el más pequeño, y mencionan ${skills}.`,
    laterNames: (skills) => `Lo deducimos: el más breve vino después, y ambos mencionan ${skills}.`,
    readAsAdding: 'Un emisor dice que los dos van juntos. Que uno complemente al otro es nuestra lectura.',
    names: {
      alignment: (who) => `${who} lo menciona como estándar.`,
      fieldOfStudy: (who) => `${who} lo menciona como área de estudio.`,
      specialization: (who) => `${who} lo menciona como especialidad.`,
      tag: (who) => `${who} lo menciona como etiqueta.`,
    },
    itsIssuer: 'Su descripción',
    inferred: 'Lo deducimos.',
    own: (stack) => (stack === '' ? 'Lo ordenaste tú.' : `Lo ordenaste tú, en «${stack}».`),
    more: (count) => plural(count, { one: 'Y # voz más.', other: 'Y # voces más.' }),
    moreSkills: (count) => plural(count, { one: '# más', other: '# más' }),
  },
  cautions: {
    speaker: (reason) => `Así está la credencial que lo dice: ${reason}.`,
    somebodyElse: (title) => `Es palabra de terceros: ni conceden ni crearon ${title}.`,
    unusual: 'Poco habitual: lo normal es que lo pequeño sea parte de lo grande.',
    circle: 'Da la vuelta: cada uno lleva al siguiente y se vuelve al principio.',
    opposite: 'Otra cosa de aquí dice lo contrario.',
    itself: 'Se dice de sí mismo.',
    dangling: 'Se menciona, pero aquí nadie dice qué es.',
    common: 'Casi todo lo de aquí lo menciona, así que dice poco.',
  },
  kinds: { skill: 'Habilidad', field: 'Materia', tag: 'Etiqueta' },
  standing: {
    notEarned: 'Sin obtener aquí',
    step: 'Sin obtener aquí: un paso de un itinerario',
    named: 'Se menciona, pero aquí nadie dice qué es',
  },
  when: {
    earned: (date) => `lograda el ${date}`,
    until: (date) => `vale hasta el ${date}`,
  },
  leansOn: (titles, count) =>
    plural(count, { one: `Se apoya en ${titles}, que no se sostiene`, other: `Se apoya en ${titles}, que no se sostienen` }),
  parts: (earned, of) => `${earned} de ${of} partes obtenidas`,
  credits: (earned, of) => `${earned} de ${of} créditos, según se indican`,
  counts: {
    before: (count) => plural(count, { one: '# lleva aquí', other: '# llevan aquí' }),
    after: (count) => plural(count, { one: 'lleva a #', other: 'lleva a #' }),
    beside: (count) => plural(count, { one: '# a su lado', other: '# a su lado' }),
    sharedBy: (count) => plural(count, { one: '# lo menciona', other: '# lo mencionan' }),
  },

  outline: {
    label: 'Todo en una lista',
    hint: 'Con las flechas te mueves y abres. Intro muestra la ficha.',
    tiers: {
      degree: 'Títulos',
      work: 'Trabajo',
      license: 'Licencias',
      certificate: 'Certificados',
      course: 'Cursos',
      experience: 'Insignias y experiencia',
    },
    alone: 'Por su cuenta',
    achievements: 'Logros',
    skills: 'Habilidades y materias',
    pathways: 'Itinerarios',
    own: 'Tus conjuntos',
    ordered: 'cada uno lleva al siguiente',
    unordered: 'uno junto a otro',
    above: 'ya está más arriba',
    more: (count) => plural(count, { one: '# más', other: '# más' }),
    items: (count) => plural(count, { one: '# elemento', other: '# elementos' }),
    card: 'Ver su ficha',
    open: 'Abrir la credencial',
    openNamed: (title) => `Abrir la credencial ${title}`,
    missing: 'Ya no está en la cartera',
    progress: (done, of) => plural(of, { one: `${done} de # paso`, other: `${done} de # pasos` }),
    partsDone: (done, of) => plural(of, { one: `${done} de # parte`, other: `${done} de # partes` }),
    complete: 'Todos sus pasos cuentan',
    unjudged: 'Solo el centro puede decir cuándo está completo',
    states: {
      counts: 'Cuenta',
      possible: 'Quizá: lo dirá el centro',
      weak: 'Lo tienes, pero ahora no se sostiene',
      missing: 'Falta',
    },
    empty: 'Nada cumple estos filtros.',
  },
}
