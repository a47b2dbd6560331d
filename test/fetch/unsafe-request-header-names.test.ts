import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Header } from '../../src/fetch/header-list.ts'
import { standard } from '../../src/fetch/implementation.ts'
import {
  corsUnsafeRequestHeaderNames,
  corsUnsafeRequestHeaders,
  isForbiddenRequestHeader,
} from '../../src/fetch/request-headers.ts'
import { headers } from './records.ts'

const names = (list: readonly Header[]) => corsUnsafeRequestHeaderNames(list, standard)

describe('CORS-unsafe request-header names', () => {
  it('are lower case, sorted, and each there once', () => {
    const list = headers('X-B: 1', 'Content-Type: application/json', 'X-A: 1', 'x-b: 2', 'Accept: */*')
    expect(names(list)).toEqual(['content-type', 'x-a', 'x-b'])
  })

  it('are sorted by byte, not by language', () =>
    expect(names(headers('x_a: 1', 'x-b: 1', 'X.C: 1', 'x~: 1', 'x1: 1'))).toEqual([
      'x-b',
      'x.c',
      'x1',
      'x_a',
      'x~',
    ]))

  it('are none where every header is safelisted', () =>
    expect(names(headers('Accept: */*', 'Content-Type: text/plain', 'Range: bytes=0-'))).toEqual([]))

  it('include a name of which one value is safelisted and another is not', () =>
    expect(names(headers('Accept: text/html', 'Accept: "text/html"'))).toEqual(['accept']))

  it('take all safelisted headers in once their values exceed 1024 bytes together', () => {
    const accepts = (count: number, last: string): readonly Header[] => [
      ...Array.from({ length: count }, () => ({ name: 'Accept', value: 'a'.repeat(128) })),
      { name: 'Accept-Language', value: last },
    ]
    expect(names(accepts(8, ''))).toEqual([])
    expect(names(accepts(8, 'd'))).toEqual(['accept', 'accept-language'])
    expect(corsUnsafeRequestHeaders(accepts(8, 'd'), standard).at(-1)).toEqual({
      header: { name: 'Accept-Language', value: 'd' },
      because: 'total above 1024 bytes',
    })
  })

  it('do not count unsafe headers toward the 1024 bytes', () => {
    const list = [
      { name: 'X-Big', value: 'a'.repeat(5000) },
      { name: 'Accept', value: 'a'.repeat(128) },
    ]
    expect(names(list)).toEqual(['x-big'])
  })

  it('do not depend on the order or the letter case of the headers', () => {
    const header = fc.record({
      name: fc.constantFrom(
        'Accept',
        'Content-Type',
        'Range',
        'X-A',
        'x-b',
        'Authorization',
        'Accept-Language',
      ),
      value: fc.constantFrom('', 'text/plain', 'application/json', 'bytes=0-1', 'a'.repeat(128), '"'),
    })
    fc.assert(
      fc.property(fc.array(header, { maxLength: 14 }), (list) => {
        const other = list.toReversed().map(({ name, value }) => ({ name: name.toUpperCase(), value }))
        expect(names(other)).toEqual(names(list))
      }),
    )
  })
})

describe('a forbidden request-header', () => {
  it.each([
    ...[
      'Accept-Charset',
      'accept-encoding',
      'Access-Control-Request-Headers',
      'ACCESS-CONTROL-REQUEST-METHOD',
    ],
    ...['Connection', 'Content-Length', 'Cookie', 'Cookie2', 'Date', 'DNT', 'Expect', 'Host', 'Keep-Alive'],
    ...['Origin', 'Referer', 'Set-Cookie', 'TE', 'Trailer', 'Transfer-Encoding', 'Upgrade', 'Via'],
    ...['Proxy-', 'Proxy-Authorization', 'proxy-x', 'Sec-', 'Sec-Fetch-Mode', 'SEC-anything'],
  ])('is %s, whatever its value', (name) => expect(isForbiddenRequestHeader({ name, value: '' })).toBe(true))

  it.each(['User-Agent', 'Authorization', 'Accept', 'Proxy', 'Sec', 'Security', 'X-Proxy-A', 'Cookies'])(
    'is not %s',
    (name) => expect(isForbiddenRequestHeader({ name, value: 'TRACE' })).toBe(false),
  )

  describe.each(['X-HTTP-Method', 'X-HTTP-Method-Override', 'x-method-override'])('%s', (name) => {
    it.each(['TRACE', 'trace', 'Track', 'CONNECT', 'GET, TRACE', 'GET,\tconnect ,PUT', '"a", TRACE'])(
      'with the value %j is one',
      (value) => expect(isForbiddenRequestHeader({ name, value })).toBe(true),
    )

    it.each([
      '',
      'PUT',
      'TRACES',
      'GET TRACE',
      '"TRACE"',
      '"a, TRACE, b"',
      '"a\\", TRACE, b"',
      '"open, TRACE',
    ])('with the value %j is none', (value) => expect(isForbiddenRequestHeader({ name, value })).toBe(false))
  })
})
