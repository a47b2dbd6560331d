import { describe, expect, it } from 'vitest'
import type { HarEntry } from '../../src/har/har-entry.ts'
import { entry, firefox, type Given, preflight, proxy } from '../evidence/entry.ts'
import { CDN, PAGE } from '../fetch/records.ts'
import { BLOCKED, ruleIds, verdictOn } from './verdict-on.ts'

const ORIGIN = `Origin: ${PAGE}`
const COOKIE = [ORIGIN, 'Cookie: a=b', 'Sec-Fetch-Mode: cors']
const ALLOW = [`Access-Control-Allow-Origin: ${PAGE}`, 'Access-Control-Allow-Credentials: true']
const codes = (...entries: readonly HarEntry[]) => {
  const { spec, chromium, firefox: gecko, webkit } = verdictOn(entries, proxy).engines
  return [spec, chromium, gecko, webkit].map((one) => one.codes.join(' or ') || one.outcome)
}
const putAfter = (status: number, received: readonly string[], given: Given = {}) =>
  codes(
    entry({ method: 'PUT', sent: COOKIE, status: 0, vendor: BLOCKED, ...given }),
    preflight('PUT', { index: 1, status, received }),
  )

describe('engines differ', () => {
  it('in what they look at first: status 404 without Access-Control-Allow-Origin', () =>
    expect(putAfter(404, [])).toEqual([
      'CORS check: no origin',
      'PreflightMissingAllowOriginHeader',
      'CORSMissingAllowOrigin',
      'WK_PreflightStatus',
    ]))

  it('in a redirected preflight', () =>
    expect(putAfter(301, ['Location: /items/'])).toEqual([
      'CORS check: no origin',
      'PreflightDisallowedRedirect',
      'CORSMissingAllowOrigin',
      'WK_PreflightStatus',
    ]))

  it('in the order of list and method: headers that do not parse beside a method that is not listed', () =>
    expect(
      putAfter(204, [...ALLOW, 'Access-Control-Allow-Methods: GET', 'Access-Control-Allow-Headers: a b']),
    ).toEqual([
      'CORS-preflight fetch: header list values failure',
      'InvalidAllowHeadersPreflightResponse',
      'CORSMethodNotFound',
      'WK_InvalidHeaders',
    ]))

  it('in whether the wildcard covers Authorization: the standard alone says no', () => {
    const get = entry({
      sent: [
        ORIGIN,
        'Authorization: Bearer t',
        'Sec-Fetch-Mode: cors',
        'Sec-Fetch-Site: cross-site',
        'User-Agent: Chrome/140',
      ],
      received: ['Access-Control-Allow-Origin: *'],
    })
    const asked = preflight('GET', {
      index: 1,
      names: 'authorization',
      received: ['Access-Control-Allow-Origin: *', 'Access-Control-Allow-Headers: *'],
    })
    expect(codes(get, asked)).toEqual([
      'CORS-preflight fetch: non-wildcard request-header name',
      'shared',
      'shared',
      'shared',
    ])
    expect(ruleIds(verdictOn([get, asked], proxy, 'spec'))).toBe('authorization-not-listed / ')
    expect(verdictOn([get, asked], proxy, 'spec').type).toBe('blocked')
    expect(verdictOn([get, asked], proxy).type).toBe('shared')
  })

  it('in how they name what differs', () => {
    const bad = (value: string) =>
      codes(entry({ sent: COOKIE, received: [`Access-Control-Allow-Origin: ${value}`] }))
    expect(bad('*').slice(1)).toEqual([
      'WildcardOriginNotAllowed',
      'CORSNotSupportingCredentials',
      'WK_WildcardWithCredentials',
    ])
    expect(bad('a, b').slice(1)).toEqual([
      'MultipleAllowOriginValues',
      'CORSAllowOriginNotMatchingOrigin',
      'WK_MultipleOrigins',
    ])
    expect(bad('app.example').slice(1)).toEqual([
      'InvalidAllowOriginValue',
      'CORSAllowOriginNotMatchingOrigin',
      'WK_OriginNotAllowed',
    ])
    expect(bad('https://b.example').slice(1)).toEqual([
      'AllowOriginMismatch',
      'CORSAllowOriginNotMatchingOrigin',
      'WK_OriginNotAllowed',
    ])
  })

  it('but agree on a redirect to a URL with credentials', () =>
    expect(
      codes(entry({ sent: COOKIE, status: 302, received: [...ALLOW, 'Location: https://u:p@cdn.example/'] })),
    ).toEqual([
      'HTTP-redirect fetch: URL includes credentials',
      'RedirectContainsCredentials',
      'CORSDidNotSucceed',
      'WK_RedirectCredentials',
    ]))
})

describe('an engine’s code', () => {
  it('is every one that the recording leaves possible, and then there is no sentence', () => {
    const { engines } = verdictOn(
      [entry({ sent: [ORIGIN], received: ['Access-Control-Allow-Origin: https://b.example'] })],
      proxy,
    )
    expect(engines.chromium).toMatchObject({ outcome: 'blocked', codes: ['AllowOriginMismatch'] })
    expect(engines.chromium.message).toMatch(
      /^Access to fetch at 'https:\/\/api\.example\/items' from origin 'https:\/\/app\.example'/,
    )
    const open = verdictOn([preflight('PUT', { status: 404, received: ALLOW.slice(0, 1) })], firefox).engines
      .chromium
    expect(open).toMatchObject({
      outcome: 'blocked',
      code: null,
      codes: ['PreflightInvalidStatus', 'PreflightInvalidAllowCredentials'],
      message: null,
    })
  })

  it('is asked of the browser that recorded, unless another engine is wanted', () => {
    const entries = [
      entry({ method: 'PUT', sent: COOKIE, status: 0, vendor: BLOCKED }),
      preflight('PUT', { index: 1, status: 404, received: [] }),
    ]
    expect(ruleIds(verdictOn(entries)).startsWith('allow-origin-missing')).toBe(true)
    expect(ruleIds(verdictOn(entries, proxy, 'webkit')).startsWith('preflight-status-not-ok')).toBe(true)
  })

  it('shows values of the recording only the way that it is told to', () => {
    const redirected = entry({ url: CDN, sent: COOKIE })
    expect(verdictOn([redirected]).engines.firefox.message).toContain(CDN)
  })
})
