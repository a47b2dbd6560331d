import { describe, expect, test } from 'vitest'
import { APP, policies } from '../policies.ts'
import { ask } from './battery/ask.ts'
import { battery } from './battery/battery.ts'
import { serving } from './battery/serving.ts'
import { variesByOrigin } from './battery/varies-by-origin.ts'
import { versionOfPackage } from './start/installed.ts'
import { runsOn } from './start/runs-on.ts'
import { startAzureFunctions } from './start/start-azure-functions.ts'

const OUTSIDE = 'Azure answers a route or a method that no function has by itself'

describe('Azure Functions', () => {
  // The host of Azure cannot be installed here; Node.js calls the handlers with the requests of Azure's package.
  battery((policy) => startAzureFunctions(policy), {
    'errors can be read': OUTSIDE,
    'varies by origin': OUTSIDE,
  })

  describe('of the errors', () => {
    const server = serving((policy) => startAzureFunctions(policy), policies.credentials)

    test.each([
      ['/private', 401],
      ['/boom', 500],
      ['/bad', 502],
    ])('that of a handler can be read and varies by origin: %s %i', async (path, status) => {
      const { outcome, actual } = await ask(server.port, { origin: APP, path, credentials: true })
      expect([outcome, actual?.status]).toEqual(['shared', status])
      expect(variesByOrigin(actual?.headerList ?? [])).toBe(true)
    })
  })

  runsOn(
    'azure-functions',
    () => `@azure/functions ${versionOfPackage('@azure/functions')}, without the host of Azure`,
    { exactly: true },
  )
})
