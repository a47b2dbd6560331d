import type { CorsPolicy } from '../policy/policy.ts'
import { headerLines, indented } from './header-lines.ts'

/** Expressions for what a function of a cloud is asked with, and the statement that answers a preflight. */
export interface Asked {
  readonly origin: string
  readonly isPreflight: string
  readonly answerPreflight: string
}

const set = (name: string, value: string): string => `headers[${name}] = ${value}`

/** Returns lines that put a policy's headers into the record `headers`, and answer its preflight. */
export function headerRecordLines(
  policy: CorsPolicy,
  { origin, isPreflight, answerPreflight }: Asked,
): readonly string[] {
  const { allowed, preflight, actual } = headerLines(policy, set)
  const forAllowed = [
    ...allowed,
    `if (${isPreflight}) {`,
    ...indented([...preflight, answerPreflight]),
    '}',
    ...actual,
  ]
  if (policy.origins === '*') return ['const headers = {}', ...forAllowed]
  return [
    "const headers = { Vary: 'Origin' } // on every response, or a cache hands one origin's answer to another",
    `const origin = ${origin}`,
    'if (allowedOrigins.has(origin)) {',
    ...indented(forAllowed),
    '}',
  ]
}
