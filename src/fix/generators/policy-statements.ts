import type { CorsPolicy } from '../policy/policy.ts'
import { headerLines, indented, isAllowed } from './header-lines.ts'

/** How a JavaScript server sends headers and responses. */
export interface Server {
  /** Returns the statement that sets a header; name and value are expressions. */
  readonly set: (name: string, value: string) => string
  /** Statements that add `Origin` to `Vary` and define the variable `origin`. */
  readonly origin: readonly string[]
  /** An expression. */
  readonly isPreflight: string
  readonly answerPreflight: readonly string[]
}

/** Returns the statements that apply a policy, up to the call of the next handler. */
export function policyStatements(policy: CorsPolicy, server: Server): readonly string[] {
  const { allowed, preflight, actual } = headerLines(policy, server.set)
  return ifAllowed(policy, server.origin, [
    ...allowed,
    `if (${server.isPreflight}) {`,
    ...indented([...preflight, ...server.answerPreflight]),
    '}',
    ...actual,
  ])
}

/** Returns the statements for an allowed origin, after the comparison unless every website is allowed. */
export const ifAllowed = (
  policy: CorsPolicy,
  origin: readonly string[],
  lines: readonly string[],
): readonly string[] =>
  policy.origins === '*' ? lines : [...origin, `if (${isAllowed(policy)}) {`, ...indented(lines), '}']
