import { describe } from 'vitest'
import cloudflareWorkers from '../../../src/fix/generators/cloudflare-workers.ts'
import type { CorsPolicy } from '../../../src/fix/policy/policy.ts'
import { battery } from './battery/battery.ts'
import { opensWebSockets } from './battery/opens-web-sockets.ts'
import { proxyBattery } from './battery/proxy-battery.ts'
import { codeOf, VARIABLE } from './start/code-of.ts'
import { fetchApp } from './start/fetch-app.ts'
import { versionOfPackage } from './start/installed.ts'
import { npmBinary } from './start/npm-binary.ts'
import { runsOn } from './start/runs-on.ts'
import { type Running, start } from './start/start.ts'

const app = fetchApp(
  `const [client, side] = Object.values(new WebSocketPair())
   side.accept()
   return new Response(null, { status: 101, webSocket: client })`,
)

describe('Cloudflare Workers', () => {
  describe('with an app', () => {
    const startApp = (policy: CorsPolicy) => startWorkerd(policy, app)
    battery(startApp)
    opensWebSockets(startApp)
  })

  proxyBattery((policy, upstream) => startWorkerd(policy, proxy(upstream)))

  runsOn('cloudflare-workers', () => `workerd ${versionOfPackage('workerd')}`, { exactly: true })
})

const startWorkerd = (policy: CorsPolicy, handler: string): Promise<Running> =>
  start({
    files: ({ port }) => ({
      'worker.js': `${handler}\n${codeOf(cloudflareWorkers, policy)}`,
      'config.capnp': configuration(port),
    }),
    command: () => [npmBinary('workerd'), 'serve', 'config.capnp'],
  })

const proxy = ({ port, dead }: { readonly port: number; readonly dead: number }): string => `
async function handler(request) {
  const { pathname } = new URL(request.url)
  if (pathname === '/private' && !request.headers.has('Authorization'))
    return new Response(null, { status: 401 })
  const upstream = pathname === '/bad' ? ${dead} : ${port}
  try {
    return await fetch(new Request('http://127.0.0.1:' + upstream + pathname, request))
  } catch {
    return new Response(null, { status: 502 })
  }
}
`

const configuration = (port: number): string => `
using Workerd = import "/workerd/workerd.capnp";

const config :Workerd.Config = (
  services = [
    (name = "main", worker = .worker),
    (name = "internet", network = (allow = ["private"])),
  ],
  sockets = [(name = "http", address = "127.0.0.1:${port}", http = (), service = "main")],
);

const worker :Workerd.Worker = (
  modules = [(name = "worker", esModule = embed "worker.js")],
  compatibilityDate = "2026-01-01",
  bindings = [(name = "${VARIABLE}", text = "${process.env[VARIABLE] ?? ''}")],
);
`
