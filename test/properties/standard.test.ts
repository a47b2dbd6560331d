import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Engine, EngineId } from '../../src/engines/engine.ts'
import { engines } from '../../src/engines/index.ts'
import type { Hypothesis } from '../../src/evidence/hypotheses.ts'
import { type Failure, mainFetch } from '../../src/fetch/main-fetch.ts'
import type { Network } from '../../src/fetch/network.ts'
import { explainFailure, rules } from '../../src/rules/index.ts'
import type { AnyRule } from '../../src/rules/rule.ts'
import { applyChanges } from '../../src/verdict/apply-changes.ts'
import { isFilledIn } from '../rules/test-rule.ts'
import { type Answers, anyAnswers, anyRequest } from './arbitraries.ts'

const anyEngine = fc.constantFrom<EngineId>('spec', 'chromium', 'firefox', 'webkit')
const networkOf = (answers: readonly Answers[]): Network => ({
  preflight: (_, hop) => answers[hop]?.preflight ?? { type: 'not recorded' },
  actual: (_, hop) => answers[hop]?.actual ?? { type: 'not recorded' },
})
const runs = { numRuns: 3_000 }

/** Calls back with each failure of arbitrary requests, answers and engines; fails where there were too few. */
function forFailures(check: (failure: Failure, hypothesis: Hypothesis, engine: Engine) => void): void {
  const seen = new Set<string>()
  fc.assert(
    fc.property(anyRequest, anyAnswers, anyEngine, (request, answers, id) => {
      const engine: Engine = engines[id]
      const hypothesis = { assumed: {}, request, network: networkOf(answers) }
      const outcome = mainFetch(request, hypothesis.network, engine.implementation)
      if (outcome.type !== 'blocked') return
      seen.add(outcome.failure.step)
      check(outcome.failure, hypothesis, engine)
    }),
    runs,
  )
  expect(seen.size).toBeGreaterThan(10)
}

it('a failing step is explained by the first rule that matches, in words', () =>
  forFailures((failure) => {
    const { rule, args } = explainFailure(failure)
    const ofStep: readonly AnyRule[] = rules[failure.step]
    expect(ofStep.find((one) => one.match(failure) !== null)).toBe(rule)
    expect(isFilledIn(rule.summary(args))).toBe(true)
    expect(isFilledIn(rule.detail(args))).toBe(true)
    expect(rule.evidence(args).length).toBeGreaterThan(0)
  }))

it('an engine has one outcome for one fetch, and a code for every CORS check that fails', () =>
  forFailures((failure, { request, network }, engine) => {
    const again = mainFetch(request, network, engine.implementation)
    expect(again).toEqual({ type: 'blocked', failure })
    const console = { requestedBy: 'fetch', show: () => 'VALUE' } as const
    const [code, message] = [engine.code(failure), engine.message(failure, console)]
    expect([engine.code(failure), engine.message(failure, console)]).toEqual([code, message])
    if (/^CORS/.test(failure.step)) {
      expect(code).toMatch(/\S/)
      if (engine.id !== 'spec') expect(message).toMatch(/\S/)
    }
    if (message !== null) expect(message).not.toMatch(/undefined|\[object/)
  }))

/** What was done to a fetch on the way to its being shared. */
interface Round {
  readonly failure: Failure
  readonly changes: ReturnType<AnyRule['fix']>
}

/** Changes a fetch until it is no longer blocked. */
function changeAll(start: Hypothesis, engine: Engine) {
  const applied: Round[] = []
  let hypothesis = start
  for (let round = 0; round < 80; round++) {
    const outcome = mainFetch(hypothesis.request, hypothesis.network, engine.implementation)
    if (outcome.type !== 'blocked') return { outcome, applied }
    const { rule, args } = explainFailure(outcome.failure)
    const changes = rule.fix(args)
    applied.push({ failure: outcome.failure, changes })
    hypothesis = applyChanges(hypothesis, outcome.failure, changes)
  }
  const outcome = mainFetch(hypothesis.request, hypothesis.network, engine.implementation)
  return { outcome, applied }
}

/** Steps of which no server can take the cause away, nor a guess at another URL tell what would come then. */
const ONLY_CLIENT = /^main fetch: scheme|^HTTP-redirect fetch: (location|scheme|too many)/

it('changing what each rule asks for ends in an allowed response, or in what only the page can change', () =>
  forFailures((_, hypothesis, engine) => {
    const { outcome } = changeAll(hypothesis, engine)
    if (outcome.type === 'blocked') expect(outcome.failure.step).toMatch(ONLY_CLIENT)
    else expect(['shared', 'awaits', 'network error']).toContain(outcome.type)
  }))

it('where servers alone have to change, no change is one too many: without any one the fetch stays blocked', () => {
  let fixed = 0
  forFailures((_, start, engine) => {
    const { outcome, applied } = changeAll(start, engine)
    const all = applied.flatMap(({ failure, changes }) => changes.map((change) => ({ failure, change })))
    // What the page changes can make needless what a server was asked to change before.
    if (outcome.type !== 'shared' || all.some(({ change }) => change.type === 'client')) return
    fixed++
    for (const [dropped, { change }] of all.entries()) {
      const kept = all.filter((_, i) => i !== dropped)
      const hypothesis = kept.reduce((one, { failure, change }) => changeAt(one, failure, change), start)
      const left = mainFetch(hypothesis.request, hypothesis.network, engine.implementation)
      expect(left.type, JSON.stringify(change)).toBe('blocked')
    }
  })
  expect(fixed).toBeGreaterThan(200)
})

/** Applies one change to the response of that phase and hop as it is in the hypothesis, not as it was when it failed. */
function changeAt(hypothesis: Hypothesis, failure: Failure, change: Round['changes'][number]): Hypothesis {
  const { network } = hypothesis
  const answer =
    failure.phase === 'actual'
      ? network.actual(failure.request, failure.hop)
      : failure.preflightRequest === null
        ? null
        : network.preflight(failure.preflightRequest, failure.hop)
  const response = answer?.type === 'response' ? answer.response : failure.response
  return applyChanges(hypothesis, { ...failure, response }, [change])
}
