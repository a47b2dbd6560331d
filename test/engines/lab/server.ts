import { type AddressInfo, createServer, type Server, type Socket } from 'node:net'
import { createServer as createTlsServer } from 'node:tls'
import { caseIdOf, type EngineCase } from '../engine-case.ts'
import { answerCase } from './answer-case.ts'
import { createCertificate } from './certificate.ts'
import { headerOf, type LabReply, type LabRequest, serveConnection } from './http-connection.ts'
import { makePageDriver, type PageDriver } from './page-driver.ts'
import { serveSocks } from './socks.ts'

export interface Lab {
  /**
   * For `--host-resolver-rules`: every *.test host and port leads here, so the origins of a case are the same in every
   * run though the lab listens on whatever ports are free.
   */
  readonly hostResolverRules: string
  /** A SOCKS5 proxy at 127.0.0.1 that does the same for browsers without such rules. */
  readonly socksPort: number
  /** Runs cases in a browser that has the driver's page open. */
  readonly driver: PageDriver
  /** The port at 127.0.0.1 that stands for a URL's host and port. */
  readonly portFor: (url: URL) => number
  readonly publicKeyHash: string
  /** Makes the server answer this case's URLs. */
  readonly add: (engineCase: EngineCase) => void
  /** Makes the server answer the URLs of an id in a way of its own. */
  readonly answer: (id: string, by: (request: LabRequest) => Promise<LabReply>) => void
  /** Returns the requests that arrived for a case, in order. */
  readonly seen: (caseId: string) => readonly LabRequest[]
  readonly close: () => Promise<void>
}

const plainPorts = [80, 8080]
const securePorts = [443, 8443]
const isSecure = (port: number): boolean => securePorts.includes(port)

const page = '<!doctype html><meta charset="utf-8"><title>lab</title><link rel="icon" href="data:,"><body>'

/**
 * Returns a running lab: one plain and one TLS listener that answer for every host name. `more` may answer requests
 * that are of no case; null: it has no answer either.
 */
export async function startLab(
  more: (request: LabRequest) => Promise<LabReply> | null = () => null,
): Promise<Lab> {
  const cases = new Map<string, EngineCase>()
  const answers = new Map<string, (request: LabRequest) => Promise<LabReply>>()
  const seen = new Map<string, LabRequest[]>()
  const driver = makePageDriver()
  const handle = (request: LabRequest): LabReply | Promise<LabReply> => {
    const driven = driver.handle(request) ?? more(request)
    if (driven !== null) return driven
    const url = new URL(request.target, 'http://lab.test')
    if (url.pathname === '/page') return { status: 200, headers: [['Content-Type', 'text/html']], body: page }
    if (url.pathname === '/set-cookie') return setCookie(request)
    const id = caseIdOf(request.target)
    const answer = id === null ? undefined : answers.get(id)
    if (answer !== undefined) return answer(request)
    const engineCase = id === null ? undefined : cases.get(id)
    if (id === null || !engineCase) return { status: 404, headers: [], body: '' }
    seen.get(id)?.push(request)
    return answerCase(engineCase, Number(url.searchParams.get('hop') ?? 0), request)
  }

  const certificate = createCertificate(['*.test', '*.example.test', '*.other.test', '*.third.test'])
  const sockets = new Set<Socket>()
  const connect = (scheme: 'http' | 'https') => (socket: Socket) => {
    sockets.add(socket.once('close', () => sockets.delete(socket)))
    serveConnection(socket, scheme, handle)
  }
  const plain = await listen(createServer(connect('http')))
  const secure = await listen(createTlsServer(certificate, connect('https')))
  const socks = await listen(
    createServer((socket) => {
      sockets.add(socket.once('close', () => sockets.delete(socket)))
      serveSocks(socket, (client, port) => (isSecure(port) ? secure : plain).emit('connection', client))
    }),
  )
  const rules = [
    ...plainPorts.map((port) => `MAP *.test:${port} 127.0.0.1:${portOf(plain)}`),
    ...securePorts.map((port) => `MAP *.test:${port} 127.0.0.1:${portOf(secure)}`),
  ]

  return {
    hostResolverRules: rules.join(','),
    socksPort: portOf(socks),
    driver,
    portFor: ({ protocol }) => portOf(protocol === 'https:' ? secure : plain),
    publicKeyHash: certificate.publicKeyHash,
    add: (engineCase) => {
      cases.set(engineCase.id, engineCase)
      seen.set(engineCase.id, [])
    },
    answer: (id, by) => {
      answers.set(id, by)
    },
    seen: (caseId) => seen.get(caseId) ?? [],
    close: async () => {
      for (const socket of sockets) socket.destroy()
      await Promise.all([plain, secure, socks].map((server) => new Promise((closed) => server.close(closed))))
    },
  }
}

/** Cookies that third-party requests carry too: without them credentials "include" would leave fewer traces. */
const setCookie = (request: LabRequest): LabReply => ({
  status: 204,
  headers: [
    ['Set-Cookie', 'lab=1; Path=/; SameSite=None; Secure'],
    ['Access-Control-Allow-Origin', headerOf(request, 'origin')],
    ['Access-Control-Allow-Credentials', 'true'],
  ],
  body: '',
})

const listen = (server: Server): Promise<Server> =>
  new Promise((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', () => resolve(server)))

const portOf = (server: Server): number => (server.address() as AddressInfo).port
