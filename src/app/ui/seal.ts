import { type Outcome, type Question, questions } from '../../core/model/report.ts'

/** What one arc of the seal says: an answer, or that it is still being waited for. */
export type Answer = Outcome | 'pending'

/** How large the seal is drawn: a table row (40 px), a card (about 90 px), the page of a credential. */
export type SealSize = 'row' | 'card' | 'page'

/** One stroke of the seal, as a path in a 100 by 100 square. */
export interface Stroke {
  readonly path: string
  /** `dot` is filled; `dashes` has breaks of its own and so fades in where the others draw themselves. */
  readonly kind: 'line' | 'dashes' | 'dot'
}

/** The arc of one question: the faint track it is drawn upon, and the strokes of its answer. */
export interface Arc {
  readonly question: Question
  readonly answer: Answer
  readonly track: string
  readonly strokes: readonly Stroke[]
  /** How many dashes a stroke of the kind `dashes` has. */
  readonly dashes: number
}

interface Pen {
  readonly radius: number
  readonly width: number
  /** Degrees left free on each side of an arc; round ends reach into them. */
  readonly gap: number
  /** Degrees left free on each side of the middle of a warning or a failure. */
  readonly notch: number
  /** How far the ends of a failure turn outward. */
  readonly turn: number
  readonly dashes: number
}

/** Small seals are drawn with a broader pen, so that the shapes still differ at 40 px and in greyscale. */
export const pens: Readonly<Record<SealSize, Pen>> = {
  row: { radius: 41, width: 7.5, gap: 8, notch: 15, turn: 8, dashes: 4 },
  card: { radius: 43, width: 5.5, gap: 6.5, notch: 11, turn: 6.5, dashes: 5 },
  page: { radius: 44.5, width: 4.2, gap: 5, notch: 8.5, turn: 5.5, dashes: 6 },
}

/** Where each arc begins, in degrees clockwise from the top. */
const starts: Readonly<Record<Question, number>> = { integrity: 0, validity: 90, authority: 180, identity: 270 }

/** The four arcs of a seal, in reading order: clockwise from the top. */
export function sealArcs(answers: Readonly<Record<Question, Answer>>, size: SealSize): readonly Arc[] {
  return questions.map((question) => sealArc(question, answers[question], size))
}

/** One arc of a seal. */
export function sealArc(question: Question, answer: Answer, size: SealSize): Arc {
  const pen = pens[size]
  const from = starts[question] + pen.gap
  const to = starts[question] + 90 - pen.gap
  return { question, answer, track: arcPath(pen.radius, from, to), strokes: strokesOf(answer, pen, from, to), dashes: pen.dashes }
}

function strokesOf(answer: Answer, pen: Pen, from: number, to: number): readonly Stroke[] {
  const middle = (from + to) / 2
  switch (answer) {
    case 'pending':
      return []
    case 'passed':
      return [{ kind: 'line', path: arcPath(pen.radius, from, to) }]
    case 'unknown':
      return [{ kind: 'dashes', path: arcPath(pen.radius, from, to) }]
    case 'warning':
      return [
        { kind: 'line', path: arcPath(pen.radius, from, middle - pen.notch) },
        { kind: 'dot', path: dotPath(pen.radius, middle, pen.width * 0.56) },
        { kind: 'line', path: arcPath(pen.radius, middle + pen.notch, to) },
      ]
    case 'failed':
      return [
        {
          kind: 'line',
          path: `${arcPath(pen.radius, from, middle - pen.notch)}L${point(pen.radius + pen.turn, middle - pen.notch * 0.55)}`,
        },
        {
          kind: 'line',
          path: `M${point(pen.radius + pen.turn, middle + pen.notch * 0.55)}L${arcPath(pen.radius, middle + pen.notch, to).slice(1)}`,
        },
      ]
  }
}

function arcPath(radius: number, from: number, to: number): string {
  return `M${point(radius, from)}A${radius} ${radius} 0 0 1 ${point(radius, to)}`
}

function dotPath(radius: number, at: number, size: number): string {
  const [x, y] = polar(radius, at)
  return `M${number(x - size)} ${number(y)}a${number(size)} ${number(size)} 0 1 1 ${number(size * 2)} 0a${number(size)} ${number(size)} 0 1 1 ${number(-size * 2)} 0`
}

function point(radius: number, degrees: number): string {
  const [x, y] = polar(radius, degrees)
  return `${number(x)} ${number(y)}`
}

function polar(radius: number, degrees: number): readonly [number, number] {
  const turn = (degrees * Math.PI) / 180
  return [50 + radius * Math.sin(turn), 50 - radius * Math.cos(turn)]
}

function number(value: number): string {
  return String(Math.round(value * 100) / 100)
}
