import { describe, expect, test } from 'vitest'
import { readPathways } from '../../../src/core/pathway/read.ts'
import { associateDegree, ctids, real, things } from './associate-degree.ts'
import { at, component, condition, leadingTo, nameOf, pathwayIn, pathwaysIn, stepNamed, targets, told } from './support.ts'

describe('the graph of a registry', () => {
  const pathway = pathwayIn(associateDegree)

  test('gives the pathway with its name in every language, its page and its owner', () => {
    expect(pathway).toMatchObject({
      id: ctids.pathway,
      origin: 'ctdl',
      name: [
        { value: 'Data Analyst', language: 'en-US' },
        { value: 'Analista de datos', language: 'es' },
      ],
      description: [{ value: 'From first courses to your first job with data.', language: 'en-US' }],
      url: 'https://college.example/data',
      notices: [],
    })
    expect(pathway.owners).toEqual([
      `https://credentialengineregistry.org/resources/${ctids.college}`,
      ctids.college,
      'https://college.example/',
    ])
  })

  test('leads to its destination', () => {
    expect(pathway.destinations.map((id) => nameOf(pathway, id))).toEqual(['Junior data analyst'])
  })

  test.for([
    ['Junior data analyst', 'Associate of Science in Data'],
    ['Associate of Science in Data', 'all(Statistics, 1 of(Writing, Writing portfolio), 2 of(Python, Maps, Databases, Ethics))'],
    ['Databases', 'Python'],
    ['Ethics', 'nothing'],
    ['Python', 'nothing'],
  ] as const)('%s asks for %s', ([name, requirement]) => {
    expect(told(pathway, stepNamed(pathway, name).requires)).toBe(requirement)
  })

  test('takes what merely precedes as an order, and not as a requirement', () => {
    expect(stepNamed(pathway, 'Ethics').after).toEqual([stepNamed(pathway, 'Maps').id])
  })

  test('reads kinds, credits, points and credential types', () => {
    expect(
      pathway.steps.map(({ name, kind, credits, points, credentialType }) => [
        name[0]?.value,
        kind,
        credits,
        points,
        credentialType,
      ]),
    ).toEqual([
      ['Junior data analyst', 'Job', undefined, undefined, undefined],
      ['Associate of Science in Data', 'Credential', undefined, 10, 'AssociateDegree'],
      ['Statistics', 'Course', 4, undefined, undefined],
      ['Writing', 'Course', 3, undefined, undefined],
      ['Writing portfolio', 'Assessment', undefined, undefined, undefined],
      ['Python', 'Course', 3, undefined, undefined],
      ['Maps', 'Course', 3, undefined, undefined],
      ['Databases', 'Course', 3, undefined, undefined],
      ['Ethics', 'Course', 2, undefined, undefined],
    ])
  })

  test('knows the real things that a step stands for by every address of theirs', () => {
    expect(stepNamed(pathway, 'Associate of Science in Data').keys).toEqual([`ctid:${ctids.degree}`, `ctid:${real.degree}`])
    expect(stepNamed(pathway, 'Python').keys).toEqual([`ctid:${ctids.python}`, `ctid:${real.python}`])
  })

  test('puts the levels in the order of the model, not of the document', () => {
    expect(pathway.levels.map(({ name }) => name[0]?.value)).toEqual(['First year', 'And then'])
    expect(stepNamed(pathway, 'Maps').level).toBe(pathway.levels[1]?.id)
  })

  test('keeps what a condition is called', () => {
    expect(stepNamed(pathway, 'Associate of Science in Data').requires).toMatchObject({
      name: [{ value: 'What the degree asks for' }],
    })
  })
})

