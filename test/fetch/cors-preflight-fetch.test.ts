import { describe, expect, it } from 'vitest'
import {
  failedPreflightStep,
  type PreflightRequest,
  refusedHeaderNames,
} from '../../src/fetch/cors-preflight-fetch.ts'
import { standard } from '../../src/fetch/implementation.ts'
import type { FailedStep } from '../../src/fetch/steps.ts'
import { PAGE, preflightRequest, response } from './records.ts'

const METHODS = 'Access-Control-Allow-Methods'
const NAMES = 'Access-Control-Allow-Headers'
const ORIGIN = `Access-Control-Allow-Origin: ${PAGE}`
const TRUE = 'Access-Control-Allow-Credentials: true'

const failed = (parts: Partial<PreflightRequest>, status: number, ...lines: readonly string[]) =>
  failedPreflightStep(preflightRequest(parts), response(status, ...lines), standard)

const NOT_OK: FailedStep = 'CORS-preflight fetch: not an ok status'
const UNREADABLE: FailedStep = 'CORS-preflight fetch: header list values failure'
const METHOD: FailedStep = 'CORS-preflight fetch: method'
const NON_WILDCARD: FailedStep = 'CORS-preflight fetch: non-wildcard request-header name'
const UNSAFE: FailedStep = 'CORS-preflight fetch: unsafe request-header name'

describe('the CORS check and the status', () => {
  it.each([200, 201, 204, 299])('%i passes', (status) =>
    expect(failed({}, status, ORIGIN, `${METHODS}: PUT`)).toBeNull(),
  )

  it.each([300, 301, 304, 307, 400, 401, 404, 405, 500, 503])('%i does not', (status) =>
    expect(failed({}, status, ORIGIN, `${METHODS}: PUT`)).toBe(NOT_OK),
  )

  it('a redirect does not, wherever it leads', () =>
    expect(failed({}, 302, ORIGIN, `${METHODS}: PUT`, 'Location: /items/')).toBe(NOT_OK))

  it('the CORS check comes before the status', () => {
    expect(failed({}, 404)).toBe('CORS check: no origin')
    expect(failed({}, 404, 'Access-Control-Allow-Origin: https://b.example')).toBe(
      'CORS check: origin differs',
    )
    expect(failed({ credentialsMode: 'include' }, 404, ORIGIN)).toBe('CORS check: credentials')
  })

  it('the wildcard origin passes without credentials only', () => {
    expect(failed({}, 204, 'Access-Control-Allow-Origin: *', `${METHODS}: PUT`)).toBeNull()
    expect(failed({ credentialsMode: 'include' }, 204, 'Access-Control-Allow-Origin: *', TRUE)).toBe(
      'CORS check: origin differs',
    )
  })
})

describe('header lists that do not parse', () => {
  it.each([`${METHODS}: GET; PUT`, `${NAMES}: x a`, `${METHODS}: ["PUT"]`, `${NAMES}: "x-a"`])(
    '%s fails the preflight, needed or not',
    (line) => {
      expect(failed({ method: 'GET', useCorsPreflightFlag: true }, 204, ORIGIN, line)).toBe(UNREADABLE)
      expect(failed({ unsafeHeaderNames: ['x-a'] }, 204, ORIGIN, line)).toBe(UNREADABLE)
    },
  )

  it('empty items are no failure', () =>
    expect(failed({}, 204, ORIGIN, `${METHODS}: , PUT,,`, `${NAMES}:`)).toBeNull())
})

