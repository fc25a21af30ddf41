import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { parseArgs } from 'node:util'
import { type Sample, samples } from '../test/issuer/samples.ts'

const usage = `Writes sample credentials, valid and broken ones, each with what its hosts would serve.

  node tools/issue.mjs --list                 names of all kinds
  node tools/issue.mjs --out DIR --all        every kind
  node tools/issue.mjs --out DIR --kind NAME  one kind; may be repeated
  node tools/issue.mjs --examples             the examples that the app ships, in src/app/examples
`

/** The command line of the test issuer. Gives the exit code: 0, or 2 on bad usage. */
export async function run(args: readonly string[]): Promise<number> {
  const options = parsed(args)
  if (options === null || options.help) return say(usage, options === null ? 2 : 0)
  if (options.list) return say(`${samples.map(({ name, says }) => `${name}\t${says}`).join('\n')}\n`, 0)
  if (options.examples)
    return write(
      samples.filter(({ group }) => group === 'example'),
      'src/app/examples',
      false,
    )
  const wanted = options.all ? samples : samples.filter(({ name }) => options.kind.includes(name))
  if (options.out === undefined || wanted.length === 0) return say(usage, 2)
  return write(wanted, options.out, true)
}

function parsed(args: readonly string[]) {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        out: { type: 'string' },
        kind: { type: 'string', multiple: true, default: [] },
        all: { type: 'boolean', default: false },
        list: { type: 'boolean', default: false },
        examples: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    })
    return values
  } catch {
    return null
  }
}

function say(text: string, code: number): number {
  const stream = code === 0 ? process.stdout : process.stderr
  stream.write(text)
  return code
}

/**
 * Writes the files and, when asked, what the hosts serve: below `NAME.hosts`, with `NAME.resolve.json` in the form that
 * `npm run verify -- --resolve` takes.
 */
async function write(wanted: readonly Sample[], folder: string, withHosts: boolean): Promise<number> {
  await mkdir(folder, { recursive: true })
  for (const sample of wanted) {
    const { bytes, documents } = await sample.make()
    await writeFile(join(folder, sample.file), bytes)
    if (withHosts && documents.size > 0) await writeHosts(sample, folder, documents)
  }
  return say(`${wanted.length} written to ${folder}\n`, 0)
}

async function writeHosts(sample: Sample, folder: string, documents: Awaited<ReturnType<Sample['make']>>['documents']) {
  const map: Record<string, string> = {}
  for (const [address, { bytes }] of documents) {
    const { host, pathname } = new URL(address)
    const path = `${sample.name}.hosts/${host}${pathname}`
    const file = pathname.endsWith('.json') ? path : `${path}.json`
    map[address] = file
    await mkdir(dirname(join(folder, file)), { recursive: true })
    await writeFile(join(folder, file), bytes)
  }
  await writeFile(join(folder, `${sample.name}.resolve.json`), `${JSON.stringify(map, null, 2)}\n`)
}
