import { describe, expect, it } from 'vitest'
import { constructRequest, type RequestInit } from '../../src/fetch/construct-request.ts'
import { standard } from '../../src/fetch/implementation.ts'
import { mainFetch } from '../../src/fetch/main-fetch.ts'
import {
  corsExposedHeaderNames,
  isCorsSafelistedResponseHeaderName,
} from '../../src/fetch/response-headers.ts'
import { network, response } from './records.ts'

/** What `fetch(url, init)` on https://foo.invalid gets from a bar.invalid that answers with these lines. */
function fetched(init: Partial<RequestInit>, ...lines: readonly string[]) {
  const made = constructRequest(
    { url: 'https://bar.invalid/api', origin: 'https://foo.invalid', ...init },
    standard,
  )
  if ('typeError' in made) throw new Error(made.typeError)
  const noted = network({ actual: response(200, ...lines) })
  const outcome = mainFetch(made.request, noted, standard)
  expect(noted.sent).toEqual(['GET'])
  return outcome
}

// https://fetch.spec.whatwg.org/#cors-protocol-examples
describe('the standard’s examples of the CORS protocol', () => {
  it.each([
    [['Access-Control-Allow-Origin: https://foo.invalid'], 'shared'],
    [['Access-Control-Allow-Origin: *'], 'shared'],
    [['Access-Control-Allow-Origin: https://bar.invalid'], 'blocked'],
    [['Access-Control-Allow-Origin: foo.invalid'], 'blocked'],
    [[], 'blocked'],
  ])('a fetch where neither credentials nor headers matter, answered with %j, is %s', (lines, type) =>
    expect(fetched({}, ...lines).type).toBe(type),
  )

  it('each response header is shared by being named, or all by the wildcard without credentials', () => {
    const read = (credentials: 'same-origin' | 'include', expose: string) => {
      const outcome = fetched(
        { credentials },
        'Access-Control-Allow-Origin: https://foo.invalid',
        'Access-Control-Allow-Credentials: true',
        "Content-Security-Policy: default-src 'self'",
        'Strict-Transport-Security: max-age=31536000; includeSubdomains; preload',
        `Access-Control-Expose-Headers: ${expose}`,
      )
      if (outcome.type !== 'shared') throw new Error(outcome.type)
      const exposed = corsExposedHeaderNames(outcome.request, outcome.response)
      return ['strict-transport-security', 'content-security-policy'].filter((name) =>
        isCorsSafelistedResponseHeaderName(name, exposed),
      )
    }
    expect(read('same-origin', 'Content-Security-Policy')).toEqual(['content-security-policy'])
    expect(read('same-origin', '*')).toEqual(['strict-transport-security', 'content-security-policy'])
    expect(read('include', '*')).toEqual([])
    expect(read('include', 'Content-Security-Policy')).toEqual(['content-security-policy'])
  })

  it.each([
    [
      ['Access-Control-Allow-Origin: https://foo.invalid', 'Access-Control-Allow-Credentials: true'],
      'shared',
    ],
    [['Access-Control-Allow-Origin: *', 'Access-Control-Allow-Credentials: true'], 'blocked'],
    [['Access-Control-Allow-Origin: https://foo.invalid'], 'blocked'],
    [
      ['Access-Control-Allow-Origin: https://foo.invalid', 'Access-Control-Allow-Credentials: True'],
      'blocked',
    ],
    [['Access-Control-Allow-Credentials: true'], 'blocked'],
  ])('a fetch that includes credentials, answered with %j, is %s', (lines, type) =>
    expect(fetched({ credentials: 'include' }, ...lines).type).toBe(type),
  )
})
