import { describe, expect, it } from 'vitest'
import { standard } from '../../src/fetch/implementation.ts'
import { mainFetch } from '../../src/fetch/main-fetch.ts'
import type { FetchRequest } from '../../src/fetch/request.ts'
import { API, CDN, fetchRequest, type Hop, headers, network, PAGE, response } from './records.ts'

const ALLOW = `Access-Control-Allow-Origin: ${PAGE}`
const OK = response(200, ALLOW)
const to = (location: string, ...lines: readonly string[]) => response(302, `Location: ${location}`, ...lines)
const PREFLIGHT_OK = response(
  204,
  ALLOW,
  'Access-Control-Allow-Methods: PUT',
  'Access-Control-Allow-Headers: x-a',
)

function run(parts: Partial<FetchRequest>, ...hops: readonly Hop[]) {
  const noted = network(...hops)
  const outcome = mainFetch(fetchRequest(parts), noted, standard)
  const failure = outcome.type === 'blocked' ? outcome.failure : null
  return { ...noted, outcome, failure, step: failure?.step ?? outcome.type }
}

describe('without a redirect', () => {
  it('shares a response that passes the CORS check, of any status', () => {
    expect(run({}, { actual: OK }).outcome).toMatchObject({ type: 'shared', tainting: 'cors', response: OK })
    expect(run({}, { actual: response(500, ALLOW) }).step).toBe('shared')
  })

  it('blocks one that does not, and says on what', () => {
    const { failure } = run({}, { actual: response(200) })
    expect(failure).toEqual({
      step: 'CORS check: no origin',
      phase: 'actual',
      hop: 0,
      request: fetchRequest(),
      preflightRequest: null,
      response: response(200),
      serializedOrigin: PAGE,
    })
  })

  it('never checks a response of the own origin, nor one in mode "no-cors"', () => {
    expect(run({ urlList: [`${PAGE}/x`] }, { actual: response(200) }).outcome).toMatchObject({
      tainting: 'basic',
    })
    expect(run({ mode: 'no-cors' }, { actual: response(200) }).outcome).toMatchObject({ tainting: 'opaque' })
  })

  it('ends before anything is sent in mode "same-origin", or for a scheme that is not HTTP(S)', () => {
    const same = run({ mode: 'same-origin' }, { actual: OK })
    expect([same.step, same.sent]).toEqual(['main fetch: mode is same-origin', []])
    const file = run({ urlList: ['file:///x'] }, { actual: OK })
    expect([file.step, file.sent]).toEqual(['main fetch: scheme is not HTTP(S)', []])
    expect(file.failure).toMatchObject({ phase: 'actual', response: null })
  })

  it.each([
    ['network error', 'network error'],
    ['not recorded', 'awaits'],
    ['passed', 'awaits'],
  ] as const)('with the answer "%s" is "%s"', (answer, type) =>
    expect(run({}, { actual: answer }).outcome).toEqual({ type, phase: 'actual', hop: 0 }),
  )
})

describe('a preflight', () => {
  it.each<[string, Partial<FetchRequest>, readonly string[]]>([
    ['none for a GET', {}, ['GET']],
    [
      'none for a POST of text',
      { method: 'POST', headerList: headers('Content-Type: text/plain') },
      ['POST'],
    ],
    ['for PUT', { method: 'PUT' }, ['OPTIONS PUT', 'PUT']],
    ['for a header', { headerList: headers('X-A: 1') }, ['OPTIONS GET x-a', 'GET']],
    [
      'for the use-CORS-preflight flag',
      { method: 'POST', useCorsPreflightFlag: true },
      ['OPTIONS POST', 'POST'],
    ],
    ['none to the own origin', { method: 'PUT', urlList: [`${PAGE}/x`] }, ['PUT']],
    ['none in mode "no-cors"', { headerList: headers('X-A: 1'), mode: 'no-cors' }, ['GET']],
  ])('is due: %s', (_, parts, sent) =>
    expect(run(parts, { preflight: PREFLIGHT_OK, actual: OK }).sent).toEqual(sent),
  )

  it('that fails keeps the actual request from being sent', () => {
    const { failure, sent } = run({ method: 'PUT' }, { preflight: response(404, ALLOW), actual: OK })
    expect(sent).toEqual(['OPTIONS PUT'])
    expect(failure).toMatchObject({ step: 'CORS-preflight fetch: not an ok status', phase: 'preflight' })
    expect(failure?.preflightRequest).toMatchObject({ url: API, origin: PAGE, method: 'PUT' })
  })

  it('that passes does not spare the actual response its CORS check', () => {
    const { failure } = run({ method: 'PUT' }, { preflight: PREFLIGHT_OK, actual: response(200) })
    expect(failure).toMatchObject({ step: 'CORS check: no origin', phase: 'actual', preflightRequest: null })
  })

  it.each([
    ['network error', { type: 'network error', phase: 'preflight', hop: 0 }],
    ['not recorded', { type: 'awaits', phase: 'preflight', hop: 0 }],
  ] as const)('with the answer "%s" goes no further', (answer, outcome) =>
    expect(run({ method: 'PUT' }, { preflight: answer, actual: OK }).outcome).toEqual(outcome),
  )

  it('that is known to have passed is taken as passed', () =>
    expect(run({ method: 'PUT' }, { preflight: 'passed', actual: OK }).step).toBe('shared'))
})

