import { describe, expect, it } from 'vitest'
import { redirectTarget } from '../../src/evidence/redirect-target.ts'
import { originOf } from '../../src/fetch/origin.ts'
import { readHarText } from '../../src/har/read-har.ts'
import { plain } from '../../src/text/plain.ts'
import { recording } from '../cli/run-whycors.ts'
import { diagnosesOf } from '../diagnoses-of.ts'
import { diagnosesOf as ofField } from '../field/verdict-on-recording.ts'
import { chromeEntry, chromePreflight, harText } from '../make-har.ts'

const planOf = (...entries: readonly object[]) => {
  const read = readHarText(harText(entries), 0, 'test.har')
  const [diagnosis] = diagnosesOf(read.recording, read.entries, { engine: null, show: (value) => value })
  const plan = diagnosis?.plan
  if (plan === null || plan === undefined) throw new Error('nothing planned')
  return {
    ...plan,
    first: plan.first === null ? null : plain(plan.first, (value) => value),
    said: plain(plan.why, (value) => value),
  }
}
const failed = { error: 'net::ERR_FAILED' } as const
const omit = { 'Sec-Fetch-Storage-Access': null }
const known = { credentials: 'include' } as const

describe('what a plan promises', () => {
  it('begins with an instruction where a cause says what has to be fixed first', () => {
    const first = ofField('b-rails-devise')[0]?.plan?.first ?? null
    expect(first === null ? null : plain(first, (value) => value)).toMatch(
      /^Fix the redirect first\. The server/,
    )
  })

  it('is proven where the recorded exchange, with the policy, is allowed', () => {
    const plan = planOf(chromeEntry({ ...failed, ...known }))
    expect([plan.promise, plan.first]).toEqual(['proven', null])
    expect(plan.said).toMatch(/would all allow the request/)
  })

  it.each([
    [
      'http to https',
      301,
      'https://api.test/items',
      'http://api.test/items',
      /Call `https:\/\/api\.test\/items`/,
    ],
    ['another host', 302, 'https://b.test/items', undefined, /`Origin: null`/],
    ['a login', 302, 'https://login.api.test/authorize', undefined, /login/],
  ])('is not made across a redirect: %s', (_, status, Location, url, first) => {
    const plan = planOf(
      chromeEntry({ ...failed, ...known, status, response: { Location }, ...(url !== undefined && { url }) }),
    )
    expect(plan.promise).toBe('conditional')
    expect(plan.first).toMatch(first)
    expect(plan.said).not.toMatch(/would all allow/)
  })

  it('is not made for the redirect of a preflight', () => {
    const plan = planOf(
      chromePreflight({ method: 'PUT', status: 308, response: { Location: 'https://api.test/items/' } }),
      chromeEntry({ method: 'PUT', status: 0, ...failed, request: omit }),
    )
    expect(plan.first).toMatch(/redirects of a preflight/)
  })

  it.each([
    [413, { Server: 'nginx/1.25.3', 'Content-Type': 'text/html', 'Content-Length': '585' }],
    [502, { Server: 'nginx/1.25.3', 'Content-Type': 'text/html' }],
    [522, { Server: 'cloudflare', 'CF-RAY': '1' }],
  ])('is not made for a %i of a layer in front', (status, response) => {
    const plan = planOf(chromeEntry({ ...failed, ...known, status, response }))
    expect(plan.promise).toBe('conditional')
    expect(plan.first).not.toBeNull()
  })

  it('is no policy where none has a part in it', () => {
    const plan = planOf(
      chromePreflight({ method: 'PUT', status: 403, response: { Server: 'AirTunes/595.13.1' } }),
      chromeEntry({ method: 'PUT', status: 0, ...failed }),
    )
    expect([plan.promise, plan.policy]).toEqual(['not by configuration', null])
    expect(plan.first).toMatch(/AirPlay/)
  })

  it.each([
    'http-to-https-redirect',
    's3-region-307',
    'codespaces-302',
    'nginx-413-express',
    'b-rails-devise',
  ])('is not made for %s', (name) => {
    const plans = ofField(name).flatMap(({ plan }) => plan ?? [])
    expect(plans.some(({ promise, first }) => promise === 'conditional' && first !== null)).toBe(true)
  })
})

describe.each(['chromium-live', 'firefox-gethar', 'chromium-generated-live'])(
  'every promise of %s',
  (name) => {
    const read = readHarText(recording(name), 0, name)
    const diagnoses = diagnosesOf(read.recording, read.entries, { engine: null, show: (value) => value })
    const plans = diagnoses.flatMap(({ plan, verdict }) => (plan === null ? [] : [{ plan, verdict }]))

    it('is made only where nothing comes first and no redirect leaves the API', () => {
      expect(plans.length).toBeGreaterThan(5)
      for (const { plan, verdict } of plans) {
        const said = plain(plan.why, (value) => value)
        if (plan.promise === 'proven') expect([plan.first, plan.required]).toEqual([null, []])
        if (plan.first !== null) expect(said).not.toMatch(/would all allow/)
        if (plan.policy === null) expect(plan.promise).toBe('not by configuration')
        const leaves = verdict.exchange.chain.some(({ actual }) => {
          const leads = actual === null ? '' : redirectTarget(actual)
          return (
            actual !== null &&
            leads !== '' &&
            originOf(actual.request.url) === plan.target &&
            originOf(leads) !== plan.target
          )
        })
        if (leaves) expect(plan.promise).not.toBe('proven')
      }
    })
  },
)
