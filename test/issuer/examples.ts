import type { JsonObject } from '../../src/core/model/json.ts'
import { altered, withAchievement } from './broken/broken.ts'
import { credentialOf, LEARNER } from './content.ts'
import { endorsement } from './endorse.ts'
import { addressAt, award, type Example, identified } from './example-award.ts'
import { DATA_LITERACY, PATIENT_ASSESSMENT } from './example-skills.ts'
import { stackExamples } from './example-stacks.ts'
import { type Issued, issue } from './issue.ts'
import { issuerOf } from './issuers.ts'
import { badgePng, dataUri } from './pictures.ts'

const westbridge = issuerOf('westbridge')
const kestrel = issuerOf('kestrel', { key: 'P-256' })
const pinecounty = issuerOf('pinecounty')
const cloudpath = issuerOf('cloudpath')
const alameda = issuerOf('alameda')
const valfleur = issuerOf('valfleur')

/** Results, a rubric, alignments, evidence and an endorsement: everything that the page of a credential can show. */
async function dataStorytelling(): Promise<Issued> {
  const credential = credentialOf(westbridge, { id: identified(1).id })
  const achievementId = addressAt(westbridge, 'achievements/data-storytelling')
  const endorsed = await endorsement(achievementId, issuerOf('kestrel'))
  const picture = { image: { id: dataUri(badgePng(), 'image/png'), type: 'Image', caption: 'A green star in a ring' } }
  const { image: _, ...plain } = credential
  return issue({
    issuer: westbridge,
    // Another edition that nobody has would be a loose end among the stacks.
    change: () =>
      withAchievement(plain, ({ related: _, ...achievement }) => ({ ...achievement, ...picture, endorsement: [endorsed] })),
  })
}

function clinicalSimulation(): Promise<Issued> {
  return issue({
    ...identified(2),
    issuer: kestrel,
    change: award({
      issuer: kestrel,
      number: 2,
      from: '2025-02-14T10:00:00Z',
      look: { ring: '8a2f5c', mark: '2b6cb0', points: 5 },
      subject: { creditsEarned: 3, term: 'Autumn 2024' },
      achievement: {
        id: addressAt(kestrel, 'microcredentials/clinical-simulation'),
        achievementType: 'MicroCredential',
        name: 'Clinical Simulation Facilitator',
        description: 'Plans a simulated emergency, leads it, and helps the team to learn from it.',
        criteria: { narrative: '- Attend **six** simulations\n- Lead two of them\n- Write a debriefing plan' },
        creditsAvailable: 3,
        fieldOfStudy: 'Nursing',
        humanCode: 'NUR-330',
        inLanguage: 'en',
        tag: ['simulation', 'debriefing', 'patient safety'],
        alignment: [
          {
            type: ['Alignment'],
            targetName: 'Facilitate reflective practice',
            targetUrl: 'https://skills.example/s/reflective-practice',
            targetFramework: 'Open Skills of the Valley',
            targetType: 'ceasn:Competency',
          },
        ],
      },
    }),
  })
}

function swiftWaterRescue(): Promise<Issued> {
  return issue({
    ...identified(3),
    issuer: pinecounty,
    jwt: { form: 'flat' },
    change: award({
      issuer: pinecounty,
      number: 3,
      from: '2025-06-21T08:00:00Z',
      until: '2045-06-21T08:00:00Z',
      look: { ring: 'b3401e', mark: '155e75', points: 8 },
      subject: { id: LEARNER.id, licenseNumber: 'PCR-0417', role: 'Boat crew' },
      achievement: {
        id: addressAt(pinecounty, 'certifications/swift-water'),
        achievementType: 'Certification',
        name: 'Swift Water Rescue',
        description: 'Reads moving water, keeps the team safe, and brings people ashore.',
        criteria: { narrative: 'Three days on the river and a night exercise, examined by two instructors.' },
        inLanguage: 'en',
        fieldOfStudy: 'Search and rescue',
        tag: ['rescue', 'teamwork'],
        alignment: [PATIENT_ASSESSMENT],
      },
    }),
  })
}

function cloudFoundations(): Promise<Issued> {
  return issue({
    ...identified(4),
    issuer: cloudpath,
    change: award({
      issuer: cloudpath,
      number: 4,
      from: '2023-03-01T00:00:00Z',
      until: '2025-03-01T00:00:00Z',
      look: { ring: '1d4ed8', mark: 'b7791f', points: 6 },
      achievement: {
        id: addressAt(cloudpath, 'badges/cloud-foundations'),
        achievementType: 'Badge',
        name: 'Cloud Foundations',
        description: 'Knows what runs where, and what it costs.',
        criteria: { narrative: 'Forty questions in an hour, thirty of them right.' },
        inLanguage: 'en',
        tag: ['cloud', 'networks'],
      },
    }),
  })
}

