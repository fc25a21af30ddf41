import type { IssuedBadge } from './badges.ts'
import { bakePng, bakeSvg, svgNamespaces } from './bake.ts'
import { utf8 } from './issuers.ts'
import { badgePng, badgeSvg } from './pictures.ts'

/** The ways in which bakers of Open Badges 0.5 to 2.1 put a badge into a picture (formats.md §3 and §4). */
export const badgeBakings = {
  'PNG, address in tEXt': ({ addresses }: IssuedBadge) => png(addresses.assertion, 'tEXt'),
  'PNG, address in iTXt': ({ addresses }: IssuedBadge) => png(addresses.assertion, 'iTXt'),
  'PNG, badge in iTXt': ({ text }: IssuedBadge) => png(text, 'iTXt'),
  'PNG, badge in tEXt': ({ text }: IssuedBadge) => png(text, 'tEXt'),
  'PNG, badge and its address': ({ text, addresses }: IssuedBadge) =>
    bakePng(png(text, 'iTXt'), addresses.assertion, { keyword: 'openbadges', kind: 'tEXt' }),
  'SVG, address': ({ addresses }: IssuedBadge) => svg(` verify="${addresses.assertion}"/>`),
  'SVG, badge and its address': ({ text, addresses }: IssuedBadge) =>
    svg(` verify="${addresses.assertion}"><![CDATA[${text}]]></openbadges:assertion>`),
  'SVG, badge': ({ text }: IssuedBadge) => utf8(bakeSvg(badgeSvg(), text, 'open-badges-2')),
} as const satisfies Record<string, (badge: IssuedBadge) => Uint8Array>
export type BadgeBaking = keyof typeof badgeBakings

/** The ways that put a badge in as a whole, so that it may be a signed one too. */
export const wholeBakings: readonly BadgeBaking[] = ['PNG, badge in iTXt', 'PNG, badge in tEXt', 'SVG, badge']

function png(text: string, kind: 'iTXt' | 'tEXt'): Uint8Array {
  return bakePng(badgePng(), text, { keyword: 'openbadges', kind })
}

function svg(element: string): Uint8Array {
  const drawing = badgeSvg()
  const open = drawing.indexOf('>')
  const { uri } = svgNamespaces['open-badges-2']
  return utf8(`${drawing.slice(0, open)} xmlns:openbadges="${uri}"><openbadges:assertion${element}${drawing.slice(open + 1)}`)
}
