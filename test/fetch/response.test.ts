import { describe, expect, it } from 'vitest'
import { isOkStatus, isRedirect, isRedirectStatus, locationUrl } from '../../src/fetch/response.ts'
import { API, response } from './records.ts'

it.each([
  [199, false],
  [200, true],
  [204, true],
  [299, true],
  [300, false],
  [304, false],
  [0, false],
])('whether %i is an ok status is %s', (status, ok) => expect(isOkStatus(status)).toBe(ok))

it.each([
  [300, false],
  [301, true],
  [302, true],
  [303, true],
  [304, false],
  [305, false],
  [306, false],
  [307, true],
  [308, true],
  [309, false],
  [200, false],
])('whether %i is a redirect status is %s', (status, redirects) =>
  expect(isRedirectStatus(status)).toBe(redirects),
)

it('a redirect is a redirect status with a Location', () => {
  expect(isRedirect(response(302, 'location: /x'))).toBe(true)
  expect(isRedirect(response(302))).toBe(false)
  expect(isRedirect(response(304, 'Location: /x'))).toBe(false)
  expect(isRedirect(response(201, 'Location: /x'))).toBe(false)
})

describe('locationUrl', () => {
  it.each([
    ['https://cdn.example/x', 'https://cdn.example/x'],
    ['/x', 'https://api.example/x'],
    ['x?y', 'https://api.example/x?y'],
    ['//cdn.example', 'https://cdn.example/'],
    ['', API],
    ['myapp://done', 'myapp://done'],
    ['http://', 'failure'],
    ['https://a b/', 'failure'],
  ])('of Location %j is %j', (location, url) =>
    expect(locationUrl(response(302, `Location: ${location}`), API)).toBe(url),
  )

  it('is null without a redirect status or without a Location', () => {
    expect(locationUrl(response(200, 'Location: /x'), API)).toBeNull()
    expect(locationUrl(response(302), API)).toBeNull()
  })

  it('keeps the request’s fragment unless the location has its own', () => {
    expect(locationUrl(response(302, 'Location: /x'), `${API}#here`)).toBe('https://api.example/x#here')
    expect(locationUrl(response(302, 'Location: /x#there'), `${API}#here`)).toBe(
      'https://api.example/x#there',
    )
  })
})
