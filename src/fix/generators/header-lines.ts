import { compilePolicy, type PolicyHeader } from '../policy/compile-policy.ts'
import type { CorsPolicy } from '../policy/policy.ts'
import { javascript } from './quote/javascript.ts'

/** What a policy becomes in JavaScript that sets headers one by one. */
export interface HeaderLines {
  /** For an origin that is allowed, whatever it asks. */
  readonly allowed: readonly string[]
  readonly preflight: readonly string[]
  /** For what is no preflight; often nothing. */
  readonly actual: readonly string[]
}

/**
 * Returns the statements that set a policy's headers. `set` writes one: it gets a name and a value that both are
 * expressions already; the origin of a list is the variable `origin`, which the code has compared before.
 */
export function headerLines(policy: CorsPolicy, set: (name: string, value: string) => string): HeaderLines {
  const { onEveryResponse, onPreflight, onActual } = compilePolicy(policy)
  const lines = (headers: readonly PolicyHeader[]): readonly string[] =>
    headers.map(({ name, value }) =>
      set(javascript.literal(name), value === null ? 'origin' : javascript.literal(value)),
    )
  return { allowed: lines(onEveryResponse), preflight: lines(onPreflight), actual: lines(onActual) }
}

/** Returns lines one step further in, or as many as said. */
export const indented = (lines: readonly string[], steps = 1): readonly string[] =>
  lines.map((line) => `${'  '.repeat(steps)}${line}`)

/** Returns the set of origins that a snippet compares with; nothing where it lets everyone in. */
export const allowedOrigins = ({ origins }: CorsPolicy): readonly string[] =>
  origins === '*'
    ? []
    : [
        'const allowedOrigins = new Set([',
        ...origins.map((origin) => `  ${javascript.literal(origin)},`),
        '])',
        '',
      ]

/** Whether a `Request` is a preflight, as an expression. */
export const IS_PREFLIGHT =
  "request.method === 'OPTIONS' && request.headers.has('Access-Control-Request-Method')"
