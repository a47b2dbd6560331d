import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

type Answer = (request: IncomingMessage, response: ServerResponse, origin: string) => void

const answer =
  (status: number, headers: (origin: string) => Record<string, string>): Answer =>
  (_, response, origin) => {
    response.writeHead(status, headers(origin)).end('{}')
  }
const allowed = (origin: string) => ({ 'Access-Control-Allow-Origin': origin, Vary: 'Origin' })
const unlike = (preflight: Answer, actual: Answer): Answer => {
  return (request, response, origin) =>
    (request.method === 'OPTIONS' ? preflight : actual)(request, response, origin)
}

/** The APIs of an app: what each is asked for, and how it answers. Nine of them are set up wrongly, each in its own way. */
const APIS: Readonly<Record<string, { readonly init: RequestInit; readonly answer: Answer }>> = {
  'no-header': { init: {}, answer: answer(200, () => ({})) },
  wildcard: {
    init: { credentials: 'include' },
    answer: answer(200, () => ({ 'Access-Control-Allow-Origin': '*' })),
  },
  slash: { init: {}, answer: answer(200, (origin) => allowed(`${origin}/`)) },
  header: { init: { headers: { 'X-Api-Key': 'k' } }, answer: answer(204, allowed) },
  method: { init: { method: 'PUT' }, answer: answer(204, allowed) },
  login: {
    init: { method: 'DELETE' },
    answer: unlike(
      answer(401, () => ({})),
      answer(200, allowed),
    ),
  },
  broken: { init: {}, answer: answer(502, () => ({ Server: 'nginx' })) },
  moved: {
    init: { method: 'PATCH' },
    answer: unlike(
      answer(301, () => ({ Location: '/elsewhere' })),
      answer(200, allowed),
    ),
  },
  twice: {
    init: {},
    answer: answer(200, (origin) => ({ 'Access-Control-Allow-Origin': `${origin}, ${origin}` })),
  },
  count: { init: {}, answer: answer(200, (origin) => ({ 'Access-Control-Allow-Origin': origin })) },
  fine: { init: {}, answer: answer(200, allowed) },
}

/** The APIs, and how to ask each of them. */
export interface PolledApis {
  readonly calls: readonly { readonly url: string; readonly init: RequestInit }[]
  readonly close: () => Promise<void>
}

/** Returns eleven APIs, each on a host of its own. */
export async function startPolledApis(): Promise<PolledApis> {
  const server = createServer((request, response) => {
    const name = (request.headers.host ?? '').split('.')[0] ?? ''
    APIS[name]?.answer(request, response, request.headers.origin ?? '')
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    calls: Object.entries(APIS).map(([name, { init }]) => ({
      url: `http://${name}.localhost:${port}/items`,
      init,
    })),
    async close() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
