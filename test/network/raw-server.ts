import { type AddressInfo, createServer, type Server, type Socket } from 'node:net'
import { createServer as createTlsServer, type TlsOptions } from 'node:tls'

/** A server that says byte for byte what a test tells it to, and keeps what it got. */
export interface RawServer {
  readonly port: number
  readonly received: () => string
  readonly close: () => Promise<void>
}

/** Starts a server; `answer` is called with each connection once its request head is there. */
export async function rawServer(
  answer: (socket: Socket, head: string) => void,
  tls: TlsOptions | null = null,
): Promise<RawServer> {
  const sockets = new Set<Socket>()
  let received = ''
  const connected = (socket: Socket): void => {
    sockets.add(socket)
    let own = ''
    socket.on('error', () => socket.destroy())
    socket.on('data', (chunk: Buffer) => {
      const before = own.includes('\r\n\r\n')
      own += chunk.toString('latin1')
      received += chunk.toString('latin1')
      // A TLS handshake is answered in plain text.
      if (!before && (own.includes('\r\n\r\n') || own.startsWith('\x16'))) answer(socket, own)
    })
  }
  const server: Server = tls === null ? createServer(connected) : createTlsServer(tls, connected)
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return {
    port: (server.address() as AddressInfo).port,
    received: () => received,
    close: () => {
      for (const socket of sockets) socket.destroy()
      return new Promise((done) => server.close(() => done()))
    },
  }
}
