import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerResponse,
} from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { runDemo } from './demo-client.ts'
import { clientWays, pageHtml } from './page-html.ts'
import { type DemoResponse, type Places, type Route, type Service, services } from './way.ts'
import { wayGroups } from './ways.ts'

/** The demo's addresses for the browser, whose host names may differ from the machine's. */
export interface DemoOptions {
  /** Returns the origin of a service that listens on this port. */
  readonly originOf?: (service: Service, port: number) => string
  /** With a certificate the servers speak TLS. */
  readonly certificate?: { readonly key: string; readonly cert: string }
  /** The domain of the page's cookie, so that subdomains get it too. */
  readonly cookieDomain?: string
}

export interface Demo {
  readonly at: Places
  /** The port of each service on 127.0.0.1. */
  readonly ports: Readonly<Record<Service, number>>
  readonly close: () => Promise<void>
}

/** Hosts that every browser resolves to this machine, and that are different sites. */
const localHost: Record<Service, string> = {
  page: 'localhost',
  catalog: 'localhost',
  accounts: 'accounts.localhost',
  search: 'search.localhost',
  orders: 'orders.localhost',
  payments: 'payments.localhost',
  reports: '127.0.0.1',
  cdn: 'cdn.localhost',
  legacy: 'localhost',
}

const onThisMachine = (service: Service, port: number): string => `http://${localHost[service]}:${port}`

/** Starts the demo: a page and its servers, each on a free port. */
export async function startDemo(options: DemoOptions = {}): Promise<Demo> {
  const listeners = new Map<Service, RequestListener>()
  const servers = new Map<Service, Server>()
  for (const service of services) {
    const listener: RequestListener = (request, response) => listeners.get(service)?.(request, response)
    const server = options.certificate
      ? createSecureServer(options.certificate, listener)
      : createServer(listener)
    servers.set(service, await listen(server))
  }
  const each = <T>(value: (service: Service) => T) =>
    Object.fromEntries(services.map((service) => [service, value(service)])) as Record<Service, T>
  const ports = each((service) => portOf(servers.get(service)))
  const at = each((service) => (options.originOf ?? onThisMachine)(service, ports[service]))
  // Its port was free a moment ago, so no server listens there.
  await close(servers.get('legacy'))
  servers.delete('legacy')

  const groups = wayGroups(at)
  const ways = groups.flatMap((group) => group.ways)
  for (const service of services) {
    const routes = ways.flatMap((way) => way.routes).filter((route) => route.at === service)
    listeners.set(service, (request, response) => respond(response, answerTo(request, routes)))
  }
  const script = `(${runDemo})(${JSON.stringify(clientWays(ways, at), null, 2)})\n`
  listeners.set('page', (request, response) => {
    const isScript = request.url === '/shop.js'
    const isPage = request.url === '/'
    const headers = [['Content-Type', `text/${isScript ? 'javascript' : 'html'}; charset=utf-8`]] as const
    const body = isScript ? script : isPage ? pageHtml(groups, at) : ''
    respond(response, {
      status: body === '' ? 404 : 200,
      headers: isPage ? [...headers, ['Set-Cookie', cookie(options.cookieDomain)]] : headers,
      body,
    })
  })
  return {
    at,
    ports,
    close: async () => {
      await Promise.all([...servers.values()].map(close))
    },
  }
}

/** A session, so that requests with credentials have a cookie. */
const cookie = (domain: string | undefined): string =>
  `session=demo-5f2c81; Path=/${domain === undefined ? '' : `; Domain=${domain}`}`

function answerTo({ url = '/', method, headers }: IncomingMessage, routes: readonly Route[]): DemoResponse {
  const path = url.replace(/\?.*$/s, '')
  const route = routes.find((each) => each.path === path)
  if (route === undefined) return { status: 404, headers: [], body: '' }
  const isPreflight = method === 'OPTIONS' && headers['access-control-request-method'] !== undefined
  return isPreflight ? (route.preflight ?? route.actual) : route.actual
}

function respond(response: ServerResponse, { status, headers, body }: DemoResponse): void {
  // As a flat list, because an object would merge duplicate headers.
  const length = status === 204 ? [] : ['Content-Length', String(Buffer.byteLength(body))]
  response.writeHead(status, [...headers.flat(), ...length]).end(status === 204 ? undefined : body)
}

const listen = (server: Server): Promise<Server> =>
  new Promise((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', () => resolve(server)))

const portOf = (server: Server | undefined): number =>
  (server?.address() as AddressInfo | undefined)?.port ?? 0

function close(server: Server | undefined): Promise<void> {
  return new Promise((resolve) => {
    if (server === undefined) return resolve()
    server.close(() => resolve())
    server.closeAllConnections()
  })
}
