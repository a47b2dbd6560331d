import { describe, expect, test } from 'vitest'
import { get, type HeaderList, valuesOf } from '../../../../src/fetch/header-list.ts'
import { APP, LOCAL, policies } from '../../policies.ts'
import { ask } from './ask.ts'
import { asksInChromium } from './asks-in-chromium.ts'
import { type Exceptions, part } from './exceptions.ts'
import { originPolicies } from './origin-policies.ts'
import { ERRORS, LOOK_ALIKES, PLACES } from './places.ts'
import { send } from './send.ts'
import { type Boot, serving } from './serving.ts'
import { variesByOrigin } from './varies-by-origin.ts'

const allowOrigin = (headers: HeaderList): readonly string[] =>
  valuesOf(headers, 'Access-Control-Allow-Origin')

/**
 * Asks a server that was configured by a snippet all that the snippet promises, first with the rules of every
 * engine, then in real Chromium. `boot` puts the snippet for a policy where its own text says, and starts the server.
 */
export function battery(boot: Boot, exceptions: Exceptions = {}, errors = ERRORS): void {
  describe('with credentials, for two origins', () => {
    const server = serving(boot, policies.credentials)
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

      part('errors can be read', exceptions, () =>
        test.each(errors)('%s %s is a %i that the page can read', async (method, path, status) => {
          const { outcome, actual } = await ask(server.port, { origin, method, path, credentials: true })
          expect(outcome).toBe('shared')
          expect(actual?.status).toBe(status)
          expect(allowOrigin(actual?.headerList ?? [])).toEqual([origin])
        }),
      )

      part('other methods are refused', exceptions, () =>
        test('PATCH is refused', async () =>
          expect((await ask(server.port, { origin, method: 'PATCH' })).outcome).toBe('blocked')),
      )

      part('other headers are refused', exceptions, () =>
        test.each(['x-evil', 'x-request-id2', 'x-request'])('%s is refused', async (name) =>
          expect((await ask(server.port, { origin, method: 'PUT', headers: [name] })).outcome).toBe(
            'blocked',
          ),
        ),
      )

      part('the preflight passes in front of authentication', exceptions, () =>
        test('and the 401 of the request can be read', async () => {
          const path = '/private'
          const { outcome, preflight, actual } = await ask(server.port, {
            origin,
            path,
            method: 'PUT',
            headers,
          })
          expect(preflight.status).toBeLessThan(300)
          expect([outcome, actual?.status]).toEqual(['shared', 401])
        }),
      )
    })

    describe.each([...LOOK_ALIKES, 'null'])('%s', (origin) => {
      test.each(['GET', 'PUT'])('%s is refused', async (method) => {
        const { outcome, preflight, actual } = await ask(server.port, { origin, method })
        expect(outcome).toBe('blocked')
        expect(allowOrigin([...preflight.headerList, ...(actual?.headerList ?? [])])).toEqual([])
      })

      test('errors are refused as well', async () => {
        for (const [method, path] of errors)
          expect((await ask(server.port, { origin, method, path })).outcome).toBe('blocked')
      })
    })

    part('varies by origin', exceptions, () =>
      test.each(PLACES)('%s %s does, whoever asks', async (method, path) => {
        for (const headers of [{ Origin: APP }, { Origin: 'https://foreign.invalid' }, {}]) {
          const { headerList } = await send(server.port, { method, path, headers })
          expect([headers, variesByOrigin(headerList)]).toEqual([headers, true])
        }
      }),
    )

    part('nothing without an origin', exceptions, () =>
      test('is allowed', async () => {
        const { headerList } = await send(server.port, { method: 'GET', path: '/items', headers: {} })
        expect(allowOrigin(headerList)).toEqual([])
      }),
    )

    test('exposes what it should and nothing else', async () => {
      const { actual } = await ask(server.port, { origin: APP, method: 'PUT', headers })
      expect(get(actual?.headerList ?? [], 'Access-Control-Expose-Headers')).toBe('X-Total-Count')
    })

    part('keeps the preflight as long as said', exceptions, () =>
      test('in one header', async () => {
        const { preflight } = await ask(server.port, { origin: APP, method: 'PUT', headers })
        expect(valuesOf(preflight.headerList, 'Access-Control-Max-Age')).toEqual(['7200'])
      }),
    )

    asksInChromium(server, exceptions, errors)
  })

  describe('without credentials or preflight', () => {
    const server = serving(boot, policies['no-preflight'])

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
    const server = serving(boot, policies.public)
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

  part('origins by pattern', exceptions, () => {
    const server = serving(boot, originPolicies.pattern)
    const headers = policies.credentials.headers

    test.each([
      APP,
      'https://shop-git-a-acme.vercel.app',
      'https://shop-9-acme.vercel.app',
      'https://pr-12.preview.example.com:8443',
    ])('%s is allowed', async (origin) => {
      const { outcome, actual } = await ask(server.port, {
        origin,
        method: 'PUT',
        headers,
        credentials: true,
      })
      expect(outcome).toBe('shared')
      expect(allowOrigin(actual?.headerList ?? [])).toEqual([origin])
    })

    test.each([
      ...['https://shop-acme.vercel.app', 'https://shop--acme.vercel.app', 'http://shop-a-acme.vercel.app'],
      ...['https://shop-a.b-acme.vercel.app', 'https://shop-a-acme.vercel.app.evil.example'],
      ...['https://evil.example/https://shop-a-acme.vercel.app', 'https://shop-a-acmexvercel.app'],
      ...['https://shop-a-acme.vercel.app:444', 'https://pr-12.preview.example.com', LOCAL, 'null'],
    ])('%s is refused', async (origin) => {
      const { outcome, preflight, actual } = await ask(server.port, { origin, method: 'PUT', headers })
      expect(outcome).toBe('blocked')
      expect(allowOrigin([...preflight.headerList, ...(actual?.headerList ?? [])])).toEqual([])
    })
  })

  part('origins from the environment', exceptions, () => {
    const server = serving(boot, originPolicies.environment)
    const headers = policies.credentials.headers

    test.each([APP, 'https://admin.example.com'])('%s is allowed', async (origin) => {
      const { outcome, actual } = await ask(server.port, {
        origin,
        method: 'PUT',
        headers,
        credentials: true,
      })
      expect(outcome).toBe('shared')
      expect(allowOrigin(actual?.headerList ?? [])).toEqual([origin])
    })

    test.each([...LOOK_ALIKES, 'null', `${APP},https://admin.example.com`, 'https://admin.example.com,*'])(
      '%s is refused',
      async (origin) => {
        const { outcome, preflight } = await ask(server.port, {
          origin,
          method: 'PUT',
          headers,
          credentials: true,
        })
        expect([
          outcome,
          get(preflight.headerList, 'Access-Control-Allow-Methods') !== null &&
            allowOrigin(preflight.headerList).length > 0,
        ]).toEqual(['blocked', false])
      },
    )

    test('nothing without an origin is allowed', async () => {
      const { headerList } = await send(server.port, { method: 'GET', path: '/items', headers: {} })
      expect(allowOrigin(headerList)).toEqual([])
    })
  })

  part('hostile names', exceptions, () => {
    const server = serving(boot, policies.hostile)
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
