import type { CorsPolicy } from '../policy/policy.ts'
import { headerLines, indented } from './header-lines.ts'

const set = (name: string, value: string): string => `res.set(${name}, ${value})`

/** Returns what keeps a policy with Express's `req` and `res`, up to where it goes on to what answers the request. */
export function expressLines(policy: CorsPolicy): readonly string[] {
  const { allowed, preflight, actual } = headerLines(policy, set)
  const lines = [
    ...allowed,
    "if (req.method === 'OPTIONS' && req.get('Access-Control-Request-Method')) {",
    ...indented([...preflight, 'return res.sendStatus(204)']),
    '}',
    ...actual,
  ]
  if (policy.origins === '*') return lines
  return [
    "res.vary('Origin') // on every response, or a cache hands one origin's answer to another",
    "const origin = req.get('Origin')",
    'if (allowedOrigins.has(origin)) {',
    ...indented(lines),
    '}',
  ]
}
