import { cleanup, fireEvent, render } from '@solidjs/testing-library'
import { createSignal } from 'solid-js'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { Scanner } from '../../../src/app/scan/scanner.tsx'
import { openTexts, type Texts, TextsProvider } from '../../../src/app/text.ts'
import { createReceiver, type TransferProgress } from '../../../src/core/qr/receiver.ts'
import { createSender } from '../../../src/core/qr/sender.ts'
import { drawSight } from '../../worker/sight.ts'
import { fakeCamera } from './fake-camera.ts'

let texts: Texts
let end: AbortController
beforeEach(async () => {
  texts = await openTexts('en')
  end = new AbortController()
})
afterEach(() => {
  cleanup()
  end.abort()
  vi.restoreAllMocks()
})

function show(onText: (text: string) => void = () => {}) {
  const [progress, setProgress] = createSignal<TransferProgress>()
  const rendered = render(() => (
    <TextsProvider value={texts}>
      <Scanner onText={onText} progress={progress()} />
    </TextsProvider>
  ))
  return { ...rendered, setProgress }
}

/** Whether the page is looked at. */
function look(state: 'visible' | 'hidden'): void {
  vi.spyOn(document, 'visibilityState', 'get').mockReturnValue(state)
  document.dispatchEvent(new Event('visibilitychange'))
}

async function fileOf(text: string | null): Promise<File> {
  const canvas = new OffscreenCanvas(900, 1200)
  const pen = canvas.getContext('2d')!
  pen.fillRect(0, 0, 1, 1)
  if (text !== null) drawSight(pen, text, { side: 300 })
  return new File([await canvas.convertToBlob()], 'code.png', { type: 'image/png' })
}

