import { createMemo, createSignal, createUniqueId, type JSX } from 'solid-js'
import type { Problem } from '../../../../core/problem.ts'
import type { StackMember } from '../../../../store/types.ts'
import type { StacksText } from '../../../../text/stacks.ts'
import { useTexts } from '../../../text.ts'
import { Trouble } from '../../../trouble.tsx'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { type Draft, withMembers, withoutMembers } from './draft.ts'
import { byKey, type Earned } from './earned.ts'
import { Glyph } from './glyph.tsx'
import { Members } from './members.tsx'
import { Picker } from './picker.tsx'

/** Longest that a name and a description may be, in characters. */
const longest = { name: 200, description: 5_000 }

interface EditorProps {
  /** To begin with. */
  readonly draft: Draft
  readonly earned: readonly Earned[]
  readonly text: StacksText['own']
  /** What was made of it is to be kept; why it is not, or null when it is and the editor may go. */
  readonly onSave: (draft: Draft) => Promise<Problem | null>
  /** It has gone: `left` is what was not kept, null when there is nothing left to keep. */
  readonly onGone: (left: Draft | null) => void
}

/** A dialog in which a stack is made or changed. Nothing is kept before its button says so. */
export function StackEditor(props: EditorProps): JSX.Element {
  const { ui } = useTexts()
  // What it begins with is read once: from then on the draft is the person's own.
  const [draft, setDraft] = createSignal<Draft>(props.draft)
  const [isOpen, setIsOpen] = createSignal(true)
  const [isNameless, setIsNameless] = createSignal(false)
  const [trouble, setTrouble] = createSignal<Problem | null>(null)
  const earned = createMemo(() => byKey(props.earned))
  const change = (part: Partial<Draft>) => void setDraft((before) => ({ ...before, ...part }))
  const words = () => props.text.editor
  let isSaved = false
  let form: HTMLFormElement | undefined

  async function save(event: SubmitEvent): Promise<void> {
    event.preventDefault()
    setIsNameless(draft().name.trim() === '')
    if (isNameless()) {
      form?.querySelector('input')?.focus()
      return
    }
    setTrouble(await props.onSave(draft()))
    isSaved = trouble() === null
    if (isSaved) setIsOpen(false)
  }

  function toggle(member: StackMember, isIn: boolean): void {
    const { members } = draft()
    change({ members: isIn ? withMembers(members, [member]) : withoutMembers(members, [member]) })
  }

  return (
    <Dialog
      open={isOpen()}
      title={draft().before === null ? words().create : words().change}
      onClose={() => props.onGone(isSaved ? null : draft())}
    >
      <form ref={form} class="own-form" novalidate onSubmit={(event) => void save(event)}>
        <NameFields draft={draft()} isNameless={isNameless()} text={props.text} onChange={change} />
        <OrderChoice isOrdered={draft().isOrdered} text={props.text} onChange={(isOrdered) => change({ isOrdered })} />
        <Members
          members={draft().members}
          earned={earned()}
          isOrdered={draft().isOrdered}
          text={props.text}
          onChange={(members) => change({ members })}
        />
        <Picker earned={props.earned} members={draft().members} text={props.text} onToggle={toggle} />
        <div class="actions own-foot">
          {/* Here, for the page behind is out of sight. */}
          <p class="own-trouble" role="status">
            <Trouble problem={trouble()} />
          </p>
          <Button tone="quiet" onClick={() => setIsOpen(false)}>
            {ui().cancel}
          </Button>
          <Button type="submit" tone="primary">
            {words().save}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

interface FieldsProps {
  readonly draft: Draft
  readonly isNameless: boolean
  readonly text: StacksText['own']
  readonly onChange: (part: Partial<Draft>) => void
}

function NameFields(props: FieldsProps): JSX.Element {
  const id = createUniqueId()
  const words = () => props.text.editor
  return (
    <>
      <div class="field">
        <label class="label" for={`${id}-name`}>
          {words().name}
        </label>
        <input
          id={`${id}-name`}
          class="input"
          type="text"
          autocomplete="off"
          maxlength={longest.name}
          aria-describedby={`${id}-hint`}
          aria-invalid={props.isNameless}
          value={props.draft.name}
          onInput={(event) => props.onChange({ name: event.currentTarget.value })}
        />
        <span class="hint" id={`${id}-hint`} aria-live="polite">
          {props.isNameless ? words().nameHint : ''}
        </span>
      </div>
      <div class="field">
        <label class="label" for={`${id}-about`}>
          {words().description}
        </label>
        <textarea
          id={`${id}-about`}
          class="input own-about"
          rows={2}
          maxlength={longest.description}
          aria-describedby={`${id}-about-hint`}
          value={props.draft.description}
          onInput={(event) => props.onChange({ description: event.currentTarget.value })}
        />
        <span class="hint" id={`${id}-about-hint`}>
          {words().descriptionHint}
        </span>
      </div>
    </>
  )
}

/** In order, or side by side. */
function OrderChoice(props: {
  readonly isOrdered: boolean
  readonly text: StacksText['own']
  readonly onChange: (isOrdered: boolean) => void
}): JSX.Element {
  const name = createUniqueId()
  const words = () => props.text.editor
  return (
    <fieldset class="own-part">
      <legend>{words().order}</legend>
      <div class="own-orders">
        <label class="own-order">
          <input type="radio" name={name} checked={props.isOrdered} onChange={() => props.onChange(true)} />
          <Glyph name="ordered" />
          <span class="own-words">
            <strong>{words().ordered}</strong>
            <span class="soft small">{words().orderedHint}</span>
          </span>
        </label>
        <label class="own-order">
          <input type="radio" name={name} checked={!props.isOrdered} onChange={() => props.onChange(false)} />
          <Glyph name="beside" />
          <span class="own-words">
            <strong>{words().unordered}</strong>
            <span class="soft small">{words().unorderedHint}</span>
          </span>
        </label>
      </div>
    </fieldset>
  )
}