describe('the same pathway written otherwise', () => {
  const expected = pathwayIn(associateDegree)

  test('with the other prefix', () => {
    const text = JSON.stringify(associateDegree)
      .replaceAll('ceterms:isPartOf', 'ceasn:isPartOf')
      .replaceAll('ceterms:hasPart', 'ceasn:hasPart')
    expect(pathwayIn(text)).toEqual(expected)
  })

  test('without prefixes', () => {
    expect(pathwayIn(JSON.stringify(associateDegree).replaceAll(/"(?:ceterms|ceasn|asn|skos|schema):(\w+)":/g, '"$1":'))).toEqual(
      expected,
    )
  })

  test('with full addresses for its members and types', () => {
    const text = JSON.stringify(associateDegree)
      .replaceAll(/"ceterms:(\w+)"/g, '"https://purl.org/ctdl/terms/$1"')
      .replaceAll(/"skos:(\w+)"/g, '"http://www.w3.org/2004/02/skos/core#$1"')
      .replaceAll(/"schema:(\w+)"/g, '"https://schema.org/$1"')
      .replaceAll(/"asn:(\w+)"/g, '"http://purl.org/ASN/schema/core/$1"')
    expect(pathwayIn(text)).toEqual(expected)
  })

  test('as a plain list, and backwards', () => {
    expect(pathwayIn(Object.values(things).toReversed())).toEqual(expected)
  })

  test('with references of the graph kind, and bare CTIDs', () => {
    const text = JSON.stringify(associateDegree)
    const graphs = text.replaceAll(
      '"ceterms:prerequisite":["https://credentialengineregistry.org/resources/',
      '"ceterms:prerequisite":["https://credentialengineregistry.org/graph/',
    )
    expect(pathwayIn(graphs)).toEqual(expected)
    const bare = text.replaceAll(
      '"ceterms:targetComponent":["https://credentialengineregistry.org/resources/',
      '"ceterms:targetComponent":["',
    )
    expect(pathwayIn(bare)).toEqual(expected)
  })

  test('with everything embedded in the pathway', () => {
    const { pathway, ...others } = things
    expect(
      pathwayIn({
        ...pathway,
        'ceterms:hasPart': { '@list': Object.values(others).slice(4) },
        about: [things.college, things.model, things.first, things.second],
      }),
    ).toEqual(expected)
  })
})

describe('components embedded without any identifier', () => {
  const document = {
    '@type': 'ceterms:Pathway',
    'ceterms:ctid': ctids.pathway,
    'ceterms:name': 'Bread',
    'ceterms:hasDestinationComponent': {
      '@type': 'ceterms:CredentialComponent',
      'ceterms:name': 'Baker',
      'ceasn:hasChild': [
        { '@type': 'ceterms:CourseComponent', 'ceterms:name': 'Dough' },
        { '@type': 'ceterms:WorkexperienceComponent', 'ceterms:name': 'Night shift' },
      ],
    },
  }

  test('are steps all the same', () => {
    const pathway = pathwayIn(document)
    expect(told(pathway, stepNamed(pathway, 'Baker').requires)).toBe('all(Dough, Night shift)')
    expect(pathway.steps.map(({ kind }) => kind).toSorted()).toEqual(['Course', 'Credential', 'Workexperience'])
  })

  test('have names that nothing else can have', () => {
    const ids = pathwayIn(document).steps.map(({ id }) => id)
    expect(new Set(ids).size).toBe(3)
    expect(ids.join()).not.toContain('ce-')
    expect(pathwayIn(document).steps.flatMap(({ keys }) => keys)).toEqual([])
  })
})

test('joins a condition that stands apart as a blank node', () => {
  const goal = component('Goal', { 'ceterms:hasCondition': ['_:b1'] }, 'Credential')
  const apart = { '@id': '_:b1', '@type': 'ceterms:ComponentCondition', ...targets('A', 'B'), 'ceterms:requiredNumber': 1 }
  const pathway = pathwayIn(leadingTo('Goal', goal, component('A'), component('B'), apart))
  expect(told(pathway, stepNamed(pathway, 'Goal').requires)).toBe('1 of(A, B)')
})

