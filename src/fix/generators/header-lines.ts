import { compilePolicy, type PolicyHeader } from '../policy/compile-policy.ts'
import { patternsSource, splitOrigins } from '../policy/origin-pattern.ts'
import type { CorsPolicy } from '../policy/policy.ts'
import type { Surroundings } from './generator.ts'
import { javascript } from './quote/javascript.ts'

/** A policy as JavaScript that sets headers one by one. */
export interface HeaderLines {
  /** For every request from an allowed origin. */
  readonly allowed: readonly string[]
  readonly preflight: readonly string[]
  /** For requests that aren't preflights; often empty. */
  readonly actual: readonly string[]
}

/**
 * Returns the statements that set a policy's headers. `set` writes one; its arguments, name and value, are expressions.
 * The origin of a list is the variable `origin`, which the code has compared before.
 */
export function headerLines(policy: CorsPolicy, set: (name: string, value: string) => string): HeaderLines {
  const { onEveryResponse, onPreflight, onActual } = compilePolicy(policy)
  const lines = (headers: readonly PolicyHeader[]): readonly string[] =>
    headers.map(({ name, value }) =>
      set(javascript.literal(name), value === null ? 'origin' : javascript.literal(value)),
    )
  return { allowed: lines(onEveryResponse), preflight: lines(onPreflight), actual: lines(onActual) }
}

/** Returns lines indented by one step, or by the given number. */
export const indented = (lines: readonly string[], steps = 1): readonly string[] =>
  lines.map((line) => `${'  '.repeat(steps)}${line}`)

/** Returns the expression for an environment variable in Node.js and Bun. */
export const processEnv = (name: string): string => ['process', 'env', name].join('.')

/**
 * Returns the expression for the list of origins in an environment variable; some packages would treat `*` as every
 * website.
 */
export const originsInEnv = (variable: string): string =>
  `(${variable} ?? '').split(/[\\s,]+/).filter((one) => one.includes('://'))`

/** Returns the JavaScript regular expression for a policy's patterns, or null if it has none. */
export function patternLiteral({ origins }: CorsPolicy): string | null {
  const { patterns } = splitOrigins(origins)
  return patterns.length === 0 ? null : `/^${patternsSource(patterns).replaceAll('/', '\\/')}$/`
}

/** Returns the definitions that a snippet compares origins with; none if it allows every website. */
export function allowedOrigins(
  policy: CorsPolicy,
  { env }: Surroundings,
  read: (name: string) => string = processEnv,
): readonly string[] {
  const { exact } = splitOrigins(policy.origins)
  const pattern = patternLiteral(policy)
  const listed =
    env !== null
      ? [`const corsAllowedOrigins = new Set(${originsInEnv(read(env))})`]
      : exact.length === 0
        ? []
        : [
            'const corsAllowedOrigins = new Set([',
            ...exact.map((origin) => `  ${javascript.literal(origin)},`),
            '])',
          ]
  const lines = [...listed, ...(pattern === null ? [] : [`const allowedPattern = ${pattern}`])]
  return lines.length === 0 ? [] : [...lines, '']
}

/** Returns the expression that compares the variable `origin` with the definitions of {@link allowedOrigins}. */
export function isAllowed({ origins }: CorsPolicy): string {
  const { exact, patterns } = splitOrigins(origins)
  const tests = [
    ...(exact.length === 0 ? [] : ['corsAllowedOrigins.has(origin)']),
    ...(patterns.length === 0 ? [] : ['allowedPattern.test(origin)']),
  ]
  return tests.join(' || ')
}

/** Whether a `Request` is a preflight, as an expression. */
export const IS_PREFLIGHT =
  "request.method === 'OPTIONS' && request.headers.has('Access-Control-Request-Method')"
