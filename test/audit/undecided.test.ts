import { describe, expect, test } from 'vitest'
import type { Audit } from '../../src/audit/audit-api.ts'
import { plain } from '../../src/text/plain.ts'
import { APP, auditFake, type FakeApi, idsOf } from './fake-api.ts'

const careful: FakeApi = ({ origin, isPreflight, path }) => ({
  status: isPreflight ? 204 : path === '/items' ? 200 : 404,
  headers: { Vary: 'Origin', ...(origin === APP ? { 'Access-Control-Allow-Origin': APP } : {}) },
})

const reasonsOf = ({ undecided }: Audit): readonly string[] =>
  undecided.map(({ why }) => plain(why, (value) => value))

const openIn = ({ undecided }: Audit): readonly string[] => undecided.flatMap(({ lints }) => lints)

describe('a response that the API may not have made shows nothing', () => {
  test.each([500, 502, 503])('%d for foreign origins', async (status) => {
    const audit = await auditFake((seen) => (seen.origin === APP ? careful(seen) : { status }))
    expect(idsOf(audit)).toEqual([])
    expect(reasonsOf(audit)).toContainEqual(expect.stringContaining(`The server responded \`${status}\``))
    expect(openIn(audit)).toEqual(expect.arrayContaining(['reflects-any-origin', 'null-origin-allowed']))
  })

  test('the page of a firewall', async () => {
    const audit = await auditFake((seen) =>
      seen.origin === 'null'
        ? { status: 403, headers: { Server: 'cloudflare', 'CF-RAY': '8f1-FRA', 'cf-mitigated': 'challenge' } }
        : careful(seen),
    )
    expect(reasonsOf(audit)).toEqual(['Cloudflare responded `403`.'])
    expect(openIn(audit)).toEqual(['null-origin-allowed'])
  })

  test('but one with CORS headers does, whatever its status', async () => {
    const audit = await auditFake((seen) =>
      seen.origin === 'null'
        ? { status: 503, headers: { Vary: 'Origin', 'Access-Control-Allow-Origin': 'null' } }
        : careful(seen),
    )
    expect(idsOf(audit)).toEqual(['null-origin-allowed'])
  })

  test('and a 403 of the API itself refuses', async () => {
    const audit = await auditFake((seen) =>
      seen.origin === APP || seen.origin === ''
        ? careful(seen)
        : { status: 403, headers: { Vary: 'Origin' }, body: 'Invalid CORS request' },
    )
    expect([idsOf(audit), audit.undecided]).toEqual([[], []])
  })
})

describe('an origin that is not allowed', () => {
  test('leaves its variants open', async () => {
    const audit = await auditFake(careful, { origins: ['https://app.example.org'] })
    expect(idsOf(audit)).toEqual([])
    expect(reasonsOf(audit)).toEqual([
      "The API doesn't allow `https://app.example.org` here, so variants of it show nothing. Check `--origin` and the URL.",
    ])
    expect(openIn(audit)).toContain('prefix-match')
    expect(openIn(audit)).not.toContain('null-origin-allowed')
  })

  test('leaves everything about origins open if the page gets an error', async () => {
    const audit = await auditFake(() => ({ status: 401 }))
    expect(openIn(audit)).toEqual(
      expect.arrayContaining(['reflects-any-origin', 'null-origin-allowed', 'prefix-match']),
    )
    expect(openIn(audit)).not.toContain('open-crossdomain-file')
  })

  test('says nothing if another one is allowed', async () => {
    const audit = await auditFake(careful, { origins: [APP, 'https://app.example.org'] })
    expect(audit.undecided).toEqual([])
  })
})

test('`*` on this machine is fine for a copy of a public API, and not for a service of the machine', async () => {
  const audit = await auditFake(() => ({ headers: { 'Access-Control-Allow-Origin': '*' } }), {
    url: 'http://localhost:8080/items',
  })
  expect(idsOf(audit)).toEqual([])
  expect(openIn(audit)).toEqual(['wildcard-on-private-network'])
})
