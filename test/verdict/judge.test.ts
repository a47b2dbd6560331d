import { describe, expect, it } from 'vitest'
import { exchangesOf } from '../../src/evidence/exchanges-of.ts'
import { failingChecks, nextFailingChecks } from '../../src/verdict/failing-checks.ts'
import { isContradicted } from '../../src/verdict/is-contradicted.ts'
import { judge } from '../../src/verdict/judge.ts'
import { openBranches } from '../../src/verdict/open-branches.ts'
import { chrome, entry, firefox, playwright, preflight, proxy } from '../evidence/entry.ts'
import { API, CDN, PAGE } from '../fetch/records.ts'
import { BLOCKED, ruleIds, verdictOn } from './verdict-on.ts'

const ORIGIN = `Origin: ${PAGE}`
const O = 'Access-Control-Allow-Origin'
const ANY = [`${O}: *`]
const ECHO = [`${O}: ${PAGE}`]
const TRUE = 'Access-Control-Allow-Credentials: true'
const INCLUDE = [ORIGIN, 'Cookie: a=b']

describe('one response, credentials mode unknown', () => {
  it('without the header is blocked either way, so nothing is assumed', () => {
    const verdict = verdictOn([entry()], proxy)
    expect(verdict.type).toBe('blocked')
    expect(ruleIds(verdict)).toBe('allow-origin-missing / allow-credentials-missing')
    expect(failingChecks(verdict)[0]).toMatchObject({
      step: 'CORS check: no origin',
      phase: 'actual',
      hop: 0,
      assuming: {},
      evidence: [
        { entry: 0, field: `response.headers.${O}`, value: null },
        { entry: 0, field: 'request.headers.Origin', value: PAGE },
      ],
      fix: [{ type: 'allow origin', origin: PAGE }],
    })
    expect(nextFailingChecks(verdict)[0]?.assuming).toEqual({ credentialsMode: 'include' })
  })

  it('with the wildcard depends on it', () => {
    const verdict = verdictOn([entry({ received: ANY })], proxy)
    expect(verdict.type).toBe('depends')
    expect(ruleIds(verdict)).toBe('allow-origin-wildcard-with-credentials / allow-credentials-missing')
    expect(failingChecks(verdict)[0]?.assuming).toEqual({ credentialsMode: 'include' })
    expect(openBranches(verdict).map(({ outcome }) => outcome.type)).toEqual(['shared', 'blocked'])
  })

  it('with the wildcard, seen blocked, can only have been "include"', () => {
    const verdict = verdictOn([entry({ received: ANY, vendor: BLOCKED })])
    expect(verdict.type).toBe('blocked')
    expect(ruleIds(verdict)).toBe('allow-origin-wildcard-with-credentials / allow-credentials-missing')
    expect(failingChecks(verdict).map(({ assuming }) => assuming)).toEqual([{ credentialsMode: 'include' }])
    expect(openBranches(verdict).map(({ hypothesis }) => hypothesis.assumed)).toEqual([
      { credentialsMode: 'include' },
    ])
  })

  it('with the wildcard, seen shared, is shared', () => {
    const verdict = verdictOn([entry({ received: ANY, vendor: { error: null } })])
    expect([verdict.type, ruleIds(verdict)]).toEqual(['shared', ' / '])
  })

  it('that passes either way is shared, whoever recorded it', () => {
    for (const writer of [proxy, firefox, playwright, chrome]) {
      expect(verdictOn([entry({ received: [...ECHO, TRUE] })], writer).type).toBe('shared')
    }
  })

  it('that passes either way yet was blocked is unexplained, by a contradiction', () => {
    const verdict = verdictOn([entry({ received: [...ECHO, TRUE], vendor: BLOCKED })])
    expect([verdict.type, isContradicted(verdict), ruleIds(verdict)]).toEqual(['unexplained', true, ' / '])
    expect(verdict.engines.chromium).toEqual({ outcome: 'cannot-tell', code: null, codes: [], message: null })
  })

  it('that fails either way yet was shared is unexplained, by a contradiction', () =>
    expect(verdictOn([entry({ vendor: { error: null } })])).toMatchObject({
      type: 'unexplained',
      how: 'contradiction',
    }))

  it('that passes, and failed for a reason that the browser names, is unexplained unless the page aborted', () => {
    const [reset, aborted] = [{ error: 'net::ERR_CONNECTION_RESET' }, { error: 'net::ERR_ABORTED' }]
    const received = [...ECHO, TRUE]
    expect(verdictOn([entry({ received, vendor: aborted })]).type).toBe('shared')
    // The page has the headers, and reading the body fails.
    expect(verdictOn([entry({ received, vendor: reset })])).toMatchObject({
      type: 'unexplained',
      how: 'unknown',
    })
    expect(verdictOn([entry({ status: 0, vendor: reset })])).toMatchObject({
      type: 'unexplained',
      how: 'unknown',
    })
  })

  it('proved "include" by a cookie leaves one branch', () => {
    const verdict = verdictOn([entry({ sent: INCLUDE, received: ANY })], proxy)
    expect([verdict.type, openBranches(verdict).length]).toEqual(['blocked', 1])
    expect(failingChecks(verdict)[0]?.assuming).toEqual({})
  })
})

