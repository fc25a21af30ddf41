import type { JSX } from 'solid-js'
import type { QrDrawing } from '../../core/qr/drawing.ts'
import './qr-code.css'

/** A QR code with its quiet zone, as large as there is room. Its label says what it is for. */
export function QrCode(props: { readonly drawing: QrDrawing; readonly label: string }): JSX.Element {
  return (
    <svg
      class="qr"
      viewBox={`0 0 ${props.drawing.size} ${props.drawing.size}`}
      shape-rendering="crispEdges"
      role="img"
      aria-label={props.label}
    >
      <path d={props.drawing.path} />
    </svg>
  )
}
