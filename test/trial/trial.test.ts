import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { engines } from '../../src/engines/index.ts'
import { mainFetch } from '../../src/fetch/main-fetch.ts'
import type { Network } from '../../src/fetch/network.ts'
import type { CorsPolicy } from '../../src/fix/policy/policy.ts'
import { policyNetwork } from '../../src/fix/policy/respond.ts'
import { readHarText } from '../../src/har/read-har.ts'
import { plain } from '../../src/text/plain.ts'
import type { Trial } from '../../src/trial/trial.ts'
import { underTrial } from '../../src/trial/trial-headers.ts'
import { trialOf } from '../../src/trial/trial-of.ts'
import { trialOutcome } from '../../src/trial/trial-outcome.ts'
import { trialRules } from '../../src/trial/trial-rules.ts'
import { whyNotTriable } from '../../src/trial/why-not-triable.ts'
import { diagnosesOf } from '../diagnoses-of.ts'
import { fetchRequest } from '../fetch/records.ts'
import { chromeEntry, chromePreflight, harText } from '../make-har.ts'

const PAGE = 'https://app.example'
const policy: CorsPolicy = {
  origins: [PAGE],
  methods: ['PUT'],
  headers: ['x-a'],
  exposed: ['x-total'],
  credentials: true,
  maxAge: 600,
}
const trial: Trial = {
  target: 'https://api.test:8443',
  origin: PAGE,
  policy,
  answersPreflights: false,
  redirected: [],
}

describe('the rules of a trial', () => {
  const [preflight, actual] = trialRules(trial, 7, 41)

  it('reach fetches of one host in one tab to one API', () => {
    const shared = {
      urlFilter: '|https://api.test:8443/',
      tabIds: [7],
      resourceTypes: ['xmlhttprequest'],
      initiatorDomains: ['app.example'],
    }
    expect(preflight.condition).toEqual({ ...shared, requestMethods: ['options'] })
    expect(actual.condition).toEqual({ ...shared, excludedRequestMethods: ['options'] })
    expect([preflight.id, actual.id]).toEqual([41, 42])
  })

  it('are the policy and nothing more', () => {
    expect(preflight.action.responseHeaders).toEqual([
      { header: 'access-control-allow-origin', operation: 'set', value: PAGE },
      { header: 'access-control-allow-credentials', operation: 'set', value: 'true' },
      { header: 'access-control-allow-methods', operation: 'set', value: 'PUT' },
      { header: 'access-control-allow-headers', operation: 'set', value: 'x-a' },
      // Nothing of a trial stays in the browser's cache.
      { header: 'access-control-max-age', operation: 'set', value: '0' },
      { header: 'access-control-expose-headers', operation: 'remove' },
    ])
    expect(actual.action.responseHeaders.map(({ header, operation }) => `${operation} ${header}`)).toEqual([
      'set access-control-allow-origin',
      'set access-control-allow-credentials',
      'set access-control-expose-headers',
      'remove access-control-allow-methods',
      'remove access-control-allow-headers',
      'remove access-control-max-age',
    ])
  })
})

describe('a trial equals the deployment', () => {
  const names = fc.subarray(['x-a', 'x-b', 'content-type', 'authorization'])
  const grants = fc.record({
    methods: fc.subarray(['PUT', 'PATCH', 'DELETE']),
    headers: names,
    credentials: fc.boolean(),
  })
  const asked = fc.record({
    method: fc.constantFrom('GET', 'POST', 'PUT', 'PATCH', 'DELETE'),
    sends: names,
    include: fc.boolean(),
    server: fc.constantFrom('none', '*', 'https://other.test', 'twice'),
  })

  it('for what the server sends without any CORS header, or with wrong ones', () =>
    fc.assert(
      fc.property(grants, asked, (granted, { method, sends, include, server }) => {
        const kept: CorsPolicy = { ...policy, ...granted, origins: [PAGE], exposed: [], maxAge: null }
        const request = fetchRequest({
          origin: PAGE,
          method,
          urlList: [`${trial.target}/items`],
          credentialsMode: include ? 'include' : 'same-origin',
          headerList: sends.map((name) => ({ name, value: name === 'content-type' ? 'a/json' : '1' })),
        })
        const wrong = { name: 'Access-Control-Allow-Origin', value: server }
        const recorded =
          server === 'none' ? [] : server === 'twice' ? [wrong, { ...wrong, value: PAGE }] : [wrong]
        const seen = (phase: 'preflight' | 'actual', status: number) => ({
          type: 'response' as const,
          response: { status, headerList: underTrial(recorded, { ...trial, policy: kept }, phase) },
        })
        const tried: Network = { preflight: () => seen('preflight', 204), actual: () => seen('actual', 200) }
        for (const { implementation } of Object.values(engines))
          expect(mainFetch(request, tried, implementation).type).toBe(
            mainFetch(request, policyNetwork(kept), implementation).type,
          )
      }),
      { seed: 2026, numRuns: 500 },
    ))
})

