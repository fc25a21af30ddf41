import type { KeptStack, StackMember } from '../../../../store/types.ts'

/** A stack while it is being made or changed. */
export interface Draft extends Pick<KeptStack, 'name' | 'description' | 'isOrdered' | 'members'> {
  /** What is changed; null for one that is new. */
  readonly before: KeptStack | null
}

/** A draft to begin with: of a stack that is kept, or of a new one. */
export function draftOf(before: KeptStack | null): Draft {
  const { name = '', description = '', isOrdered = true, members = [] } = before ?? {}
  return { before, name, description, isOrdered, members }
}

/**
 * The stack that a draft stands for, as the vault keeps it.
 * @param id for one that is new
 * @param now ISO 8601
 */
export function keptOf({ before, name, description, isOrdered, members }: Draft, id: string, now: string): KeptStack {
  return {
    id: before?.id ?? id,
    name: name.trim(),
    description: description.trim(),
    isOrdered,
    members: distinct(members),
    createdAt: before?.createdAt ?? now,
    changedAt: now,
  }
}

/** Whether something would be lost if the draft were left. */
export function isChanged(draft: Draft): boolean {
  const { name, description, isOrdered, members } = draftOf(draft.before)
  const isSame = (one: string, other: string) => one.trim() === other.trim()
  if (!isSame(name, draft.name) || !isSame(description, draft.description) || isOrdered !== draft.isOrdered) return true
  return keysOf(members).join() !== keysOf(draft.members).join()
}

/** What a member is told from others by: no stack holds one twice. */
export function memberKey({ digest, part }: StackMember): string {
  return `${digest}/${part}`
}

/** The members with these at the end, those that are there already left where they are. */
export function withMembers(members: readonly StackMember[], added: readonly StackMember[]): readonly StackMember[] {
  return distinct([...members, ...added])
}

/** The members without these. */
export function withoutMembers(members: readonly StackMember[], taken: readonly StackMember[]): readonly StackMember[] {
  const gone = new Set(keysOf(taken))
  return members.filter((member) => !gone.has(memberKey(member)))
}

/** Whether all of these are in it. */
export function holdsAll(members: readonly StackMember[], sought: readonly StackMember[]): boolean {
  const held = new Set(keysOf(members))
  return sought.every((member) => held.has(memberKey(member)))
}

/** Each once, where it first stands. */
function distinct(members: readonly StackMember[]): readonly StackMember[] {
  return [...new Map(members.map(({ digest, part }) => [memberKey({ digest, part }), { digest, part }])).values()]
}

function keysOf(members: readonly StackMember[]): readonly string[] {
  return members.map(memberKey)
}