describe('the method', () => {
  it.each<[string, Partial<PreflightRequest>, readonly string[], FailedStep | null]>([
    ['listed', {}, [`${METHODS}: GET, PUT`], null],
    ['listed on a second line', {}, [`${METHODS}: GET`, `${METHODS}: PUT`], null],
    ['not listed', {}, [`${METHODS}: GET, POST`], METHOD],
    ['no list', {}, [], METHOD],
    ['an empty list', {}, [`${METHODS}:`], METHOD],
    ['listed in lower case', {}, [`${METHODS}: put`], METHOD],
    ['asked in lower case', { method: 'patch' }, [`${METHODS}: PATCH`], METHOD],
    ['safelisted, so never looked up', { method: 'POST' }, [`${METHODS}: PUT`], null],
    ['safelisted, with credentials', { method: 'HEAD', credentialsMode: 'include' }, [TRUE], null],
    ['the wildcard', {}, [`${METHODS}: *`], null],
    ['the wildcard in a list', {}, [`${METHODS}: GET, *`], null],
    ['the wildcard with mode "omit"', { credentialsMode: 'omit' }, [`${METHODS}: *`], null],
    ['the wildcard with credentials', { credentialsMode: 'include' }, [TRUE, `${METHODS}: *`], METHOD],
    ['named beside the wildcard', { credentialsMode: 'include' }, [TRUE, `${METHODS}: *, PUT`], null],
    ['a method called "*"', { method: '*', credentialsMode: 'include' }, [TRUE, `${METHODS}: *`], null],
    ['no list, and the flag', { useCorsPreflightFlag: true }, [], null],
    ['an empty list, and the flag', { useCorsPreflightFlag: true }, [`${METHODS}:`], METHOD],
    ['another list, and the flag', { useCorsPreflightFlag: true }, [`${METHODS}: GET`], METHOD],
  ])('%s', (_, parts, lines, step) => expect(failed(parts, 204, ORIGIN, ...lines)).toBe(step))
})

describe('Authorization', () => {
  const asked: Partial<PreflightRequest> = {
    method: 'GET',
    unsafeHeaderNames: ['authorization'],
    hasAuthorization: true,
  }

  it.each(['Authorization', 'authorization', '*, AUTHORIZATION'])('passes where it is named: %s', (names) =>
    expect(failed(asked, 204, ORIGIN, `${NAMES}: ${names}`)).toBeNull(),
  )

  it.each(['*', 'x-a', 'proxy-authorization', ''])('does not pass where the list is %j', (names) =>
    expect(failed(asked, 204, ORIGIN, `${NAMES}: ${names}`)).toBe(NON_WILDCARD),
  )

  it('does not pass without a list', () => expect(failed(asked, 204, ORIGIN)).toBe(NON_WILDCARD))

  it('is refused before any other header, and after the method', () => {
    const more = { ...asked, unsafeHeaderNames: ['authorization', 'x-a'] }
    expect(failed(more, 204, ORIGIN, `${NAMES}: x-b`)).toBe(NON_WILDCARD)
    expect(failed({ ...more, method: 'PUT' }, 204, ORIGIN)).toBe(METHOD)
  })
})

describe('CORS-unsafe names', () => {
  const asked: Partial<PreflightRequest> = { method: 'GET', unsafeHeaderNames: ['content-type', 'x-a'] }

  it.each<[string, Partial<PreflightRequest>, readonly string[], FailedStep | null]>([
    ['all named, in any case', {}, [`${NAMES}: X-A, Content-Type`], null],
    ['all named, on two lines', {}, [`${NAMES}: X-A`, `${NAMES}: content-type`], null],
    ['more named than asked', {}, [`${NAMES}: a, x-a, b, content-type`], null],
    ['one missing', {}, [`${NAMES}: content-type`], UNSAFE],
    ['no list', {}, [], UNSAFE],
    ['the wildcard', {}, [`${NAMES}: *`], null],
    ['the wildcard with credentials', { credentialsMode: 'include' }, [TRUE, `${NAMES}: *`], UNSAFE],
    ['one named beside the wildcard', { credentialsMode: 'include' }, [TRUE, `${NAMES}: *, x-a`], UNSAFE],
    [
      'a header called "*"',
      { unsafeHeaderNames: ['*'], credentialsMode: 'include' },
      [TRUE, `${NAMES}: *`],
      null,
    ],
    ['the flag excuses no header', { useCorsPreflightFlag: true }, [], UNSAFE],
  ])('%s', (_, parts, lines, step) =>
    expect(failed({ ...asked, ...parts }, 204, ORIGIN, ...lines)).toBe(step),
  )

  it('refusedHeaderNames keeps the request’s order and leaves out what is allowed', () => {
    const request = preflightRequest({
      unsafeHeaderNames: ['authorization', 'x-a', 'x-b'],
      hasAuthorization: true,
    })
    const refused = (...lines: readonly string[]) =>
      refusedHeaderNames(request, response(204, ...lines), standard)
    expect(refused(`${NAMES}: X-A`)).toEqual(['authorization', 'x-b'])
    expect(refused(`${NAMES}: *`)).toEqual(['authorization'])
    expect(refused()).toEqual(['authorization', 'x-a', 'x-b'])
    expect(refused(`${NAMES}: x a`)).toEqual(['authorization', 'x-a', 'x-b'])
  })
})
