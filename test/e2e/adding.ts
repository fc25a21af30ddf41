import type { Page } from 'playwright'
import { expect } from 'vitest'
import type { Documents } from '../issuer/issuers.ts'
import type { IssuerServer } from './issuer-server.ts'

export interface GivenFile {
  readonly name: string
  readonly mimeType: string
  readonly buffer: Buffer
}

export function fileOf(name: string, content: string | Uint8Array): GivenFile {
  return { name, mimeType: 'application/octet-stream', buffer: Buffer.from(content as Uint8Array) }
}

/** Lets the hosts of the test issuers answer with these documents. */
export function publish(issuers: IssuerServer, documents: Documents): void {
  for (const [url, { bytes, mediaType }] of documents) issuers.answers.set(url, { body: bytes, mediaType })
}

/** Picks files on the Add page, as a person does. */
export async function pickFiles(page: Page, ...files: readonly GivenFile[]): Promise<void> {
  const picker = page.locator('input[type=file]')
  if (!(await picker.count())) await page.getByRole('link', { name: 'Add' }).first().click()
  await picker.setInputFiles([...files])
}

/** Picks one file with one credential and waits for that credential's page. */
export async function addFile(page: Page, file: GivenFile): Promise<void> {
  await pickFiles(page, file)
  await onCredentialPage(page)
}

export async function onCredentialPage(page: Page): Promise<void> {
  await page.waitForURL(/\/credential\/\?id=/)
  await page.getByRole('button', { name: 'Check again' }).waitFor()
}

/** Expects the sentence of the verdict on the credential's page. */
export async function expectVerdict(page: Page, sentence: string | RegExp): Promise<void> {
  await page.getByText(sentence).first().waitFor()
  expect(await page.getByText(sentence).count()).toBeGreaterThan(0)
}
