import type { CorsPolicy } from '../policy/policy.ts'
import { policyStatements } from './policy-statements.ts'
import { WHY_VARY } from './why-vary.ts'

/** Expressions for a cloud function's request, and the statement that responds to a preflight. */
export interface RequestExpressions {
  readonly origin: string
  readonly isPreflight: string
  readonly answerPreflight: string
}

/** Returns lines that add a policy's headers to the record `headers` and respond to its preflight. */
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
