import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import {
  includesCredentials,
  isHttpScheme,
  isSameOrigin,
  originOf,
  serializeRequestOrigin,
} from '../../src/fetch/origin.ts'

describe('originOf', () => {
  it.each([
    ['https://app.example/a?b#c', 'https://app.example'],
    ['https://APP.example:443/', 'https://app.example'],
    ['http://app.example:80/', 'http://app.example'],
    ['http://app.example:443/', 'http://app.example:443'],
    ['http://[::1]:3000/', 'http://[::1]:3000'],
    ['https://user:secret@app.example/', 'https://app.example'],
    ['https://bücher.example/', 'https://xn--bcher-kva.example'],
    ['blob:https://app.example/1', 'https://app.example'],
    ['data:text/plain,x', 'null'],
    ['file:///etc/hosts', 'null'],
    ['about:blank', 'null'],
    ['chrome-extension://abc/x', 'null'],
    ['/items', 'null'],
    ['', 'null'],
  ])('of %j is %s', (url, origin) => expect(originOf(url)).toBe(origin))
})

test('originOf answers the same however often it was asked', () => {
  for (let i = 0; i < 20_000; i++) originOf(`https://app.example/${i}`)
  expect(new Set(Array.from({ length: 5000 }, (_, i) => originOf(`https://bücher.example/${i}`)))).toEqual(
    new Set(['https://xn--bcher-kva.example']),
  )
  expect(originOf('https://app.example/0')).toBe('https://app.example')
  expect(originOf('https://app.example/0')).toBe('https://app.example')
})

describe('isSameOrigin', () => {
  it.each([
    ['https://a.example', 'https://a.example', true],
    ['https://a.example', 'http://a.example', false],
    ['https://a.example', 'https://a.example:8443', false],
    ['https://a.example', 'https://b.example', false],
    ['null', 'null', false],
  ])('of %s and %s is %s', (a, b, same) => expect(isSameOrigin(a, b)).toBe(same))
})

it.each([
  ['http://a.example/', true],
  ['HTTPS://a.example/', true],
  ['data:,x', false],
  ['httpsx://a.example/', false],
  ['ws://a.example/', false],
])('whether %s has an HTTP(S) scheme is %s', (url, http) => expect(isHttpScheme(url)).toBe(http))

it.each([
  ['https://user@a.example/', true],
  ['https://user:secret@a.example/', true],
  ['https://:secret@a.example/', true],
  ['https://@a.example/', false],
  ['https://a.example/@user', false],
  ['no URL', false],
])('whether %s includes credentials is %s', (url, included) =>
  expect(includesCredentials(url)).toBe(included),
)

describe('serializeRequestOrigin', () => {
  const [page, api, other, cdn] = [
    'https://app.example',
    'https://api.example/',
    'https://api.example/2',
    'https://cdn.example/',
  ]
  it.each<[string, readonly string[], string]>([
    ['without a redirect', [api], page],
    ['after a redirect within one foreign origin', [api, other], page],
    ['after a redirect from the page’s own origin', [`${page}/`, api], page],
    ['after own origin, then within the foreign one', [`${page}/`, api, other], page],
    ['after a redirect from one foreign origin to another', [api, cdn], 'null'],
    ['after a redirect from a foreign origin to the page’s own', [api, `${page}/`], 'null'],
    ['ever after such a redirect, back at the first one too', [api, cdn, api], 'null'],
    ['after a redirect to another port of the same host', [api, 'https://api.example:8443/'], 'null'],
    ['after a redirect from http to https of the same host', ['http://api.example/', api], 'null'],
  ])('%s is as the redirect taint says', (_, urls, expected) =>
    expect(serializeRequestOrigin(page, urls)).toBe(expected),
  )

  it('is "null" for an opaque origin', () => expect(serializeRequestOrigin('null', [api])).toBe('null'))
})

test('originOf tells servers apart that begin alike', () => {
  const scheme = fc.constantFrom('https://', 'http://', 'HTTPS://', 'ws://')
  const host = fc.constantFrom(
    'a.example',
    'a.example.test',
    'a.examples',
    'localhost',
    'a',
    'A.example',
    '[::1]',
  )
  const rest = fc.constantFrom(
    '',
    '/',
    '/b',
    '?c',
    '#d',
    ':80',
    ':443/',
    ':3000/b',
    ':3001?c',
    '@b.example/',
    ':e@b.example',
    '\\b',
  )
  fc.assert(
    fc.property(fc.array(fc.tuple(scheme, host, rest), { minLength: 2, maxLength: 9 }), (list) => {
      for (const parts of list) {
        const url = parts.join('')
        expect([url, originOf(url)]).toEqual([url, new URL(url).origin])
      }
    }),
    { numRuns: 2000 },
  )
})
