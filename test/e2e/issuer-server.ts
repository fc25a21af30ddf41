import type { ServerResponse } from 'node:http'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { selfSigned } from './certificate.ts'

/** What an address under `.example` answers. */
export interface Answer {
  readonly body: string | Uint8Array
  readonly mediaType?: string
  readonly status?: number
  /** Whether the host lets other sites' pages read it. True unless said otherwise. */
  readonly crossOrigin?: boolean
  readonly headers?: Readonly<Record<string, string>>
  /** The connection breaks instead of an answer. */
  readonly broken?: true
  /** The host takes the question and never answers. */
  readonly silent?: true
}

export interface IssuerServer {
  readonly port: number
  /** Address (without fragment) to what it answers; tests change it as they go. */
  readonly answers: Map<string, Answer>
  /** Every address that was asked for, in order. */
  readonly asked: string[]
  close(): Promise<void>
}

/** Every `https://….example` host there is, on one port of this machine: Chromium is told to look for them here. */
export async function startIssuerServer(): Promise<IssuerServer> {
  const answers = new Map<string, Answer>()
  const asked: string[] = []
  const server = createServer(selfSigned(['*.example', 'localhost'], new Date()), (request, response) => {
    const url = `https://${request.headers.host?.replace(/:\d+$/, '')}${request.url}`
    if (request.method === 'OPTIONS') return reply(response, 204, { ...open, 'Access-Control-Allow-Headers': '*' })
    asked.push(url)
    const answer = answers.get(url)
    if (!answer) return reply(response, 404, open)
    if (answer.broken) return void response.destroy()
    if (answer.silent) return
    reply(
      response,
      answer.status ?? 200,
      {
        'Content-Type': answer.mediaType ?? 'application/json',
        ...(answer.crossOrigin === false ? {} : open),
        ...answer.headers,
      },
      answer.body,
    )
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  return {
    port: (server.address() as AddressInfo).port,
    answers,
    asked,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed())
        server.closeAllConnections()
      }),
  }
}

const open = { 'Access-Control-Allow-Origin': '*' }

function reply(response: ServerResponse, status: number, headers: Record<string, string>, body?: string | Uint8Array): void {
  response.writeHead(status, headers)
  response.end(body)
}
