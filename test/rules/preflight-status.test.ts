import { describe, expect, it } from 'vitest'
import { explainFailure } from '../../src/rules/index.ts'
import preflightRedirected from '../../src/rules/preflight-redirected.ts'
import preflightStatusNotOk from '../../src/rules/preflight-status-not-ok.ts'
import { response } from '../fetch/records.ts'
import { ALLOW, failureOf } from './failures.ts'
import { testRule, words } from './test-rule.ts'

const status = (code: number, ...lines: readonly string[]) =>
  failureOf({ method: 'PUT' }, { preflight: response(code, ALLOW, ...lines) })
const answer = [{ type: 'answer preflight' }] as const

testRule(preflightRedirected, {
  matches: [
    {
      failure: status(301, 'Location: https://api.example/items/'),
      summary: 'The preflight was redirected (301) to `https://api.example/items/`.',
      fix: answer,
    },
  ],
  ignores: [
    { failure: status(301), by: 'preflight-status-not-ok' },
    { failure: status(405, 'Location: /x'), by: 'preflight-status-not-ok' },
  ],
})

testRule(preflightStatusNotOk, {
  matches: [
    {
      failure: status(401),
      summary: 'The preflight response has status `401`; browsers require 200 to 299.',
      fix: answer,
    },
    {
      failure: status(304),
      summary: 'The preflight response has status `304`; browsers require 200 to 299.',
      fix: answer,
    },
  ],
  ignores: [{ failure: status(307, 'Location: /login'), by: 'preflight-redirected' }],
})

describe('preflight-status-not-ok says what each status stands for', () => {
  it.each([
    [401, /never send credentials/],
    [407, /never send credentials/],
    [403, /rejected OPTIONS/],
    [404, /No route handles OPTIONS/],
    [405, /doesn't support OPTIONS/],
    [501, /doesn't support OPTIONS/],
    [429, /rate limit/],
    [500, /failed on OPTIONS/],
    [502, /failed on OPTIONS/],
    [302, /must have a status from 200/],
    [418, /Any status from 200 to 299/],
  ])('%i', (code, says) => {
    const { rule, args } = explainFailure(status(code))
    expect(words(rule.detail(args))).toMatch(says)
  })
})
