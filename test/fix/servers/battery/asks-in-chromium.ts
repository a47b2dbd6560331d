import { describe, expect, test } from 'vitest'
import { APP, LOCAL, policies } from '../../policies.ts'
import { fetches } from '../chromium/fetches.ts'
import { type Exceptions, part } from './exceptions.ts'
import { type Failing, LOOK_ALIKES } from './places.ts'

/** One port cannot serve http and https, and the pages of the allowed origin are served there. */
const VISITED = [...LOOK_ALIKES.filter((origin) => origin !== 'https://localhost:5173'), 'null']

const BLOCKED = { type: 'blocked' }

/** Asks a server that keeps `policies.credentials` from pages of real origins in real Chromium. */
export function asksInChromium(
  server: { readonly port: number },
  exceptions: Exceptions,
  errors: readonly Failing[],
): void {
  describe('in real Chromium', () => {
    const fetched = fetches()
    const { methods, headers } = policies.credentials

    describe.each([APP, LOCAL])('%s', (origin) => {
      test.each(methods)('%s with every header and credentials is shared', async (method) =>
        expect(await fetched(server.port, { origin, method, headers, credentials: true })).toEqual({
          type: 'shared',
          status: 200,
        }),
      )

      part('errors can be read', exceptions, () =>
        test.each(errors)('%s %s is a %i', async (method, path, status) =>
          // With credentials a browser would ask somebody for the password first.
          expect(
            await fetched(server.port, { origin, method, path, credentials: path !== '/private' }),
          ).toEqual({ type: 'shared', status }),
        ),
      )

      part('other methods are refused', exceptions, () =>
        test('PATCH', async () =>
          expect(await fetched(server.port, { origin, method: 'PATCH' })).toEqual(BLOCKED)),
      )

      part('other headers are refused', exceptions, () =>
        test('x-evil', async () =>
          expect(await fetched(server.port, { origin, method: 'PUT', headers: ['x-evil'] })).toEqual(
            BLOCKED,
          )),
      )
    })

    test.each(VISITED)('%s is refused', async (origin) => {
      for (const method of ['GET', 'PUT'])
        for (const credentials of [false, true])
          expect(await fetched(server.port, { origin, method, credentials })).toEqual(BLOCKED)
    })
  })
}
