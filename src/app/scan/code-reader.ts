import { createQrReader } from '../../worker/scan-client.ts'

/** What codes are read from: what a camera shows, or a picture. */
export type Sight = HTMLVideoElement | Blob

/** Finds the texts of QR codes. */
export interface CodeReader {
  /** The texts in what is seen now, none when there are none. Nothing rejects. */
  read(sight: Sight): Promise<readonly string[]>
  /** Lets go of what it reads with. */
  end(): void
}

/** The part of the Shape Detection API that we use; few browsers have it, and the DOM library of TypeScript does not know it. */
interface Detector {
  detect(sight: Sight | ImageBitmap): Promise<readonly { readonly rawValue: string }[]>
}
interface DetectorClass {
  new (options: { readonly formats: readonly string[] }): Detector
  getSupportedFormats(): Promise<readonly string[]>
}

/**
 * Reads with the browser's own detector where there is one that knows QR codes, else, and as soon as that one fails, in our worker.
 * @param Detectors the browser's, unless said otherwise
 */
export function createCodeReader(Detectors = (globalThis as { BarcodeDetector?: DetectorClass }).BarcodeDetector): CodeReader {
  const own = createQrReader()
  let native = Detectors ? detectorOf(Detectors) : Promise.resolve(null)

  async function detected(sight: Sight): Promise<readonly string[] | null> {
    const detector = await native
    if (detector === null) return null
    try {
      return (await detector.detect(sight)).map(({ rawValue }) => rawValue)
    } catch {
      native = Promise.resolve(null)
      return null
    }
  }

  async function readByUs(sight: Sight): Promise<readonly string[]> {
    const picture = await createImageBitmap(sight).catch(() => null)
    const text = picture && (await own.read(picture, { isStill: sight instanceof Blob }))
    return text === null ? [] : [text]
  }

  return {
    async read(sight) {
      const texts = await detected(sight)
      // A picture deserves a second opinion; the next frame of a camera comes anyway.
      return texts === null || (texts.length === 0 && sight instanceof Blob) ? readByUs(sight) : texts
    },
    end: own.end,
  }
}

async function detectorOf(Detectors: DetectorClass): Promise<Detector | null> {
  const formats = await Detectors.getSupportedFormats().catch((): readonly string[] => [])
  return formats.includes('qr_code') ? new Detectors({ formats: ['qr_code'] }) : null
}
