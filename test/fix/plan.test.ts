import { describe, expect, test } from 'vitest'
import { engines } from '../../src/engines/index.ts'
import { mainFetch } from '../../src/fetch/main-fetch.ts'
import type { FetchRequest } from '../../src/fetch/request.ts'
import { planFor } from '../../src/fix/plan.ts'
import { mergePolicies } from '../../src/fix/policy/merge-policies.ts'
import type { CorsPolicy } from '../../src/fix/policy/policy.ts'
import { policyNetwork } from '../../src/fix/policy/respond.ts'
import { sharedWith } from '../../src/fix/policy/shared-with.ts'
import { whoAsked } from '../../src/fix/policy/who-asked.ts'
import { readHarText } from '../../src/har/read-har.ts'
import { plain } from '../../src/text/plain.ts'
import { openBranches } from '../../src/verdict/open-branches.ts'
import { recording } from '../cli/run-whycors.ts'
import { diagnosesOf } from '../diagnoses-of.ts'
import { chromeEntry, chromePreflight, type EntryDescription, harText, verdictsOf } from '../make-har.ts'

const BLOCKED = { status: 0, error: 'net::ERR_FAILED' }
const PAGE = 'https://app.example'

const planOf = (...entries: readonly object[]) => {
  const [verdict] = verdictsOf(entries)
  return verdict === undefined ? null : planFor(verdict)
}

const refusedPut = (more: EntryDescription = {}): readonly object[] => [
  chromeEntry({ method: 'PUT', ...more, ...BLOCKED }),
  chromePreflight({ method: 'PUT', asks: 'content-type,x-api-key', ...more, status: 404 }),
]

describe('the plan for a blocked request', () => {
  test('allows exactly what was asked for', () =>
    expect(planOf(...refusedPut())).toMatchObject({
      target: 'https://api.test',
      policy: {
        origins: [PAGE],
        methods: ['PUT'],
        headers: ['content-type', 'x-api-key'],
        credentials: false,
        maxAge: 7200,
      },
    }))

  const why = (plan: ReturnType<typeof planOf>): string => plain(plan?.why ?? [], (value) => value)

  test('says in which browsers it would be shared', () => {
    const plan = planOf(
      chromeEntry({
        credentials: 'include',
        response: { 'Access-Control-Allow-Origin': '*' },
        error: 'net::ERR_FAILED',
      }),
    )
    expect(why(plan)).toBe('With this policy, Chrome, Firefox and Safari would all allow the request.')
  })

  test('does not promise that where the page may send credentials', () =>
    expect(why(planOf(...refusedPut()))).toBe(
      "With this policy, Chrome, Firefox and Safari would all allow the request. If the page sends `credentials: 'include'`, which wasn't recorded, allow credentials too.",
    ))

  test('is no policy for the origin "null"', () =>
    expect(
      planOf(chromeEntry({ request: { Origin: 'null' }, error: 'net::ERR_FAILED' }))?.policy ?? null,
    ).toBeNull())

  test('names the origin where * met credentials', () =>
    expect(
      planOf(
        chromeEntry({
          credentials: 'include',
          response: { 'Access-Control-Allow-Origin': '*' },
          error: 'net::ERR_FAILED',
        }),
      )?.policy,
    ).toMatchObject({ origins: [PAGE], credentials: true }))

  test('does not exist for what was shared', () =>
    expect(planOf(chromeEntry({ response: { 'Access-Control-Allow-Origin': '*' } }))).toBeNull())
})