describe('the scanner', () => {
  test('tells of the code that is held before the camera', async () => {
    const camera = fakeCamera(end.signal)
    const onText = vi.fn()
    const { findByText } = show(onText)
    await findByText(/Hold the code/)
    camera.show('https://westbridge.example/view')
    await vi.waitFor(() => expect(onText).toHaveBeenCalledWith('https://westbridge.example/view'), 10_000)
    expect(camera.asked).toHaveLength(1)
    expect(camera.asked[0]).toMatchObject({ facingMode: { ideal: 'environment' } })
  })

  test('puts a message together that comes in many codes', async () => {
    const message = crypto.getRandomValues(new Uint8Array(3_000))
    const sender = await createSender(message, { blockSize: 300 })
    if (!sender.ok) throw new Error(sender.problem.code)
    const frame = sender.value.frame
    const camera = fakeCamera(end.signal)
    camera.show(...Array.from({ length: 40 }, (_, number) => frame(number)))
    const receiver = createReceiver()
    show((text) => receiver.take(text))
    await vi.waitFor(() => expect(receiver.message()).not.toBeNull(), 20_000)
    expect(await receiver.message()).toEqual({ ok: true, value: message })
  })

  test.each([
    ['NotAllowedError', /does not let Satchel use the camera/],
    ['NotFoundError', /no camera that this page can use/],
    ['NotReadableError', /no camera that this page can use/],
  ])('says kindly what is wrong at a %s, and tries again when asked', async (name, words) => {
    const camera = fakeCamera(end.signal)
    camera.refuse(name)
    const { findByText, findByRole, queryByRole } = show()
    await findByText(words)
    camera.refuse()
    fireEvent.click(await findByRole('button', { name: 'Try again' }))
    await findByRole('button', { name: 'Turn the camera off' })
    expect(queryByRole('alert')).toBeNull()
  })

  test('says so where there is no camera at all', async () => {
    vi.spyOn(navigator, 'mediaDevices', 'get').mockReturnValue(undefined as unknown as MediaDevices)
    const { findByText } = show()
    await findByText(/no camera that this page can use/)
  })

  test('says so when the camera is pulled out', async () => {
    const camera = fakeCamera(end.signal)
    const { findByRole, findByText } = show()
    await findByRole('button', { name: 'Turn the camera off' })
    camera.tracks[0]!.dispatchEvent(new Event('ended'))
    await findByText(/no camera that this page can use/)
    expect(camera.tracks[0]!.readyState).toBe('ended')
  })

  test('turns the camera off when it is told to, and on again', async () => {
    const camera = fakeCamera(end.signal)
    const { findByRole, findByText } = show()
    fireEvent.click(await findByRole('button', { name: 'Turn the camera off' }))
    await findByText('The camera is off.')
    expect(camera.tracks.map((track) => track.readyState)).toEqual(['ended'])
    look('visible')
    expect(camera.asked).toHaveLength(1)
    fireEvent.click(await findByRole('button', { name: 'Turn the camera on' }))
    await findByRole('button', { name: 'Turn the camera off' })
    expect(camera.tracks.map((track) => track.readyState)).toEqual(['ended', 'live'])
  })

  test('turns the camera off while nobody looks at the page', async () => {
    const camera = fakeCamera(end.signal)
    const { findByRole } = show()
    await findByRole('button', { name: 'Turn the camera off' })
    look('hidden')
    expect(camera.tracks.map((track) => track.readyState)).toEqual(['ended'])
    look('visible')
    await vi.waitFor(() => expect(camera.tracks.map((track) => track.readyState)).toEqual(['ended', 'live']))
  })

  test('turns the camera off when it goes', async () => {
    const camera = fakeCamera(end.signal)
    const { findByRole, unmount } = show()
    await findByRole('button', { name: 'Turn the camera off' })
    unmount()
    expect(camera.tracks.map((track) => track.readyState)).toEqual(['ended'])
  })

  test('turns off a camera that comes on after it went', async () => {
    const camera = fakeCamera(end.signal)
    show().unmount()
    await vi.waitFor(() => expect(camera.tracks.map((track) => track.readyState)).toEqual(['ended']))
  })

  test('takes the camera that is chosen, and keeps to it', async () => {
    const camera = fakeCamera(end.signal, ['Back', ''])
    const { findByRole, findByLabelText } = show()
    const choice = await findByLabelText('Camera')
    expect([...(choice as HTMLSelectElement).options].map(({ text }) => text)).toEqual(['Back', 'Camera 2'])
    fireEvent.change(choice, { target: { value: 'camera-1' } })
    await vi.waitFor(() => expect(camera.asked[1]).toMatchObject({ deviceId: { exact: 'camera-1' } }))
    fireEvent.click(await findByRole('button', { name: 'Turn the camera off' }))
    fireEvent.click(await findByRole('button', { name: 'Turn the camera on' }))
    expect(camera.asked[2]).toMatchObject({ deviceId: { exact: 'camera-1' } })
    await vi.waitFor(() => expect(camera.tracks.map((track) => track.readyState)).toEqual(['ended', 'ended', 'live']))
  })

  test('reads a picture of a code, and says when there is none in it', async () => {
    fakeCamera(end.signal).refuse('NotAllowedError')
    const onText = vi.fn()
    const { findByLabelText, findByText } = show(onText)
    const input = await findByLabelText('Choose a picture of a code', { selector: 'input' })
    const choose = async (file: File) => fireEvent.change(input, { target: { files: [file] } })
    await choose(await fileOf(null))
    await findByText(/no code in this picture/)
    await choose(new File(['not a picture'], 'code.png', { type: 'image/png' }))
    await findByText(/no code in this picture/)
    expect(onText).not.toHaveBeenCalled()
    await choose(await fileOf('openid4vp://authorize?request_uri=x'))
    await vi.waitFor(() => expect(onText).toHaveBeenCalledWith('openid4vp://authorize?request_uri=x'))
  })

  test('shows each part that has come, and says each quarter', async () => {
    fakeCamera(end.signal)
    const { findByText, setProgress, queryByText } = show()
    await findByText(/Hold the code/)
    setProgress({ have: 1, need: 10 })
    await findByText('1 of 10 parts have come')
    expect(queryByText(/per cent/)).toBeNull()
    setProgress({ have: 6, need: 10 })
    await findByText('6 of 10 parts have come')
    expect((await findByText('50 per cent have come')).getAttribute('role')).toBe('status')
  })
})
