import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A server that every page may read. */
export interface Streams {
  readonly at: string
  readonly close: () => void
}

/** Returns a server with a long body at every path but `/stream`, where a stream of events never ends. */
export async function startStreams(): Promise<Streams> {
  const server = createServer(({ url }, response) => {
    const isStream = url?.startsWith('/stream') === true
    response.writeHead(200, {
      'Access-Control-Allow-Origin': '*',
      'Content-Type': isStream ? 'text/event-stream' : 'text/plain',
    })
    if (isStream) response.write('data: 1\n\n')
    else response.end('x'.repeat(8_000_000))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    at: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close() {
      server.closeAllConnections()
      server.close()
    },
  }
}