describe('a redirect', () => {
  it('is checked like any response before it is followed', () => {
    expect(run({}, { actual: to(CDN) }).failure).toMatchObject({ step: 'CORS check: no origin', hop: 0 })
    expect(run({}, { actual: to('data:,x') }).step).toBe('CORS check: no origin')
  })

  it('within one foreign origin keeps the page’s origin', () =>
    expect(run({}, { actual: to('/2', ALLOW) }, { actual: OK }).step).toBe('shared'))

  it('from one foreign origin to another makes the origin "null"', () => {
    const hops = (last: string): readonly Hop[] => [
      { actual: to(CDN, ALLOW) },
      { actual: response(200, `Access-Control-Allow-Origin: ${last}`) },
    ]
    expect(run({}, ...hops(PAGE)).failure).toMatchObject({
      step: 'CORS check: origin differs',
      hop: 1,
      serializedOrigin: 'null',
    })
    expect(run({}, ...hops('null')).step).toBe('shared')
    expect(run({}, ...hops('*')).step).toBe('shared')
  })

  it('back to the page’s own origin stays tainted "cors"', () => {
    const back = { actual: to(`${PAGE}/x`, ALLOW) }
    expect(run({}, back, { actual: response(200) }).failure).toMatchObject({
      step: 'CORS check: no origin',
      hop: 1,
    })
    expect(
      run({}, back, { actual: response(200, 'Access-Control-Allow-Origin: null') }).outcome,
    ).toMatchObject({
      type: 'shared',
      tainting: 'cors',
    })
  })

  it('from the own origin to a foreign one is checked from there on', () => {
    const own = { urlList: [`${PAGE}/x`] as const }
    expect(run(own, { actual: to(API) }, { actual: OK }).step).toBe('shared')
    expect(run(own, { actual: to(API) }, { actual: response(200) }).failure).toMatchObject({ hop: 1 })
  })

  it('asks for a preflight at each hop that needs one, with the origin as it is there', () => {
    const put = { method: 'PUT', headerList: headers('X-A: 1', 'Authorization: t') }
    const first = response(
      204,
      ALLOW,
      'Access-Control-Allow-Methods: PUT',
      'Access-Control-Allow-Headers: x-a, authorization',
    )
    const second = response(
      204,
      'Access-Control-Allow-Origin: *',
      'Access-Control-Allow-Methods: *',
      'Access-Control-Allow-Headers: *',
    )
    const noted = run(
      put,
      { preflight: first, actual: response(307, ALLOW, `Location: ${CDN}`) },
      { preflight: second, actual: response(200, 'Access-Control-Allow-Origin: *') },
    )
    expect(noted.step).toBe('shared')
    // Authorization is gone at the other origin, so that the second preflight need not name it.
    expect(noted.sent).toEqual(['OPTIONS PUT authorization x-a', 'PUT', 'OPTIONS PUT x-a', 'PUT'])
    expect(noted.origins).toEqual([PAGE, 'null'])
  })

  it('needs no preflight once POST has become GET and its Content-Type is gone', () => {
    const post = { method: 'POST', headerList: headers('Content-Type: application/json') }
    const json = response(204, ALLOW, 'Access-Control-Allow-Headers: content-type')
    const noted = run(post, { preflight: json, actual: to('/2', ALLOW) }, { actual: OK })
    expect(noted.sent).toEqual(['OPTIONS POST content-type', 'POST', 'GET'])
    expect(noted.requests[1]?.headerList).toEqual([])
  })

  it('fails at the step that HTTP-redirect fetch gives', () => {
    expect(run({}, { actual: to('http://', ALLOW) }).step).toBe('HTTP-redirect fetch: location is not a URL')
    expect(run({}, { actual: to('https://u:p@cdn.example/', ALLOW) }).failure).toMatchObject({
      step: 'HTTP-redirect fetch: URL includes credentials',
      phase: 'actual',
      request: fetchRequest(),
    })
  })

  it('is followed 20 times', () => {
    const hops = (redirects: number) => [...Array(redirects).fill({ actual: to(API, ALLOW) }), { actual: OK }]
    expect(run({}, ...hops(20)).step).toBe('shared')
    expect(run({}, ...hops(21)).failure).toMatchObject({
      step: 'HTTP-redirect fetch: too many redirects',
      hop: 20,
    })
  })

  it('ends the fetch in redirect mode "error", after the CORS check', () => {
    expect(run({ redirectMode: 'error' }, { actual: to(CDN, ALLOW) }).step).toBe(
      'HTTP fetch: redirect mode is error',
    )
    expect(run({ redirectMode: 'error' }, { actual: to(CDN) }).step).toBe('CORS check: no origin')
    expect(run({ redirectMode: 'error' }, { actual: to('http://', ALLOW) }).step).toBe(
      'HTTP fetch: redirect mode is error',
    )
  })

  it('is handed over unseen in redirect mode "manual", bad location or not', () => {
    for (const location of [CDN, 'http://', 'foo://x']) {
      expect(run({ redirectMode: 'manual' }, { actual: to(location, ALLOW) }).outcome).toMatchObject({
        type: 'shared',
        tainting: 'opaqueredirect',
      })
    }
  })

  it('without a Location is a response like any other', () =>
    expect(run({}, { actual: response(302, ALLOW) }).step).toBe('shared'))
})
