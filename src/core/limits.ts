/** Every ceiling of the core, in one place. Input is hostile until proven otherwise: each of these ends work early with a coded problem. */
export const limits = Object.freeze({
  /** Largest file a person may give us, in bytes. */
  inputBytes: 32 * 1024 * 1024,
  /** Largest JSON text inside any container, in UTF-8 bytes. */
  jsonBytes: 8 * 1024 * 1024,
  /** Deepest nesting of JSON objects and arrays. */
  jsonDepth: 64,
  /** Most members and elements in one JSON document. */
  jsonNodes: 400_000,
  /** Largest text inflated from one compressed PNG chunk, in bytes. */
  inflatedChunkBytes: 8 * 1024 * 1024,
  /** Most chunks read from one PNG. */
  pngChunks: 10_000,
  /** Largest SVG text parsed for a credential, in bytes. */
  svgBytes: 8 * 1024 * 1024,
  /** Deepest nesting of SVG elements. */
  svgDepth: 128,
  /** Most credentials that one input may hold, envelopes opened. */
  credentialsPerInput: 2_000,
  /** How many envelopes deep credentials may lie inside one another. */
  nestingDepth: 6,
  /** Most items of one list (alignments, evidence, tags...) that are read for show. */
  shownItems: 1_000,
  /** Most proofs looked at on one credential. */
  proofs: 16,
  /** Most schemas looked at on one credential. */
  schemas: 16,
  /** Most status entries looked at on one credential. */
  statusEntries: 16,
  /** Largest status list once inflated, in bytes. */
  statusListBytes: 16 * 1024 * 1024,
  /** Longest that a status list answers for while its host is silent, in milliseconds (7 days). */
  statusListAge: 7 * 24 * 60 * 60 * 1000,
  /** Largest document fetched through the door, in bytes. */
  fetchBytes: 8 * 1024 * 1024,
  /** Most different addresses asked for one credential and all inside it. */
  requests: 512,
  /** Longest wait for a fetched document, in milliseconds. */
  fetchTime: 15_000,
  /** RDF canonicalization: rdf-canonize's work factor; 1 refuses valid graphs of the W3C suite, 3 passes them all. */
  canonicalizationWorkFactor: 3,
  /** RDF canonicalization: longest time, in milliseconds. */
  canonicalizationTime: 10_000,
  /** RDF canonicalization: longest list in one member; each item is compared with all before it. */
  listItems: 2_000,
  /** Most JSON-LD contexts that one document may carry itself or name without our shipping them. */
  contexts: 64,
  /** Most places of one document that may name a JSON-LD context that we ship: a presentation has some in each credential. */
  shippedContexts: 10_000,
  /** Most members of the JSON-LD contexts that one document carries itself: each object with a type copies them all. */
  contextTerms: 2_000,
  /** Allowed difference between clocks when reading `nbf`, `exp` and `created`, in milliseconds. */
  clockSkew: 60_000,
})
