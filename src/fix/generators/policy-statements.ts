import type { CorsPolicy } from '../policy/policy.ts'
import { headerLines, indented, isAllowed } from './header-lines.ts'

/** How a JavaScript server is told what to send. */
export interface Server {
  /** Returns the statement that sets a header; name and value are expressions already. */
  readonly set: (name: string, value: string) => string
  /** Statements that put `Origin` into `Vary`, and make the variable `origin`. */
  readonly origin: readonly string[]
  /** An expression. */
  readonly isPreflight: string
  readonly answerPreflight: readonly string[]
}

/** Returns what keeps a policy, up to where it goes on to what answers the request. */
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

/** Returns what is done for an allowed origin, behind the comparison where not everyone is. */
export const ifAllowed = (
  policy: CorsPolicy,
  origin: readonly string[],
  lines: readonly string[],
): readonly string[] =>
  policy.origins === '*' ? lines : [...origin, `if (${isAllowed(policy)}) {`, ...indented(lines), '}']
