import type { Viewport } from './viewport.ts'

/** Something that goes where the viewport says, and is drawn sharply once it rests there. */
export interface Follower {
  move(view: Viewport): void
  rest(): void
}

/** What moves together: the drawing, and what stays at its borders. */
export interface Followers extends Follower {
  /** Takes one more, puts it where things stand now, and gives its undo. */
  follow(follower: Follower): () => void
}

export function createFollowers(): Followers {
  const all = new Set<Follower>()
  let last: Viewport | undefined
  return {
    follow(follower) {
      all.add(follower)
      if (last) {
        follower.move(last)
        follower.rest()
      }
      return () => void all.delete(follower)
    },
    move(view) {
      last = view
      for (const each of all) each.move(view)
    },
    rest() {
      for (const each of all) each.rest()
    },
  }
}
