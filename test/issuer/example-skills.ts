import type { JsonObject } from '../../src/core/model/json.ts'

const ctid = 'ce-5a7c4e1f-da7a-4b1a-8e3a-c0de1122d47a'
const caseGuid = '5a7c4e10-ac1e-4f00-9d1e-da7a11e2b0de'

/** One skill, under every shape of address that issuers use: all of them are the same skill. */
export const DATA_LITERACY = {
  /** As the finder of the credential registry shows it. */
  onFinder: skill('Data literacy', `https://credentialfinder.org/competency/${ctid}`, { targetType: 'ceasn:Competency' }),
  /** As the registry itself answers. */
  inRegistry: skill('Data literacy', `https://credentialengineregistry.org/resources/${ctid}`, { targetType: 'CTDL' }),
  /** An item of a CASE framework that names the registry's entry as its code: it joins the two. */
  inFramework: skill('Data literacy', `https://caseregistry.imsglobal.org/uri/${caseGuid}`, {
    targetCode: ctid,
    targetFramework: 'Everyday Competencies',
    targetType: 'CFItem',
  }),
  /** The same item as the host of the framework answers it. */
  atItsHost: skill('Read and question data', `https://skills.example/ims/case/v1p0/CFItems/${caseGuid}`, {
    targetFramework: 'Everyday Competencies',
    targetType: 'CFItem',
  }),
  /** A page of the issuer's own; only the code says what it is. */
  byCtid: (name: string) => skill(name, 'https://alameda.example/competencias/datos', { targetCode: ctid }),
} as const

/** What a degree in nursing is aligned to. */
export const PATIENT_ASSESSMENT = skill('Assess a patient', 'https://skills.example/s/assess-a-patient')
export const REFLECTIVE_PRACTICE = skill('Facilitate reflective practice', 'https://skills.example/s/reflective-practice')
export const PATIENT_DATA = skill('Protect patient data', 'https://skills.example/s/protect-patient-data')

function skill(targetName: string, targetUrl: string, more: JsonObject = {}): JsonObject {
  const framework = targetUrl.startsWith('https://skills.example/s/') ? { targetFramework: 'Open Skills of the Valley' } : {}
  return { type: ['Alignment'], targetName, targetUrl, ...framework, ...more }
}
