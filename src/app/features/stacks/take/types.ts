import type { Question } from '../../../../core/model/report.ts'
import type { Layout } from '../../../../core/stack/layout/types.ts'
import type { NodeStanding } from '../../../../core/stack/types.ts'
import type { Answer } from '../../../ui/seal.ts'
import type { EdgeMark } from '../edge-marks.ts'

/** The colours of a picture, each as SVG takes it. The names are those of the tokens. */
export type Palette = Readonly<Record<PaletteName, string>>
type PaletteName =
  | 'paper'
  | 'card'
  | 'sunken'
  | 'ink'
  | 'ink-soft'
  | 'hairline'
  | 'edge'
  | 'leaf'
  | 'amber'
  | 'rust'
  | 'slate'
  | 'leaf-wash'
  | 'amber-wash'
  | 'art-lagoon'
  | 'art-iris'
  | 'art-moss'
  | 'art-plum'
  | 'art-rose'
  | 'art-clay'
  | 'art-dusk'
  | 'art-heather'
  | 'art-straw'

/** How a text is set. */
export interface Lettering {
  readonly family: 'serif' | 'sans'
  /** In CSS pixels. */
  readonly size: number
  readonly weight: 400 | 600 | 700
}

/** How wide a text is, in CSS pixels. */
export type Measure = (text: string, lettering: Lettering) => number

/** A thing as it is drawn. Its words are strangers' words: they are escaped where they are written. */
export interface PicturedThing {
  readonly id: string
  readonly kind: 'achievement' | 'skill'
  readonly title: string
  readonly under: string
  /** The answers of its seal; null for what nobody earned here. */
  readonly questions: Readonly<Record<Question, Answer>> | null
  /** A data URI of a picture; null for our own artwork. */
  readonly picture: string | null
  /** What our artwork is drawn from, and whose initials stand in it. */
  readonly seed: string
  readonly initials: string
  readonly standing: NodeStanding
  readonly presence: 'awarded' | 'defined' | 'pathway' | 'named'
  readonly isLeaning: boolean
}

/** A link as it is drawn. */
export interface PicturedLink extends Pick<EdgeMark, 'kind' | 'basis' | 'isWeak' | 'isDisputed'> {
  readonly id: string
}

/** What a picture says beside what it shows. */
export interface PictureWords {
  /** The learner's title; the name of the view where there is none. */
  readonly title: string
  /** What it shows, as of when, made with what. */
  readonly caption: string
  /** Every link in words, for a screen reader; bounded. */
  readonly sentences: readonly string[]
  readonly tiers: Readonly<Record<string, string>>
  readonly undated: string
  readonly today: string
  readonly legend: {
    readonly bases: Readonly<Record<EdgeMark['basis'], string>>
    readonly kinds: Readonly<Record<EdgeMark['kind'], string>>
    readonly weak: string
    readonly opposite: string
    readonly notEarned: string
    readonly notVerified: string
    readonly leans: string
  }
}

/** Everything that a picture is drawn from. Nothing else goes into it. */
export interface Pictured {
  readonly layout: Layout
  readonly things: ReadonlyMap<string, PicturedThing>
  readonly links: ReadonlyMap<string, PicturedLink>
  readonly words: PictureWords
  readonly palette: Palette
  readonly measure: Measure
  /** BCP 47: the language of the words. */
  readonly language: string
}
