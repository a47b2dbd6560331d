import type { Socket } from 'node:net'
import type { NameValue } from '../engine-case.ts'

export interface LabRequest {
  readonly method: string
  readonly scheme: 'http' | 'https'
  /** The request target as sent: path and query. */
  readonly target: string
  readonly headers: readonly NameValue[]
  /** One character per byte; '' for a body that came in chunks. */
  readonly body: string
}

/** A response in parts, which is serialized as it should be. */
export interface LabResponse {
  readonly status: number
  readonly headers: readonly NameValue[]
  readonly body: string
}

/** What goes back; null closes the connection without a byte, `raw` is written as it is, and ends it unless `open`. */
export type LabReply = LabResponse | { readonly raw: string; readonly open: boolean } | null

/**
 * Answers the HTTP/1.1 requests that arrive on a connection, one after another.
 * Node's own server refuses methods that it does not know, and merges or rejects headers that a broken server may well
 * send; this one passes on every method and writes every header as given.
 */
export function serveConnection(
  socket: Socket,
  scheme: 'http' | 'https',
  handle: (request: LabRequest) => LabReply | Promise<LabReply>,
): void {
  let received = Buffer.alloc(0)
  socket.on('error', () => socket.destroy())
  socket.on('data', (chunk: Buffer) => {
    received = Buffer.concat([received, chunk])
    // A TLS handshake on the plain port: Chromium upgrades images of https pages, whatever their port.
    if (received[0] === 0x16) return void socket.destroy()
    for (;;) {
      const message = takeMessage(received)
      if (message === null) return
      received = received.subarray(message.length)
      const { head, body } = message
      // No browser sends its next request before it has the answer to this one.
      void Promise.resolve(handle({ ...parseHead(head, scheme), body })).then((reply) => {
        if (reply === null) return socket.destroy()
        if ('raw' in reply) {
          const bytes = Buffer.from(reply.raw, 'latin1')
          return reply.open ? socket.write(bytes) : socket.end(bytes)
        }
        return socket.write(serialize(reply, head.startsWith('HEAD ')))
      })
    }
  })
}

/** Returns the first complete message of the received bytes, or null if more has to come. */
function takeMessage(received: Buffer): { head: string; body: string; length: number } | null {
  const headEnd = received.indexOf('\r\n\r\n')
  if (headEnd < 0) return null
  const head = received.toString('latin1', 0, headEnd)
  const bodyStart = headEnd + 4
  if (/^transfer-encoding:/im.test(head)) {
    const bodyEnd = received.indexOf('0\r\n\r\n', bodyStart)
    return bodyEnd < 0 ? null : { head, body: '', length: bodyEnd + 5 }
  }
  const length = bodyStart + Number(/^content-length: *(\d+)/im.exec(head)?.[1] ?? 0)
  return received.length < length
    ? null
    : { head, body: received.toString('latin1', bodyStart, length), length }
}

function parseHead(head: string, scheme: 'http' | 'https'): Omit<LabRequest, 'body'> {
  const [requestLine = '', ...lines] = head.split('\r\n')
  const [method = '', target = '/'] = requestLine.split(' ')
  const headers = lines.map((line): NameValue => {
    const colon = line.indexOf(':')
    return [line.slice(0, colon), line.slice(colon + 1).trim()]
  })
  return { method, scheme, target, headers }
}

function serialize(reply: LabResponse, isHead: boolean): Buffer {
  const { status, headers, body } = reply
  const hasBody = !isHead && status !== 204 && status !== 304
  const lines = [`HTTP/1.1 ${status} Lab`, ...headers.map(([name, value]) => `${name}: ${value}`)]
  // A 204 must not have the header at all; the others need it, for the connection is kept.
  if (status !== 204) lines.push(`Content-Length: ${Buffer.byteLength(body, 'latin1')}`)
  return Buffer.from(`${lines.join('\r\n')}\r\n\r\n${hasBody ? body : ''}`, 'latin1')
}

/** Returns the first value of a header, '' where it is missing. */
export const headerOf = (request: LabRequest, name: string): string =>
  request.headers.find(([candidate]) => candidate.toLowerCase() === name)?.[1] ?? ''
