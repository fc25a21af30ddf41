import { type Accessor, createSignal } from 'solid-js'
import type { Problem } from '../core/problem.ts'
import type { Card, Damage, Vault } from '../store/types.ts'

export interface WalletState {
  readonly cards: Accessor<readonly Card[] | undefined>
  readonly damaged: Accessor<readonly Damage[]>
  /** Reads the cards again. Calls that come while it reads are answered by one more reading. */
  refresh(): Promise<void>
}

/** While a large batch is added every entry says that something changed: the cards are read no more often than this, in milliseconds. */
const breath = 250

/** The cards of the wallet in memory, read from the vault whenever it says that something changed. */
export function createWalletState(vault: Pick<Vault, 'cards'>, tell: (problem: Problem) => void): WalletState {
  const [cards, setCards] = createSignal<readonly Card[]>()
  const [damaged, setDamaged] = createSignal<readonly Damage[]>([])
  let reading: Promise<void> | undefined
  let stale = false

  async function read(): Promise<void> {
    do {
      stale = false
      const read = await vault.cards()
      if (!read.ok) {
        tell(read.problem)
        return
      }
      setDamaged(read.value.damaged)
      setCards((before) => sameWhereEqual(before ?? [], read.value.cards))
      if (stale) await new Promise((resolve) => setTimeout(resolve, breath))
    } while (stale)
  }

  return {
    cards,
    damaged,
    refresh() {
      stale = true
      reading ??= read().finally(() => {
        reading = undefined
      })
      return reading
    },
  }
}

/** The cards as read, but the very object that was there before for each that has not changed: its place on the screen is then left alone. */
export function sameWhereEqual(before: readonly Card[], read: readonly Card[]): readonly Card[] {
  const known = new Map(before.map((card) => [card.id, card]))
  return read.map((card) => {
    const old = known.get(card.id)
    return old && isEqual(old, card) ? old : card
  })
}

function isEqual(a: Card, b: Card): boolean {
  const { questions: answersA, ...restA } = a
  const { questions: answersB, ...restB } = b
  return haveSameMembers(restA, restB) && haveSameMembers(answersA, answersB)
}

function haveSameMembers(a: object, b: object): boolean {
  const members = Object.entries(a)
  const others = new Map(Object.entries(b))
  return members.length === others.size && members.every(([name, value]) => others.get(name) === value)
}