it('a response that only another entry shows is said to be assumed', () => {
  const blocked = entry({
    index: 1,
    status: 0,
    sent: INCLUDE,
    request: { onTheWire: false },
    vendor: BLOCKED,
  })
  const exchanges = exchangesOf(chrome, [entry({ index: 0, started: 100, sent: INCLUDE }), blocked])
  const verdicts = exchanges.map((exchange) => judge(exchange, { engine: null, show: (value) => value }))
  expect(verdicts.map(({ type }) => type)).toEqual(['blocked', 'blocked'])
  expect(verdicts[1] && failingChecks(verdicts[1])).toMatchObject([
    { assuming: { response: 0 }, evidence: [{ entry: 0 }, { entry: 0 }] },
  ])
})

describe('a preflight without its actual request', () => {
  it('that failed is why', () => {
    const verdict = verdictOn([preflight('PUT', { status: 405 })], firefox)
    expect([verdict.type, ruleIds(verdict)]).toEqual([
      'blocked',
      'preflight-status-not-ok allow-credentials-missing / ',
    ])
    expect(failingChecks(verdict).map(({ phase, assuming }) => [phase, assuming])).toEqual([
      ['preflight', {}],
      ['preflight', { credentialsMode: 'include' }],
    ])
  })

  it('that failed for "include" only is why where the request is seen blocked, else it depends', () => {
    expect(verdictOn([preflight('PUT')], firefox)).toMatchObject({
      type: 'blocked',
      failing: [{ phase: 'preflight' }],
    })
    expect(verdictOn([preflight('PUT')], proxy).type).toBe('depends')
  })

  it('that passes either way tells nothing', () => {
    const asked = preflight('PUT', { received: [...ECHO, TRUE, 'Access-Control-Allow-Methods: PUT'] })
    const verdict = verdictOn([asked], proxy)
    expect([verdict.type, ruleIds(verdict)]).toEqual(['cannot-tell', ' / '])
    expect(verdict.type === 'cannot-tell' && verdict.missing).toContain('response not recorded')
    expect(verdictOn([asked], firefox).type).toBe('unexplained')
  })
})

describe('a preflight with its actual request', () => {
  const put = (given: object = {}) => entry({ method: 'PUT', status: 0, vendor: BLOCKED, ...given })

  it('that failed is why, not the response that nobody sent', () => {
    const verdict = verdictOn([put(), preflight('PUT', { index: 1, status: 401, received: [] })])
    expect(verdict.type).toBe('blocked')
    expect(failingChecks(verdict)[0]).toMatchObject({
      phase: 'preflight',
      evidence: [{ entry: 1 }, { entry: 1 }],
    })
    expect(failingChecks(verdict)[0]?.finding.rule.id).toBe('allow-origin-missing')
  })

  it('that passed leaves it to the actual response', () => {
    const verdict = verdictOn([put({ status: 200, received: [] }), preflight('PUT', { index: 1 })])
    expect(failingChecks(verdict)[0]).toMatchObject({
      phase: 'actual',
      evidence: [{ entry: 0 }, { entry: 0 }],
    })
  })

  it('cannot have failed where the actual request was answered', () => {
    const verdict = verdictOn([
      put({ status: 200, received: ECHO }),
      preflight('PUT', { index: 1, status: 500 }),
    ])
    expect([verdict.type, isContradicted(verdict)]).toEqual(['unexplained', true])
  })

  it.each([
    ['without the fields that Firefox marks it with', {}],
    ['with timings that another tool filled in', { securityState: 'insecure' }],
  ])('that failed is why in a Firefox recording %s', (_, vendor) => {
    const asked = entry({ index: 1, method: 'PUT', status: 0, started: 999, vendor })
    const verdict = verdictOn([preflight('PUT', { status: 500 }), asked], firefox)
    expect([verdict.type, ruleIds(verdict).split(' ')[0]]).toEqual(['blocked', 'preflight-status-not-ok'])
    expect(verdict.exchange.observed).toMatchObject({ outcome: 'blocked', elsewhere: false })
  })
})

describe('redirects', () => {
  it('that taint the origin block at the hop where they end', () => {
    const verdict = verdictOn([
      entry({
        index: 0,
        status: 302,
        received: [`Location: ${CDN}`, ...ECHO, TRUE],
        vendor: { error: null },
      }),
      entry({ index: 1, started: 1_011, url: CDN, sent: ['Origin: null'], received: ECHO, vendor: BLOCKED }),
    ])
    expect([verdict.type, failingChecks(verdict)[0]?.hop]).toEqual(['blocked', 1])
    expect(failingChecks(verdict)[0]?.finding.rule.id).toBe('allow-origin-null-after-redirect')
    expect(failingChecks(verdict)[0]?.evidence[0]).toMatchObject({ entry: 1, value: PAGE })
  })

  it('whose own response fails block there', () => {
    const verdict = verdictOn([entry({ status: 302, received: [`Location: ${API}/2`], vendor: BLOCKED })])
    expect(failingChecks(verdict)[0]).toMatchObject({
      hop: 0,
      finding: { rule: { id: 'allow-origin-missing' } },
    })
  })
})

it('nothing is tried where no origin can be guessed and nothing was seen', () =>
  expect(verdictOn([entry({ sent: ['Sec-Fetch-Mode: cors'], request: { onTheWire: false } })])).toMatchObject(
    {
      type: 'not-cors',
      why: 'no origin',
    },
  ))
