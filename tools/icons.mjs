// Draws the icons of the app into public/: the four-arc seal around a satchel. Run it again when the drawing changes; what it
// makes is committed.
import { writeFile } from 'node:fs/promises'
import { chromium } from 'playwright'
import { chromiumArgs, chromiumPath } from './chromium.mjs'

const iris = '#4A3DB8'
const paper = '#FBFAF7'
const centre = 256

/** One quarter of the ring, clockwise, with a little left free at both ends for the round caps. */
function arc(quarter, radius, gap) {
  const at = (degrees) => {
    const angle = ((degrees - 90) * Math.PI) / 180
    return `${(centre + radius * Math.cos(angle)).toFixed(2)} ${(centre + radius * Math.sin(angle)).toFixed(2)}`
  }
  return `M${at(quarter * 90 + gap)}A${radius} ${radius} 0 0 1 ${at(quarter * 90 + 90 - gap)}`
}

const ring = (radius) => [0, 1, 2, 3].map((quarter) => arc(quarter, radius, 8.5)).join('')

const satchel = [
  `<path d="M218 206v-14a22 22 0 0 1 22-22h32a22 22 0 0 1 22 22v14" fill="none" stroke="${paper}" stroke-width="16" stroke-linecap="round"/>`,
  `<path d="M182 204h148a16 16 0 0 1 16 16v22c0 26-42 46-90 46s-90-20-90-46v-22a16 16 0 0 1 16-16Z" fill="${paper}"/>`,
  `<path d="M166 276v46a20 20 0 0 0 20 20h140a20 20 0 0 0 20-20v-46c-18 18-52 29-90 29s-72-11-90-29Z" fill="${paper}"/>`,
  `<rect x="241" y="270" width="30" height="42" rx="11" fill="${paper}" stroke="${iris}" stroke-width="9"/>`,
].join('')

/** corner: how round the tile is; scale: how large the drawing is on it (a maskable icon may be cut to a circle of 80 %). */
const icon = ({ corner, scale }) => `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 512 512">
<title>Satchel</title>
<rect width="512" height="512" rx="${corner}" fill="${iris}"/>
<g transform="translate(256 256) scale(${scale}) translate(-256 -256)">
<path d="${ring(196)}" fill="none" stroke="${paper}" stroke-width="28" stroke-linecap="round"/>
<g transform="translate(256 256) scale(1.28) translate(-256 -256)">${satchel}</g>
</g>
</svg>
`

const tile = icon({ corner: 112, scale: 1 })
const bleed = icon({ corner: 0, scale: 0.88 })
const pictures = [
  { file: 'icon-192.png', svg: tile, size: 192 },
  { file: 'icon-512.png', svg: tile, size: 512 },
  { file: 'icon-maskable-512.png', svg: bleed, size: 512 },
  { file: 'apple-touch-icon.png', svg: bleed, size: 180 },
]

const folder = new URL('../public/', import.meta.url)
await writeFile(new URL('icon.svg', folder), tile)
const browser = await chromium.launch({ executablePath: await chromiumPath(), args: [...chromiumArgs] })
for (const { file, svg, size } of pictures) {
  const page = await browser.newPage({ viewport: { width: size, height: size } })
  await page.setContent(`<style>*{margin:0}svg{display:block;width:100vw;height:100vh}</style>${svg}`)
  await writeFile(new URL(file, folder), await page.screenshot({ omitBackground: true }))
  await page.close()
}
await browser.close()
