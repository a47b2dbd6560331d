import { describe, expect, test } from 'vitest'
import bun from '../../../src/fix/generators/bun.ts'
import type { CorsPolicy } from '../../../src/fix/policy/policy.ts'
import { policies } from '../policies.ts'
import { battery } from './battery/battery.ts'
import { opensWebSockets } from './battery/opens-web-sockets.ts'
import { serving } from './battery/serving.ts'
import { codeOf } from './start/code-of.ts'
import { fetchApp } from './start/fetch-app.ts'
import { versionOfPackage } from './start/installed.ts'
import { npmBinary } from './start/npm-binary.ts'
import { runsOn } from './start/runs-on.ts'
import { type Running, start } from './start/start.ts'

const startBun = (policy: CorsPolicy): Promise<Running> =>
  start({
    files: () => ({ 'app.js': app(codeOf(bun, policy)) }),
    command: () => [npmBinary('bun'), 'run', 'app.js'],
  })

describe('Bun', () => {
  battery(startBun)
  opensWebSockets(startBun)

  describe('what Bun knows of a response and does not list', () => {
    const server = serving(startBun, policies.credentials)
    test('its type is kept', async () => {
      const { headers } = await fetch(`http://127.0.0.1:${server.port}/items`)
      expect(headers.get('Content-Type')).toBe('text/plain;charset=utf-8')
    })
  })

  runsOn('bun', () => `Bun ${versionOfPackage('bun')}`, { exactly: true })
})

const app = (snippet: string): string => `
${fetchApp('return server.upgrade(request) ? undefined : gone')}
${snippet}
const routed = withCors(handler)
Bun.serve({
  port: Number(process.env.PORT),
  hostname: '127.0.0.1',
  development: false,
  routes: {
    '/items': { GET: routed, PUT: routed, DELETE: routed },
    '/boom': routed,
  },
  fetch: withCors(handler),
  websocket: { message() {} },
})
`
