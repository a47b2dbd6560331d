import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { extractHeaderListValues, get, type HeaderList, valuesOf } from '../../../src/fetch/header-list.ts'
import type { CorsPolicy } from '../../../src/fix/policy.ts'
import { APP, LOCAL, policies } from '../policies.ts'
import { ask } from './ask.ts'
import { send } from './send.ts'
import type { Running } from './start.ts'

const LOOK_ALIKES = [
  ...['https://app.example.com.evil.example', 'https://evilapp.example.com', 'https://appxexample.com'],
  ...['https://xapp.example.com', 'http://app.example.com', `${APP}:444`, 'https://app.example.co', 'null'],
  ...['http://localhost:51730', 'http://localhost', 'https://localhost:5173', 'https://foreign.invalid'],
]

/** Answers that are no success: all of them must carry the headers, or the page cannot read what went wrong. */
const ERRORS = [
  ['GET', '/private', 401],
  ['GET', '/gone', 404],
  ['POST', '/only-get', 405],
  ['GET', '/boom', 500],
  ['GET', '/bad', 502],
] as const

const PLACES = [['GET', '/items'] as const, ...ERRORS.map(([method, path]) => [method, path] as const)]

const allowOrigin = (headers: HeaderList): readonly string[] =>
  valuesOf(headers, 'Access-Control-Allow-Origin')
const variesByOrigin = (headers: HeaderList): boolean => {
  const names = extractHeaderListValues(headers, 'Vary')
  return Array.isArray(names) && names.some((name) => name.toLowerCase() === 'origin')
}

/** Asks a server that was configured by a snippet all that the snippet promises. `boot` starts it with a policy. */
export function battery(boot: (policy: CorsPolicy) => Promise<Running>): void {
  const serving = (policy: CorsPolicy): { readonly port: number } => {
    let running: Running | null = null
    beforeAll(async () => {
      running = await boot(policy)
    })
    afterAll(async () => await running?.stop())
    return {
      get port() {
        return running?.port ?? 0
      },
    }
  }

  describe('with credentials, for two origins', () => {
    const server = serving(policies.credentials)
    const { methods, headers } = policies.credentials

    describe.each([APP, LOCAL])('%s', (origin) => {
      test.each(methods)('%s with every header and credentials is shared in every engine', async (method) => {
        const { outcome, preflight, actual } = await ask(server.port, {
          origin,
          method,
          headers,
          credentials: true,
        })
        expect(outcome).toBe('shared')
        for (const answer of [preflight, actual])
          expect(allowOrigin(answer?.headerList ?? [])).toEqual([origin])
      })

      test.each(ERRORS)('%s %s is a %i that the page can read', async (method, path, status) => {
        const { outcome, actual } = await ask(server.port, { origin, method, path, credentials: true })
        expect(outcome).toBe('shared')
        expect(actual?.status).toBe(status)
        expect(allowOrigin(actual?.headerList ?? [])).toEqual([origin])
      })

      test('another method is refused', async () =>
        expect((await ask(server.port, { origin, method: 'PATCH' })).outcome).toBe('blocked'))

      test.each(['x-evil', 'x-request-id2', 'x-request'])('another header, %s, is refused', async (name) =>
        expect((await ask(server.port, { origin, method: 'PUT', headers: [name] })).outcome).toBe('blocked'),
      )

      test('the preflight passes in front of authentication', async () => {
        const path = '/private'
        const { outcome, preflight, actual } = await ask(server.port, {
          origin,
          path,
          method: 'PUT',
          headers,
        })
        expect(preflight.status).toBeLessThan(300)
        expect([outcome, actual?.status]).toEqual(['shared', 401])
      })
    })

    describe.each(LOOK_ALIKES)('%s', (origin) => {
      test.each(['GET', 'PUT'])('%s is refused', async (method) => {
        const { outcome, preflight, actual } = await ask(server.port, { origin, method })
        expect(outcome).toBe('blocked')
        expect(allowOrigin([...preflight.headerList, ...(actual?.headerList ?? [])])).toEqual([])
      })

      test('errors are refused as well', async () => {
        for (const [method, path] of ERRORS)
          expect((await ask(server.port, { origin, method, path })).outcome).toBe('blocked')
      })
    })

    test.each(PLACES)('%s %s varies by origin, whoever asks', async (method, path) => {
      for (const headers of [{ Origin: APP }, { Origin: 'https://foreign.invalid' }, {}]) {
        const { headerList } = await send(server.port, {
          method,
          path,
          headers,
        })
        expect([headers, variesByOrigin(headerList)]).toEqual([headers, true])
      }
    })

    test('without an origin nothing is allowed', async () => {
      const { headerList } = await send(server.port, { method: 'GET', path: '/items', headers: {} })
      expect(allowOrigin(headerList)).toEqual([])
    })

    test('exposes what it should and nothing else, and lets the preflight be kept', async () => {
      const { preflight, actual } = await ask(server.port, { origin: APP, method: 'PUT', headers })
      expect(get(actual?.headerList ?? [], 'Access-Control-Expose-Headers')).toBe('X-Total-Count')
      expect(valuesOf(preflight.headerList, 'Access-Control-Max-Age')).toEqual(['7200'])
    })
  })

  describe('without credentials or preflight', () => {
    const server = serving(policies['no-preflight'])

    test('a plain GET is shared', async () =>
      expect((await ask(server.port, { origin: APP })).outcome).toBe('shared'))

    test.each([
      { origin: APP, credentials: true },
      { origin: APP, method: 'PUT' },
      { origin: APP, headers: ['x-request-id'] },
      { origin: LOCAL },
      { origin: 'null' },
    ])('%j is refused', async (asked) => expect((await ask(server.port, asked)).outcome).toBe('blocked'))
  })

  describe('for everyone', () => {
    const server = serving(policies.public)
    const allowed = { method: 'PUT', headers: ['x-request-id'] }

    test.each([APP, 'https://foreign.invalid', 'null'])(
      '%s is served, without credentials',
      async (origin) => {
        expect((await ask(server.port, { origin, ...allowed })).outcome).toBe('shared')
        const { outcome, actual } = await ask(server.port, { origin, credentials: true })
        expect(outcome).toBe('blocked')
        expect(get(actual?.headerList ?? [], 'Access-Control-Allow-Credentials')).toBeNull()
      },
    )

    test.each([{ method: 'PATCH' }, { headers: ['x-evil'] }])('%j is refused', async (asked) =>
      expect((await ask(server.port, { origin: APP, ...asked })).outcome).toBe('blocked'),
    )
  })

  describe('with names and origins that quotes, variables and patterns are made of', () => {
    const server = serving(policies.hostile)
    const { origins, methods, headers } = policies.hostile

    test.each(origins.flatMap((origin) => methods.map((method) => [origin, method] as const)))(
      '%s %s with every header is shared',
      async (origin, method) =>
        expect((await ask(server.port, { origin, method, headers, credentials: true })).outcome).toBe(
          'shared',
        ),
    )

    test.each(['x-!', "x-'", 'x-#0', 'x-%t%d%', "x-'+alert+"])('%s is refused', async (name) =>
      expect((await ask(server.port, { origin: origins[0], method: 'GET', headers: [name] })).outcome).toBe(
        'blocked',
      ),
    )
  })
}
