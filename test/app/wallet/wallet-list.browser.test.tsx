import { MemoryRouter, Route } from '@solidjs/router'
import { cleanup, render } from '@solidjs/testing-library'
import { createSignal } from 'solid-js'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { lookAtAll } from '../../../src/app/features/wallet/state.ts'
import { WalletList } from '../../../src/app/features/wallet/wallet-list.tsx'
import { type Services, ServicesContext } from '../../../src/app/services.ts'
import { openTexts, type Texts, TextsProvider } from '../../../src/app/text.ts'
import { done } from '../../../src/core/problem.ts'
import { defaultSettings } from '../../../src/store/default-settings.ts'
import type { Card, Settings } from '../../../src/store/types.ts'
import { card } from './cards.ts'
import '../../../src/app/styles/tokens.css'
import '../../../src/app/styles/base.css'
import '../../../src/app/styles/ui.css'
import '../../../src/app/features/wallet/wallet.css'

const subjects = [
  'Data Ethics',
  'Welding',
  'Nursing',
  'Swift Water Rescue',
  'Cloud Foundations',
  'Mediation',
  'Robotics',
  'Étude des sols',
]
const thousands = Array.from({ length: 5_000 }, (_, index) =>
  card({
    id: `card-${index}`,
    title: `${subjects[index % subjects.length]} ${index}`,
    issuer: `Issuer ${index % 40}`,
    kind: index % 3 === 0 ? 'Course' : 'Badge',
    verdict: index === 7 ? 'not-verified' : 'verified',
    code: index === 7 ? 'status_revoked' : null,
    addedAt: new Date(Date.UTC(2026, 0, 1) - index * 1000).toISOString(),
  }),
)

let texts: Texts
beforeEach(async () => {
  texts = await openTexts('en')
})
afterEach(() => {
  cleanup()
  lookAtAll()
})

/** The list on a store that only hands out settings: what is listed comes in by its property. */
function show(cards: readonly Card[]) {
  const [settings, setSettings] = createSignal<Settings>({ ...defaultSettings, language: 'en' })
  const services = {
    settings,
    changeSettings: async (change: Partial<Settings>) => void setSettings((before) => ({ ...before, ...change })),
    damaged: () => [],
    vault: {
      picture: async () => done(null),
      isSecured: () => true,
      lastBackup: async () => done({ at: new Date().toISOString(), credentials: thousands.length, rehearsedAt: '' }),
      holder: { keys: async () => done([]) },
    },
  } as unknown as Services
  return render(() => (
    <MemoryRouter>
      <Route
        path="/"
        component={() => (
          <TextsProvider value={texts}>
            <ServicesContext.Provider value={services}>
              <WalletList cards={cards} beside={false} open={null} />
            </ServicesContext.Provider>
          </TextsProvider>
        )}
      />
    </MemoryRouter>
  ))
}

const titles = () => [...document.querySelectorAll('.card-title')].map((title) => title.textContent)
const painted = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))

function type(text: string): void {
  const input = document.querySelector<HTMLInputElement>('input[type=search]')!
  input.value = text
  input.dispatchEvent(new InputEvent('input', { bubbles: true }))
}

describe('a wallet of five thousand', () => {
  test('draws only the cards near the window, and says how many there are', async () => {
    const { findByText, container } = show(thousands)
    await findByText('Data Ethics 0')
    expect(titles().length).toBeLessThan(120)
    expect(container.querySelector('[role=listitem]')).toHaveProperty('ariaSetSize', '5000')
    await findByText('5,000 credentials')
  })

  test('finds as one types, in any spelling of accents, and says how long that took', async () => {
    const { findByText } = show(thousands)
    await findByText('Data Ethics 0')
    const times: number[] = []
    for (const word of ['etude des sols', 'welding 49', 'issuer 12', 'nursing', 'zzz', 'cloud']) {
      for (let length = 1; length <= word.length; length += 1) {
        const start = performance.now()
        type(word.slice(0, length))
        await painted()
        times.push(performance.now() - start)
      }
    }
    const p95 = times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.95)]
    console.log(`search in 5,000 cards: painted within ${p95?.toFixed(1)} ms at the 95th percentile`)
    type('étude des sols 4999')
    await findByText('Étude des sols 4999')
    expect(titles()).toEqual(['Étude des sols 4999'])
  })

  test('keeps rows apart when it turns from cards to a list', async () => {
    const { findByText, getByRole } = show(thousands.slice(0, 100))
    await findByText('Data Ethics 0')
    await painted()
    getByRole('button', { name: 'Show as a list' }).click()
    await painted()
    await painted()
    const rows = [...document.querySelectorAll('.cards-row')].map((row) => row.getBoundingClientRect())
    expect(rows.length).toBeGreaterThan(3)
    for (const [index, row] of rows.entries()) {
      const next = rows[index + 1]
      if (next) expect(next.top).toBeGreaterThanOrEqual(row.bottom - 1)
    }
  })

  test('is drawn whole while it is of ordinary size, as cards and as a list', async () => {
    const { findByText, getByRole, container } = show(thousands.slice(0, 30))
    await findByText('Data Ethics 0')
    expect(titles()).toHaveLength(30)
    getByRole('button', { name: 'Show as a list' }).click()
    await painted()
    expect(container.querySelectorAll('ul.as-list > li')).toHaveLength(30)
  })

  test('shows what needs a look, and everything again', async () => {
    const { findByText, getByRole } = show(thousands)
    await findByText('1 credential needs a look')
    getByRole('button', { name: 'Show' }).click()
    await findByText('Withdrawn by its issuer')
    expect(titles()).toEqual(['Étude des sols 7'])
    getByRole('button', { name: 'Remove the filter Needs attention' }).click()
    await findByText('Data Ethics 0')
  })

  test('says so when nothing matches, and how to go on', async () => {
    const { findByText, getByRole } = show(thousands)
    type('no such thing')
    await findByText('Nothing matches')
    getByRole('button', { name: 'Clear all' }).click()
    await findByText('Data Ethics 0')
  })

  test('names each card by its title, issuer and state, with the four answers', async () => {
    const { findByRole } = show(thousands.slice(7, 8))
    await vi.waitFor(() => expect(texts.findings.state).toBe('ready'))
    const link = await findByRole('link', { name: /Étude des sols 7 Issuer 7 Withdrawn by its issuer .*Unchanged/ })
    expect(link.getAttribute('href')).toContain('credential/?id=card-7')
  })
})