describe.for([
  ['all, when nothing is said', {}, 'all(A, B, C)'],
  ['all, by operator', { 'ceterms:logicalOperator': 'logicalOperator:And' }, 'all(A, B, C)'],
  ['any', { 'ceterms:logicalOperator': 'logicalOperator:Or' }, '1 of(A, B, C)'],
  [
    'any, as an alignment',
    { 'ceterms:logicalOperator': { 'ceterms:targetNode': 'https://credreg.net/ctdl/terms/logicalOperator/Or' } },
    '1 of(A, B, C)',
  ],
  ['some', { 'ceterms:requiredNumber': 2 }, '2 of(A, B, C)'],
  ['some, as text', { 'ceterms:requiredNumber': '2' }, '2 of(A, B, C)'],
  ['a number that nobody stated', { 'ceterms:requiredNumber': 0 }, 'all(A, B, C)'],
  [
    'a number beats the operator',
    { 'ceterms:requiredNumber': 2, 'ceterms:logicalOperator': 'logicalOperator:Or' },
    '2 of(A, B, C)',
  ],
  ['more than there are', { 'ceterms:requiredNumber': 5 }, 'all(A, B, C)?'],
  ['none of them', { 'ceterms:logicalOperator': 'logicalOperator:Not' }, 'all()?'],
  ['an operator that nobody knows', { 'ceterms:logicalOperator': 'logicalOperator:Mostly' }, '1 of(A, B, C)?'],
  ['a constraint beside', { 'ceterms:hasConstraint': { 'ceterms:comparator': 'compare:gteq' } }, 'all(A, B, C)?'],
] as const)('a condition: %s', ([, members, expected]) => {
  const goal = component('Goal', condition({ ...targets('A', 'B', 'C'), ...members }), 'Credential')
  const pathway = pathwayIn(leadingTo('Goal', goal, component('A'), component('B'), component('C')))

  test(`asks for ${expected}`, () => {
    expect(told(pathway, stepNamed(pathway, 'Goal').requires)).toBe(expected)
  })

  test('says when it cannot be read', () => {
    const isUnreadable = 'ceterms:hasConstraint' in members || expected === 'all()?' || expected === '1 of(A, B, C)?'
    expect(pathway.notices.map(({ code }) => code)).toEqual(isUnreadable ? ['constraint_unread'] : [])
  })
})

test('targets and conditions inside: the number is of the targets, the operator joins both', () => {
  const inner = condition(targets('C'))
  const read = (operator: string) => {
    const goal = component(
      'Goal',
      condition({ ...targets('A', 'B'), ...inner, 'ceterms:requiredNumber': 1, 'ceterms:logicalOperator': operator }),
    )
    const pathway = pathwayIn(leadingTo('Goal', goal, component('A'), component('B'), component('C')))
    return told(pathway, stepNamed(pathway, 'Goal').requires)
  }
  expect(read('And')).toBe('all(1 of(A, B), C)')
  expect(read('Or')).toBe('1 of(1 of(A, B), C)')
})

test('several conditions are all asked for, and prerequisites with them', () => {
  const goal = component('Goal', {
    'ceterms:hasCondition': [targets('A'), { ...targets('B', 'C'), 'ceterms:requiredNumber': 1 }],
    'ceterms:prerequisite': at('D'),
  })
  const pathway = pathwayIn(leadingTo('Goal', goal, ...['A', 'B', 'C', 'D'].map((id) => component(id))))
  expect(told(pathway, stepNamed(pathway, 'Goal').requires)).toBe('all(A, 1 of(B, C), D)')
})

describe('children', () => {
  test('are steps towards what they lie below, said from either side and with either prefix', () => {
    const goal = component('Goal', { 'ceasn:hasChild': at('A'), 'ceterms:hasChild': [at('B')] })
    const pathway = pathwayIn(
      leadingTo('Goal', goal, component('A'), component('B'), component('C', { 'ceasn:isChildOf': at('Goal') })),
    )
    expect(told(pathway, stepNamed(pathway, 'Goal').requires)).toBe('all(B, A, C)')
  })

  test('that a condition speaks of are asked for as it says', () => {
    const goal = component('Goal', {
      'ceterms:hasChild': ['A', 'B', 'C'].map(at),
      ...condition({ ...targets('A', 'B'), 'ceterms:requiredNumber': 1 }),
    })
    const pathway = pathwayIn(leadingTo('Goal', goal, component('A'), component('B'), component('C')))
    expect(told(pathway, stepNamed(pathway, 'Goal').requires)).toBe('all(1 of(A, B), C)')
  })

  test('give way to what precedes: then the child comes after', () => {
    const first = component('First', { 'ceterms:hasChild': at('Second'), 'ceterms:precedes': at('Second') })
    const second = component('Second', { 'ceterms:prerequisite': at('Other') })
    const pathway = pathwayIn(leadingTo('Second', first, second, component('Other')))
    expect(told(pathway, stepNamed(pathway, 'First').requires)).toBe('nothing')
    expect(stepNamed(pathway, 'Second').after).toEqual([stepNamed(pathway, 'First').id])
    expect(pathway.notices).toEqual([])
  })

  test('of a choice that does not say how many: one at least, and nobody can say whether that is enough', () => {
    const choice = component('Choice', { 'ceterms:hasChild': [at('A'), at('B')] }, 'Selection')
    const pathway = pathwayIn(leadingTo('Choice', choice, component('A'), component('B')))
    expect(told(pathway, stepNamed(pathway, 'Choice').requires)).toBe('1 of(A, B)?')
  })
})

