import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readHarText } from '../../src/har/read-har.ts'
import { checksOf, type Diagnosis, demandsOf, originParts } from '../../src/internal.ts'
import { diagnosesOf } from '../diagnoses-of.ts'
import { chromeEntry, chromePreflight } from '../make-har.ts'
import { diagnosed, options } from './panel-diagnoses.ts'

const files = [
  'src/cli/sample.har',
  ...readdirSync('test/recordings').map((file) => `test/recordings/${file}`),
]
const all = files.flatMap((file): readonly (readonly [string, Diagnosis])[] => {
  const { recording, entries } = readHarText(readFileSync(file, 'utf8'), 0, file)
  return diagnosesOf(recording, entries, options).map((one) => [`${file} ${one.verdict.exchange.url}`, one])
})

describe('the list of checks', () => {
  it.each(all)('agrees with the verdict: %s', (_, { verdict }) => {
    const checks = checksOf(verdict)
    const failed = checks.filter(({ state }) => state === 'failed')
    if (verdict.type === 'shared') expect(checks.map(({ state }) => state)).not.toContain('not reached')
    if (verdict.type !== 'blocked') expect(failed).toEqual([])
    else if (verdict.failing.length === 1)
      expect(failed.map(({ step, phase, hop }) => [step, phase, hop])).toEqual(
        verdict.failing.map(({ step, phase, hop }) => [step, phase, hop]),
      )
    // What is missing can't have passed.
    for (const { step, state, evidence } of checks)
      if (step === 'CORS check: no origin' && state === 'passed')
        expect(evidence.map(({ value }) => value)).not.toContain(null)
    // After what failed nothing is reached.
    const at = checks.findIndex(({ state }) => state === 'failed')
    if (at >= 0) for (const { state } of checks.slice(at + 1)) expect(state).toBe('not reached')
  })

  it('says what passed, failed and was not reached, with the line that each one reads', () => {
    const [one] = diagnosed([
      chromePreflight({
        at: 1,
        method: 'PUT',
        response: {
          'Access-Control-Allow-Origin': 'https://app.example',
          'Access-Control-Allow-Credentials': 'true',
        },
      }),
      chromeEntry({ method: 'PUT', status: 0, error: 'net::ERR_FAILED', time: 30 }),
    ]).diagnoses
    const checks = one === undefined ? [] : checksOf(one.verdict)
    const of = (step: string, phase: string) =>
      checks.find((check) => check.step === step && check.phase === phase)
    expect(of('CORS check: origin differs', 'preflight')).toMatchObject({
      state: 'passed',
      evidence: [{ field: 'response.headers.Access-Control-Allow-Origin', value: 'https://app.example' }],
    })
    expect(of('CORS-preflight fetch: method', 'preflight')).toMatchObject({
      state: 'failed',
      evidence: [{ field: 'response.headers.Access-Control-Allow-Methods', value: null }],
    })
    expect(of('CORS check: no origin', 'actual')?.state).toBe('not reached')
  })
})

describe('asked and granted', () => {
  const states = (entries: readonly object[]) =>
    diagnosed(entries).diagnoses.flatMap(({ verdict }) =>
      demandsOf(verdict).map(({ what, phase, state }) => `${phase} ${what} ${state}`),
    )

  it('of a preflight that names too little', () => {
    const headers = {
      'Access-Control-Allow-Origin': 'https://app.example',
      'Access-Control-Allow-Methods': 'PUT',
      'Access-Control-Allow-Headers': 'x-a',
    }
    expect(
      states([
        chromePreflight({ at: 1, method: 'PUT', asks: 'x-a,x-b', response: headers }),
        chromeEntry({
          method: 'PUT',
          status: 0,
          error: 'net::ERR_FAILED',
          time: 30,
          request: { 'X-A': '1', 'X-B': '1' },
        }),
      ]),
    ).toEqual([
      'preflight origin granted',
      'preflight credentials depends',
      'preflight status granted',
      'preflight method granted',
      'preflight header granted',
      'preflight header refused',
    ])
  })

  it('of a wildcard with credentials', () => {
    const response = { 'Access-Control-Allow-Origin': '*' }
    expect(states([chromeEntry({ credentials: 'include', response, error: 'net::ERR_FAILED' })])).toEqual([
      'actual origin refused',
      'actual credentials refused',
      'preflight method not needed',
    ])
  })

  it('agrees with a shared response', () => {
    for (const [name, { verdict }] of all) {
      if (verdict.type !== 'shared') continue
      expect(
        demandsOf(verdict).map(({ state }) => state),
        name,
      ).not.toContain('refused')
    }
  })
})

describe('two origins side by side', () => {
  it.each([
    ['http://localhost:3000', 'http://localhost:8080', ['port']],
    ['https://www.example.com', 'https://example.com', ['host']],
    ['http://example.com', 'https://example.com', ['scheme', 'port']],
  ])('%s and %s', (page, api, differing) => {
    const parts = originParts(page, api) ?? []
    expect(parts.filter(({ same }) => !same).map(({ part }) => part)).toEqual(differing)
  })

  it('an opaque origin has no parts', () => {
    expect(originParts('null', 'https://example.com')).toBeNull()
  })
})
