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
  /** Most files in the archives of one input, those inside others too. */
  archiveFiles: 5_000,
  /** Most bytes that all files in the archives of one input come to. */
  archiveBytes: 64 * 1024 * 1024,
  /** How many times its packed size a file in an archive may be, once it is larger than `archiveRatioFrom` bytes. */
  archiveRatio: 200,
  archiveRatioFrom: 1024 * 1024,
  /** Longest name of a file that is shown, in characters. */
  fileName: 200,
  /** Most credentials that one input may hold, envelopes opened. */
  credentialsPerInput: 2_000,
  /** Most credentials read inside one credential, at all depths and with the lists and endorsements that go with them. */
  partsPerInput: 10_000,
  /** How many envelopes deep credentials may lie inside one another. */
  nestingDepth: 6,
  /** Most items of one list (alignments, evidence, tags...) that are read for show. */
  shownItems: 1_000,
  /** Most associations of one record: a long transcript ties each of its thousands to several. */
  associations: 10_000,
  /** Most disclosures of one SD-JWT. */
  disclosures: 2_000,
  /** Most proofs looked at on one credential. */
  proofs: 16,
  /** Most schemas looked at on one credential. */
  schemas: 4,
  /** Most endorsements verified on one credential; what is beyond is counted as not verified. */
  endorsements: 16,
  /** How many credentials inside another are verified at once: while one waits for its issuer, others are computed. */
  together: 8,
  /** Most status entries looked at on one credential. */
  statusEntries: 16,
  /** Largest status list once inflated, in bytes. */
  statusListBytes: 16 * 1024 * 1024,
  /** Longest that a status list answers for while its host is silent, in milliseconds (7 days). */
  statusListAge: 7 * 24 * 60 * 60 * 1000,
  /** Most institutions in one list. */
  listedIssuers: 20_000,
  /** Longest name of an institution in a list, and longest identifier, in characters. */
  issuerName: 200,
  issuerId: 4_096,
  /** Most issuers that a list which answers about single ones is asked about at a time. */
  issuersAsked: 500,
  /** Largest document fetched for a badge of Open Badges 1 or 2 (its pictures may be inside), in bytes. */
  badgeBytes: 2 * 1024 * 1024,
  /** Most keys of one issuer's profile that are tried for a signature that names none. */
  badgeKeys: 8,
  /** Largest public key in PEM, in characters. */
  pemLength: 16_384,
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
  /** Most JSON-LD contexts that one document may carry itself or name without our shipping them, and most in one list. */
  contexts: 64,
  /** Most places of one document that may name a JSON-LD context that we ship: a presentation has some in each credential. */
  shippedContexts: 10_000,
  /** Most members of the JSON-LD contexts that one document carries itself: each object with a type copies them all. */
  contextTerms: 2_000,
  /** Longest `proofValue` of a proof that discloses selectively, in characters. */
  proofValueLength: 1.5 * 1024 * 1024,
  /** ecdsa-sd-2023: most statements with a signature of their own. */
  signedStatements: 10_000,
  /** Most statements of a base proof that is derived from, each compared with all others; most pointers in it. */
  derivedStatements: 5_000,
  mandatoryPointers: 256,
  /** bbs-2023: most statements under one signature, shown or not; each takes about 4 milliseconds. */
  bbsStatements: 300,
  /** Allowed difference between clocks when reading `nbf`, `exp` and `created`, in milliseconds. */
  clockSkew: 60_000,
})
