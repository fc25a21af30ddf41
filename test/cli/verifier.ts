import { Readable, Writable } from 'node:stream'
import { main } from '../../src/cli/main.ts'

/** The stable part of a report, as a reader of the output sees it. */
export interface Line {
  readonly input: string
  readonly digest: string
  readonly at: string
  readonly format: string | null
  readonly summary: Readonly<Record<string, string>>
  readonly verdict: string
  readonly questions: Readonly<Record<string, string>>
  readonly checks: readonly {
    readonly id: string
    readonly question: string
    readonly status: string
    readonly code: string | null
    readonly message: string
    readonly evidence: object
  }[]
  readonly credentials: readonly Line[]
  readonly error: { readonly code: string; readonly message: string } | null
}

export interface Run {
  readonly exit: number
  readonly lines: readonly Line[]
  readonly stdout: string
  readonly stderr: string
}

/** Runs the verifier in this process. */
export async function verify(argv: readonly string[], stdin: Readable | string = ''): Promise<Run> {
  const [stdout, stderr] = [collector(), collector()]
  const input = typeof stdin === 'string' ? Readable.from([new TextEncoder().encode(stdin)]) : stdin
  const exit = await main(argv, { stdin: input, stdout: stdout.stream, stderr: stderr.stream })
  return { exit, lines: stdout.text().startsWith('{') ? parsed(stdout.text()) : [], stdout: stdout.text(), stderr: stderr.text() }
}

/** Every line of output is a report: anything else makes this throw. */
export function parsed(text: string): readonly Line[] {
  if (text !== '' && !text.endsWith('\n')) throw new Error('the last line has no end')
  return text
    .split('\n')
    .slice(0, -1)
    .map((line): Line => JSON.parse(line))
}

/** A stream that keeps what is written; `onText` hears of it at once. */
export function collector(onText: (text: string) => void = () => {}): { readonly stream: Writable; text(): string } {
  let written = ''
  const stream = new Writable({
    write(chunk: Buffer, _, done) {
      written += chunk.toString('utf8')
      onText(written)
      done()
    },
  })
  return { stream, text: () => written }
}
