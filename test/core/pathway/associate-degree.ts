/*
 * A pathway of real shape, written for these tests: two levels, courses, a choice of two electives out of four, an alternative between a
 * course and an assessment of prior learning, an associate degree, and the job that it leads to.
 */

const registry = 'https://credentialengineregistry.org/resources/'

/** CTIDs of everything in it. */
export const ctids = {
  pathway: 'ce-10000000-0000-4000-8000-000000000000',
  college: 'ce-10000000-0000-4000-8000-00000000000f',
  model: 'ce-10000000-0000-4000-8000-0000000000a0',
  first: 'ce-10000000-0000-4000-8000-0000000000a1',
  second: 'ce-10000000-0000-4000-8000-0000000000a2',
  job: 'ce-10000000-0000-4000-8000-000000000001',
  degree: 'ce-10000000-0000-4000-8000-000000000002',
  statistics: 'ce-10000000-0000-4000-8000-000000000003',
  writing: 'ce-10000000-0000-4000-8000-000000000004',
  portfolio: 'ce-10000000-0000-4000-8000-000000000005',
  python: 'ce-10000000-0000-4000-8000-000000000006',
  maps: 'ce-10000000-0000-4000-8000-000000000007',
  databases: 'ce-10000000-0000-4000-8000-000000000008',
  ethics: 'ce-10000000-0000-4000-8000-000000000009',
} as const

/** CTIDs of the real things that some of its steps stand for. */
export const real = {
  degree: 'ce-20000000-0000-4000-8000-000000000002',
  statistics: 'ce-20000000-0000-4000-8000-000000000003',
  python: 'ce-20000000-0000-4000-8000-000000000006',
} as const

const at = (ctid: string) => registry + ctid
const named = (type: string, ctid: string, name: unknown, more: object = {}) => ({
  '@id': at(ctid),
  '@type': type,
  'ceterms:ctid': ctid,
  'ceterms:name': name,
  ...more,
})
const course = (ctid: string, name: string, level: string, credits: number, more: object = {}) =>
  named(
    'ceterms:CourseComponent',
    ctid,
    { 'en-US': name },
    {
      'ceasn:isPartOf': [at(ctids.pathway)],
      'asn:hasProgressionLevel': [at(level)],
      'ceterms:creditValue': [{ '@type': 'ceterms:ValueProfile', 'schema:value': credits }],
      ...more,
    },
  )

export const things = {
  pathway: named(
    'ceterms:Pathway',
    ctids.pathway,
    { 'en-US': 'Data Analyst', es: 'Analista de datos' },
    {
      'ceterms:description': { 'en-US': 'From first courses to your first job with data.' },
      'ceterms:subjectWebpage': 'https://college.example/data',
      'ceterms:ownedBy': [at(ctids.college)],
      'ceterms:hasPart': Object.values(ctids).slice(5).map(at),
      'ceterms:hasDestinationComponent': [at(ctids.job)],
      'asn:hasProgressionModel': at(ctids.model),
    },
  ),
  college: named(
    'ceterms:CredentialOrganization',
    ctids.college,
    { 'en-US': 'Riverside College' },
    {
      'ceterms:subjectWebpage': 'https://college.example/',
    },
  ),
  model: named('asn:ProgressionModel', ctids.model, 'Years', { 'skos:hasTopConcept': [at(ctids.first), at(ctids.second)] }),
  second: { '@id': at(ctids.second), '@type': 'asn:ProgressionLevel', 'skos:prefLabel': { 'en-US': 'And then' } },
  first: { '@id': at(ctids.first), '@type': 'asn:ProgressionLevel', 'skos:prefLabel': { 'en-US': 'First year' } },
  job: named(
    'ceterms:JobComponent',
    ctids.job,
    { 'en-US': 'Junior data analyst' },
    {
      'ceterms:prerequisite': [at(ctids.degree)],
      'ceterms:isDestinationComponentOf': at(ctids.pathway),
    },
  ),
  degree: named(
    'ceterms:CredentialComponent',
    ctids.degree,
    { 'en-US': 'Associate of Science in Data' },
    {
      'ceterms:proxyFor': `https://credentialfinder.org/credential/${real.degree}`,
      'ceterms:credentialType': 'ceterms:AssociateDegree',
      'ceterms:pointValue': { '@type': 'schema:QuantitativeValue', 'schema:value': 10 },
      'ceterms:hasCondition': [
        {
          '@type': 'ceterms:ComponentCondition',
          'ceterms:name': { 'en-US': 'What the degree asks for' },
          'ceterms:logicalOperator': 'logicalOperator:And',
          'ceterms:targetComponent': [at(ctids.statistics)],
          'ceterms:hasCondition': [
            {
              '@type': 'ceterms:ComponentCondition',
              'ceterms:name': { 'en-US': 'Writing, in class or proven' },
              'ceterms:logicalOperator': { '@id': 'logicalOperator:Or' },
              'ceterms:targetComponent': [{ '@id': at(ctids.writing) }, { '@id': at(ctids.portfolio) }],
            },
            {
              '@type': 'ceterms:ComponentCondition',
              'ceterms:name': { 'en-US': 'Electives' },
              'ceterms:requiredNumber': 2,
              'ceterms:targetComponent': [ctids.python, ctids.maps, ctids.databases, ctids.ethics].map(at),
            },
          ],
        },
      ],
    },
  ),
  statistics: course(ctids.statistics, 'Statistics', ctids.first, 4, { 'ceterms:proxyFor': at(real.statistics) }),
  writing: course(ctids.writing, 'Writing', ctids.first, 3),
  portfolio: named('ceterms:AssessmentComponent', ctids.portfolio, 'Writing portfolio', {
    'ceterms:isPartOf': at(ctids.pathway),
  }),
  python: course(ctids.python, 'Python', ctids.first, 3, { 'ceterms:proxyForList': [{ '@id': at(real.python) }] }),
  maps: course(ctids.maps, 'Maps', ctids.second, 3),
  databases: course(ctids.databases, 'Databases', ctids.second, 3, { 'ceterms:prerequisite': [at(ctids.python)] }),
  ethics: course(ctids.ethics, 'Ethics', ctids.second, 2, { 'ceterms:precededBy': [at(ctids.maps)] }),
} as const

/** The document as the registry gives it (`/graph/<ctid>`). */
export const associateDegree = {
  '@context': 'https://credreg.net/ctdl/schema/context/json',
  '@id': `https://credentialengineregistry.org/graph/${ctids.pathway}`,
  '@graph': Object.values(things),
}