describe('merged over a recording', () => {
  const merged = (...entries: readonly object[]) => {
    const read = readHarText(harText(entries), 0, 'test.har')
    return mergePolicies(diagnosesOf(read.recording, read.entries, { engine: null, show: (value) => value }))
  }
  const LOCAL = 'https://admin.app.example'
  const entries = [
    ...refusedPut(),
    chromeEntry({ url: 'https://api.test/other', page: LOCAL, at: 100, error: 'net::ERR_FAILED' }),
    chromeEntry({
      url: 'https://api.test/ok',
      at: 200,
      response: { 'Access-Control-Allow-Origin': '*' },
    }),
    chromeEntry({ url: 'https://fine.test/', at: 300, response: { 'Access-Control-Allow-Origin': '*' } }),
  ]

  test('a policy grants exactly the union of what one API blocked and shared', () =>
    expect(merged(...entries).map(({ target, policy }) => ({ target, policy }))).toEqual([
      {
        target: 'https://api.test',
        policy: {
          origins: [LOCAL, PAGE],
          methods: ['GET', 'PUT'],
          headers: ['content-type', 'x-api-key'],
          exposed: [],
          credentials: false,
          maxAge: 7200,
        },
      },
    ]))

  test('every grant has somebody who asked for it, and an addition has nobody', () => {
    const [api] = merged(...entries)
    if (api === undefined) throw new Error('nothing merged')
    const paths = (policy: CorsPolicy) =>
      whoAsked(policy, api.wishes).map(({ value, by }) => [
        value,
        by.map(({ verdict }) => new URL(verdict.exchange.url).pathname),
      ])
    const [put, other, ok] = api.wishes.map(
      ({ diagnosis }) => new URL(diagnosis.verdict.exchange.url).pathname,
    )
    expect(paths(api.policy)).toEqual([
      [LOCAL, [other]],
      [PAGE, [put, ok]],
      ['GET', [other, ok]],
      ['PUT', [put]],
      ['content-type', [put]],
      ['x-api-key', [put]],
    ])
    const { policy } = api
    if (policy.origins === '*') throw new Error('everyone is allowed')
    expect(paths({ ...policy, methods: ['DELETE'], credentials: true })).toEqual([
      ...paths({ ...policy, methods: [] }).slice(0, 2),
      ['DELETE', []],
      ...paths({ ...policy, methods: [] }).slice(2),
      ['true', []],
    ])
  })

  test('all who asked are served in every browser, and no longer once a grant is taken away', () => {
    const [api] = merged(...entries)
    if (api === undefined) throw new Error('nothing merged')
    const served = (policy: CorsPolicy) =>
      api.wishes.map(({ diagnosis }) => sharedWith(diagnosis, policy).length)
    expect(served(api.policy)).toEqual([3, 3, 3])
    expect(served({ ...api.policy, headers: ['content-type'] })).toEqual([0, 3, 3])
    expect(served({ ...api.policy, origins: [PAGE] })).toEqual([3, 0, 3])
  })
})

describe.each(['chromium-live', 'firefox-gethar', 'playwright'])('every plan of the recording %s', (name) => {
  const read = readHarText(recording(name), 0, name)
  const diagnoses = diagnosesOf(read.recording, read.entries, { engine: null, show: (value) => value })
  const planned = diagnoses.filter(({ plan }) => plan !== null && plan.policy !== null)

  test('makes its request shared in every engine, where the page need not change', () => {
    const judged = planned.filter(({ plan }) => plan?.required.length === 0)
    expect(judged.length).toBeGreaterThan(0)
    for (const { verdict, plan } of judged) {
      const request = blockedRequest(verdict)
      if (request === null || !plan?.policy) continue
      for (const { implementation } of Object.values(engines))
        expect(mainFetch(request, policyNetwork(plan.policy), implementation).type).toBe('shared')
    }
  })

  test('never lets in "null", nor everyone with credentials', () => {
    for (const policy of [
      ...planned.map(({ plan }) => plan?.policy),
      ...mergePolicies(diagnoses).map(only),
    ]) {
      expect(policy?.origins).not.toContain('null')
      expect(policy?.origins === '*' && policy.credentials).toBe(false)
      expect([...(policy?.methods ?? []), ...(policy?.headers ?? [])]).not.toContain('*')
    }
  })
})

const only = ({ policy }: { readonly policy: CorsPolicy }): CorsPolicy => policy

/** The request as it was made, in the possibility that the plan is for. */
function blockedRequest(verdict: ReturnType<typeof verdictsOf>[number]): FetchRequest | null {
  const blocked = openBranches(verdict).filter(({ outcome }) => outcome.type === 'blocked')
  const least =
    blocked.find(({ hypothesis }) => hypothesis.request.credentialsMode !== 'include') ?? blocked[0]
  return least?.hypothesis.request ?? null
}
