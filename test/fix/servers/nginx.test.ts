import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { valuesOf } from '../../../src/fetch/header-list.ts'
import { APP, policies } from '../policies.ts'
import { ask } from './ask.ts'
import { battery } from './battery.ts'
import { nginxHere, startNginx } from './nginx-server.ts'
import { send } from './send.ts'
import { freePort, type Running } from './start.ts'
import { verifiedOn } from './verified-on.ts'

const AUTHENTICATED = 'auth_basic "private"; auth_basic_user_file htpasswd;'

describe('Nginx with files', () => {
  battery((policy) =>
    startNginx(
      policy,
      `root html;
       location = /private { ${AUTHENTICATED} }
       location = /boom { return 500; }
       location = /bad { return 502; }`,
    ),
  )
  verifiedOn('nginx', nginxHere, { exactly: false })
})

describe('Nginx before an app that lets everyone in by itself', () => {
  let app: Server
  let dead = 0
  beforeAll(async () => {
    app = createServer((request, response) => {
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
    dead = await freePort()
  })
  afterAll(() => app.close())

  const locations = (): string => {
    const { port } = app.address() as AddressInfo
    return `
      location / { proxy_pass http://127.0.0.1:${port}; }
      location = /private { ${AUTHENTICATED} proxy_pass http://127.0.0.1:${port}; }
      location = /bad { proxy_pass http://127.0.0.1:${dead}; }`
  }
  battery((policy) => startNginx(policy, locations()))

  describe('of all that the app sends', () => {
    let running: Running
    beforeAll(async () => {
      running = await startNginx(policies.credentials, locations())
    })
    afterAll(async () => await running.stop())

    test.each(['/items', '/boom', '/gone'])('%s keeps nothing but its Vary', async (path) => {
      const { actual } = await ask(running.port, { origin: APP, path, credentials: true })
      const lines = (name: string) => valuesOf(actual?.headerList ?? [], name)
      expect(lines('Access-Control-Allow-Origin')).toEqual([APP])
      expect(lines('Access-Control-Allow-Credentials')).toEqual(['true'])
      expect(lines('Access-Control-Expose-Headers')).toEqual(['X-Total-Count'])
      for (const name of ['Methods', 'Headers'].map((what) => `Access-Control-Allow-${what}`))
        expect(lines(name)).toEqual([])
      expect(lines('Vary').toSorted()).toEqual(['Accept-Encoding', 'Origin'])
    })

    test('an OPTIONS request that is no preflight reaches the app', async () => {
      const headers = { Origin: APP }
      const { status } = await send(running.port, { method: 'OPTIONS', path: '/only-get', headers })
      expect(status).toBe(405)
    })

    test('another origin sees neither headers of Nginx nor of the app', async () => {
      const { outcome, actual } = await ask(running.port, {
        origin: 'https://foreign.invalid',
        path: '/items',
      })
      expect(outcome).toBe('blocked')
      expect((actual?.headerList ?? []).filter(({ name }) => /^access-control-/i.test(name))).toEqual([])
    })
  })
})

const STATUS: Readonly<Record<string, number>> = { '/gone': 404, '/boom': 500 }
