import { describe, test } from 'vitest'
import type { Engine, EngineCode } from '../src/engines/engine.ts'
import { engineOf } from '../src/engines/index.ts'
import type { Assumptions } from '../src/evidence/assumptions.ts'
import type { FailedStep } from '../src/fetch/steps.ts'
import type { PolicyEdit } from '../src/fix/policy/edit-policy.ts'
import type { CorsPolicy } from '../src/fix/policy/policy.ts'
import { rules } from '../src/rules/index.ts'
import { type AnyRule, defineRule } from '../src/rules/rule.ts'
import { code, text } from '../src/text/text.ts'
import type { FailingCheck, Verdict } from '../src/verdict/verdict.ts'

/** What must not compile: a line below `@ts-expect-error` that does is an error itself. */
describe('a policy', () => {
  const grants = { methods: ['PUT'], headers: [], exposed: [], maxAge: null }
  const policy: (policy: CorsPolicy) => void = () => undefined

  test('for named origins may have credentials, one for everyone none', () => {
    policy({ ...grants, origins: ['https://app.example'], credentials: true })
    policy({ ...grants, origins: ['https://app.example'], credentials: false })
    policy({ ...grants, origins: '*', credentials: false })
    // @ts-expect-error browsers refuse it, and servers make of it that everyone acts as the user
    policy({ ...grants, origins: '*', credentials: true })
  })

  test('for everyone has no credentials that are decided later', () => {
    const credentials: boolean = JSON.parse('false')
    // @ts-expect-error it may be true
    policy({ ...grants, origins: '*', credentials })
  })

  test('names an origin', () => {
    // @ts-expect-error it would allow nobody
    policy({ ...grants, origins: [], credentials: false })
  })

  test('that was edited is made by editPolicy alone', () => {
    const before: CorsPolicy = { ...grants, origins: '*', credentials: false }
    const edit: PolicyEdit = { credentials: true }
    // @ts-expect-error the edit may bring * and credentials together
    policy({ ...before, ...edit })
  })
})

describe('a verdict', () => {
  const verdict = JSON.parse('{}') as Verdict

  test('has what its type has, and nothing else', () => {
    if (verdict.type === 'blocked') {
      verdict.failing satisfies readonly [FailingCheck, ...FailingCheck[]]
      // @ts-expect-error what is missing is said where nobody can tell
      verdict.missing
      // @ts-expect-error CORS had a say
      verdict.why
    }
    if (verdict.type === 'not-cors') {
      // @ts-expect-error no check of CORS failed
      verdict.failing
      // @ts-expect-error nothing was run through the standard
      verdict.branches
    }
    // @ts-expect-error a verdict of unknown type has only what all have
    verdict.branches
  })

  test('names what fails by the codes of the engine', () => {
    const chromium: (code: EngineCode<'chromium'>) => void = () => undefined
    chromium('PreflightMissingAllowOriginHeader')
    // @ts-expect-error Firefox calls it so
    chromium('CORSMissingAllowOrigin')
    // @ts-expect-error no code of Chromium's
    chromium('PreflightMissingOrigin')
    // @ts-expect-error each engine has its own
    engineOf('firefox') satisfies Engine<'webkit'>
  })

  test('assumes values that a fact can have', () => {
    const assuming: Assumptions = { credentialsMode: 'include', response: 3 }
    assuming satisfies Assumptions
    // @ts-expect-error the entry is a number, not a sentence
    const inWords: Assumptions = { response: 'that of entry 3' }
    // @ts-expect-error no credentials mode
    const other: Assumptions = { credentialsMode: 'cookies' }
    void [inWords, other]
  })
})

describe('a rule', () => {
  test('belongs to a step, and every step has one', () => {
    const { 'CORS check: no origin': _, ...others } = rules
    // @ts-expect-error a failing step that nobody explains
    others satisfies Record<FailedStep, readonly [AnyRule, ...AnyRule[]]>
  })

  test('is told with its own arguments', () => {
    const rule = defineRule({
      id: 'a-rule',
      means: 'something',
      match: () => ({ origin: 'https://app.example' }),
      brief: ({ origin }) => text`${origin}`,
      // @ts-expect-error `match` returns no method
      summary: ({ method }) => text`${method}`,
      detail: ({ origin }) => text`${code(origin)}`,
      evidence: () => [],
      fix: ({ origin }) => [{ type: 'allow origin', origin }],
    })
    void rule
  })
})
