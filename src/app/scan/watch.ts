import type { CodeReader } from './code-reader.ts'

/**
 * Reads what a video shows, frame after frame, one at a time: what comes while one is being read is let pass. A code is told for
 * each frame that it is seen in.
 * @returns its end
 */
export function makeWatch(video: HTMLVideoElement, reader: Pick<CodeReader, 'read'>, onText: (text: string) => void): () => void {
  const end = new AbortController()
  void watch(video, reader, onText, end.signal)
  return () => end.abort()
}

async function watch(
  video: HTMLVideoElement,
  reader: Pick<CodeReader, 'read'>,
  onText: (text: string) => void,
  end: AbortSignal,
): Promise<void> {
  while (!end.aborted) {
    await nextFrame(video)
    if (end.aborted || video.readyState < HTMLMediaElement.HAVE_CURRENT_DATA) continue
    for (const text of await reader.read(video)) if (!end.aborted) onText(text)
  }
}

/** When the video shows another picture; where that cannot be known, when the page is next drawn. */
function nextFrame(video: HTMLVideoElement): Promise<unknown> {
  return new Promise((resolve) => {
    if ('requestVideoFrameCallback' in video) video.requestVideoFrameCallback(resolve)
    else requestAnimationFrame(resolve)
  })
}
