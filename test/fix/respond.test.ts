import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { engines } from '../../src/engines/index.ts'
import { get, valuesOf } from '../../src/fetch/header-list.ts'
import { mainFetch } from '../../src/fetch/main-fetch.ts'
import type { CorsPolicy } from '../../src/fix/policy/policy.ts'
import { policyNetwork, respond } from '../../src/fix/policy/respond.ts'
import { fetchRequest } from '../fetch/records.ts'
import { APP, LOCAL, policies } from './policies.ts'

const lookAlikes = [
  ...['https://app.example.com.evil.example', 'https://evilapp.example.com', 'https://appxexample.com'],
  ...['http://app.example.com', `${APP}:444`, 'https://app.example.co', 'null', 'http://localhost:51730'],
]

const outcomes = (policy: CorsPolicy, request: Parameters<typeof fetchRequest>[0]): readonly string[] =>
  Object.values(engines).map(
    ({ implementation }) => mainFetch(fetchRequest(request), policyNetwork(policy), implementation).type,
  )
const SHARED = ['shared', 'shared', 'shared', 'shared']
const REFUSED = ['blocked', 'blocked', 'blocked', 'blocked']

describe('what a policy answers', () => {
  test('to a preflight is everything that it allows', () =>
    expect(respond(policies.credentials, APP, 'preflight')).toEqual([
      { name: 'Access-Control-Allow-Origin', value: APP },
      { name: 'Access-Control-Allow-Credentials', value: 'true' },
      { name: 'Access-Control-Allow-Methods', value: 'DELETE, GET, PUT' },
      { name: 'Access-Control-Allow-Headers', value: 'authorization, content-type, x-request-id' },
      { name: 'Access-Control-Max-Age', value: '7200' },
      { name: 'Vary', value: 'Origin' },
    ]))

  test('to an actual request is the origin and what it exposes', () =>
    expect(respond(policies.credentials, LOCAL, 'actual')).toEqual([
      { name: 'Access-Control-Allow-Origin', value: LOCAL },
      { name: 'Access-Control-Allow-Credentials', value: 'true' },
      { name: 'Access-Control-Expose-Headers', value: 'X-Total-Count' },
      { name: 'Vary', value: 'Origin' },
    ]))

  test.each(lookAlikes)('to %s is nothing but Vary', (origin) =>
    expect(respond(policies.credentials, origin, 'preflight')).toEqual([{ name: 'Vary', value: 'Origin' }]),
  )

  test('for everyone is * and needs no Vary', () => {
    expect(get(respond(policies.public, 'null', 'actual'), 'Access-Control-Allow-Origin')).toBe('*')
    expect(get(respond(policies.public, APP, 'actual'), 'Vary')).toBeNull()
  })
})

describe('judged by every engine', () => {
  const asked = {
    origin: APP,
    method: 'PUT',
    credentialsMode: 'include',
    headerList: [{ name: 'X-Request-Id', value: '1' }],
  } as const

  test('what is allowed is shared', () => expect(outcomes(policies.credentials, asked)).toEqual(SHARED))

  test.each(lookAlikes)('%s is refused', (origin) =>
    expect(outcomes(policies.credentials, { ...asked, origin })).toEqual(REFUSED),
  )

  test('another method, another header and credentials that are not allowed are refused', () => {
    expect(outcomes(policies.credentials, { ...asked, method: 'PATCH' })).toEqual(REFUSED)
    const headerList = [{ name: 'X-Other', value: '1' }]
    expect(outcomes(policies.credentials, { ...asked, headerList })).toEqual(REFUSED)
    expect(outcomes(policies['no-preflight'], { origin: APP, credentialsMode: 'include' })).toEqual(REFUSED)
    expect(outcomes(policies.public, { ...asked, credentialsMode: 'include' })).toEqual(REFUSED)
  })

  test('any method and header that a policy lists is shared with each of its origins, and never reflected', () =>
    fc.assert(
      fc.property(
        fc.constantFrom(...Object.values<CorsPolicy>(policies)).chain((policy) =>
          fc.record({
            policy: fc.constant(policy),
            origin: policy.origins === '*' ? fc.constant(APP) : fc.constantFrom(...policy.origins),
            method: fc.constantFrom(...policy.methods),
            headers: fc.subarray([...policy.headers]),
          }),
        ),
        ({ policy, origin, method, headers }) => {
          const headerList = headers.map((name) => ({ name, value: 'application/json' }))
          const credentialsMode = policy.credentials ? 'include' : 'same-origin'
          expect(outcomes(policy, { origin, method, headerList, credentialsMode })).toEqual(SHARED)
          const foreign = respond(policy, 'https://foreign.invalid', 'preflight')
          expect(valuesOf(foreign, 'Access-Control-Allow-Origin')).toEqual(
            policy.origins === '*' ? ['*'] : [],
          )
        },
      ),
    ))
})
