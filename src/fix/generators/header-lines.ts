import type { CorsPolicy } from '../policy.ts'
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
export function headerLines(
  { origins, methods, headers, exposed, credentials, maxAge }: CorsPolicy,
  set: (name: string, value: string) => string,
): HeaderLines {
  const line = (name: string, value: string): string =>
    set(javascript.literal(name), javascript.literal(value))
  const list = (name: string, values: readonly string[]): readonly string[] =>
    values.length === 0 ? [] : [line(name, values.join(', '))]
  return {
    allowed: [
      origins === '*'
        ? line('Access-Control-Allow-Origin', '*')
        : set(javascript.literal('Access-Control-Allow-Origin'), 'origin'),
      ...(credentials ? [line('Access-Control-Allow-Credentials', 'true')] : []),
    ],
    preflight: [
      ...list('Access-Control-Allow-Methods', methods),
      ...list('Access-Control-Allow-Headers', headers),
      ...(maxAge === null ? [] : [line('Access-Control-Max-Age', String(maxAge))]),
    ],
    actual: list('Access-Control-Expose-Headers', exposed),
  }
}

/** Returns lines one step further in, or as many as said. */
export const indented = (lines: readonly string[], steps = 1): readonly string[] =>
  lines.map((line) => `${'  '.repeat(steps)}${line}`)

/** Returns the set of origins that a snippet compares with. */
export const allowedOrigins = (origins: readonly string[]): readonly string[] => [
  'const allowedOrigins = new Set([',
  ...origins.map((origin) => `  ${javascript.literal(origin)},`),
  '])',
  '',
]
