import { describe, expect, it } from 'vitest'
import type { Hypothesis } from '../../src/evidence/hypotheses.ts'
import { get } from '../../src/fetch/header-list.ts'
import { standard } from '../../src/fetch/implementation.ts'
import { type Failure, mainFetch } from '../../src/fetch/main-fetch.ts'
import type { FetchRequest } from '../../src/fetch/request.ts'
import { explainFailure } from '../../src/rules/index.ts'
import { applyChanges } from '../../src/verdict/apply-changes.ts'
import { CDN, fetchRequest, type Hop, headers, network, PAGE, response } from '../fetch/records.ts'

const ALLOW = `Access-Control-Allow-Origin: ${PAGE}`
const METHODS = 'Access-Control-Allow-Methods'
const NAMES = 'Access-Control-Allow-Headers'

const hypothesis = (parts: Partial<FetchRequest>, ...hops: readonly Hop[]): Hypothesis => ({
  assumed: {},
  request: fetchRequest(parts),
  network: network(...hops),
})
const run = ({ request, network: servers }: Hypothesis) => mainFetch(request, servers, standard)
function failureIn(one: Hypothesis): Failure {
  const outcome = run(one)
  if (outcome.type !== 'blocked') throw new Error(outcome.type)
  return outcome.failure
}
/** Applies to a failing hypothesis the changes of its rule. */
function changed(one: Hypothesis): Hypothesis {
  const failure = failureIn(one)
  const { rule, args } = explainFailure(failure)
  return applyChanges(one, failure, rule.fix(args))
}
const responseOf = (one: Hypothesis, phase: 'preflight' | 'actual') => {
  const answer =
    phase === 'actual'
      ? one.network.actual(one.request, 0)
      : one.network.preflight(
          {
            url: '',
            origin: '',
            credentialsMode: 'omit',
            method: 'PUT',
            unsafeHeaderNames: [],
            hasAuthorization: false,
            useCorsPreflightFlag: false,
          },
          0,
        )
  if (answer.type !== 'response') throw new Error(answer.type)
  return answer.response
}

describe('applyChanges', () => {
  it('changes the response that failed and no other', () => {
    const before = hypothesis({ method: 'PUT' }, { preflight: response(404, ALLOW), actual: response(200) })
    const after = changed(before)
    expect(responseOf(after, 'preflight')).toEqual(response(204, ALLOW))
    expect(responseOf(after, 'actual')).toBe(responseOf(before, 'actual'))
    expect(responseOf(before, 'preflight').status).toBe(404)
  })

  it('replaces every line of a header that can have only one value', () => {
    const after = changed(hypothesis({}, { actual: response(200, ALLOW, 'access-control-allow-origin: *') }))
    expect(responseOf(after, 'actual').headerList).toEqual(headers(ALLOW))
    expect(run(after).type).toBe('shared')
  })

  it.each([
    ['GET, POST', 'GET, POST, PUT'],
    ['*', '*, PUT'],
    ['', 'PUT'],
  ])('adds a method to the list %j', (listed, expected) => {
    const preflight = response(204, ALLOW, 'Access-Control-Allow-Credentials: true', `${METHODS}: ${listed}`)
    const after = changed(hypothesis({ method: 'PUT', credentialsMode: 'include' }, { preflight }))
    expect(get(responseOf(after, 'preflight').headerList, METHODS)).toBe(expected)
  })

  it.each([
    ['GET; PUT', 'GET, PUT'],
    ['["GET","PUT"]', 'GET, PUT'],
    ['GET PUT, POST', 'GET, PUT, POST'],
    ['();', null],
  ])('repairs the list %j by what can only be meant', (value, expected) => {
    const after = changed(
      hypothesis({ method: 'PUT' }, { preflight: response(204, ALLOW, `${METHODS}: ${value}`) }),
    )
    expect(get(responseOf(after, 'preflight').headerList, METHODS)).toBe(expected)
  })

  it('repairs one list and leaves the other', () => {
    const after = changed(
      hypothesis({ method: 'PUT' }, { preflight: response(204, ALLOW, `${METHODS}: PUT`, `${NAMES}: a b`) }),
    )
    expect(responseOf(after, 'preflight').headerList).toEqual(
      headers(ALLOW, `${METHODS}: PUT`, `${NAMES}: a, b`),
    )
  })

  it.each([
    ['https://user:secret@cdn.example/items', 'https://cdn.example/items'],
    ['//user@cdn.example/items', '//cdn.example/items'],
  ])('takes the credentials out of the location %s', (location, expected) => {
    const after = changed(hypothesis({}, { actual: response(302, ALLOW, `Location: ${location}`) }))
    expect(get(responseOf(after, 'actual').headerList, 'Location')).toBe(expected)
  })

  it.each<[string, Partial<FetchRequest>, Hop, Partial<FetchRequest>]>([
    ['the mode', { mode: 'same-origin' }, {}, { mode: 'cors' }],
    [
      'the redirect mode',
      { redirectMode: 'error' },
      { actual: response(302, ALLOW, `Location: ${CDN}`) },
      { redirectMode: 'follow' },
    ],
    [
      'the body',
      { method: 'POST', bodySourceIsNull: true },
      { actual: response(307, ALLOW, `Location: ${CDN}`) },
      { bodySourceIsNull: false },
    ],
    [
      'the letter case of the method',
      { method: 'patch' },
      { preflight: response(204, ALLOW, `${METHODS}: PATCH`) },
      { method: 'PATCH' },
    ],
    [
      'a header that is none of a request',
      { headerList: headers('X-A: 1', 'Access-Control-Allow-Origin: *') },
      { preflight: response(204, ALLOW, `${NAMES}: x-a`) },
      { headerList: headers('X-A: 1') },
    ],
  ])('changes %s where only the page can', (_, parts, hop, expected) =>
    expect(changed(hypothesis(parts, hop)).request).toEqual(fetchRequest({ ...parts, ...expected })),
  )

  it('lets an opaque origin pass, to see what comes after it', () => {
    const after = changed(
      hypothesis({ origin: 'null', credentialsMode: 'include' }, { actual: response(200, ALLOW) }),
    )
    expect(failureIn(after).step).toBe('CORS check: credentials')
  })
})
