import { type ClientRequest, request as httpRequest, type IncomingMessage } from 'node:http'
import type { Socket } from 'node:net'
import type { WireRequest } from '../check/wire.ts'
import { decodedBody } from './decoded-body.ts'
import type { Answer, Pending } from './pending.ts'
import { readBody } from './read-body.ts'

/** Chrome's limit for headers, in bytes. */
const MOST_HEADERS = 256 * 1024

/** Sends a request over HTTP/1.1: names, their case and their order as given. Rejects as Node's client does. */
export function sendHttp1(request: WireRequest, socket: Socket, pending: Pending): Promise<Answer> {
  return new Promise((done, failed) => {
    const sent = startRequest(request, socket)
    sent.once('response', (response) => {
      const headers = pairsOf(response)
      const answer = (body: Uint8Array): Answer => ({
        status: response.statusCode ?? 0,
        statusText: response.statusMessage ?? '',
        httpVersion: `HTTP/${response.httpVersion}`,
        headers,
        body: decodedBody(body, headers),
      })
      readBody(response, pending, answer, done)
    })
    sent.once('error', failed)
    // Without a listener, Node would close the connection silently.
    sent.once('upgrade', () => failed(new Error('the server switched to another protocol')))
    sent.end(request.body)
  })
}

function startRequest({ method, url, headers, body }: WireRequest, socket: Socket): ClientRequest {
  const { host, pathname, search } = new URL(url)
  const sent = httpRequest({
    createConnection: () => socket,
    // Node writes every method in uppercase; this one only decides whether the response can have a body.
    method,
    path: `${pathname}${search}`,
    setHost: false,
    maxHeaderSize: MOST_HEADERS,
    // Browsers accept what a strict parser wouldn't.
    insecureHTTPParser: true,
  })
  sent.method = method
  // Node would leave out the headers behind the 2,000th; their bytes are what is limited.
  sent.maxHeadersCount = 0
  sent.useChunkedEncodingByDefault = false
  const has = (wanted: string): boolean => headers.some(([name]) => name.toLowerCase() === wanted)
  if (!has('host')) sent.setHeader('Host', host)
  if (!has('connection')) sent.setHeader('Connection', 'keep-alive')
  for (const [name, value] of headers) sent.setHeader(name, value)
  if (body !== null && !sent.hasHeader('Content-Length')) sent.setHeader('Content-Length', body.byteLength)
  return sent
}

/** Returns the headers line by line; Node lists names and values alternately. */
function pairsOf({ rawHeaders }: IncomingMessage): Answer['headers'] {
  const pairs: [string, string][] = []
  for (let i = 0; i + 1 < rawHeaders.length; i += 2)
    pairs.push([rawHeaders[i] ?? '', rawHeaders[i + 1] ?? ''])
  return pairs
}
