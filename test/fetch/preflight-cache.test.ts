import { describe, expect, it } from 'vitest'
import type { PreflightRequest } from '../../src/fetch/cors-preflight-fetch.ts'
import { standard } from '../../src/fetch/implementation.ts'
import { isCovered, maxAgeOf, preflightCacheEntry } from '../../src/fetch/preflight-cache.ts'
import { API, preflightRequest, response } from './records.ts'

const AGE = 'Access-Control-Max-Age'

describe('maxAgeOf', () => {
  it.each<[string, readonly string[], number]>([
    ['no header', [], 5],
    ['a number', [`${AGE}: 600`], 600],
    ['zero', [`${AGE}: 0`], 0],
    ['leading zeros', [`${AGE}: 0060`], 60],
    ['a negative number', [`${AGE}: -1`], 5],
    ['a plus sign', [`${AGE}: +60`], 5],
    ['a fraction', [`${AGE}: 1.5`], 5],
    ['words', [`${AGE}: 10 minutes`], 5],
    ['an empty value', [`${AGE}:`], 5],
    ['two lines', [`${AGE}: 60`, `${AGE}: 60`], 5],
    ['a whole week', [`${AGE}: 604800`], 604_800],
  ])('%s', (_, lines, seconds) => expect(maxAgeOf(response(204, ...lines), standard)).toBe(seconds))

  it.each([
    [7200, '86400', 7200],
    [7200, '7199', 7199],
    [600, '7200', 600],
    [3, 'unreadable', 3],
  ])('is cut at the limit %i: %s becomes %i', (maxAgeLimit, value, seconds) =>
    expect(maxAgeOf(response(204, `${AGE}: ${value}`), { ...standard, maxAgeLimit })).toBe(seconds),
  )
})

describe('isCovered', () => {
  const made = (lines: readonly string[], parts: Partial<PreflightRequest> = {}) =>
    preflightCacheEntry(preflightRequest(parts), response(204, ...lines), standard)
  const LISTS = [
    'Access-Control-Allow-Methods: PUT, PATCH',
    'Access-Control-Allow-Headers: X-A',
    `${AGE}: 60`,
  ]
  const covered = (parts: Partial<PreflightRequest>, age = 0, lines: readonly string[] = LISTS) =>
    isCovered(made(lines), preflightRequest(parts), age)

  it('keeps what the preflight was asked and answered', () =>
    expect(made(LISTS, { credentialsMode: 'include' })).toEqual({
      origin: 'https://app.example',
      url: API,
      credentials: true,
      methods: ['PUT', 'PATCH'],
      headerNames: ['X-A'],
      maxAge: 60,
    }))

  it.each<[string, Partial<PreflightRequest>, boolean]>([
    ['the same request', {}, true],
    ['another method of the list', { method: 'PATCH' }, true],
    ['a safelisted method', { method: 'POST' }, true],
    ['a method beyond the list', { method: 'DELETE' }, false],
    ['the method in other case', { method: 'put' }, false],
    ['a header of the list', { unsafeHeaderNames: ['x-a'] }, true],
    ['a header beyond the list', { unsafeHeaderNames: ['x-a', 'x-b'] }, false],
    ['another URL', { url: `${API}?page=2` }, false],
    ['another origin', { origin: 'https://www.app.example' }, false],
    ['credentials, where the entry has none', { credentialsMode: 'include' }, false],
    ['mode "omit", where the entry is of "same-origin"', { credentialsMode: 'omit' }, true],
  ])('%s', (_, parts, expected) => expect(covered(parts)).toBe(expected))

  it('an entry made with credentials also covers a request without', () => {
    const entry = made(LISTS, { credentialsMode: 'include' })
    expect(isCovered(entry, preflightRequest({ credentialsMode: 'include' }), 0)).toBe(true)
    expect(isCovered(entry, preflightRequest({ credentialsMode: 'omit' }), 0)).toBe(true)
  })

  it('an entry is gone once its seconds have passed', () => {
    expect(covered({}, 59.9)).toBe(true)
    expect(covered({}, 60)).toBe(false)
    expect(covered({}, 4.9, LISTS.slice(0, 2))).toBe(true)
    expect(covered({}, 5, LISTS.slice(0, 2))).toBe(false)
    expect(covered({}, 0, [...LISTS.slice(0, 2), `${AGE}: 0`])).toBe(false)
  })

  it('the wildcard covers every method and every header but Authorization', () => {
    const any = ['Access-Control-Allow-Methods: *', 'Access-Control-Allow-Headers: *']
    expect(covered({ method: 'DELETE', unsafeHeaderNames: ['x-z'] }, 0, any)).toBe(true)
    expect(covered({ unsafeHeaderNames: ['authorization'] }, 0, any)).toBe(false)
    expect(
      covered({ unsafeHeaderNames: ['authorization'] }, 0, [
        ...any,
        'Access-Control-Allow-Headers: Authorization',
      ]),
    ).toBe(true)
  })

  it('the use-CORS-preflight flag needs an entry for its method, safelisted or not', () => {
    const flagged = { method: 'POST', useCorsPreflightFlag: true }
    expect(covered(flagged)).toBe(false)
    expect(isCovered(made([`${AGE}: 60`], flagged), preflightRequest(flagged), 0)).toBe(true)
    expect(
      isCovered(made([`${AGE}: 60`], flagged), preflightRequest({ ...flagged, method: 'HEAD' }), 0),
    ).toBe(false)
  })

  it('lists that do not parse allow nothing', () =>
    expect(covered({}, 0, ['Access-Control-Allow-Methods: PUT; PATCH'])).toBe(false))
})
