import { expect, it } from 'vitest'
import { algorithmOf, type FailedStep } from '../../src/fetch/steps.ts'
import { rules } from '../../src/rules/index.ts'

const STEPS = Object.keys(rules) as readonly FailedStep[]

it.each([
  ['main fetch: mode is same-origin', 'main fetch', 'concept-main-fetch'],
  ['CORS-preflight fetch: method', 'CORS-preflight fetch', 'cors-preflight-fetch-0'],
  ['CORS check: no origin', 'CORS check', 'concept-cors-check'],
  ['HTTP fetch: redirect mode is error', 'HTTP fetch', 'http-fetch'],
  ['HTTP-redirect fetch: too many redirects', 'HTTP-redirect fetch', 'http-redirect-fetch'],
] as const)('"%s" belongs to %s', (step, algorithm, anchor) =>
  expect(algorithmOf(step)).toEqual({ algorithm, url: `https://fetch.spec.whatwg.org/#${anchor}` }),
)

it('knows an algorithm and an anchor for every step', () => {
  for (const step of STEPS) {
    const { algorithm, url } = algorithmOf(step)
    expect(step.startsWith(`${algorithm}: `)).toBe(true)
    expect(url).toMatch(/^https:\/\/fetch\.spec\.whatwg\.org\/#[a-z0-9-]+$/)
  }
  expect(STEPS.length).toBe(17)
})
