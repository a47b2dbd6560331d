import { describe, expect, test } from 'vitest'
import type { Bug } from '../../src/bug.ts'
import { cautionsFor } from '../../src/cautions/index.ts'
import { guessFramework } from '../../src/fix/guess-framework.ts'
import type { ApiResponse } from '../../src/reading/api-response.ts'
import type { Siblings } from '../../src/reading/siblings.ts'
import { allRules, explainFailure } from '../../src/rules/index.ts'
import type { AnyRule } from '../../src/rules/rule.ts'
import { openBranches } from '../../src/verdict/open-branches.ts'
import { chromeEntry, verdictsOf } from '../make-har.ts'

const broken = (): never => {
  throw new Error('broken')
}

/** The one verdict on an entry. */
function verdictOn(entry: object) {
  const [verdict] = verdictsOf([entry])
  if (verdict === undefined) throw new Error('no fetch')
  return verdict
}

/** What a function reports. */
function reported(work: (report: (bug: Bug) => void) => void): readonly Bug[] {
  const bugs: Bug[] = []
  work((bug) => bugs.push(bug))
  return bugs
}

describe('what throws is reported', () => {
  const [branch] = openBranches(verdictOn(chromeEntry({ error: 'net::ERR_FAILED' })))
  if (branch?.outcome.type !== 'blocked') throw new Error('not blocked')
  const { failure } = branch.outcome
  const [rule] = allRules.filter(({ id }) => id === 'allow-origin-missing')
  if (rule === undefined) throw new Error('no such rule')

  test.each(['match', 'summary', 'detail', 'evidence', 'fix'])('of a rule: its %s', (part) => {
    const faulty: AnyRule = { ...rule, id: 'faulty', [part]: broken }
    const finding = explainFailure(failure, [faulty, rule])
    expect(finding.rule.id).toBe('allow-origin-missing')
    expect(finding.bugs).toEqual([{ where: 'rule', id: 'faulty', message: 'broken' }])
  })

  test('not of a rule that only says no', () => {
    expect(explainFailure(failure, [{ ...rule, id: 'other', match: () => null }, rule]).bugs).toEqual([])
  })

  test('of a caution, which the others do without', () => {
    const response = { 'Access-Control-Allow-Origin': 'https://app.example', 'Access-Control-Max-Age': '1' }
    const verdict = verdictOn(chromeEntry({ response: { ...response, 'X-Page': '1' } }))
    let notices: readonly { readonly id: string }[] = []
    const bugs = reported((report) => {
      notices = cautionsFor(verdict, { read: broken }, report)
    })
    expect(bugs).toContainEqual({ where: 'caution', id: 'vary-origin-missing', message: 'broken' })
    expect(notices.map(({ id }) => id)).toContain('preflight-header-on-response')
  })

  test('of a fingerprint', () => {
    const answer = Object.defineProperty({}, 'entry', { get: broken }) as ApiResponse
    const siblings: Siblings = { read: () => [answer] }
    const bugs = reported((report) => {
      expect(guessFramework('https://api.test', siblings, report)).toEqual([])
    })
    expect(bugs).toContainEqual({ where: 'fingerprint', id: 'express', message: 'broken' })
  })
})
