import { describe, expect, it } from 'vitest'
import { isPreflight, requestedHeaderNames } from '../../src/evidence/is-preflight.ts'
import { entry, type Given, preflight } from './entry.ts'

const initiator = { type: 'preflight', url: null, requestId: '1', frame: null }

describe('isPreflight', () => {
  it.each<[string, Given, boolean]>([
    [
      'an OPTIONS with Access-Control-Request-Method',
      { method: 'OPTIONS', sent: ['access-control-request-method: PUT'] },
      true,
    ],
    [
      'an OPTIONS of the resource type preflight',
      { method: 'OPTIONS', sent: [], vendor: { resourceType: 'preflight' } },
      true,
    ],
    ['what Chrome says a preflight initiated', { method: 'OPTIONS', sent: [], vendor: { initiator } }, true],
    ['an OPTIONS of script', { method: 'OPTIONS' }, false],
    ['a GET with a header that looks like it', { sent: ['Access-Control-Request-Method: PUT'] }, false],
  ])('%s', (_, given, expected) => expect(isPreflight(entry(given))).toBe(expected))
})

it.each([
  ['x-a,x-b', ['x-a', 'x-b']],
  [' X-A , x-b ,', ['x-a', 'x-b']],
  ['', []],
])('requestedHeaderNames reads %j', (names, expected) =>
  expect(requestedHeaderNames(preflight('PUT', { names }))).toEqual(expected),
)
