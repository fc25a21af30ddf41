import type { Formats } from '../../../../text/format.ts'
import type { InterfaceText } from '../../../../text/index.ts'
import type { StacksText } from '../../../../text/stacks.ts'

/** What pathways are told in: the reader's languages (BCP 47, best first), words and formats. */
export interface PathwayTelling {
  readonly languages: readonly string[]
  readonly words: StacksText['pathways']
  readonly ui: InterfaceText
  readonly formats: Formats
}
