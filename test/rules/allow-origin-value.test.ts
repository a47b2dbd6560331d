import allowOriginCase from '../../src/rules/allow-origin-case.ts'
import allowOriginDefaultPort from '../../src/rules/allow-origin-default-port.ts'
import allowOriginLoopback from '../../src/rules/allow-origin-loopback.ts'
import allowOriginMismatch from '../../src/rules/allow-origin-mismatch.ts'
import allowOriginNoScheme from '../../src/rules/allow-origin-no-scheme.ts'
import allowOriginPath from '../../src/rules/allow-origin-path.ts'
import allowOriginPort from '../../src/rules/allow-origin-port.ts'
import allowOriginScheme from '../../src/rules/allow-origin-scheme.ts'
import allowOriginTrailingSlash from '../../src/rules/allow-origin-trailing-slash.ts'
import allowOriginWww from '../../src/rules/allow-origin-www.ts'
import type { RuleId } from '../../src/rules/index.ts'
import type { AnyRule } from '../../src/rules/rule.ts'
import { PAGE, response } from '../fetch/records.ts'
import { failureOf } from './failures.ts'
import { testRule } from './test-rule.ts'

/** A page, what the server allows instead, and what the summary says of it after "The response allows `value`". */
type Near = readonly [origin: string, value: string, says: string]
type Other = readonly [origin: string, value: string, by: RuleId]

const fails = (origin: string, value: string) =>
  failureOf({ origin }, { actual: response(200, `Access-Control-Allow-Origin: ${value}`) })

/** Tests a rule about a near miss: each pair of origin and value fails in just one way. */
const testNearMiss = (
  rule: AnyRule,
  near: readonly [Near, ...Near[]],
  others: readonly [Other, ...Other[]],
) => {
  const match = ([origin, value, says]: Near) => ({
    failure: fails(origin, value),
    summary: `The response allows \`${value}\`${says}`,
    fix: [{ type: 'allow origin', origin }] as const,
  })
  const ignored = ([origin, value, by]: Other) => ({ failure: fails(origin, value), by })
  const [first, ...rest] = near
  const [other, ...more] = others
  testRule(rule, {
    matches: [match(first), ...rest.map(match)],
    ignores: [ignored(other), ...more.map(ignored)],
  })
}

const LOCAL = 'http://localhost:3000'

testNearMiss(
  allowOriginTrailingSlash,
  [
    [PAGE, 'https://app.example/', '; the origin is `https://app.example`, without a slash.'],
    [LOCAL, 'http://localhost:3000/', '; the origin is `http://localhost:3000`, without a slash.'],
  ],
  [
    [PAGE, 'https://app.example//', 'allow-origin-path'],
    [PAGE, 'http://app.example/', 'allow-origin-mismatch'],
  ],
)

testNearMiss(
  allowOriginPath,
  [
    [PAGE, 'https://app.example/shop', '; an origin has no path: `https://app.example`.'],
    [PAGE, 'https://app.example?a=b', '; an origin has no path: `https://app.example`.'],
    [PAGE, 'https://app.example/*', '; an origin has no path: `https://app.example`.'],
  ],
  [
    [PAGE, 'https://app.example/', 'allow-origin-trailing-slash'],
    [PAGE, 'https://app.example.evil.example/shop', 'allow-origin-mismatch'],
  ],
)

testNearMiss(
  allowOriginNoScheme,
  [
    [PAGE, 'app.example', ', without a scheme; the origin is `https://app.example`.'],
    [PAGE, '//app.example', ', without a scheme; the origin is `https://app.example`.'],
    [PAGE, 'app.example/', ', without a scheme; the origin is `https://app.example`.'],
    [LOCAL, 'localhost:3000', ', without a scheme; the origin is `http://localhost:3000`.'],
  ],
  [
    [LOCAL, 'localhost', 'allow-origin-mismatch'],
    [PAGE, 'example', 'allow-origin-mismatch'],
    [PAGE, 'http://app.example', 'allow-origin-scheme'],
  ],
)

testNearMiss(
  allowOriginCase,
  [
    [PAGE, 'https://App.example', '; its capitalization differs from `https://app.example`.'],
    [PAGE, 'HTTPS://APP.EXAMPLE', '; its capitalization differs from `https://app.example`.'],
  ],
  [[PAGE, 'https://App.example:8443', 'allow-origin-mismatch']],
)

testNearMiss(
  allowOriginDefaultPort,
  [
    [PAGE, 'https://app.example:443', '; browsers leave out the default port: `https://app.example`.'],
    [
      'http://app.example',
      'http://app.example:80',
      '; browsers leave out the default port: `http://app.example`.',
    ],
  ],
  [
    [PAGE, 'https://app.example:80', 'allow-origin-port'],
    [PAGE, 'https://b.example:443', 'allow-origin-mismatch'],
  ],
)

testNearMiss(
  allowOriginScheme,
  [
    [PAGE, 'http://app.example', '; only the scheme differs from `https://app.example`.'],
    [LOCAL, 'https://localhost:3000', '; only the scheme differs from `http://localhost:3000`.'],
  ],
  [[PAGE, 'http://app.example:8080', 'allow-origin-mismatch']],
)

testNearMiss(
  allowOriginPort,
  [
    [PAGE, 'https://app.example:8443', '; only the port differs from `https://app.example`.'],
    [LOCAL, 'http://localhost:8080', '; only the port differs from `http://localhost:3000`.'],
    [LOCAL, 'http://localhost', '; only the port differs from `http://localhost:3000`.'],
  ],
  [
    [LOCAL, 'http://127.0.0.1:8080', 'allow-origin-mismatch'],
    [PAGE, 'https://app.example:port', 'allow-origin-mismatch'],
  ],
)

testNearMiss(
  allowOriginWww,
  [
    [PAGE, 'https://www.app.example', '; with and without `www.` are different origins.'],
    ['https://www.app.example', PAGE, '; with and without `www.` are different origins.'],
  ],
  [
    [PAGE, 'https://api.app.example', 'allow-origin-mismatch'],
    [PAGE, 'https://www.app.example:8443', 'allow-origin-mismatch'],
  ],
)

testNearMiss(
  allowOriginLoopback,
  [
    [LOCAL, 'http://127.0.0.1:3000', '; `http://localhost:3000` is a different origin.'],
    ['http://[::1]:3000', LOCAL, '; `http://[::1]:3000` is a different origin.'],
  ],
  [
    [LOCAL, 'http://192.168.0.2:3000', 'allow-origin-mismatch'],
    [LOCAL, 'http://localhost:3001', 'allow-origin-port'],
  ],
)

testNearMiss(
  allowOriginMismatch,
  [
    [PAGE, 'https://other.example', ', not `https://app.example`.'],
    [PAGE, 'http://www.app.example', ', not `https://app.example`.'],
    [PAGE, 'anything', ', not `https://app.example`.'],
    [PAGE, 'https://app.example.evil.example', ', not `https://app.example`.'],
  ],
  [[PAGE, 'https://app.example:8443', 'allow-origin-port']],
)
