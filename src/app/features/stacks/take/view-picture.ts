import type { Layout } from '../../../../core/stack/layout/types.ts'
import type { Shown } from '../../../../core/stack/select.ts'
import type { Vault } from '../../../../store/types.ts'
import type { StacksText } from '../../../../text/stacks.ts'
import type { Stacked } from '../../../../worker/stack-types.ts'
import type { StackTelling } from '../telling.ts'
import type { StackView } from '../types.ts'
import { copyPictures } from './copies.ts'
import { type DrawnPicture, drawPicture } from './drawing.ts'
import { createMeasure, readPalette } from './palette.ts'
import { linkSentences, picturedLinks, picturedThings } from './things.ts'
import type { PictureWords } from './types.ts'

/** What a picture of the view is made from. */
export interface ViewPicture {
  readonly view: StackView
  readonly layout: Layout
  /** What the layout draws. */
  readonly drawn: Shown
  readonly stacked: Stacked
  readonly text: StacksText
  readonly telling: StackTelling
  readonly language: string
  /** The learner's title; may be empty. */
  readonly title: string
  /** The day, in words. */
  readonly date: string
}

/** Makes the picture of a view, in the colours of the screen or for paper. */
export async function viewPicture(
  given: ViewPicture,
  vault: Pick<Vault, 'picture'>,
  appearance: 'current' | 'paper',
): Promise<DrawnPicture> {
  const { layout, drawn, stacked, telling, language } = given
  const pictures = await copyPictures(drawn.nodes, stacked, vault)
  return drawPicture({
    layout,
    things: picturedThings(drawn, pictures, stacked, telling),
    links: picturedLinks(drawn, stacked),
    words: wordsOf(given),
    palette: readPalette(appearance),
    measure: createMeasure(),
    language,
  })
}

/** What stands under the picture: which view, of how much, as of when, and whose word the lines are. */
export function captionOf({ view, drawn, text, date }: Pick<ViewPicture, 'view' | 'drawn' | 'text' | 'date'>): string {
  const achievements = drawn.nodes.filter(({ kind }) => kind === 'achievement').length
  return text.take.caption(text.page.views[view], text.page.count(achievements), date)
}

function wordsOf(given: ViewPicture): PictureWords {
  const { view, drawn, stacked, text, telling, title } = given
  const { canvas, legend, views } = text.page
  return {
    title: title.trim() || views[view],
    caption: `${captionOf(given)}. ${text.take.key}`,
    sentences: linkSentences(drawn, stacked, telling, text.take.related),
    tiers: text.relations.outline.tiers,
    undated: canvas.undated,
    today: canvas.today,
    legend,
  }
}

/** The name of a file that is taken away: `satchel-stacks-2026-11-23.svg`. @param now Milliseconds since 1970. */
export function fileName(ending: 'svg' | 'png', now: number): string {
  const date = new Date(now)
  const two = (value: number) => String(value).padStart(2, '0')
  return `satchel-stacks-${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}.${ending}`
}
