import { describe, expect, it } from 'vitest'
import type { CredentialsMode } from '../../src/fetch/request.ts'
import {
  corsExposedHeaderNames,
  isCorsSafelistedResponseHeaderName,
} from '../../src/fetch/response-headers.ts'
import { fetchRequest, response } from './records.ts'

const EXPOSE = 'Access-Control-Expose-Headers'
const readable = (credentialsMode: CredentialsMode, ...lines: readonly string[]): readonly string[] => {
  const answer = response(200, ...lines)
  const exposed = corsExposedHeaderNames(fetchRequest({ credentialsMode }), answer)
  return answer.headerList
    .map(({ name }) => name)
    .filter((name) => name !== EXPOSE && isCorsSafelistedResponseHeaderName(name, exposed))
}

describe('what script can read of a CORS response', () => {
  const SAFELISTED = [
    'Cache-Control',
    'Content-Language',
    'content-length',
    'CONTENT-TYPE',
    'Expires',
    'Last-Modified',
    'Pragma',
  ]

  it('is seven names where nothing is exposed', () => {
    const lines = [...SAFELISTED, 'ETag', 'Date', 'Location', 'Set-Cookie'].map((name) => `${name}: x`)
    expect(readable('omit', ...lines)).toEqual(SAFELISTED)
  })

  it('is what Access-Control-Expose-Headers names besides, in any case', () =>
    expect(readable('include', 'ETag: 1', 'X-Total: 2', 'X-Other: 3', `${EXPOSE}: etag, X-TOTAL`)).toEqual([
      'ETag',
      'X-Total',
    ]))

  it('is never Set-Cookie, not by name and not by the wildcard', () => {
    expect(
      readable('omit', 'Set-Cookie: a=b', 'Set-Cookie2: c', `${EXPOSE}: Set-Cookie, set-cookie2`),
    ).toEqual([])
    expect(readable('omit', 'Set-Cookie: a=b', 'ETag: 1', `${EXPOSE}: *`)).toEqual(['ETag'])
  })

  it('is everything else under the wildcard, Authorization included, unless credentials were sent', () => {
    const lines = ['ETag: 1', 'Authorization: x', `${EXPOSE}: *`]
    expect(readable('omit', ...lines)).toEqual(['ETag', 'Authorization'])
    expect(readable('same-origin', ...lines)).toEqual(['ETag', 'Authorization'])
    expect(readable('include', ...lines)).toEqual([])
  })

  it('with credentials, is a header called "*" and what is named beside it', () =>
    expect(readable('include', '*: 1', 'ETag: 2', 'X-A: 3', `${EXPOSE}: *, etag`)).toEqual(['*', 'ETag']))

  it.each([`${EXPOSE}: ETag; X-A`, `${EXPOSE}: "ETag"`, `${EXPOSE}:`])('is no more for %s', (line) =>
    expect(readable('omit', 'ETag: 1', 'Content-Type: x', line)).toEqual(['Content-Type']),
  )
})

it('corsExposedHeaderNames lists each name once under the wildcard', () => {
  const answer = response(200, 'ETag: 1', 'etag: 2', `${EXPOSE}: *`)
  expect(corsExposedHeaderNames(fetchRequest(), answer)).toEqual(['etag', EXPOSE.toLowerCase()])
})
