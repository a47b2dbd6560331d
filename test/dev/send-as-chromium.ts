import { request as send } from 'node:http'
import type { AddressInfo, Server } from 'node:net'

/** A request as it leaves the browser; headers in the order in which they are sent. */
export interface SentRequest {
  readonly method: string
  readonly path?: string
  readonly headers: Readonly<Record<string, string>>
}

const CHROMIUM =
  'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36'

/** Sends requests to a server as Chromium does, one after the other, and returns the status of each response. */
export async function sendAsChromium(
  server: Server,
  requests: readonly SentRequest[],
): Promise<readonly number[]> {
  const { port } = server.address() as AddressInfo
  const statuses: number[] = []
  for (const { method, path = '/items', headers } of requests)
    statuses.push(
      await new Promise((resolve, reject) => {
        const sent = send(
          {
            host: '127.0.0.1',
            port,
            method,
            path,
            agent: false,
            headers: {
              'User-Agent': CHROMIUM,
              'Sec-Fetch-Mode': 'cors',
              'Sec-Fetch-Site': 'cross-site',
              ...headers,
            },
          },
          (response) => {
            response.resume()
            response.on('end', () => resolve(response.statusCode ?? 0))
          },
        )
        sent.on('error', reject)
        sent.end()
      }),
    )
  return statuses
}

/** Returns the preflight of a request. */
export const preflight = (origin: string, method: string, names = ''): SentRequest => ({
  method: 'OPTIONS',
  headers: {
    Accept: '*/*',
    'Access-Control-Request-Method': method,
    ...(names === '' ? {} : { 'Access-Control-Request-Headers': names }),
    Origin: origin,
  },
})

/** Starts a server on a free port. */
export const listening = <S extends Server>(server: S): Promise<S> =>
  new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)))
