/** The ceilings of a stack: what is beyond is left out, and the graph says that it is cut. */
export const stackLimits = Object.freeze({
  /** Most awards, and most associations and definitions of all records together. */
  awards: 20_000,
  associations: 40_000,
  definitions: 5_000,
  /** Most alignments, tags and subjects looked at on one achievement. */
  skillsEach: 60,
  /** Most things that one id of an association stands for, and most skills that a tag may mean. */
  thingsEach: 6,
  /** Most links that associations make: each makes several where its ids stand for several things. */
  stated: 100_000,
  /** Most awards among which those are looked for. */
  awardsEach: 64,
  /** Most other editions (`related`) looked at of one achievement. */
  editionsEach: 20,
  /** Most edges that inference makes. */
  inferred: 4_000,
  /** Most pairs that inference looks at. */
  pairs: 400_000,
  /** Most parts named for what leans on them. */
  leaning: 20,
})
