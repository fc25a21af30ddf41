/**
 * What stands for some addresses in one verification alone, beside the contexts that we ship. Given to each operation, so that
 * nothing of it is known to the next one.
 */
export interface Texts {
  /** Another published text of a context that we ship, by its address: always the same object for the same text. */
  readonly variants: ReadonlyMap<string, object>
  /** Contexts from elsewhere that the person allowed, by address; never one that we ship. */
  readonly fetched: ReadonlyMap<string, object>
}

export const noTexts: Texts = { variants: new Map(), fetched: new Map() }
