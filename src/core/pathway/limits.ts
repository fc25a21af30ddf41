/** The ceilings of pathways. What is beyond is left out, and the pathway says that something is missing. */
export const pathwayLimits = Object.freeze({
  /** Largest document that a pathway is read from, in UTF-8 bytes. */
  bytes: 2 * 1024 * 1024,
  /** Most pathways of one document. */
  pathways: 8,
  /** Most steps of one pathway. */
  steps: 500,
  /** Most columns of one pathway. */
  levels: 50,
  /** How many conditions deep conditions may lie inside one another. */
  conditionDepth: 16,
  /** Most conditions of one pathway, and most links between its steps. */
  conditions: 1_000,
  links: 4_000,
  /** Most links of one kind that one step states. */
  linksEach: 200,
  /** Most notices of one pathway. */
  notices: 100,
  /** Most owners, and most identifiers of the real things that one step stands for. */
  owners: 50,
  keys: 50,
  /** Longest name and longest description, in characters; most languages of one. */
  name: 300,
  description: 4_000,
  languages: 20,
  /** Largest number of points or credits that is believed. */
  worth: 100_000,
  /** Most choices tried for the shortest way: beyond, the best that was found by then is told. */
  choices: 400,
  /** Most pathways that records state. */
  recordPathways: 50,
})
