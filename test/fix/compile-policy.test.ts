import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { engines } from '../../src/engines/index.ts'
import { mainFetch } from '../../src/fetch/main-fetch.ts'
import type { Network } from '../../src/fetch/network.ts'
import { compilePolicy } from '../../src/fix/policy/compile-policy.ts'
import type { CorsPolicy } from '../../src/fix/policy/policy.ts'
import { policyLines } from '../../src/fix/policy/policy-lines.ts'
import { policyNetwork, respond } from '../../src/fix/policy/respond.ts'
import { fetchRequest } from '../fetch/records.ts'
import { hostilePolicy } from './generators/arbitrary-policies.ts'
import { APP, policies } from './policies.ts'

/** The header lines of a policy for one origin, as the answer to each request has them. */
function linesOf(policy: CorsPolicy, phase: 'preflight' | 'actual') {
  const lines = policyLines(policy)
  const exposed = (name: string): boolean => name === 'Access-Control-Expose-Headers'
  return lines
    .filter(({ name, preflightOnly }) => (phase === 'actual' ? !preflightOnly : !exposed(name)))
    .map(({ name, value }) => ({ name, value }))
}
const sorted = (headers: readonly { readonly name: string }[]) =>
  headers.toSorted((a, b) => a.name.localeCompare(b.name))

describe('the header lines of a policy', () => {
  test('are what its server answers, on every response and on the preflight', () =>
    fc.assert(
      fc.property(hostilePolicy, (any) => {
        if (any.origins === '*') return
        const [origin] = any.origins
        const policy: CorsPolicy = { ...any, origins: [origin] }
        expect(sorted(linesOf(policy, 'actual'))).toEqual(sorted(respond(policy, origin, 'actual')))
        if (!compilePolicy(policy).decidesByPreflight) return
        expect(sorted(linesOf(policy, 'preflight'))).toEqual(sorted(respond(policy, origin, 'preflight')))
      }),
    ))

  test('keep methods and headers where the age of a preflight was taken out', () =>
    expect(
      policyLines({ ...policies.credentials, maxAge: null }).filter((line) => line.preflightOnly),
    ).toEqual([
      { name: 'Access-Control-Allow-Methods', value: 'DELETE, GET, PUT', preflightOnly: true },
      {
        name: 'Access-Control-Allow-Headers',
        value: 'authorization, content-type, x-request-id',
        preflightOnly: true,
      },
    ]))

  test.each<[string, Partial<Pick<CorsPolicy, 'methods' | 'headers' | 'maxAge'>>, boolean]>([
    ['a GET', { methods: ['GET'] }, false],
    ['a POST and a HEAD', { methods: ['HEAD', 'POST'] }, false],
    ['a DELETE', { methods: ['DELETE', 'GET'] }, true],
    ['a method in lowercase', { methods: ['get'] }, true],
    ['a header', { headers: ['x-a'] }, true],
    ['an age', { maxAge: 0 }, true],
  ])('have a part for the preflight alone for %s: %j, %s', (_, part, has) =>
    expect(
      policyLines({ ...policies['no-preflight'], ...part }).some(({ preflightOnly }) => preflightOnly),
    ).toBe(has),
  )

  test('leave nothing out that decides, in any engine', () =>
    fc.assert(
      fc.property(
        fc.subarray(['GET', 'HEAD', 'POST'], { minLength: 1 }),
        fc.boolean(),
        fc.boolean(),
        (methods, credentials, useCorsPreflightFlag) => {
          const policy: CorsPolicy = { ...policies['no-preflight'], methods, credentials }
          expect(compilePolicy(policy).decidesByPreflight).toBe(false)
          const onlyLines: Network = {
            ...policyNetwork(policy),
            preflight: () => ({
              type: 'response',
              response: { status: 204, headerList: linesOf(policy, 'actual') },
            }),
          }
          const credentialsMode = credentials ? 'include' : 'same-origin'
          for (const method of methods)
            for (const { implementation } of Object.values(engines)) {
              const request = fetchRequest({ origin: APP, method, useCorsPreflightFlag, credentialsMode })
              expect(mainFetch(request, onlyLines, implementation).type).toBe('shared')
            }
        },
      ),
    ))

  test('name every origin that is allowed', () => {
    const allow = (policy: CorsPolicy) => policyLines(policy)[0]?.value
    expect(allow(policies.credentials)).toBe('http://localhost:5173 or https://app.example.com')
    expect(allow(policies.public)).toBe('*')
  })
})
