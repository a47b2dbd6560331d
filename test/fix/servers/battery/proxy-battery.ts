import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { valuesOf } from '../../../../src/fetch/header-list.ts'
import type { CorsPolicy } from '../../../../src/fix/policy/policy.ts'
import { freePort } from '../../../free-port.ts'
import { APP, policies } from '../../policies.ts'
import type { Running } from '../start/start.ts'
import { ask } from './ask.ts'
import { battery } from './battery.ts'
import type { Exceptions } from './exceptions.ts'
import { ERRORS } from './places.ts'
import { send } from './send.ts'
import { serving } from './serving.ts'

/** Where a proxy of these tests sends what it is asked. */
export interface Upstream {
  /** An app that lets everyone in by itself, on every path but `/private`, which the proxy is to guard. */
  readonly port: number
  /** Nobody listens here; `/bad` goes there, so that the proxy itself answers 502 or 503. */
  readonly dead: number
}

/** The battery for a web server in front of an app that sends CORS headers of its own, all of them too wide. */
export function proxyBattery(
  boot: (policy: CorsPolicy, upstream: Upstream) => Promise<Running>,
  exceptions: Exceptions = {},
  errors = ERRORS,
): void {
  describe('before an app that lets everyone in by itself', () => {
    let app: Server
    let dead = 0
    beforeAll(async () => {
      app = await startApp()
      dead = await freePort()
    })
    afterAll(() => app.close())
    const bootProxy = (policy: CorsPolicy) =>
      boot(policy, { port: (app.address() as AddressInfo).port, dead })

    battery(bootProxy, exceptions, errors)

    describe('of all that the app sends', () => {
      const server = serving(bootProxy, policies.credentials)

      test.each(['/items', '/boom', '/gone'])('%s keeps nothing but its Vary', async (path) => {
        const { actual } = await ask(server.port, { origin: APP, path, credentials: true })
        const lines = (name: string) => valuesOf(actual?.headerList ?? [], name)
        expect(lines('Access-Control-Allow-Origin')).toEqual([APP])
        expect(lines('Access-Control-Allow-Credentials')).toEqual(['true'])
        expect(lines('Access-Control-Expose-Headers')).toEqual(['X-Total-Count'])
        for (const name of ['Methods', 'Headers'].map((what) => `Access-Control-Allow-${what}`))
          expect(lines(name)).toEqual([])
        const varies = lines('Vary').flatMap((line) => line.split(/,\s*/))
        expect(varies.toSorted()).toEqual(['Accept-Encoding', 'Origin'])
      })

      test('an OPTIONS request that is no preflight reaches the app', async () => {
        const headers = { Origin: APP }
        const { status } = await send(server.port, { method: 'OPTIONS', path: '/only-get', headers })
        expect(status).toBe(405)
      })

      test('another origin sees neither headers of the proxy nor of the app', async () => {
        const { outcome, actual } = await ask(server.port, {
          origin: 'https://foreign.invalid',
          path: '/items',
        })
        expect(outcome).toBe('blocked')
        expect((actual?.headerList ?? []).filter(({ name }) => /^access-control-/i.test(name))).toEqual([])
      })
    })
  })
}

const STATUS: Readonly<Record<string, number>> = { '/gone': 404, '/boom': 500 }

async function startApp(): Promise<Server> {
  const app = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost')
    const status = STATUS[pathname] ?? (pathname === '/only-get' && request.method !== 'GET' ? 405 : 200)
    response.writeHead(status, {
      'Access-Control-Allow-Origin': '*',
      'Access-Control-Allow-Credentials': 'true',
      'Access-Control-Allow-Methods': '*',
      'Access-Control-Allow-Headers': '*',
      'Access-Control-Expose-Headers': '*',
      'Access-Control-Max-Age': '86400',
      Vary: 'Accept-Encoding',
    })
    response.end()
  })
  await new Promise<void>((resolve) => app.listen(0, '127.0.0.1', resolve))
  return app
}
