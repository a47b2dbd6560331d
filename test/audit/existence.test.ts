import { expect, test } from 'vitest'
import { type Existence, namesToLookUp } from '../../src/audit/existence.ts'
import { lookUp } from '../../src/network/look-up.ts'
import { auditFake, type FakeApi, idsOf } from './fake-api.ts'

const ORIGIN = 'https://old-shop.acme.dev'

const api: FakeApi = ({ origin, isPreflight, path }) => ({
  status: isPreflight ? 204 : path === '/items' ? 200 : 404,
  headers: {
    Vary: 'Origin',
    ...(origin === ORIGIN
      ? { 'Access-Control-Allow-Origin': ORIGIN, 'Access-Control-Allow-Credentials': 'true' }
      : {}),
  },
})

test.each([
  ['no', ['origin-does-not-exist'], 'high'],
  ['yes', [], undefined],
  ['unknown', [], undefined],
] as const)('names of which the DNS says "%s"', async (existence, ids, severity) => {
  const audit = await auditFake(api, { origins: [ORIGIN], existence })
  expect(idsOf(audit)).toEqual(ids)
  expect(audit.found[0]?.severity).toBe(severity)
})

test('a name that is missing from a domain that somebody has matters less', async () => {
  const lookedUp = async (host: string): Promise<Existence> => (host === 'acme.dev' ? 'yes' : 'no')
  const audit = await auditFake(api, { origins: [ORIGIN], lookUp: lookedUp })
  expect(audit.found[0]?.severity).toBe('low')
})

test.each([
  'http://localhost:5173',
  'http://127.0.0.1:3000',
  'https://app.example.com',
  'https://app.test',
  'http://printer.local',
  'http://192.168.0.7',
  'capacitor://localhost',
])('%s is not looked up', (origin) =>
  expect(namesToLookUp({ url: 'https://api.acme.dev/', origins: [origin], headers: [] })).toEqual([]),
)

test('a name of no registry is not said to be there', async () =>
  expect(await lookUp('whycors-audit-test.invalid')).not.toBe('yes'))
