import { render } from '@solidjs/testing-library'
import type { JSX } from 'solid-js'
import { afterEach, expect, test } from 'vitest'
import type { Picture } from '../../../src/app/credential/picture.ts'
import { createRemotePicture, PictureInSeal, PictureOffer } from '../../../src/app/credential/picture-view.tsx'
import type { Services } from '../../../src/app/services.ts'
import { openTexts, TextsProvider } from '../../../src/app/text.ts'
import { problem } from '../../../src/core/problem.ts'
import type { Vault } from '../../../src/store/types.ts'
import { openVault } from '../../../src/store/vault.ts'
import { findings } from '../../../src/text/en/findings.ts'
import type { Verifier } from '../../../src/worker/types.ts'

const url = 'https://kestrel.example/badge.gif'
const picture: Picture = { kind: 'remote', url, host: 'kestrel.example' }
/** One transparent pixel. */
const gif = Uint8Array.from(atob('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7'), (character) =>
  character.charCodeAt(0),
)

let vault: Vault | undefined
afterEach(async () => {
  await vault?.erase()
  vault = undefined
})

async function shownWith(open: Verifier['open']) {
  if (!vault) {
    const opened = await openVault({ stretch: async () => expect.fail('no passphrase here') })
    if (!opened.ok) throw new Error(opened.problem.code)
    if (opened.value.state !== 'open') throw new Error('locked')
    vault = opened.value.vault
  }
  const asked: string[] = []
  const services = {
    vault,
    verifier: {
      open(request: Parameters<Verifier['open']>[0]) {
        asked.push(`${request.purpose} ${request.url}`)
        return open(request)
      },
    },
  } as unknown as Services
  const texts = await openTexts('en')
  const Shown = (): JSX.Element => {
    const remote = createRemotePicture(() => picture, { verifier: services.verifier, album: services })
    return (
      <>
        <PictureInSeal picture={picture} address={remote.address()} seed="a" issuer="Kestrel University" />
        <PictureOffer picture={picture} state={remote.state()} onAsk={() => void remote.ask()} text={findings} />
      </>
    )
  }
  const shown = render(() => (
    <TextsProvider value={texts}>
      <Shown />
    </TextsProvider>
  ))
  return { ...shown, asked }
}

test('a picture elsewhere is fetched on one tap only, kept sealed, and shown at once the next time', async () => {
  const answer: Verifier['open'] = async () => ({
    ok: true,
    value: { url, bytes: gif, mediaType: 'image/gif', fetchedAt: '2026-11-23T00:00:00Z' },
  })
  const first = await shownWith(answer)
  expect(first.container.querySelector('.artwork')).not.toBeNull()
  expect(first.asked).toEqual([])
  first.getByRole('button', { name: 'Show the picture from kestrel.example' }).click()
  await expect.poll(() => first.container.querySelector('img')?.src).toMatch(/^blob:/)
  expect(first.asked).toEqual([`picture ${url}`])
  first.unmount()
  const second = await shownWith(answer)
  await expect.poll(() => second.container.querySelector('img')?.src).toMatch(/^blob:/)
  expect(second.asked).toEqual([])
})

test('where the host does not allow it, our artwork stays and a link leads there', async () => {
  const shown = await shownWith(async () => problem('fetch_blocked', { facts: { host: 'kestrel.example' } }))
  shown.getByRole('button').click()
  const link = await shown.findByRole('link', { name: /See it at kestrel\.example/ })
  expect(link.getAttribute('href')).toBe(url)
  expect(link.getAttribute('rel')).toBe('noopener noreferrer')
  expect(link.getAttribute('target')).toBe('_blank')
  expect(shown.container.querySelector('.artwork')).not.toBeNull()
})

test('what is no picture is never shown as one', async () => {
  const bytes = new TextEncoder().encode('<html><script>alert(1)</script>')
  const shown = await shownWith(async () => ({
    ok: true,
    value: { url, bytes, mediaType: 'image/png', fetchedAt: '2026-11-23T00:00:00Z' },
  }))
  shown.getByRole('button').click()
  await shown.findByRole('link')
  expect(shown.container.querySelector('img')).toBeNull()
})
