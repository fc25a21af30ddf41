import type { JsonObject } from '../../src/core/model/json.ts'
import { addressAt } from './example-award.ts'
import { issuedRecord } from './example-record.ts'
import { DATA_LITERACY } from './example-skills.ts'
import type { Issued } from './issue.ts'
import { issuerOf } from './issuers.ts'

const westbridge = issuerOf('westbridge')

const at = (path: string) => addressAt(westbridge, path)
const certificate = at('certificates/community-data')
const degree = at('degrees/data-analytics')
const [foundations, storytelling, ethics] = [
  at('achievements/data-foundations'),
  at('achievements/data-storytelling'),
  at('achievements/data-ethics'),
]

/** Micro-credentials that made a certificate, and the degree that the certificate is a part of: not there yet. */
export function learnerRecord(): Promise<Issued> {
  return issuedRecord({
    issuer: westbridge,
    suite: 'eddsa-jcs-2022',
    number: 10,
    name: 'Transcript of Ana Rivera',
    from: '2025-06-06T00:00:00Z',
    parts: [
      {
        from: '2023-12-15T00:00:00Z',
        subject: { creditsEarned: 3, term: 'Fall 2023', ...grade(foundations, 'A') },
        achievement: {
          ...microCredential(foundations, 'Data Foundations', 3),
          description: 'Collects data, keeps it tidy, and sums it up.',
          criteria: { narrative: 'Six exercises and a survey of one’s own.' },
          alignment: [DATA_LITERACY.inFramework],
        },
      },
      {
        from: '2024-04-28T00:00:00Z',
        subject: { creditsEarned: 6, term: 'Spring 2024' },
        achievement: {
          ...microCredential(storytelling, 'Data Storytelling', 6),
          description: 'Finds what a table has to say, and says it so that it is understood.',
          criteria: { narrative: 'Publish three stories and defend one of them.' },
          version: '2.1',
        },
      },
      {
        from: '2024-12-13T00:00:00Z',
        subject: { creditsEarned: 3, term: 'Fall 2024', ...grade(ethics, 'B+') },
        achievement: {
          ...microCredential(ethics, 'Data Ethics', 3),
          description: 'Asks whose data it is, and who could be harmed.',
          criteria: { narrative: 'Four case studies, and a hearing held in class.' },
          alignment: [DATA_LITERACY.inRegistry],
        },
      },
      {
        from: '2025-06-06T00:00:00Z',
        subject: { creditsEarned: 12, term: 'Spring 2025' },
        achievement: {
          id: certificate,
          achievementType: 'Certificate',
          name: 'Community Data',
          description: 'Works with what a town knows about itself, from the survey to the report.',
          criteria: { narrative: 'Three micro-credentials and a report for a partner in town.' },
          creditsAvailable: 12,
          fieldOfStudy: 'Data analytics',
        },
      },
    ],
    defines: [
      {
        id: degree,
        achievementType: 'AssociateDegree',
        name: 'Associate of Science in Data Analytics',
        description: 'Two years of study, for work with data or a bachelor’s degree.',
        criteria: { narrative: 'Sixty credits: the certificate, the core courses, and a field of one’s own.' },
        creditsAvailable: 60,
        fieldOfStudy: 'Data analytics',
      },
      {
        id: at('courses/statistics'),
        achievementType: 'Course',
        name: 'Statistics',
        description: 'What a sample can tell, and what it cannot.',
        criteria: { narrative: 'Weekly problems and a final examination.' },
        creditsAvailable: 4,
      },
      {
        id: at('courses/conflict-mediation'),
        achievementType: 'Course',
        name: 'Conflict Mediation',
        description: 'Listens to both sides and finds what they can agree on.',
        criteria: { narrative: 'Mediate two cases under supervision.' },
        creditsAvailable: 3,
      },
    ],
    says: [
      [foundations, 'isPartOf', certificate],
      [storytelling, 'isPartOf', certificate],
      [ethics, 'isChildOf', certificate],
      [foundations, 'precedes', storytelling],
      [storytelling, 'precedes', ethics],
      [certificate, 'isPartOf', degree],
      [degree, 'isParentOf', at('courses/statistics')],
      [at('courses/conflict-mediation'), 'isPartOf', degree],
    ],
  })
}

function microCredential(id: string, name: string, creditsAvailable: number): JsonObject {
  return { id, achievementType: 'MicroCredential', name, creditsAvailable, resultDescription: [finalGrade(id)] }
}

const finalGrade = (id: string): JsonObject => ({
  id: `${id}/grade`,
  type: ['ResultDescription'],
  name: 'Final grade',
  resultType: 'LetterGrade',
  allowedValue: ['D', 'C', 'B', 'B+', 'A'],
})

function grade(id: string, value: string): JsonObject {
  return { result: [{ type: ['Result'], resultDescription: `${id}/grade`, value }] }
}
