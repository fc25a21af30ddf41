/** How a picture is looked at. */
export interface LookOptions {
  /** A still picture, for which there is time: it is looked at in several sizes. */
  readonly isStill?: boolean
}

/** What the scan worker does for the page. */
export interface ScanHost {
  /** The text of a QR code in a picture, which may be mirrored or inverted; null when there is none. The picture is used up. */
  read(picture: ImageBitmap, options: LookOptions): string | null
  /** Answers at once: a worker that does not is stuck. */
  beat(): void
}

/** The page's way to what reads QR codes. */
export interface QrReader {
  /** The text of a QR code in a picture; null when there is none, or when the worker failed at it. Nothing here rejects. */
  read(picture: ImageBitmap, options?: LookOptions): Promise<string | null>
  /** Ends the worker; what was under way answers null, and the next picture starts a new one. */
  end(): void
}