function diagnosed(...entries: readonly object[]) {
  const read = readHarText(harText(entries), 0, 'test.har')
  const [diagnosis] = diagnosesOf(read.recording, read.entries, { engine: null, show: (value) => value })
  const plan = diagnosis?.plan ?? null
  if (diagnosis === undefined || plan === null || plan.policy === null) throw new Error('nothing planned')
  const { verdict } = diagnosis
  const wanted = plan.policy
  const outcome = (answersPreflights = false, browser: 'chromium' | 'firefox' = 'chromium') => {
    const made = trialOf(verdict, plan, wanted, answersPreflights)
    return made === null ? null : trialOutcome(verdict.exchange, made, browser)
  }
  const why = (
    answersPreflights = false,
    other: CorsPolicy = wanted,
    browser: 'chromium' | 'firefox' = 'chromium',
  ) => {
    const said = whyNotTriable({ verdict, plan, policy: other, answersPreflights, browser })
    return said === null ? null : plain(said, (value) => value)
  }
  return { outcome, why, wanted }
}
const failed = { error: 'net::ERR_FAILED' } as const

describe('what a trial comes to', () => {
  it('is that the request is allowed, where headers alone were wrong', () => {
    const { outcome, why } = diagnosed(chromeEntry({ ...failed, credentials: 'include' }))
    expect([outcome(), why()]).toEqual(['allowed', null])
  })

  it('is open for a preflight without headers: what would come after it was not sent', () => {
    const { outcome, why } = diagnosed(
      chromePreflight({ method: 'PUT', asks: 'x-a' }),
      chromeEntry({ method: 'PUT', status: 0, ...failed }),
    )
    expect([outcome(), why()]).toEqual(['unknown', null])
  })

  it('is nothing new for a preflight with an error status, unless the trial responds itself', () => {
    const { outcome, why } = diagnosed(
      chromePreflight({ method: 'PUT', status: 405 }),
      chromeEntry({ method: 'PUT', status: 0, ...failed }),
    )
    expect(outcome()).toBe('blocked')
    expect(why()).toMatch(/status 405, and an extension can't change a status/)
    expect([outcome(true), why(true)]).toEqual(['unknown', null])
  })

  it('is open for a redirected preflight that the trial responds to itself', () => {
    const { why } = diagnosed(
      chromePreflight({ method: 'PUT', status: 302, response: { Location: 'https://api.example/items/' } }),
      chromeEntry({ method: 'PUT', status: 0, ...failed }),
    )
    expect(why()).toMatch(/status 302, and an extension can't change a status/)
    expect(why(true)).toBe(null)
  })

  it('is announced for a redirect to another origin', () => {
    const { why } = diagnosed(
      chromeEntry({ ...failed, status: 302, response: { Location: 'https://b.test/items' } }),
    )
    const announced = "A trial changes response headers only. Do what's described above first."
    expect([why(), why(true)]).toEqual([announced, announced])
  })

  it('is nothing new in Firefox where the server names the origin twice, unless it does so in lower case', () => {
    const twice = (name: string) => diagnosed(chromeEntry({ ...failed, response: { [name]: [PAGE, PAGE] } }))
    const { why, wanted, outcome } = twice('Access-Control-Allow-Origin')
    expect([why(), outcome()]).toEqual([null, 'allowed'])
    expect(why(false, wanted, 'firefox')).toMatch(/^Firefox checks .* headers that the server sent/)
    expect(outcome(false, 'firefox')).toBe('blocked')
    expect(twice('access-control-allow-origin').outcome(false, 'firefox')).toBe('allowed')
  })

  it('needs the page in the policy', () => {
    const { why, wanted } = diagnosed(chromeEntry({ ...failed, credentials: 'include' }))
    expect(why(false, { ...wanted, origins: ['https://other.test'] })).toMatch(/doesn't allow/)
  })
})