describe('what precedes', () => {
  const chain = (...more: readonly object[]) =>
    leadingTo(
      'C',
      component('A', { 'ceterms:precedes': at('B') }),
      component('B'),
      component('C', { 'ceterms:precededBy': at('B') }),
      ...more,
    )

  test('is the way when nothing else is said, but one that is never called met', () => {
    const pathway = pathwayIn(chain())
    expect(pathway.steps.map(({ name, requires }) => [name[0]?.value, told(pathway, requires)])).toEqual([
      ['A', 'nothing'],
      ['B', 'all(A)?'],
      ['C', 'all(B)?'],
    ])
  })

  test('is only an order when the pathway says what it requires; but always the way to the destination', () => {
    const pathway = pathwayIn(chain(component('D', { 'ceterms:prerequisite': at('A') })))
    expect(told(pathway, stepNamed(pathway, 'B').requires)).toBe('nothing')
    expect(stepNamed(pathway, 'B').after).toEqual([stepNamed(pathway, 'A').id])
    expect(told(pathway, stepNamed(pathway, 'C').requires)).toBe('all(B)?')
  })

  test('is left out where it is required anyway', () => {
    const pathway = pathwayIn(
      leadingTo('B', component('A'), component('B', { 'ceterms:precededBy': at('A'), 'ceterms:prerequisite': at('A') })),
    )
    expect(stepNamed(pathway, 'B')).toMatchObject({ requires: { kind: 'step' }, after: [] })
  })
})

describe('what does not fit', () => {
  test('a target that is not there is left out, and what needed it is never called met', () => {
    const goal = component('Goal', condition(targets('A', 'Gone')))
    const pathway = pathwayIn(leadingTo('Goal', goal, component('A')))
    expect(told(pathway, stepNamed(pathway, 'Goal').requires)).toBe('all(A)?')
    expect(pathway.notices).toEqual([{ code: 'target_missing', step: stepNamed(pathway, 'Goal').id }])
  })

  test('a target that is not there changes nothing where others are enough', () => {
    const goal = component('Goal', condition({ ...targets('A', 'B', 'Gone'), 'ceterms:requiredNumber': 1 }))
    const pathway = pathwayIn(leadingTo('Goal', goal, component('A'), component('B')))
    expect(told(pathway, stepNamed(pathway, 'Goal').requires)).toBe('1 of(A, B)')
  })

  test('a circle is cut where it is weakest', () => {
    const documents = [
      component('A', { 'ceterms:prerequisite': at('C') }),
      component('B', { 'ceterms:hasChild': at('A') }),
      component('C', { 'ceterms:prerequisite': at('B') }),
    ]
    const pathway = pathwayIn(leadingTo('A', ...documents))
    expect(pathway.steps.map(({ requires }) => told(pathway, requires))).toEqual(['C', 'nothing', 'B'])
    expect(pathway.notices).toEqual([{ code: 'circle_cut', step: stepNamed(pathway, 'B').id }])
  })

  test('a step that requires itself requires nothing that can be judged', () => {
    const pathway = pathwayIn(leadingTo('A', component('A', condition({ ...targets('A', 'B') })), component('B')))
    expect(told(pathway, stepNamed(pathway, 'A').requires)).toBe('all(B)?')
    expect(pathway.notices.map(({ code }) => code)).toEqual(['circle_cut'])
  })

  test('conditions that hold each other end', () => {
    const one = { '@id': '_:1', '@type': 'ceterms:ComponentCondition', 'ceterms:hasCondition': '_:2' }
    const two = { '@id': '_:2', '@type': 'ceterms:ComponentCondition', 'ceterms:hasCondition': '_:1', ...targets('B') }
    const pathway = pathwayIn(leadingTo('A', component('A', { 'ceterms:hasCondition': '_:1' }), component('B'), one, two))
    expect(told(pathway, stepNamed(pathway, 'A').requires)).toBe('all(B, all()?)')
    expect(pathway.notices.map(({ code }) => code)).toEqual(['circle_cut'])
  })

  test('credits of several kinds are no sum, so that none are told', () => {
    const credits = (value: number, unit: string) => ({
      'ceterms:creditValue': { 'schema:value': value, 'ceterms:creditUnitType': { 'ceterms:targetNode': `creditUnit:${unit}` } },
    })
    const read = (unit: string) =>
      pathwayIn(leadingTo(null, component('A', credits(3, 'SemesterHour')), component('B', credits(30, unit)))).steps.map(
        (step) => step.credits,
      )
    expect(read('SemesterHour')).toEqual([3, 30])
    expect(read('ContactHour')).toEqual([undefined, undefined])
  })
})

