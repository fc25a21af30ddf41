import { addressAt, award, type Example, identified } from './example-award.ts'
import { issuedRecord } from './example-record.ts'
import { DATA_LITERACY, PATIENT_ASSESSMENT, PATIENT_DATA, REFLECTIVE_PRACTICE } from './example-skills.ts'
import { learnerRecord } from './example-vertical.ts'
import { type Issued, issue } from './issue.ts'
import { issuerOf } from './issuers.ts'

// Three stories of stacking, one for each kind that AACRAO names. They share the learner with the other examples, and lean on some of
// them: a wallet is full of things that were not made for each other.

const kestrel = issuerOf('kestrel', { key: 'P-256' })
const pinecounty = issuerOf('pinecounty')
const cloudpath = issuerOf('cloudpath')

// value-added

/** A degree, to which later things were added. The university says so of one; of the others their shared skills do. */
function studiesRecord(): Promise<Issued> {
  const nursing = addressAt(kestrel, 'degrees/nursing')
  const simulation = addressAt(kestrel, 'microcredentials/clinical-simulation')
  return issuedRecord({
    issuer: kestrel,
    suite: 'ecdsa-jcs-2019',
    number: 11,
    name: 'Studies at Kestrel University',
    from: '2025-03-03T00:00:00Z',
    parts: [
      {
        from: '2022-06-10T00:00:00Z',
        subject: { creditsEarned: 120 },
        achievement: {
          id: nursing,
          achievementType: 'BachelorDegree',
          name: 'Bachelor of Science in Nursing',
          description: 'Cares for people in hospital and at home, and for the team around them.',
          criteria: { narrative: 'One hundred and twenty credits, eight hundred hours on the wards, and a thesis.' },
          creditsAvailable: 120,
          fieldOfStudy: 'Nursing',
          alignment: [PATIENT_ASSESSMENT, REFLECTIVE_PRACTICE, PATIENT_DATA],
        },
      },
      {
        from: '2025-02-14T10:00:00Z',
        subject: { creditsEarned: 3, term: 'Autumn 2024' },
        achievement: {
          id: simulation,
          achievementType: 'MicroCredential',
          name: 'Clinical Simulation Facilitator',
          description: 'Plans a simulated emergency, leads it, and helps the team to learn from it.',
          criteria: { narrative: 'Six simulations attended, two of them led.' },
          creditsAvailable: 3,
          fieldOfStudy: 'Nursing',
          alignment: [REFLECTIVE_PRACTICE],
        },
      },
    ],
    defines: [],
    says: [[simulation, 'isRelatedTo', nursing]],
  })
}

/**
 * One more that adds to the degree by a skill, and lies around another subject by no more than a tag. It leans on Cloud Foundations, which
 * has run out.
 */
function trainingRecord(): Promise<Issued> {
  const privacy = addressAt(cloudpath, 'courses/health-data-privacy')
  return issuedRecord({
    issuer: cloudpath,
    suite: 'eddsa-jcs-2022',
    number: 12,
    name: 'Training at CloudPath Academy',
    from: '2023-10-20T00:00:00Z',
    parts: [
      {
        from: '2023-10-20T00:00:00Z',
        subject: {},
        achievement: {
          id: privacy,
          achievementType: 'CertificateOfCompletion',
          name: 'Health Data Privacy',
          description: 'Knows who may see a chart, and what to do when the wrong person did.',
          criteria: { narrative: 'Ten hours online and a test of thirty questions, after Cloud Foundations.' },
          tag: ['privacy', 'data literacy'],
          alignment: [PATIENT_DATA],
        },
      },
    ],
    defines: [
      {
        id: addressAt(cloudpath, 'badges/cloud-foundations'),
        achievementType: 'Badge',
        name: 'Cloud Foundations',
        description: 'Knows what runs where, and what it costs.',
        criteria: { narrative: 'Forty questions in an hour, thirty of them right.' },
      },
    ],
    says: [[addressAt(cloudpath, 'badges/cloud-foundations'), 'precedes', privacy]],
  })
}

// horizontal

function spreadsheets(): Promise<Issued> {
  return issue({
    ...identified(13),
    issuer: cloudpath,
    proof: { suite: 'eddsa-jcs-2022' },
    change: award({
      issuer: cloudpath,
      number: 13,
      from: '2023-02-10T00:00:00Z',
      look: { size: 144, ring: '2f6f4f', mark: 'c2410c', points: 4 },
      achievement: {
        id: addressAt(cloudpath, 'badges/spreadsheets'),
        achievementType: 'Badge',
        name: 'Spreadsheets That Hold Up',
        description: 'Builds a table that others can check and go on with.',
        criteria: { narrative: 'Repair a broken budget, and explain what was wrong.' },
        inLanguage: 'en',
        tag: ['data literacy', 'spreadsheets'],
        alignment: [DATA_LITERACY.onFinder],
      },
    }),
  })
}

function mapsAndMeasurements(): Promise<Issued> {
  return issue({
    ...identified(14),
    issuer: pinecounty,
    jwt: { form: 'flat' },
    change: award({
      issuer: pinecounty,
      number: 14,
      from: '2024-10-05T00:00:00Z',
      look: { size: 144, ring: '5b4a9e', mark: '0e7490', points: 7 },
      achievement: {
        id: addressAt(pinecounty, 'badges/maps-and-measurements'),
        achievementType: 'Badge',
        name: 'Maps and Measurements',
        description: 'Reads a gauge, a map and a forecast, and knows how far to trust them.',
        criteria: { narrative: 'A weekend course, and a search planned on paper.' },
        inLanguage: 'en',
        fieldOfStudy: 'Search and rescue',
        tag: ['maps', 'rescue'],
        alignment: [DATA_LITERACY.atItsHost],
      },
    }),
  })
}

/** Vertical, value-added, horizontal: together with the examples before them. */
export const stackExamples: readonly Example[] = [
  { name: 'learner-record.json', make: learnerRecord },
  { name: 'studies-record.json', make: studiesRecord },
  { name: 'training-record.json', make: trainingRecord },
  { name: 'spreadsheets.json', make: spreadsheets },
  { name: 'maps-and-measurements.jwt', make: mapsAndMeasurements },
]
