import { isToken } from '../../fetch/header-list.ts'
import { code, type Text, text } from '../../text/text.ts'
import { isOriginPattern, wrongWithPattern } from '../policy/origin-pattern.ts'
import type { CorsPolicy } from '../policy/policy.ts'
import { isSerializedOrigin } from '../policy/serialized-origin.ts'
import type { Syntax } from './quote/syntax.ts'

/**
 * Returns why a policy must not be written in a syntax, or null. A plan's own policy never fails the first checks, but an
 * edited one may.
 */
export function refusal(policy: CorsPolicy, syntax: Syntax): Text | null {
  const { origins, methods, headers, exposed, credentials, maxAge } = policy
  if (origins === '*' && credentials)
    return text`${code('*')} together with credentials isn't accepted by browsers, and servers that work around that let every website act as the user. Name the origins.`
  const named = origins === '*' ? [] : origins
  if (origins !== '*' && named.length === 0) return text`The policy allows no origin.`
  const badPattern = named.filter(isOriginPattern).find((origin) => wrongWithPattern(origin) !== null)
  if (badPattern !== undefined) return wrongWithPattern(badPattern)
  const badOrigin = named.find((origin) => !isOriginPattern(origin) && !isPlainOrigin(origin))
  if (badOrigin !== undefined)
    return text`${code(badOrigin)} is not an origin that a server should be told to trust: scheme, host name and a port that is not the default.`
  const names = [...methods, ...headers, ...exposed]
  const badName = names.find((name) => name === '*' || !isToken(name))
  if (badName === '*') return text`${code('*')} as a method or header name grants more than anyone asked for.`
  if (badName !== undefined) return text`${code(badName)} is not a name that HTTP allows.`
  if (maxAge !== null && !(Number.isInteger(maxAge) && maxAge >= 0))
    return text`${code(String(maxAge))} is not a number of seconds.`
  for (const value of [...named.filter((origin) => !isOriginPattern(origin)), ...names]) {
    const why = syntax.refuses(value)
    if (why !== null) return why
  }
  return null
}

/**
 * Reports whether an origin, an app's too, has a host of letters, digits, hyphens, underscores and dots, or an IPv6
 * address. URL parsers keep quotes, braces and dollar signs in hosts; no page is served from such hosts.
 */
export const isPlainOrigin = (origin: string): boolean =>
  isSerializedOrigin(origin) &&
  /^[a-z][a-z0-9+.-]*:\/\/(?:[a-z0-9_-]+(?:\.[a-z0-9_-]+)*\.?|\[[0-9a-f:.]+\])(?::\d+)?$/.test(origin)
