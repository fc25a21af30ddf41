import { type Accessor, createContext, useContext } from 'solid-js'
import type { StacksText } from '../../../text/stacks.ts'
import type { ScreenState } from './state.ts'
import type { StackTelling } from './telling.ts'

/** What every part of the screen works with. */
export interface StacksScreen {
  readonly state: ScreenState
  readonly text: Accessor<StacksText>
  readonly telling: Accessor<StackTelling>
}

export const StacksContext = createContext<StacksScreen>()

/** The screen around a part of it. Throws outside, which is a mistake of ours. */
export function useStacks(): StacksScreen {
  const screen = useContext(StacksContext)
  if (!screen) throw new Error('useStacks() needs the screen of stacks around it')
  return screen
}
