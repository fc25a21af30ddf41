import type { KeptStack } from '../../../store/types.ts'
import type { Formats } from '../../../text/format.ts'
import type { InterfaceText } from '../../../text/index.ts'
import type { StacksText } from '../../../text/stacks.ts'

/** What stacks are told in: the reader's languages (best first), words and formats; and what the learner calls their own. */
export interface StackTelling {
  readonly languages: readonly string[]
  readonly words: StacksText['relations']
  readonly ui: InterfaceText
  readonly formats: Formats
  readonly stacks: readonly Pick<KeptStack, 'id' | 'name'>[]
}
