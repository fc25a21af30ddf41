/** Every ceiling of a backup file. It comes from outside like anything else: each of these ends work early with a coded problem. */
export const backupLimits = Object.freeze({
  /** Largest age file, and most bytes that all files inside come to. */
  bytes: 1024 * 1024 * 1024,
  /** Most files inside; so many rows the manifest has, which is one JSON document (`limits.jsonBytes`). */
  files: 40_000,
  /** Longest path of a file inside, in characters. */
  path: 200,
  /** Longest header of the age file, in bytes, and most keys that it may be closed for. */
  header: 16 * 1024,
  recipients: 20,
  /** Highest work factor of scrypt, as a power of two: 2^20 takes a gigabyte of memory and some seconds. */
  scrypt: 20,
  /** How many times its packed size a file inside may be, once it is larger than `ratioFrom` bytes. */
  ratio: 200,
  ratioFrom: 1024 * 1024,
  /** Most groupings, pathways, holder keys, lists, pins, vocabularies and pictures, each. */
  rows: 40_000,
  /** Largest picture and largest vocabulary, in bytes: as large as they are ever fetched. */
  picture: 4 * 1024 * 1024,
  vocabulary: 1024 * 1024,
  /** Most members of a grouping, and of how many all rows of groupings say `digests`, for readers that know no members. */
  members: 5_000,
  digests: 40_000,
  /** Largest document of a pathway, in bytes. */
  pathway: 2 * 1024 * 1024,
  /** Longest name and description that a person gave, in characters. */
  name: 200,
  description: 5_000,
  /** Longest address, in characters. */
  url: 4_096,
})
