import { connect as connectPlain, type Socket } from 'node:net'
import { connect as connectTls } from 'node:tls'

/** Returns the address to connect to instead of a URL's own, or null. */
export type Resolve = (url: URL) => { readonly host: string; readonly port: number } | null

/** How a connection is made. */
export interface ConnectOptions {
  /** Whether certificates aren't checked. */
  readonly insecure: boolean
  readonly resolve: Resolve
  /** Called with the socket before it's connected, so that it can be closed at any time. */
  readonly keep: (socket: Socket) => void
}

/** Returns a connection to a URL's host, encrypted for https. Rejects as Node's sockets do. */
export function connect(url: URL, { insecure, resolve, keep }: ConnectOptions): Promise<Socket> {
  const isSecure = url.protocol === 'https:'
  const hostname = url.hostname.replace(/^\[|\]$/g, '')
  const { host, port } = resolve(url) ?? {
    host: isLocalhost(hostname) ? 'localhost' : hostname,
    port: url.port === '' ? (isSecure ? 443 : 80) : Number(url.port),
  }
  return new Promise((done, failed) => {
    const socket = isSecure
      ? connectTls({
          host,
          port,
          ALPNProtocols: ['h2', 'http/1.1'],
          rejectUnauthorized: !insecure,
          // An IP address can't be a server name.
          ...(isAddress(hostname) ? {} : { servername: hostname }),
        })
      : connectPlain({ host, port })
    keep(socket)
    socket.once(isSecure ? 'secureConnect' : 'connect', () => done(socket))
    socket.on('error', failed)
    socket.once('close', () => failed(Object.assign(new Error('closed'), { code: 'ECONNRESET' })))
  })
}

/** Browsers treat every name below localhost as this machine: https://www.rfc-editor.org/rfc/rfc6761#section-6.3 */
const isLocalhost = (hostname: string): boolean => /(^|\.)localhost\.?$/.test(hostname)

const isAddress = (hostname: string): boolean => hostname.includes(':') || /^\d+(\.\d+){3}$/.test(hostname)
