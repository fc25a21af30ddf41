import { createMemo, createSignal, createUniqueId, type JSX, Show } from 'solid-js'
import { registryAddress } from '../../../../core/pathway/address.ts'
import type { PathwayPlace } from '../../../../core/pathway/fetch.ts'
import type { StacksText } from '../../../../text/stacks.ts'
import { linkOf } from '../../../credential/phrase.ts'
import { OutsideLink } from '../../../credential/words.tsx'
import { useServices } from '../../../services.ts'
import { hostOf } from '../../../sniff.ts'
import { placeOf } from '../../../stacks/add-pathways.ts'
import { Trouble } from '../../../trouble.tsx'
import { Button } from '../../../ui/button.tsx'
import type { Adding } from './adding.ts'

interface AddProps {
  readonly adding: Adding
  readonly text: StacksText['pathways']
  readonly onGive: (place: PathwayPlace) => void
}

/** Where a pathway is added: by a file, an address (the host that would be asked is named first), or its text. */
export function AddPathway(props: AddProps): JSX.Element {
  const id = createUniqueId()
  const words = () => props.text.add
  return (
    <section class="pathway-add" aria-labelledby={id}>
      <h3 id={id}>{words().title}</h3>
      <p class="soft">{words().lead}</p>
      <FileButton {...props} />
      <AddressForm {...props} />
      <div role="status">
        <Show when={props.adding.isBusy()}>{words().reading}</Show>
        <Show when={props.adding.trouble()}>
          {(trouble) => (
            <div class="pathway-trouble">
              <p>
                <Trouble problem={trouble().problem} />
              </p>
              <Show when={isRefusal(trouble().problem.code) && linkOf(trouble().url)}>
                {(link) => (
                  <>
                    <p>{words().otherWay}</p>
                    <OutsideLink link={link()}>{words().openAt(link().host)}</OutsideLink>
                  </>
                )}
              </Show>
            </div>
          )}
        </Show>
      </div>
    </section>
  )
}

/** Whether a host keeps its answer from this page, which a browser window of its own would get. */
function isRefusal(code: string): boolean {
  return code === 'fetch_blocked' || code === 'fetch_failed'
}

function FileButton(props: AddProps): JSX.Element {
  let input: HTMLInputElement | undefined
  return (
    <div class="actions">
      <Button icon="file" aria-disabled={props.adding.isBusy()} onClick={() => props.adding.isBusy() || input?.click()}>
        {props.text.add.chooseFile}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        aria-label={props.text.add.chooseFile}
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? []
          if (file) void placeOf(file).then(props.onGive)
          // The same file can be chosen again.
          event.currentTarget.value = ''
        }}
      />
    </div>
  )
}

function AddressForm(props: AddProps): JSX.Element {
  const { online } = useServices()
  const id = createUniqueId()
  const [typed, setTyped] = createSignal('')
  const address = createMemo(() => registryAddress(typed().trim()))
  const words = () => props.text.add
  const hint = () => {
    const url = address()
    if (!online()) return words().offline
    if (url !== null) return words().sees(hostOf(url))
    return typed().trim() === '' ? '' : words().wrong
  }

  function submit(event: SubmitEvent): void {
    event.preventDefault()
    const url = address()
    if (url === null || !online() || props.adding.isBusy()) return
    props.onGive({ url })
    setTyped('')
  }

  /** The text of a pathway is no address: it is read as it is. */
  function paste(event: ClipboardEvent): void {
    const text = event.clipboardData?.getData('text/plain').trim() ?? ''
    if (!/^[{[]/.test(text)) return
    event.preventDefault()
    props.onGive({ bytes: new TextEncoder().encode(text), name: '' })
  }

  return (
    <form class="field" onSubmit={submit}>
      <label class="label" for={id}>
        {words().address}
      </label>
      <div class="pathway-address">
        <input
          id={id}
          class="input"
          type="text"
          inputmode="url"
          autocomplete="off"
          autocapitalize="off"
          spellcheck={false}
          dir="ltr"
          placeholder="https://"
          aria-describedby={`${id}-hint`}
          value={typed()}
          onInput={(event) => setTyped(event.currentTarget.value)}
          onPaste={paste}
        />
        <Button type="submit" aria-disabled={address() === null || !online() || props.adding.isBusy()}>
          {address() === null ? words().read : words().readFrom(hostOf(address() ?? ''))}
        </Button>
      </div>
      <span class="hint" id={`${id}-hint`} aria-live="polite">
        {hint()}
      </span>
    </form>
  )
}
