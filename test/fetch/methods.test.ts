import { describe, expect, it } from 'vitest'
import { isCorsSafelistedMethod, isForbiddenMethod, normalizeMethod } from '../../src/fetch/methods.ts'

describe('isCorsSafelistedMethod', () => {
  it.each(['GET', 'HEAD', 'POST'])('%s needs no preflight', (method) =>
    expect(isCorsSafelistedMethod(method)).toBe(true),
  )

  it.each(['PUT', 'DELETE', 'PATCH', 'OPTIONS', 'get', 'Post', 'QUERY', '', '*'])('%j needs one', (method) =>
    expect(isCorsSafelistedMethod(method)).toBe(false),
  )
})

describe('isForbiddenMethod', () => {
  it.each(['CONNECT', 'TRACE', 'TRACK', 'connect', 'Trace', 'tRaCk'])(
    '%s is forbidden in any case',
    (method) => expect(isForbiddenMethod(method)).toBe(true),
  )

  it.each(['GET', 'OPTIONS', 'TRACES', 'TRAC', ''])('%j is not forbidden', (method) =>
    expect(isForbiddenMethod(method)).toBe(false),
  )
})

describe('normalizeMethod', () => {
  it.each([
    ['delete', 'DELETE'],
    ['get', 'GET'],
    ['Head', 'HEAD'],
    ['options', 'OPTIONS'],
    ['pOST', 'POST'],
    ['put', 'PUT'],
    ['GET', 'GET'],
  ])('%s becomes %s', (method, normalized) => expect(normalizeMethod(method)).toBe(normalized))

  it.each(['patch', 'Patch', 'PATCH', 'query', 'propfind', 'gets'])('%s stays as it is', (method) =>
    expect(normalizeMethod(method)).toBe(method),
  )

  it('knows letters of ASCII only: a long s is no s', () => {
    expect(normalizeMethod('po\u017ft')).toBe('po\u017ft')
    expect(isForbiddenMethod('trac\u212a')).toBe(false)
  })
})
