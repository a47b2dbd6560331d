import { describe, expect, test } from 'vitest'
import { outcomeOfCheck } from '../../src/check/outcome-of-check.ts'
import { checkUrl } from '../../src/library/check-url.ts'
import { redactionFor } from '../../src/redact/redaction-for.ts'
import { type EngineCase, hopUrl } from '../engines/engine-case.ts'
import { generateCases } from '../engines/generate/generate-cases.ts'
import { answerCase } from '../engines/lab/answer-case.ts'
import { type Answer, limits, request, server } from './check-request.ts'

const run = async (answer: () => Answer, more: Parameters<typeof request>[0] = {}) => {
  const { send } = server(answer)
  const checked = await checkUrl(request(more), { ...limits(), send, redaction: redactionFor(false) })
  if ('typeError' in checked) throw new Error(checked.typeError)
  return checked
}

describe('the verdict on a check', () => {
  test('is that of a recording of it', async () => {
    const { examined } = await run(() => ({}), { method: 'PUT', engine: 'firefox' })
    expect(examined.recording).toMatchObject({
      creator: expect.stringMatching(/^whycors check /),
      recordsOutcomes: false,
    })
    expect(examined.diagnoses.map(({ verdict }) => [verdict.type, verdict.engines.firefox.code])).toEqual([
      ['blocked', 'CORSMissingAllowOrigin'],
    ])
  })

  test('pairs preflight and request however fast they were', async () => {
    const headers = { 'Access-Control-Allow-Origin': '*', 'Access-Control-Allow-Methods': 'PUT' }
    for (const engine of ['chromium', 'firefox', 'webkit', 'spec'] as const) {
      const { examined } = await run(() => ({ headers }), { method: 'PUT', engine })
      expect(examined.diagnoses.map(({ verdict }) => verdict.type)).toEqual(['shared'])
    }
  })

  test('joins the redirects of a loop however fast they were', async () => {
    const headers = { 'Access-Control-Allow-Origin': '*', Location: '/items' }
    const { send } = server(() => ({ status: 302, headers }))
    let now = 1_700_000_000_000
    const fast: typeof send = async (...asked) => {
      const response = await send(...asked)
      // The clock of the time of day has whole milliseconds.
      now += 0.3
      return 'fault' in response ? response : { ...response, started: Math.floor(now), ms: 0.7 }
    }
    const options = { ...limits(), send: fast, redaction: redactionFor(false) }
    const checked = await checkUrl(request({}), options)
    const { diagnoses } = 'typeError' in checked ? { diagnoses: [] } : checked.examined
    expect(diagnoses.map(({ verdict }) => [verdict.type, verdict.exchange.chain.length])).toEqual([
      ['blocked', 21],
    ])
  })

  test('knows the credentials mode, which no recording states', async () => {
    const headers = { 'Access-Control-Allow-Origin': '*', 'Access-Control-Allow-Methods': 'PUT' }
    const { examined } = await run(() => ({ headers }), {
      url: 'https://api.app.example/',
      method: 'PUT',
      credentials: 'include',
    })
    const [{ verdict } = { verdict: null }] = examined.diagnoses
    expect(verdict?.type === 'blocked' && verdict.failing[0].finding.rule.id).toBe(
      'allow-origin-wildcard-with-credentials',
    )
  })

  test('of a request to its own origin, which no-referrer gives Origin: null', async () => {
    const { examined } = await run(() => ({}), {
      url: 'https://app.example/',
      method: 'POST',
      noReferrer: true,
      engine: 'spec',
    })
    expect(examined.diagnoses[0]?.verdict).toMatchObject({ type: 'not-cors', why: 'same-origin' })
  })
})

test('headers that browsers add too are known to be the page’s', async () => {
  const { send } = server(({ method, url }) => {
    if (method === 'OPTIONS') return { headers: { 'Access-Control-Allow-Origin': '*' } }
    return url.startsWith('https://app.')
      ? { status: 302, headers: { Location: 'https://api.example/' } }
      : {}
  })
  const headers = [{ name: 'Accept-Language', value: 'de_DE' }]
  const asked = request({ url: 'https://app.example/', headers })
  const checked = await checkUrl(asked, { ...limits(), send, redaction: redactionFor(false) })
  const verdicts = 'examined' in checked ? checked.examined.diagnoses.map(({ verdict }) => verdict) : []
  expect(verdicts.map(({ type, engines }) => [type, engines.chromium.code])).toEqual([
    ['blocked', 'HeaderDisallowedByPreflightResponse'],
  ])
})

/** As `check` makes them: with fetch(), redirects followed. */
const cases = generateCases(2026, 400).map((one): EngineCase => {
  const body = /^(get|head)$/i.test(one.request.method) ? null : one.request.body
  return {
    ...one,
    request: { ...one.request, api: 'fetch', redirect: 'follow', uploadListener: false, body },
  }
})

test.each(['chromium', 'firefox', 'webkit', 'spec'] as const)(
  'what %s is said to do is what its report says, for 400 generated cases',
  async (engine) => {
    let judged = 0
    for (const one of cases) {
      const { send } = server(({ method, url, headers }) => {
        const { pathname, search, searchParams, protocol } = new URL(url)
        const asked = {
          method,
          scheme: protocol === 'https:' ? 'https' : 'http',
          target: pathname + search,
          headers,
          body: '',
        } as const
        const reply = answerCase(one, Number(searchParams.get('hop') ?? 0), asked)
        return reply === null ? {} : { status: reply.status, headers: Object.fromEntries(reply.headers) }
      })
      const checked = await checkUrl(
        request({
          url: hopUrl(one, 0),
          origin: one.page,
          method: one.request.method,
          headers: one.request.headers.map(([name, value]) => ({ name, value })),
          credentials: one.request.credentials,
          mode: one.request.mode,
          body: one.request.body,
          engine,
        }),
        { ...limits(), send, redaction: redactionFor(false) },
      )
      if ('typeError' in checked) continue
      judged++
      const [{ verdict } = { verdict: null }] = checked.examined.diagnoses
      const said = verdict === null ? 'nothing' : SAID[verdict.type]
      // A chain of its own origin is none of CORS's business, even one that never ends.
      const expected = verdict?.type === 'not-cors' ? 'allowed' : outcomeOfCheck(checked)
      expect([one.id, said]).toEqual([one.id, expected])
    }
    expect(judged).toBeGreaterThan(300)
  },
)

const SAID = {
  blocked: 'blocked',
  depends: 'depends',
  unexplained: 'blocked',
  shared: 'allowed',
  'not-cors': 'allowed',
  'cannot-tell': 'cannot tell',
} as const
