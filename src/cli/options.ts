/** What the command line asks for. */
export interface Options {
  /** Files in order; `-` is standard input. */
  readonly inputs: readonly string[]
  /** True when standard input holds one credential per line. */
  readonly ndjson: boolean
  /** File that maps addresses and DIDs to local files. */
  readonly resolve: string | null
  /** True when nothing may be fetched: what the map lacks is unreachable. */
  readonly offline: boolean
  /** The clock to judge by; null for now. */
  readonly at: Date | null
  readonly identities: readonly string[]
  /** Files with lists of institutions. */
  readonly issuers: readonly string[]
  readonly challenge: string | null
  readonly domain: string | null
}

/** What was asked, or why it cannot be understood. */
export type Parsed =
  | { readonly ask: 'verify'; readonly options: Options }
  | { readonly ask: 'help' }
  | { readonly ask: 'usage'; readonly message: string }

export const usage =
  'usage: verify [--ndjson] [--resolve MAP.json] [--offline] [--at DATE] [--identity MAILTO|KIND:VALUE]... [--issuers FILE]... [--challenge TEXT] [--domain TEXT] FILE...'

type Draft = { -readonly [Member in keyof Options]: Options[Member] }

/** Options that stand alone, and what each does. */
const flags: Readonly<Record<string, (draft: Draft) => void>> = {
  '--ndjson': (draft) => {
    draft.ndjson = true
  },
  '--offline': (draft) => {
    draft.offline = true
  },
}

/** Options that take a value; false refuses it. */
const settings: Readonly<Record<string, (draft: Draft, value: string) => boolean>> = {
  '--resolve': (draft, value) => {
    draft.resolve = value
    return value !== ''
  },
  '--at': (draft, value) => {
    draft.at = dateOf(value)
    return draft.at !== null
  },
  '--identity': (draft, value) => {
    draft.identities = [...draft.identities, value]
    return value !== ''
  },
  '--issuers': (draft, value) => {
    draft.issuers = [...draft.issuers, value]
    return value !== ''
  },
  '--challenge': (draft, value) => {
    draft.challenge = value
    return true
  },
  '--domain': (draft, value) => {
    draft.domain = value
    return true
  },
}

/**
 * Reads the command line. `--name=value` is the same as `--name value`; `--` ends the options.
 * @param argv the arguments without the program's name
 */
export function parseOptions(argv: readonly string[]): Parsed {
  const draft: Draft = {
    inputs: [],
    ndjson: false,
    resolve: null,
    offline: false,
    at: null,
    identities: [],
    issuers: [],
    challenge: null,
    domain: null,
  }
  const inputs: string[] = []
  for (let i = 0; i < argv.length; i++) {
    const argument = argv[i] ?? ''
    if (argument === '--') {
      inputs.push(...argv.slice(i + 1))
      break
    }
    if (argument === '--help' || argument === '-h') return { ask: 'help' }
    if (argument === '-' || !argument.startsWith('-')) {
      inputs.push(argument)
      continue
    }
    const [name, inline] = split(argument)
    const flag = Object.hasOwn(flags, name) ? flags[name] : undefined
    const setting = Object.hasOwn(settings, name) ? settings[name] : undefined
    if (flag && inline === undefined) flag(draft)
    else if (setting) {
      const value = inline ?? argv[++i]
      if (value === undefined) return complain(`${name} needs a value`)
      if (!setting(draft, value)) return complain(`${name} does not understand ${JSON.stringify(value)}`)
    } else return complain(`unknown option ${argument}`)
  }
  if (draft.ndjson && !inputs.includes('-')) inputs.push('-')
  if (inputs.length === 0) return complain('no FILE given')
  if (inputs.includes('')) return complain('an empty FILE name')
  if (inputs.indexOf('-') !== inputs.lastIndexOf('-')) return complain('standard input can be read only once')
  return { ask: 'verify', options: { ...draft, inputs } }
}

function split(argument: string): [name: string, value: string | undefined] {
  const equals = argument.indexOf('=')
  return equals < 0 ? [argument, undefined] : [argument.slice(0, equals), argument.slice(equals + 1)]
}

function complain(message: string): Parsed {
  return { ask: 'usage', message }
}

const isoDate = /^(\d{4})-(\d\d)-(\d\d)(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(Z|[+-]\d\d:\d\d)?)?$/

/** An ISO 8601 date or instant; without a zone it is UTC, so that a report does not depend on where it was made. */
function dateOf(text: string): Date | null {
  const match = isoDate.exec(text)
  if (!match) return null
  const [, year, month, day, zone] = match
  const date = new Date(text.includes('T') && zone === undefined ? `${text}Z` : text)
  const named = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)))
  const exists = named.getUTCMonth() + 1 === Number(month) && named.getUTCDate() === Number(day)
  return exists && !Number.isNaN(date.getTime()) ? date : null
}
