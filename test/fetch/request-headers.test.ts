import { describe, expect, it } from 'vitest'
import {
  hasNonWildcardName,
  isCorsNonWildcardRequestHeaderName,
  isNoCorsSafelistedRequestHeader,
  isRequestBodyHeaderName,
} from '../../src/fetch/request-headers.ts'
import { type UnsafeBecause, whyNotSafelisted } from '../../src/fetch/why-not-safelisted.ts'
import { headers } from './records.ts'

const why = (name: string, value: string) => whyNotSafelisted({ name, value })
const each = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => from + i)

describe('a CORS-safelisted request-header', () => {
  it.each([
    ['Accept', 'application/json, text/*;q=0.5'],
    ['ACCEPT', ''],
    ['Accept-Language', 'de-CH, de;q=0.9, *;q=0.1'],
    ['content-language', 'de'],
    ['Content-Type', 'text/plain'],
    ['Content-Type', 'Text/Plain; charset=UTF-8'],
    ['Content-Type', 'multipart/form-data; boundary=----x'],
    ['Content-Type', 'application/x-www-form-urlencoded;charset=utf-8'],
    ['Content-Type', ' text/plain '],
    ['Content-Type', 'text/plain;charset'],
    ['Range', 'bytes=0-255'],
    ['range', 'bytes=100-'],
  ])('%s: %s', (name, value) => expect(why(name, value)).toBeNull())

  it.each<[string, string, UnsafeBecause]>([
    ['X-Api-Key', '1', 'name'],
    ['Authorization', 'Basic x', 'name'],
    ['Cache-Control', 'no-cache', 'name'],
    ['Accept-Charset', 'utf-8', 'name'],
    ['DPR', '2', 'name'],
    ['', '', 'name'],
    ['Accept', 'text/html;a="b"', 'unsafe byte'],
    ['Accept-Language', 'de_CH', 'byte outside the language set'],
    ['Content-Language', 'dé', 'byte outside the language set'],
    ['Accept-Language', 'de\ten', 'byte outside the language set'],
    ['Content-Type', 'application/json', 'Content-Type essence'],
    ['Content-Type', 'text/xml', 'Content-Type essence'],
    ['Content-Type', 'text/plain2', 'Content-Type essence'],
    ['Content-Type', 'text/plain, text/html', 'Content-Type does not parse'],
    ['Content-Type', 'text/plain,text/plain', 'Content-Type does not parse'],
    ['Content-Type', 'json', 'Content-Type does not parse'],
    ['Content-Type', '', 'Content-Type does not parse'],
    ['Content-Type', 'text/', 'Content-Type does not parse'],
    ['Content-Type', 'multipart/form-data; boundary="x"', 'unsafe byte'],
    ['Content-Type', 'application/json; a=(b)', 'unsafe byte'],
    ['Range', 'bytes=-500', 'not a simple range'],
    ['Range', 'bytes=0-1,5-6', 'not a simple range'],
    ['Range', 'BYTES=0-1', 'not a simple range'],
    ['Range', '', 'not a simple range'],
  ])('is not %s: %j (%s)', (name, value, because) => expect(why(name, value)).toBe(because))

  it('has at most 128 bytes, not characters', () => {
    expect(why('Accept', 'a'.repeat(128))).toBeNull()
    expect(why('Accept', 'a'.repeat(129))).toBe('value longer than 128 bytes')
    // A character up to U+00FF is one byte of a header value; what lies above can only have come as UTF-8.
    expect(why('Accept', 'é'.repeat(128))).toBeNull()
    expect(why('Accept', 'é'.repeat(129))).toBe('value longer than 128 bytes')
    expect(why('Accept', '€'.repeat(42))).toBeNull()
    expect(why('Accept', '€'.repeat(43))).toBe('value longer than 128 bytes')
  })

  it('is measured before its name is looked at', () =>
    expect(why('X-Long', 'a'.repeat(129))).toBe('value longer than 128 bytes'))

  it.each(['Accept', 'Content-Type'])(
    'of name %s has none of the CORS-unsafe bytes, and any other',
    (name) => {
      const unsafe = [
        ...each(0, 8),
        ...each(0x0a, 0x1f),
        ...[...'"():<>?@[\\]{}'].map((c) => c.charCodeAt(0)),
        0x7f,
      ]
      const value = (byte: number) => `text/plain;a=${String.fromCharCode(byte)}b`
      const found = each(0, 0xff).filter((byte) => why(name, value(byte)) === 'unsafe byte')
      expect(found).toEqual(unsafe.sort((a, b) => a - b))
    },
  )

  it.each(['Accept-Language', 'Content-Language'])(
    'of name %s has letters, digits and eight signs',
    (name) => {
      const allowed = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz *,-.;='
      const found = each(0, 0xff)
        .map((byte) => String.fromCharCode(byte))
        .filter((one) => why(name, one) === null)
      expect(found.sort()).toEqual([...allowed].sort())
    },
  )
})

describe('other sets of request headers', () => {
  it('Authorization alone is a CORS non-wildcard request-header name', () => {
    expect(isCorsNonWildcardRequestHeaderName('authorization')).toBe(true)
    expect(isCorsNonWildcardRequestHeaderName('Proxy-Authorization')).toBe(false)
    expect(hasNonWildcardName(headers('X: 1', 'AUTHORIZATION:'))).toBe(true)
    expect(hasNonWildcardName(headers('X-Authorization: 1'))).toBe(false)
  })

  it.each(['Content-Encoding', 'content-language', 'Content-Location', 'CONTENT-TYPE'])(
    '%s describes a body',
    (name) => expect(isRequestBodyHeaderName(name)).toBe(true),
  )

  it.each(['Content-Length', 'Content-Disposition', 'Accept'])('%s describes none', (name) =>
    expect(isRequestBodyHeaderName(name)).toBe(false),
  )

  it.each([
    ['Accept: */*', true],
    ['Accept-Language: de', true],
    ['Content-Language: de', true],
    ['Content-Type: text/plain', true],
    ['Content-Type: application/json', false],
    ['Range: bytes=0-1', false],
    ['X-A: 1', false],
  ])('whether %s goes with mode "no-cors" is %s', (line, goes) =>
    expect(headers(line).every(isNoCorsSafelistedRequestHeader)).toBe(goes),
  )
})
