import { describe, expect, it } from 'vitest'
import { spec } from '../../src/engines/spec.ts'
import { constructRequest, type RequestInit } from '../../src/fetch/construct-request.ts'
import { type Implementation, standard } from '../../src/fetch/implementation.ts'
import { mainFetch } from '../../src/fetch/main-fetch.ts'
import type { FetchRequest } from '../../src/fetch/request.ts'
import { API, CDN, fetchRequest, type Hop, headers, network, PAGE, response } from './records.ts'

const ALLOW = `Access-Control-Allow-Origin: ${PAGE}`
const ANY = 'Access-Control-Allow-Origin: *'
const OK: Hop = { actual: response(200, ANY) }

/** What happens: the step that failed, else the requests that were sent. */
function run(deviation: Partial<Implementation>, parts: Partial<FetchRequest>, ...hops: readonly Hop[]) {
  const noted = network(...hops)
  const outcome = mainFetch(fetchRequest(parts), noted, { ...standard, ...deviation })
  return outcome.type === 'blocked' ? outcome.failure.step : noted.sent.join(', ')
}

describe('each way to deviate from the standard changes what it says, and only that', () => {
  const PUT_OK = response(204, ANY, 'Access-Control-Allow-Methods: *', 'Access-Control-Allow-Headers: *')
  const redirect = (status: number, to: string) => response(status, ALLOW, `Location: ${to}`)

  it.each<
    [keyof Implementation, Partial<Implementation>, Partial<FetchRequest>, readonly Hop[], string, string]
  >([
    [
      'preflightChecks',
      { preflightChecks: ['ok status', 'CORS check'] },
      { method: 'PUT' },
      [{ preflight: response(404) }],
      'CORS check: no origin',
      'CORS-preflight fetch: not an ok status',
    ],
    [
      'whyNotSafelisted',
      { whyNotSafelisted: () => null },
      { headerList: headers('X-A: 1') },
      [{ preflight: PUT_OK, ...OK }],
      'OPTIONS GET x-a, GET',
      'GET',
    ],
    [
      'wildcardCoversAuthorization',
      { wildcardCoversAuthorization: true },
      { headerList: headers('Authorization: x') },
      [{ preflight: PUT_OK, ...OK }],
      'CORS-preflight fetch: non-wildcard request-header name',
      'OPTIONS GET authorization, GET',
    ],
    [
      'preflightsRestOfChain',
      { preflightsRestOfChain: true },
      { method: 'PUT' },
      [
        { preflight: PUT_OK, actual: redirect(303, '/2') },
        { preflight: PUT_OK, ...OK },
      ],
      'OPTIONS PUT, PUT, GET',
      'OPTIONS PUT, PUT, OPTIONS GET, GET',
    ],
    [
      'countsRemovedHeaders',
      { countsRemovedHeaders: true },
      { method: 'POST', headerList: headers('Content-Type: a/b') },
      [
        { preflight: PUT_OK, actual: redirect(303, '/2') },
        { preflight: PUT_OK, ...OK },
      ],
      'OPTIONS POST content-type, POST, GET',
      'OPTIONS POST content-type, POST, OPTIONS GET content-type, GET',
    ],
    [
      'preflightIgnoresTaint',
      { preflightIgnoresTaint: true },
      { method: 'PUT' },
      [
        { preflight: PUT_OK, actual: redirect(307, CDN) },
        {
          preflight: response(204, 'Access-Control-Allow-Origin: null', 'Access-Control-Allow-Methods: PUT'),
          ...OK,
        },
      ],
      'OPTIONS PUT, PUT, OPTIONS PUT, PUT',
      'CORS check: origin differs',
    ],
    [
      'checksRedirectWithStartCredentials',
      { checksRedirectWithStartCredentials: true },
      { urlList: [`${PAGE}/x`] },
      [
        { actual: response(302, `Location: ${API}`) },
        { actual: redirect(302, '/2') },
        { actual: response(200, ALLOW) },
      ],
      'GET, GET, GET',
      'CORS check: credentials',
    ],
    [
      'redirectTurnsDeleteIntoGet',
      { redirectTurnsDeleteIntoGet: true },
      { method: 'DELETE' },
      [
        { preflight: PUT_OK, actual: redirect(307, CDN) },
        { preflight: PUT_OK, ...OK },
      ],
      'OPTIONS DELETE, DELETE, OPTIONS DELETE, DELETE',
      'OPTIONS DELETE, DELETE, GET',
    ],
    [
      'dropsOnRedirectAway',
      { dropsOnRedirectAway: ({ name }) => name === 'X-A' },
      { headerList: headers('X-A: 1') },
      [
        { preflight: PUT_OK, actual: redirect(302, '/2') },
        { preflight: PUT_OK, ...OK },
      ],
      'OPTIONS GET x-a, GET, OPTIONS GET x-a, GET',
      'OPTIONS GET x-a, GET, GET',
    ],
    [
      'refusesCredentialsBeforeRedirectMode',
      { refusesCredentialsBeforeRedirectMode: true },
      { redirectMode: 'error' },
      [{ actual: redirect(302, 'https://user@cdn.example/') }],
      'HTTP fetch: redirect mode is error',
      'HTTP-redirect fetch: URL includes credentials',
    ],
    [
      'errorModeNeedsLocation',
      { errorModeNeedsLocation: true },
      { redirectMode: 'error' },
      [{ actual: response(302, ALLOW) }],
      'HTTP fetch: redirect mode is error',
      'GET',
    ],
    [
      'emptyLocation',
      { emptyLocation: 'no location' },
      {},
      [{ actual: redirect(302, '') }, OK],
      'GET, GET',
      'GET',
    ],
    [
      'emptyLocation',
      { emptyLocation: 'failure' },
      {},
      [{ actual: redirect(302, '') }, OK],
      'GET, GET',
      'HTTP-redirect fetch: location is not a URL',
    ],
    [
      'refusesTarget',
      { refusesTarget: (location, { redirectMode }) => redirectMode === 'manual' && location === 'failure' },
      { redirectMode: 'manual' },
      [{ actual: redirect(302, 'http://[') }],
      'GET',
      'HTTP-redirect fetch: location is not a URL',
    ],
    [
      'flagSubstitutesMethods',
      { flagSubstitutesMethods: false },
      { method: 'PUT', useCorsPreflightFlag: true },
      [{ preflight: response(204, ANY), ...OK }],
      'OPTIONS PUT, PUT',
      'CORS-preflight fetch: method',
    ],
    [
      'refusesEmbeddedCredentials',
      { refusesEmbeddedCredentials: true },
      { urlList: [`${PAGE}/x`] },
      [{ actual: response(302, 'Location: https://user@app.example/y') }, OK],
      'GET, GET',
      'HTTP-redirect fetch: URL includes credentials',
    ],
  ])('%s', (name, deviation, parts, hops, byStandard, deviating) => {
    expect(Object.keys(deviation)).toEqual([name])
    expect(run({}, parts, ...hops)).toBe(byStandard)
    expect(run(deviation, parts, ...hops)).toBe(deviating)
  })

  it.each<[keyof Implementation, Partial<Implementation>, Partial<RequestInit>, object]>([
    [
      'dropsRequestHeader',
      { dropsRequestHeader: ({ name }) => name === 'X-A' },
      { headers: headers('X-A: 1') },
      { headerList: [] },
    ],
    [
      'combinesRequestHeaders',
      { combinesRequestHeaders: true },
      { headers: headers('Accept: a', 'accept: b') },
      { headerList: headers('Accept: a, b') },
    ],
    [
      'uploadListenerNeedsBody',
      { uploadListenerNeedsBody: true },
      { uploadListener: true },
      { useCorsPreflightFlag: false },
    ],
  ])('%s', (name, deviation, init, deviating) => {
    const make = (implementation: Partial<Implementation>) =>
      constructRequest({ url: API, origin: PAGE, ...init }, { ...standard, ...implementation })
    expect(Object.keys(deviation)).toEqual([name])
    expect(make({})).not.toMatchObject({ request: deviating })
    expect(make(deviation)).toMatchObject({ request: deviating })
  })

  it('the engine "spec" deviates in nothing', () => expect(spec.implementation).toBe(standard))
})
