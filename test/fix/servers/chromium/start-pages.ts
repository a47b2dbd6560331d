import { createServer, type RequestListener, type Server } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { createCertificate } from '../../../engines/lab/certificate.ts'

export interface Pages {
  /** What makes every host of the tests resolve to these pages, for Chromium's `--host-resolver-rules`. */
  readonly hostResolverRules: string
  readonly publicKeyHash: string
  readonly close: () => Promise<void>
}

/** Serves an empty page at whatever origin; the browser maps the hosts, ports of https and http each to one server. */
export async function startPages(): Promise<Pages> {
  const certificate = createCertificate(['app.example.com', '*.example.com'])
  const page: RequestListener = (_, response) =>
    response.setHeader('Content-Type', 'text/html').end('<!doctype html><title>page</title>')
  const plain = createServer(page)
  const secure = createTlsServer({ key: certificate.key, cert: certificate.cert }, page)
  const [plainPort, securePort] = [await listen(plain), await listen(secure)]
  const to = (port: number) => `127.0.0.1:${port}`
  return {
    hostResolverRules: [
      ...[443, 444].map((port) => `MAP *:${port} ${to(securePort)}`),
      `MAP localhost:5173 ${to(plainPort)}`,
      `MAP localhost:51730 ${to(plainPort)}`,
      `MAP *:80 ${to(plainPort)}`,
    ].join(','),
    publicKeyHash: certificate.publicKeyHash,
    close: async () => {
      for (const server of [plain, secure]) {
        server.closeAllConnections()
        await new Promise((resolve) => server.close(resolve))
      }
    },
  }
}

const listen = (server: Server): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port))
  })