describe('where it leads', () => {
  test('is what nothing builds on, when nobody says it', () => {
    const pathway = pathwayIn(
      leadingTo(null, component('A'), component('B', { 'ceterms:prerequisite': at('A') }), component('Alone')),
    )
    expect(pathway.destinations.map((id) => nameOf(pathway, id))).toEqual(['B'])
  })

  test('is every step, when none is linked with another', () => {
    expect(pathwayIn(leadingTo(null, component('A'), component('B'))).destinations).toHaveLength(2)
  })

  test('may be said by the component alone', () => {
    const pathway = pathwayIn(
      leadingTo(
        null,
        component('A', { 'ceterms:isDestinationComponentOf': at('pathway') }),
        component('B', { 'ceterms:prerequisite': at('A') }),
      ),
    )
    expect(pathway.destinations.map((id) => nameOf(pathway, id))).toEqual(['A'])
  })
})

test('two pathways of one document each have their own steps', () => {
  const one = { '@id': at('one'), '@type': 'ceterms:Pathway', 'ceterms:name': 'One', 'ceterms:hasPart': at('A') }
  const two = { '@id': at('two'), '@type': 'ceterms:Pathway', 'ceterms:name': 'Two' }
  const document = [
    one,
    two,
    component('A', { 'ceterms:prerequisite': at('B') }),
    component('B'),
    component('C', { 'ceterms:isPartOf': at('two') }),
  ]
  expect(pathwaysIn(document).map(({ id, steps }) => [id, steps.map(({ name }) => name[0]?.value)])).toEqual([
    [at('one'), ['A', 'B']],
    [at('two'), ['C']],
  ])
})

describe('levels', () => {
  const level = (id: string, members: object = {}) => ({
    '@id': at(id),
    '@type': 'asn:ProgressionLevel',
    'skos:prefLabel': id,
    ...members,
  })
  const names = (...levels: readonly object[]) => {
    const used = levels.map((each, index) =>
      component(`step ${index}`, { 'asn:hasProgressionLevel': (each as { '@id': string })['@id'] }),
    )
    return pathwayIn(leadingTo(null, ...used, ...levels)).levels.map(({ name }) => name[0]?.value)
  }

  test('without a model are in the order of their names, numbers as numbers', () => {
    expect(names(level('Term 10'), level('Term 2'), level('Term 1'))).toEqual(['Term 1', 'Term 2', 'Term 10'])
  })

  test('follow what precedes them', () => {
    expect(
      names(
        level('Alpha', { 'ceasn:precededBy': at('Beta') }),
        level('Beta'),
        level('Gamma', { 'ceterms:precedes': at('Beta') }),
      ),
    ).toEqual(['Gamma', 'Beta', 'Alpha'])
  })

  test('are each followed by what is narrower', () => {
    const model = { '@id': at('model'), '@type': 'asn:ProgressionModel', 'skos:hasTopConcept': [at('Two'), at('One')] }
    const levels = [
      level('One'),
      level('Two', { 'skos:narrower': [at('Two, second half'), at('Two')] }),
      level('Two, second half'),
    ]
    const way = {
      '@id': at('way'),
      '@type': 'ceterms:Pathway',
      'ceterms:name': 'A way',
      'asn:hasProgressionModel': { '@id': at('model') },
    }
    const names = pathwayIn([way, component('A'), model, ...levels]).levels.map(({ name }) => name[0]?.value)
    expect(names).toEqual(['Two', 'Two, second half', 'One'])
  })

  test('that the document does not describe are none', () => {
    const pathway = pathwayIn(leadingTo('A', component('A', { 'asn:hasProgressionLevel': at('elsewhere') })))
    expect([pathway.levels, pathway.steps[0]?.level]).toEqual([[], undefined])
  })
})

