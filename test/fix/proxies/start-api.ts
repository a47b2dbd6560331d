import { createServer, type RequestListener } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import type { AddressInfo } from 'node:net'

/** What the API of these tests tells of a request that reached it. */
export interface Reached {
  readonly method: string
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/** An API of somebody else's: it sends no CORS header at all, but on `/open`, where everybody may read. */
export interface Api {
  readonly port: number
  readonly close: () => Promise<void>
}

/** Starts an API that answers with what reached it; `/status/N` with that status. */
export async function startApi(tls?: { readonly key: string; readonly cert: string }): Promise<Api> {
  const answer: RequestListener = (request, response) => {
    const { method = '', url = '', headers } = request
    let body = ''
    request.on('data', (chunk: Buffer) => {
      body += chunk.toString()
    })
    request.on('end', () => {
      response.writeHead(Number(/^\/status\/(\d+)/.exec(url)?.[1] ?? 200), {
        'Content-Type': 'application/json',
        'Set-Cookie': 'api=1; Path=/',
        'X-Answer': 'of the API',
        ...(url === '/open' ? { 'Access-Control-Allow-Origin': '*' } : {}),
        ...(url === '/moved' ? { Location: '/items/' } : {}),
      })
      response.end(JSON.stringify({ method, url, headers, body }))
    })
  }
  const server = tls === undefined ? createServer(answer) : createTlsServer(tls, answer)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}
