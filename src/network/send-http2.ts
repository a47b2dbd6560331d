import { connect, type IncomingHttpHeaders } from 'node:http2'
import type { Socket } from 'node:net'
import type { WireRequest } from '../check/wire.ts'
import { decodedBody } from './decoded-body.ts'
import type { Answer, Pending } from './pending.ts'
import { readBody } from './read-body.ts'

/** Sends a request over HTTP/2: the same headers in the same order, in lowercase. Rejects as Node's client does. */
export function sendHttp2(request: WireRequest, socket: Socket, pending: Pending): Promise<Answer> {
  const { host, origin, pathname, search } = new URL(request.url)
  return new Promise((done, failed) => {
    const session = connect(origin, { createConnection: () => socket })
    session.once('error', failed)
    const wanted = request.http2Headers ?? request.headers
    const headers: Record<string, string> = wanted.some(([name]) => name.startsWith(':'))
      ? {}
      : {
          ':method': request.method,
          ':authority': host,
          ':scheme': 'https',
          ':path': `${pathname}${search}`,
        }
    for (const [name, value] of wanted)
      if (!OF_HTTP1.has(name.toLowerCase())) headers[name.toLowerCase()] = value
    const stream = session.request(headers, { endStream: request.body === null })
    stream.once('response', (received, _flags, raw?: readonly string[]) => {
      const lines = raw === undefined ? pairsOf(received) : pairsOfRaw(raw)
      const answer = (body: Uint8Array): Answer => ({
        status: Number(received[':status'] ?? 0),
        statusText: '',
        httpVersion: 'h2',
        headers: lines,
        body: decodedBody(body, lines),
      })
      readBody(stream, pending, answer, done)
    })
    stream.once('error', failed)
    stream.once('close', () => failed(Object.assign(new Error('closed'), { code: 'ECONNRESET' })))
    if (request.body !== null) stream.end(request.body)
  })
}

/** Headers that HTTP/2 doesn't have. https://www.rfc-editor.org/rfc/rfc9113#section-8.2.2 */
const OF_HTTP1 = new Set(['host', 'connection', 'keep-alive', 'transfer-encoding', 'upgrade'])

/** Returns the headers as received; Node passes a list of names and values in addition to the object. */
function pairsOfRaw(raw: readonly string[]): Answer['headers'] {
  const pairs: [string, string][] = []
  for (let i = 0; i + 1 < raw.length; i += 2) pairs.push([raw[i] ?? '', raw[i + 1] ?? ''])
  return pairs.filter(([name]) => !name.startsWith(':'))
}

const pairsOf = (headers: IncomingHttpHeaders): Answer['headers'] =>
  Object.entries(headers).flatMap(([name, values]) =>
    name.startsWith(':') ? [] : [values].flat().map((value): [string, string] => [name, String(value ?? '')]),
  )