describe('credentials without a pathway', () => {
  const credential = (id: string, members: object = {}, type = 'Certificate') => ({
    '@id': at(id),
    '@type': `ceterms:${type}`,
    'ceterms:name': { 'en-US': id },
    ...members,
  })
  const profile = (id: string) => ({ '@type': 'ceterms:ConditionProfile', 'ceterms:targetCredential': [at(id)] })

  test('that say what prepares for what make one', () => {
    const pathway = pathwayIn({
      '@graph': [
        credential('Advanced', {
          'ceterms:requires': [profile('Basic')],
          'ceterms:preparationFrom': [profile('Taster')],
          'ceterms:ownedBy': 'https://school.example/',
        }),
        credential('Basic'),
        credential('Taster', {}, 'Badge'),
        credential('Elsewhere'),
      ],
    })
    expect(
      pathway.steps.map(({ name, requires, credentialType }) => [name[0]?.value, told(pathway, requires), credentialType]),
    ).toEqual([
      ['Advanced', 'all(Basic)?', 'Certificate'],
      ['Basic', 'nothing', 'Certificate'],
      ['Taster', 'nothing', 'Badge'],
    ])
    expect(stepNamed(pathway, 'Advanced').after).toEqual([at('Taster')])
    expect(pathway).toMatchObject({
      id: `to:${at('Advanced')}`,
      name: [{ value: 'Advanced' }],
      destinations: [at('Advanced')],
      owners: ['https://school.example/'],
    })
    expect(stepNamed(pathway, 'Basic').keys).toEqual(['url:school.example/path/Basic'])
  })

  test('said from the other side', () => {
    const pathway = pathwayIn([
      credential('Basic', { 'ceterms:isPreparationFor': [profile('Advanced')] }),
      credential('Advanced', { 'ceterms:advancedStandingFrom': at('Basic') }),
    ])
    expect(told(pathway, stepNamed(pathway, 'Advanced').requires)).toBe('all(Basic)?')
  })

  test('may also ask for what is no credential, and for one that is not there: then that is told', () => {
    const words = {
      '@type': 'ceterms:ConditionProfile',
      'ceterms:name': 'Experience',
      'ceterms:description': 'Two years of work',
    }
    const documents = [
      credential('Advanced', { 'ceterms:requires': [words, profile('Basic'), profile('Gone')] }),
      credential('Basic'),
    ]
    const pathway = pathwayIn(documents)
    expect(pathway.steps.map(({ name }) => name[0]?.value)).toEqual(['Advanced', 'Basic'])
    expect(told(pathway, stepNamed(pathway, 'Advanced').requires)).toBe('all(all(Basic)?, all()?)')
    expect(pathway.notices).toEqual([{ code: 'target_missing', step: at('Advanced') }])
    expect(pathwayIn(documents.toReversed())).toEqual(pathway)
  })

  test('that link nothing described here are no pathway', () => {
    expect(
      readPathways(JSON.stringify([credential('Advanced', { 'ceterms:requires': [profile('Gone')] }), credential('Basic')])),
    ).toEqual({ ok: false, problem: { code: 'pathway_missing' } })
  })
})

test.for([
  ['an object of nothing', '{}', 'pathway_missing'],
  ['an empty list', '[]', 'pathway_missing'],
  ['a bare CTID', '"ce-10000000-0000-4000-8000-000000000000"', 'pathway_missing'],
  ['a page', '<!doctype html><title>Finder</title>', 'pathway_missing'],
  ['a pathway without steps', '{"@type":"ceterms:Pathway","ceterms:name":"Empty"}', 'pathway_missing'],
  ['half a document', '{"@type":', 'json_malformed'],
  ['what is too long', ' '.repeat(2 * 1024 * 1024 + 1), 'json_too_large'],
] as const)('refuses %s', ([, text, code]) => {
  expect(readPathways(text)).toMatchObject({ ok: false, problem: { code } })
})
