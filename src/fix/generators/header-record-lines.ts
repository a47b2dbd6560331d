import type { CorsPolicy } from '../policy/policy.ts'
import { policyStatements } from './policy-statements.ts'
import { WHY_VARY } from './why-vary.ts'

/** Expressions for what a function of a cloud is asked with, and the statement that answers a preflight. */
export interface RequestExpressions {
  readonly origin: string
  readonly isPreflight: string
  readonly answerPreflight: string
}

/** Returns lines that put a policy's headers into the record `headers`, and answer its preflight. */
export const headerRecordLines = (
  policy: CorsPolicy,
  { origin, isPreflight, answerPreflight }: RequestExpressions,
): readonly string[] => [
  policy.origins === '*' ? 'const headers = {}' : `const headers = { Vary: 'Origin' } // ${WHY_VARY}`,
  ...policyStatements(policy, {
    set: (name, value) => `headers[${name}] = ${value}`,
    origin: [`const origin = ${origin}`],
    isPreflight,
    answerPreflight: [answerPreflight],
  }),
]