/** Signed with three credits; somebody made them thirty. */
async function conflictMediation(): Promise<Issued> {
  const from = await issue({
    ...identified(5),
    issuer: westbridge,
    change: award({
      issuer: westbridge,
      number: 5,
      from: '2025-09-12T00:00:00Z',
      subject: { creditsEarned: 3 },
      achievement: {
        id: addressAt(westbridge, 'courses/conflict-mediation'),
        achievementType: 'Course',
        name: 'Conflict Mediation',
        description: 'Listens to both sides and finds what they can agree on.',
        criteria: { narrative: 'Mediate two cases under supervision.' },
        creditsAvailable: 3,
        inLanguage: 'en',
      },
    }),
  })
  return altered(from, (credential) => ({
    ...credential,
    credentialSubject: { ...(credential.credentialSubject as JsonObject), creditsEarned: 30 },
  }))
}

function weldingCertificate(): Promise<Issued> {
  return issue({
    ...identified(6),
    issuer: westbridge,
    proof: { suite: 'eddsa-jcs-2022' },
    change: award({
      issuer: westbridge,
      number: 6,
      from: '2022-06-17T00:00:00Z',
      subject: { activityStartDate: '2021-09-06T00:00:00Z', activityEndDate: '2022-06-10T00:00:00Z', creditsEarned: 24 },
      achievement: {
        id: addressAt(westbridge, 'certificates/welding'),
        achievementType: 'Certificate',
        name: 'Welding Technology',
        description: 'Joins steel and aluminium by four processes, in the shop and on site.',
        criteria: { narrative: 'Eight courses, and a test piece for each process.' },
        creditsAvailable: 24,
        fieldOfStudy: 'Welding',
        inLanguage: 'en',
        tag: ['welding', 'blueprint reading'],
      },
    }),
  })
}

/** VC 1.1, and the signature of those years. */
function debateSociety(): Promise<Issued> {
  const issuer = issuerOf('kestrel')
  return issue({
    ...identified(7, '1.1'),
    issuer,
    proof: { suite: 'Ed25519Signature2020' },
    change: award({
      issuer,
      dataModel: '1.1',
      number: 7,
      from: '2023-05-26T00:00:00Z',
      subject: { role: 'Captain' },
      achievement: {
        id: addressAt(issuer, 'societies/debate'),
        achievementType: 'CoCurricular',
        name: 'Debate Society Captain',
        description: 'Led the society for a year and took it to the finals.',
        criteria: { narrative: 'Elected by the members; confirmed by the dean of students.' },
        tag: ['leadership', 'public speaking'],
      },
    }),
  })
}

function alfabetizacionEnDatos(): Promise<Issued> {
  return issue({
    ...identified(8),
    issuer: alameda,
    change: award({
      issuer: alameda,
      number: 8,
      from: '2026-01-30T09:00:00Z',
      look: { ring: '9a6700', mark: 'a61e4d', points: 9 },
      subject: { creditsEarned: 2 },
      achievement: {
        id: addressAt(alameda, 'insignias/alfabetizacion-en-datos'),
        achievementType: 'MicroCredential',
        name: 'Alfabetización en datos',
        description: 'Lee tablas y gráficos, y reconoce cuándo engañan.',
        criteria: { narrative: 'Entregar **dos** análisis y comentar el de otra persona.' },
        creditsAvailable: 2,
        inLanguage: 'es',
        tag: ['datos', 'pensamiento crítico'],
        alignment: [DATA_LITERACY.byCtid('Alfabetización en datos')],
      },
    }),
  })
}

function mediationCulturelle(): Promise<Issued> {
  return issue({
    ...identified(9),
    issuer: valfleur,
    change: award({
      issuer: valfleur,
      number: 9,
      from: '2025-11-07T09:00:00Z',
      look: { ring: '0f5132', mark: '6b21a8', points: 12 },
      achievement: {
        id: addressAt(valfleur, 'badges/mediation-culturelle'),
        achievementType: 'CertificateOfCompletion',
        name: 'Médiation culturelle',
        description: 'Accueille un public, raconte une œuvre et fait parler ceux qui la regardent.',
        criteria: { narrative: 'Concevoir une visite et la conduire **trois** fois.' },
        inLanguage: 'fr',
        tag: ['médiation', 'accueil'],
      },
    }),
  })
}

/** The examples: all `did:key`, so that they can be checked anywhere without a network; all but two are valid. The last show stacks. */
export const examples: readonly Example[] = [
  { name: 'data-storytelling.json', make: dataStorytelling },
  { name: 'clinical-simulation.json', make: clinicalSimulation },
  { name: 'swift-water-rescue.jwt', make: swiftWaterRescue },
  { name: 'cloud-foundations.json', make: cloudFoundations },
  { name: 'conflict-mediation.json', make: conflictMediation },
  { name: 'welding-certificate.json', make: weldingCertificate },
  { name: 'debate-society.json', make: debateSociety },
  { name: 'alfabetizacion-en-datos.json', make: alfabetizacionEnDatos },
  { name: 'mediation-culturelle.json', make: mediationCulturelle },
  ...stackExamples,
]
