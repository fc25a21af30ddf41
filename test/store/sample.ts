import { unstated } from '../../src/core/formats/unstated.ts'
import type { Achievement, Credential, Profile, Source, Text } from '../../src/core/model/credential.ts'
import type { Finding, VerificationReport } from '../../src/core/model/report.ts'
import { questionOf } from '../../src/core/model/report.ts'
import type { WalletEntry } from '../../src/store/types.ts'

export const text = (value: string): Text => [{ value }]
export const bytesOf = (value: string) => new TextEncoder().encode(value)

const profile: Profile = { id: 'https://westbridge.example/issuer', name: text('Westbridge Collège'), otherIdentifiers: [] }

export function achievement(more: Partial<Achievement> = {}): Achievement {
  return {
    id: 'urn:uuid:1',
    name: text('Web Foundations'),
    criteria: {},
    tags: ['html'],
    alignments: [],
    otherIdentifiers: [],
    resultDescriptions: [],
    related: [],
    ...more,
  }
}

export function credential(more: Partial<Credential> = {}): Credential {
  return {
    ...unstated,
    format: 'ob3-jwt',
    dataModel: '2.0',
    document: { type: ['VerifiableCredential', 'OpenBadgeCredential'] },
    securing: {
      kind: 'jose',
      form: 'vc+jwt',
      jws: { text: 'a.b.c', header: { alg: 'ES256' }, payload: {}, signature: new Uint8Array([0, 127, 128, 255]) },
    },
    types: ['VerifiableCredential', 'OpenBadgeCredential'],
    title: text('Web Foundations'),
    issuer: profile,
    subjects: [{ identities: [], achievement: achievement(), results: [], otherMembers: {} }],
    notices: [],
    ...more,
  }
}

export function finding(id: Finding['id'], status: Finding['status'], code: Finding['code'] = null): Finding {
  return { id, question: questionOf[id], status, code, evidence: {} }
}

export function report(more: Partial<VerificationReport> = {}): VerificationReport {
  return {
    input: 'badge.json',
    digest: '00',
    at: '2026-11-23T12:00:00.000Z',
    format: 'ob3-jwt',
    summary: {
      title: 'Web Foundations',
      issuer: 'Westbridge Collège',
      recipient: 'mailto:ada@example.org',
      issued: '2026-01-01T00:00:00Z',
      expires: '',
    },
    verdict: 'verified',
    questions: { integrity: 'passed', validity: 'passed', authority: 'warning', identity: 'warning' },
    checks: [],
    credentials: [],
    error: null,
    ...more,
  }
}

export const source = (content: string, name = 'badge.json'): Source => ({ bytes: bytesOf(content), name })

export function entry(content: string, more: Partial<Omit<WalletEntry, 'id'>> = {}): Omit<WalletEntry, 'id'> {
  return {
    source: source(content),
    credential: credential(),
    report: report(),
    parts: [],
    endorsements: [],
    addedAt: '2026-11-23T12:00:00.000Z',
    example: false,
    ...more,
  }
}
