import { posix } from 'node:path'
import { describe, expect, test } from 'vitest'

const sources = Object.entries(
  import.meta.glob<string>('../src/**/*.{ts,tsx}', { query: '?raw', import: 'default', eager: true }),
).map(([path, text]) => ({ path: path.replace('../src/', ''), code: withoutComments(text) }))

/** What each part of the house may import of the others. Nobody imports the page's files, and everything points inwards. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  core: ['core'],
  net: ['net', 'core'],
  store: ['store', 'core'],
  worker: ['worker', 'core', 'net'],
  text: ['text', 'core'],
  cli: ['cli', 'core', 'net', 'text'],
  app: ['app', 'core', 'store', 'worker', 'text'],
  types: [],
  'sw.ts': [],
}

/** What is lent across, beyond that table. */
const lent: readonly { readonly what: string; readonly to: readonly string[] }[] = [
  { what: '../schemas/contexts/', to: ['core/jsonld/'] },
  { what: '../schemas/', to: ['core/schemas.ts'] },
  // The version that Settings names.
  { what: '../package.json', to: ['app/version.ts'] },
  // The shape of what the door wants kept: types alone, written where the door is.
  { what: 'net/types.ts', to: ['store/', 'app/'] },
]

/** Powers of the platform, and the only ones who may use each. */
const owners: readonly { readonly power: string; readonly used: RegExp; readonly by: readonly string[] }[] = [
  {
    power: 'the network',
    used: /(?<!\w)fetch\(|\bnew (XMLHttpRequest|WebSocket|EventSource)\b|\bsendBeacon\(|\bglobalThis\.fetch\b|\bself\.fetch\b/,
    // The shell lets its own navigations through.
    by: ['net/ask.ts', 'net/probe.ts', 'net/platform-fetch.ts', 'sw.ts'],
  },
  {
    power: 'the database',
    used: /\bindexedDB\b|from 'idb'|\bcaches\.(open|delete|keys|match)\(/,
    by: ['store/'],
  },
  // Language and appearance alone, so that the first paint needs no store; and that a wallet was here, to know if it goes.
  { power: 'storage in clear', used: /\b(local|session)Storage\b/, by: ['app/preferences.ts', 'store/presence.ts'] },
  { power: 'the clock', used: /\bDate\.now\(|\bnew Date\(\)/, by: ['app/', 'cli/', 'net/', 'store/', 'worker/'] },
  {
    power: 'a stopwatch',
    used: /\bperformance\.now\(/,
    // Canonicalization bounds its own work; what it answers does not depend on the time.
    by: ['app/', 'cli/', 'net/', 'store/', 'worker/', 'core/jsonld/canonize.ts'],
  },
  { power: 'the console', used: /\bconsole\./, by: ['cli/'] },
  { power: 'chance', used: /\bMath\.random\(/, by: [] },
  {
    power: 'markup and code from text',
    used: /\.(inner|outer)HTML\b|\binsertAdjacentHTML\b|\beval\(|\bnew Function\b|\bdocument\.write\b/,
    by: ['app/ui/markdown'],
  },
]

describe('the house', () => {
  test('is all seen by this test', () => {
    expect(sources.map(({ path }) => partOf(path)).filter((part) => !(part in mayImport))).toEqual([])
    expect(sources.length).toBeGreaterThan(50)
  })

  test.for(sources)('$path imports only what its part may', ({ path, code }) => {
    const allowed = mayImport[partOf(path)] ?? []
    const isLent = (target: string) =>
      lent.some((row) => target.startsWith(row.what) && row.to.some((part) => path.startsWith(part)))
    const targets = importsOf(path, code).flatMap(({ target }) => target ?? [])
    expect(targets.filter((target) => !allowed.includes(partOf(target)) && !isLent(target))).toEqual([])
  })

  test('has features that do not know each other', () => {
    const featureOf = (path: string) => path.match(/^app\/features\/([^/]+)\//)?.[1]
    const crossings = edges().filter(
      ({ from, target }) => featureOf(from) && featureOf(target) && featureOf(from) !== featureOf(target),
    )
    expect(crossings).toEqual([])
  })

  test('has parts of the interface that know no feature', () => {
    expect(edges().filter(({ from, target }) => from.startsWith('app/ui/') && target.startsWith('app/features/'))).toEqual([])
  })

  test('shows the page only the door of the worker', () => {
    const doors = [
      'client.ts',
      'types.ts',
      'safe-client.ts',
      'safe-types.ts',
      'scan-client.ts',
      'stack-client.ts',
      'stack-types.ts',
      'policy.ts',
    ].map((file) => `worker/${file}`)
    expect(
      edges().filter(({ from, target }) => from.startsWith('app/') && target.startsWith('worker/') && !doors.includes(target)),
    ).toEqual([])
  })

  test('keeps the proof libraries out of the page: they are loaded by the worker alone', () => {
    const heavy = /^(jsonld|rdf-canonize|jose|@digitalbazaar\/|@noble\/)/
    const inPage = sources.filter(
      ({ path }) => /^(app|store|text)\//.test(path) || /^worker\/(client|scan-client|policy)\.ts$/.test(path),
    )
    expect(
      inPage.flatMap(({ path, code }) =>
        packagesOf(code)
          .filter((name) => heavy.test(name))
          .map((name) => `${path}: ${name}`),
      ),
    ).toEqual([])
  })

  test('has a core that knows no framework and no storage', () => {
    const foreign = /^(solid-js|@solidjs|@kobalte|@solid-primitives|@tanstack|idb|comlink|workbox|node:)/
    const core = sources.filter(({ path }) => path.startsWith('core/'))
    expect(
      core.flatMap(({ path, code }) =>
        packagesOf(code)
          .filter((name) => foreign.test(name))
          .map((name) => `${path}: ${name}`),
      ),
    ).toEqual([])
  })
})

describe('each power has its owner', () => {
  test.for(owners)('$power', ({ used, by }) => {
    const others = sources.filter(({ path, code }) => !by.some((owner) => path.startsWith(owner)) && used.test(code))
    expect(others.map(({ path, code }) => `${path}: ${code.match(used)?.[0]}`)).toEqual([])
  })
})

interface Import {
  /** Path under src, or '../schemas/…'; undefined for a package. */
  readonly target: string | undefined
  readonly specifier: string
}

function importsOf(path: string, code: string): readonly Import[] {
  return specifiersOf(code).map((specifier) => ({
    specifier,
    target: specifier.startsWith('.')
      ? posix.normalize(posix.join(posix.dirname(path), specifier.replace(/\?.*$/, '')))
      : undefined,
  }))
}

const edges = () =>
  sources.flatMap(({ path, code }) => importsOf(path, code).flatMap(({ target }) => (target ? [{ from: path, target }] : [])))

const packagesOf = (code: string) => specifiersOf(code).filter((specifier) => !specifier.startsWith('.'))

function specifiersOf(code: string): readonly string[] {
  const statements = code.matchAll(
    /(?:^|[;\s}])(?:import|export)\s(?:[^'"();]*?\sfrom\s)?\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/g,
  )
  return [...statements].map((match) => match[1] ?? match[2] ?? '')
}

const partOf = (path: string) => path.split('/')[0] ?? ''

/** Comments may name what the code may not use. Line comments are told from addresses by the blank before them. */
function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/ .*$/gm, '$1')
}
