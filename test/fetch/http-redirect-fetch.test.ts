import { describe, expect, it } from 'vitest'
import { failedRedirectStep, redirectRequest } from '../../src/fetch/http-redirect-fetch.ts'
import { standard } from '../../src/fetch/implementation.ts'
import type { FetchRequest } from '../../src/fetch/request.ts'
import type { ResponseTainting } from '../../src/fetch/response-tainting.ts'
import type { FailedStep } from '../../src/fetch/steps.ts'
import { API, CDN, fetchRequest, headers, PAGE } from './records.ts'

const failed = (
  parts: Partial<FetchRequest>,
  location: string,
  tainting: ResponseTainting = 'cors',
  status = 302,
) => failedRedirectStep(fetchRequest(parts), tainting, status, location, standard)

const CREDENTIALS: FailedStep = 'HTTP-redirect fetch: URL includes credentials'

describe('failedRedirectStep', () => {
  it.each([CDN, `${PAGE}/items`, API, 'http://api.example/items'])('lets a redirect to %s pass', (location) =>
    expect(failed({}, location)).toBeNull(),
  )

  it('refuses a location that is no URL', () =>
    expect(failed({}, 'failure')).toBe('HTTP-redirect fetch: location is not a URL'))

  it.each(['myapp://done', 'data:text/plain,x', 'ftp://api.example/', 'javascript:0', 'file:///etc/hosts'])(
    'refuses to leave HTTP(S) for %s',
    (location) => expect(failed({}, location)).toBe('HTTP-redirect fetch: scheme is not HTTP(S)'),
  )

  it('follows 20 redirects and no 21st', () => {
    const urlsAfter = (redirects: number) => [API, ...Array(redirects).fill(API)] as [string, ...string[]]
    expect(failed({ urlList: urlsAfter(19) }, API)).toBeNull()
    expect(failed({ urlList: urlsAfter(20) }, API)).toBe('HTTP-redirect fetch: too many redirects')
  })

  it.each<[string, Partial<FetchRequest>, string, ResponseTainting, FailedStep | null]>([
    ['mode "cors", to a foreign origin', {}, 'https://user@cdn.example/', 'basic', CREDENTIALS],
    ['a password alone', {}, 'https://:secret@cdn.example/', 'basic', CREDENTIALS],
    ['mode "cors", to the page’s origin', {}, 'https://user@app.example/', 'basic', null],
    ['tainting "cors", to the page’s origin', {}, 'https://user@app.example/', 'cors', CREDENTIALS],
    ['mode "no-cors", to a foreign origin', { mode: 'no-cors' }, 'https://user@cdn.example/', 'opaque', null],
    ['an opaque origin is no one’s', { origin: 'null' }, 'https://user@app.example/', 'basic', CREDENTIALS],
    ['an empty user name is none', {}, 'https://@cdn.example/', 'cors', null],
  ])('credentials in the URL: %s', (_, parts, location, tainting, step) =>
    expect(failed(parts, location, tainting)).toBe(step),
  )

  it('cannot send a stream again, except that 303 drops it', () => {
    const stream = { method: 'POST', bodySourceIsNull: true }
    const NOT_AGAIN = 'HTTP-redirect fetch: body cannot be sent again'
    for (const status of [301, 302, 307, 308]) expect(failed(stream, CDN, 'cors', status)).toBe(NOT_AGAIN)
    expect(failed(stream, CDN, 'cors', 303)).toBeNull()
    expect(failed({ ...stream, bodySourceIsNull: false }, CDN, 'cors', 307)).toBeNull()
  })

  it('keeps the order of the steps: scheme, count, credentials, body', () => {
    const all = { urlList: [API, ...Array(20).fill(API)] as [string, ...string[]], bodySourceIsNull: true }
    expect(failed(all, 'foo://user@x/')).toBe('HTTP-redirect fetch: scheme is not HTTP(S)')
    expect(failed(all, 'https://user@cdn.example/')).toBe('HTTP-redirect fetch: too many redirects')
    expect(failed({ bodySourceIsNull: true }, 'https://user@cdn.example/')).toBe(CREDENTIALS)
  })
})

describe('redirectRequest', () => {
  const BODY = [
    'Content-Type: application/json',
    'content-language: de',
    'Content-Encoding: gzip',
    'Content-Location: /a',
  ]
  const follow = (method: string, status: number, location = CDN) =>
    redirectRequest(
      fetchRequest({ method, headerList: headers('X-A: 1', ...BODY, 'Authorization: Bearer t') }),
      status,
      location,
      standard,
    )

  it.each([
    ['POST', 301, 'GET'],
    ['POST', 302, 'GET'],
    ['POST', 303, 'GET'],
    ['POST', 307, 'POST'],
    ['POST', 308, 'POST'],
    ['PUT', 301, 'PUT'],
    ['PUT', 302, 'PUT'],
    ['PUT', 303, 'GET'],
    ['DELETE', 302, 'DELETE'],
    ['patch', 303, 'GET'],
    ['GET', 303, 'GET'],
    ['HEAD', 301, 'HEAD'],
    ['HEAD', 303, 'HEAD'],
  ])('%s after %i is %s', (method, status, expected) => expect(follow(method, status).method).toBe(expected))

  it('drops the headers of the body where the method becomes GET, and only there', () => {
    expect(follow('POST', 302, API).headerList).toEqual(headers('X-A: 1', 'Authorization: Bearer t'))
    expect(follow('POST', 307, API).headerList).toHaveLength(6)
    expect(follow('GET', 303, API).headerList).toHaveLength(6)
  })

  it('drops Authorization on the way to another origin, and only there', () => {
    const names = (location: string) => follow('GET', 307, location).headerList.map(({ name }) => name)
    expect(names(CDN)).not.toContain('Authorization')
    expect(names('http://api.example/items')).not.toContain('Authorization')
    expect(names('https://api.example:8443/')).not.toContain('Authorization')
    expect(names('https://api.example/other')).toContain('Authorization')
  })

  it('compares the location with the URL before it, not with the page', () => {
    const request = fetchRequest({ urlList: [API, CDN], headerList: headers('Authorization: x') })
    expect(redirectRequest(request, 307, 'https://cdn.example/2', standard).headerList).toHaveLength(1)
    expect(redirectRequest(request, 307, API, standard).headerList).toHaveLength(0)
  })

  it('appends the location and forgets the stream that is not sent again', () => {
    const request = fetchRequest({ method: 'POST', bodySourceIsNull: true })
    expect(redirectRequest(request, 303, CDN, standard)).toMatchObject({
      urlList: [API, CDN],
      bodySourceIsNull: false,
    })
    expect(request.urlList).toEqual([API])
  })
})
