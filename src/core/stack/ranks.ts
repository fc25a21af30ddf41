import type { Tier } from './types.ts'

/** Rank of an unknown kind of achievement. */
const middling = 15

/** Open Badges 3.0 `achievementType`, with the rank at which it is drawn (data-model.md §1.1: ours, not the specification's) and its tier. */
const ranks: Readonly<Record<string, readonly [number, Tier]>> = {
  Assignment: [5, 'experience'],
  Assessment: [10, 'experience'],
  AssessmentResult: [10, 'experience'],
  CoCurricular: [10, 'experience'],
  'Co-Curricular': [10, 'experience'],
  CommunityService: [10, 'experience'],
  Competency: [10, 'experience'],
  Membership: [10, 'experience'],
  Achievement: [middling, 'experience'],
  Award: [middling, 'experience'],
  Badge: [middling, 'experience'],
  Fieldwork: [middling, 'experience'],
  Course: [20, 'course'],
  MicroCredential: [20, 'course'],
  CertificateOfCompletion: [25, 'course'],
  LearningProgram: [30, 'course'],
  Certificate: [35, 'certificate'],
  GeneralEducationDevelopment: [35, 'certificate'],
  SecondarySchoolDiploma: [35, 'certificate'],
  ApprenticeshipCertificate: [40, 'certificate'],
  Certification: [40, 'certificate'],
  Diploma: [40, 'certificate'],
  JourneymanCertificate: [45, 'license'],
  License: [45, 'license'],
  MasterCertificate: [50, 'license'],
  AssociateDegree: [50, 'degree'],
  BachelorDegree: [60, 'degree'],
  Degree: [60, 'degree'],
  MasterDegree: [70, 'degree'],
  DoctoralDegree: [80, 'degree'],
  ProfessionalDoctorate: [80, 'degree'],
  ResearchDoctorate: [80, 'degree'],
  // Steps of a pathway: where it leads in the end, and choices among courses.
  Job: [90, 'work'],
  Multi: [20, 'course'],
  Selection: [20, 'course'],
}

/**
 * How high a kind of achievement is drawn. What is not known is where badges are.
 * @param type `achievementType` (CLR 1.0 spellings and `dt…`, `ceterms:…` prefixes too); absent for not stated.
 */
export function rankOf(type: string | undefined): { readonly rank: number; readonly tier: Tier } {
  const plain = (type ?? '').replace(/^(ceterms:|dt(?=[A-Z]))/, '')
  const known = Object.hasOwn(ranks, plain) ? ranks[plain] : undefined
  const [rank, tier] = known ?? [middling, 'experience']
  return { rank, tier }
}
