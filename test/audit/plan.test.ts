import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { lints } from '../../src/audit/lints/index.ts'
import { planProbes } from '../../src/audit/plan-probes.ts'
import { type Probe, probeKey } from '../../src/audit/probe.ts'
import type { AuditTarget } from '../../src/audit/target.ts'
import { auditFake, idsOf } from './fake-api.ts'

const target = (...origins: readonly string[]): AuditTarget => ({
  url: 'https://api.example.com/v1/items?page=1',
  origins,
  headers: [],
})

const originsOf = (probes: readonly Probe[]): readonly (string | null)[] => [
  ...new Set(probes.map(({ origin }) => origin)),
]

describe('the requests of an audit', () => {
  test('are each sent once, however many lints need them', () => {
    const probes = planProbes(target('https://app.example.com', 'https://admin.example.com'))
    expect(new Set(probes.map(probeKey)).size).toBe(probes.length)
    const needed = lints.flatMap((lint) => lint.probes(target('https://app.example.com')))
    expect(needed.length).toBeGreaterThan(70)
    expect(planProbes(target('https://app.example.com')).length).toBeLessThan(40)
  })

  test('begin with the own page, and end with what may not be needed', () => {
    const probes = planProbes(target('https://app.example.com'))
    expect(probes[0]).toMatchObject({ method: 'GET', origin: 'https://app.example.com' })
    const first = probes.findIndex(({ onlyIfListed }) => onlyIfListed)
    expect(probes.slice(first).every(({ onlyIfListed }) => onlyIfListed)).toBe(true)
    expect(first).toBeLessThan(12)
  })

  test.each([
    [
      'https://app.example.co.uk',
      ['https://whycorsauditexample.co.uk', 'https://appxexample.co.uk', 'https://app.examplexco.uk'],
    ],
    ['https://example.com', ['https://whycorsauditexample.com', 'https://example.com.whycorsaudit.example']],
    ['https://shop.vercel.app', ['https://whycorsaudit.vercel.app', 'https://whycorsauditshop.vercel.app']],
    ['http://localhost:5173', ['http://localhost.whycorsaudit.example', 'http://localhost:54321']],
    ['http://127.0.0.1:3000', ['http://127.0.0.1.whycorsaudit.example:3000', 'http://127.0.0.1:54321']],
    [
      'https://app.example.com:8443',
      ['https://whycorsauditexample.com:8443', 'https://appxexample.com:8443'],
    ],
    ['https://a.b.example.com', ['https://a.bxexample.com', 'https://whycorsaudit.a.b.example.com']],
  ])('for %s have %j', (origin, expected) =>
    expect(originsOf(planProbes(target(origin)))).toEqual(expect.arrayContaining([...expected])),
  )

  test('never have a variant that is an origin of the API itself', () => {
    const own = ['https://app.example.com', 'http://app.example.com', 'http://localhost:3000', 'null']
    const probes = planProbes(target(...own)).filter(({ onlyIfListed }) => onlyIfListed)
    expect(originsOf(probes).filter((origin) => origin !== null && own.includes(origin))).toEqual([])
  })

  test('are harmless and can be sent, whatever the origin', () => {
    const host = fc.oneof(
      fc.domain(),
      fc.ipV4(),
      fc.ipV6().map((ip) => `[${ip}]`),
      fc.constantFrom('localhost', 'intranet', 'xn--bcher-kva.example', 'a_b.example.', 'com', 'co.uk'),
    )
    const origin = fc
      .tuple(
        fc.constantFrom('https', 'http', 'capacitor', 'chrome-extension'),
        host,
        fc.option(fc.nat(65_535)),
      )
      .map(([scheme, name, port]) => `${scheme}://${name}${port === null ? '' : `:${port}`}`)
    fc.assert(
      fc.property(fc.uniqueArray(origin, { minLength: 1, maxLength: 3 }), (origins) => {
        for (const probe of planProbes(target(...origins))) {
          expect(['GET', 'OPTIONS']).toContain(probe.method)
          expect(new URL(probe.url).origin).toBe('https://api.example.com')
          expect(probe.origin ?? '').toMatch(/^[\x21-\x7e]*$/)
        }
      }),
      { numRuns: 300 },
    )
  })

  test('find nothing at a server that allows only what it should, whatever the origin', async () => {
    for (const origin of [
      'https://example.com',
      'https://a.b.example.co.uk',
      'http://localhost:5173',
      'http://[::1]:8080',
      'https://shop.vercel.app',
      'capacitor://localhost',
    ]) {
      const audit = await auditFake(
        (seen) => ({
          status: seen.path === '/items' ? 200 : 404,
          headers: {
            Vary: 'Origin',
            ...(seen.origin === origin
              ? { 'Access-Control-Allow-Origin': origin, 'Access-Control-Allow-Credentials': 'true' }
              : {}),
          },
        }),
        { origins: [origin] },
      )
      expect([origin, idsOf(audit), audit.undecided]).toEqual([origin, [], []])
    }
  })
})
