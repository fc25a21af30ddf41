import { createSignal, type JSX, Show } from 'solid-js'
import { saveFile } from '../../../backup/save-file.ts'
import { useServices } from '../../../services.ts'
import { useTexts } from '../../../text.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { useStacks } from '../context.ts'
import { drawnIn } from '../request.ts'
import type { StacksState } from '../types.ts'
import { drawPng, pngSize } from './png.ts'
import { type Printed, PrintedPage } from './printed.tsx'
import { fileName, type ViewPicture, viewPicture } from './view-picture.ts'
import './take.css'

/** The view as it is now, to take away: as a picture, or printed with everything in words. */
export function TakeAway(props: { readonly state: StacksState }): JSX.Element {
  const { text, telling } = useStacks()
  const { vault } = useServices()
  const { formats, language } = useTexts()
  const [isOpen, setIsOpen] = createSignal(false)
  const [title, setTitle] = createSignal('')
  const [said, setSaid] = createSignal('')
  const [isBusy, setIsBusy] = createSignal(false)
  const [printed, setPrinted] = createSignal<Printed | null>(null)
  const words = () => text().take
  const date = () => formats().date(new Date().toISOString())

  /** What a picture is made from; null for the outline, and while the drawing is being made. */
  function given(): ViewPicture | null {
    const [stacked, layout, view] = [props.state.stacked(), props.state.layout(), props.state.view()]
    if (!stacked || !layout || view === 'outline') return null
    const drawn = drawnIn(view, props.state.shown(), props.state.focus())
    const told = { text: text(), telling: telling(), language: language() }
    return { view, layout, drawn, stacked, ...told, title: title(), date: date() }
  }

  async function busily(work: () => Promise<string>): Promise<void> {
    if (isBusy()) return
    setIsBusy(true)
    setSaid(words().making)
    try {
      setSaid(await work())
    } finally {
      setIsBusy(false)
    }
  }

  async function saveSvg(picture: ViewPicture): Promise<string> {
    const { svg } = await viewPicture(picture, vault, 'current')
    const name = fileName('svg', Date.now())
    saveFile(new Blob([svg], { type: 'image/svg+xml' }), name)
    return words().saved(name)
  }

  async function savePng(picture: ViewPicture): Promise<string> {
    const { svg, width, height } = await viewPicture(picture, vault, 'current')
    const size = pngSize(width, height)
    const made = await drawPng(svg, size)
    if (made === null) return words().failed
    const name = fileName('png', Date.now())
    saveFile(made, name)
    const { number } = formats()
    return size.isReduced ? words().reduced(name, number(size.width), number(size.height)) : words().saved(name)
  }

  async function print(): Promise<string> {
    const picture = given()
    // The title stands over the page: the picture bears the name of the view.
    const drawn = picture && (await viewPicture({ ...picture, title: '' }, vault, 'paper'))
    setPrinted({ svg: drawn?.svg ?? null, title: title().trim(), date: date() })
    return ''
  }

  const save = (how: (picture: ViewPicture) => Promise<string>) => {
    const picture = given()
    if (picture) void busily(() => how(picture))
  }
  return (
    <>
      <Button icon="download" class="no-print" onClick={() => setIsOpen(true)}>
        {words().button}
      </Button>
      <Dialog
        open={isOpen()}
        title={words().title}
        onClose={() => {
          setIsOpen(false)
          setSaid('')
        }}
      >
        <div class="take">
          <p>{words().lead}</p>
          <label class="field">
            <span class="label">{words().name}</span>
            <input
              class="input"
              type="text"
              maxlength="120"
              dir="auto"
              value={title()}
              onInput={({ currentTarget }) => setTitle(currentTarget.value)}
            />
            <span class="hint">{words().nameHint}</span>
          </label>
          <Show when={given()} fallback={<p class="soft">{words().noPicture}</p>}>
            <Button icon="download" aria-disabled={isBusy()} onClick={() => save(saveSvg)}>
              {words().svg}
            </Button>
            <Button icon="download" aria-disabled={isBusy()} onClick={() => save(savePng)}>
              {words().png}
            </Button>
          </Show>
          <Button icon="print" aria-disabled={isBusy()} onClick={() => void busily(print)}>
            {words().print}
          </Button>
          <p class="take-said" role="status">
            {said()}
          </p>
          <p class="small soft">{words().privacy}</p>
        </div>
      </Dialog>
      <Show when={printed()} keyed>
        {(page) => <PrintedPage printed={page} state={props.state} onPrinted={() => setPrinted(null)} />}
      </Show>
    </>
  )
}
