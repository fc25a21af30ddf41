import { createMemo, type JSX } from 'solid-js'
import { AddToStackDialog } from './own/add-to-stack.tsx'

/** Puts the credential that the address names (`DIGEST`, or `DIGEST/PATH` for a part) into one of the learner's own stacks. */
export function AddGiven(props: { readonly given: string; readonly onDone: () => void }): JSX.Element {
  const members = createMemo(() => membersIn(props.given))
  return <AddToStackDialog members={members()} open={members().length > 0} onClose={props.onDone} />
}

function membersIn(given: string): readonly { readonly digest: string; readonly part: string }[] {
  const [, digest, part = ''] = /^([0-9a-f]{64})(?:\/(\d+(?:\.\d+)*))?$/.exec(given) ?? []
  return digest === undefined ? [] : [{ digest, part }]
}
