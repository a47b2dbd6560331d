import type { Phase } from '../fetch/steps.ts'
import { firefoxPhase } from './firefox-sentences.ts'
import { codesOf } from './possible-rules.ts'
import { type Reason, valuesIn } from './reason.ts'
import { NO_VALUES, type Sentence } from './sentence.ts'

/** The shortest part of each Chrome message that is unique, in the words of current and older versions. */
const CHROMIUM: readonly Reason[] = [
  {
    code: 'WildcardOriginNotAllowed',
    words:
      /must not be the wildcard|A wildcard '\*' cannot be used in the 'Access-Control-Allow-Origin'|Cannot use wildcard in Access-Control-Allow-Origin when credentials/i,
  },
  {
    code: 'MultipleAllowOriginValues',
    words: /Access-Control-Allow-Origin' header contains multiple values(?: '(?<allowOrigin>[^'\n]*)')?/i,
  },
  {
    code: 'InvalidAllowOriginValue',
    words: /Access-Control-Allow-Origin' header contains the invalid value(?: '(?<allowOrigin>[^'\n]*)')?/i,
  },
  {
    code: 'AllowOriginMismatch',
    words: /Access-Control-Allow-Origin' header has a value(?: '(?<allowOrigin>[^'\n]*)')?/i,
  },
  {
    code: 'InvalidAllowCredentials',
    words:
      /'Access-Control-Allow-Credentials' header(?: in the response)? is '(?<allowCredentials>[^'\n]*)'|Credentials flag is '?true'?, but/i,
  },
  {
    code: 'PreflightDisallowedRedirect',
    words:
      /Redirect is not allowed for a preflight|Response for preflight is invalid \(redirect\)|preflight.{0,40}was redirected/i,
  },
  {
    code: 'PreflightInvalidStatus',
    words:
      /does not have HTTP ok status|preflight has invalid HTTP status code ?(?<status>\d+)?|Invalid HTTP status code (?<code>\d+)/i,
  },
  { code: 'InvalidAllowMethodsPreflightResponse', words: /Cannot parse Access-Control-Allow-Methods/i },
  { code: 'InvalidAllowHeadersPreflightResponse', words: /Cannot parse Access-Control-Allow-Headers/i },
  {
    code: 'MethodDisallowedByPreflightResponse',
    words: /Method (?<method>\S+) is not allowed by Access-Control-Allow-Methods/i,
  },
  {
    code: 'HeaderDisallowedByPreflightResponse',
    words: /Request header field (?<header>\S+) is not (?:allowed|present)/i,
  },
  {
    code: 'LocalNetworkAccessPermissionDenied',
    words:
      /Permission was denied for this request to access the|target IP address space of `?\w+`? yet the resource is in/i,
  },
  {
    code: 'InsecureLocalNetwork',
    words: /not a secure context and the resource is in more-private address space/i,
  },
  { code: 'RedirectContainsCredentials', words: /contains a username and password, which is disallowed/i },
  {
    code: 'CorsDisabledScheme',
    words:
      /Cross origin requests are only supported for (?:protocol schemes|HTTP)|disallowed scheme for cross-origin/i,
  },
  // Last, because older messages append it to others.
  {
    code: 'MissingAllowOriginHeader',
    words:
      /No 'Access-Control-Allow-Origin'|Origin '?(?<origin>[a-z]+:\/\/[^\s']+|null)'? is (?:therefore )?not allowed (?:access|by Access-Control-Allow-Origin)/i,
  },
]

/** The shortest unique part of each Firefox reason, with straight quotes. */
const FIREFOX: readonly Reason[] = [
  { code: 'CORSMultipleAllowOriginNotAllowed', words: /Multiple CORS header/i },
  { code: 'CORSNotSupportingCredentials', words: /Credential is not supported if the CORS header/i },
  {
    code: 'CORSAllowOriginNotMatchingOrigin',
    words: /CORS header 'Access-Control-Allow-Origin' does not match(?: '(?<allowOrigin>[^'\n]*)')?/i,
  },
  { code: 'CORSMissingAllowCredentials', words: /expected 'true' in CORS header/i },
  { code: 'CORSExternalRedirectNotAllowed', words: /CORS request external redirect/i },
  { code: 'CORSPreflightDidNotSucceed', words: /CORS preflight (?:response|channel) did not/i },
  {
    code: 'CORSInvalidAllowMethod',
    words: /invalid token '(?<item>[^'\n]*)' in CORS header 'Access-Control-Allow-Methods/i,
  },
  {
    code: 'CORSInvalidAllowHeader',
    words: /invalid token '(?<item>[^'\n]*)' in CORS header 'Access-Control-Allow-Headers/i,
  },
  { code: 'CORSMethodNotFound', words: /Did not find method in CORS header/i },
  {
    code: 'CORSMissingAllowHeaderFromPreflight',
    words:
      /(?:header '(?<header>[^'\n]*)' is not allowed according to|missing token '(?<item>[^'\n]*)' in CORS header 'Access-Control-Allow-Headers)/i,
  },
  { code: 'CORSRequestNotHttp', words: /CORS request not http/i },
  { code: 'CORSDidNotSucceed', words: /CORS request did not succeed/i },
  { code: 'CORSMissingAllowOrigin', words: /CORS header 'Access-Control-Allow-Origin' miss/i },
]

/** Firefox's Network panel writes its categories as words: "CORS Missing Allow Origin". */
const SPACED: readonly Reason[] = codesOf.firefox.map((code) => ({
  code,
  words: new RegExp(
    code
      .replace(/^CORS/, 'CORS\\s+')
      .replace(/([a-z])(?=[A-Z])/g, '$1\\s+')
      .replace('Http', 'HTTP'),
    'i',
  ),
}))

/**
 * Recognizes bare reasons, fragments, truncated and older messages in a text; empty if there are none. The text has
 * straight quotes.
 */
export function fragments(text: string): readonly Sentence[] {
  const firefox = found([...FIREFOX, ...SPACED], text, 'firefox', firefoxPhase)
  if (firefox.length > 0) return firefox
  const isPreflight = /preflight/i.test(text)
  return found(CHROMIUM, text, 'chromium', (code) =>
    isPreflight || /Preflight/.test(code) ? 'preflight' : null,
  )
}

function found(
  reasons: readonly Reason[],
  text: string,
  engine: 'chromium' | 'firefox',
  phaseOf: (code: string) => Phase | null,
): readonly Sentence[] {
  for (const { code, words } of reasons) {
    const match = words.exec(text)
    if (match === null) continue
    const { code: status, ...values } = valuesIn(match) as { code?: string }
    const phase = phaseOf(code)
    const isOfPreflight = engine === 'chromium' && phase === 'preflight' && !/Preflight/.test(code)
    const named = isOfPreflight && codesOf.chromium.includes(`Preflight${code}`) ? `Preflight${code}` : code
    const around = {
      url: /(?:at|load|resource at|from) '?(https?:\/\/[^\s')]+?)'?(?:[\s.)]|$)/i.exec(text)?.[1] ?? null,
      origin: /[Oo]rigin '?([a-z][a-z+-]*:\/\/[^\s']+|null)'?/.exec(text)?.[1]?.replace(/[.,]$/, '') ?? null,
    }
    return [
      {
        engine,
        code: named,
        phase,
        values: { ...NO_VALUES, ...around, ...values, ...(status === undefined ? {} : { status }) },
        at: match.index,
        end: match.index + match[0].length,
      },
    ]
  }
  return []
}
