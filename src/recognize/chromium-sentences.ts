import { type Reason, readReason, valuesIn } from './reason.ts'
import { NO_VALUES, type Sentence } from './sentence.ts'

const LEAD =
  /Access to (?:fetch|XMLHttpRequest|script|image|CSS stylesheet|font|video|audio|link element resource|resource|[a-z ]{1,40}) at '(?<url>[^\n]{1,8000}?)'(?: \(redirected from '(?<redirectedFrom>[^\n]{1,8000}?)'\))? from origin '(?<origin>[^'\n]*)' has been blocked by CORS policy: (?<preflight>Response to preflight request doesn't pass access control check: )?/g

const REASONS: readonly Reason[] = [
  { code: 'MissingAllowOriginHeader', words: /^No 'Access-Control-Allow-Origin' header is present on/ },
  {
    code: 'WildcardOriginNotAllowed',
    words: /^The value of the 'Access-Control-Allow-Origin' header in the response must not be the wildcard/,
  },
  {
    code: 'MultipleAllowOriginValues',
    words:
      /^The 'Access-Control-Allow-Origin' header contains multiple values '(?<allowOrigin>[^\n]*)', but only one/,
  },
  {
    code: 'InvalidAllowOriginValue',
    words: /^The 'Access-Control-Allow-Origin' header contains the invalid value '(?<allowOrigin>[^\n]*?)'\./,
  },
  {
    code: 'AllowOriginMismatch',
    words:
      /^The 'Access-Control-Allow-Origin' header has a value '(?<allowOrigin>[^\n]*)' that is not equal to the supplied/,
  },
  {
    code: 'InvalidAllowCredentials',
    words:
      /^The value of the 'Access-Control-Allow-Credentials' header in the response is '(?<allowCredentials>[^\n]*)' which must be/,
  },
  { code: 'PreflightDisallowedRedirect', words: /^Redirect is not allowed for a preflight request/ },
  { code: 'PreflightInvalidStatus', words: /^It does not have HTTP ok status/ },
  {
    code: 'InvalidAllowMethodsPreflightResponse',
    words: /^Cannot parse Access-Control-Allow-Methods response header field in preflight/,
  },
  {
    code: 'InvalidAllowHeadersPreflightResponse',
    words: /^Cannot parse Access-Control-Allow-Headers response header field in preflight/,
  },
  {
    code: 'MethodDisallowedByPreflightResponse',
    words: /^Method (?<method>[^\n]*?) is not allowed by Access-Control-Allow-Methods in preflight/,
  },
  {
    code: 'HeaderDisallowedByPreflightResponse',
    words:
      /^Request header field (?<header>[^\n]*?) is not allowed by Access-Control-Allow-Headers in preflight/,
  },
  {
    code: 'LocalNetworkAccessPermissionDenied',
    words: /^Permission was denied for this request to access the `[a-z]+` address space/,
  },
  {
    code: 'InsecureLocalNetwork',
    words: /^The request client is not a secure context and the resource is in more-private address space/,
  },
  {
    code: 'RedirectContainsCredentials',
    words: /^Redirect location '[^\n]*' contains a username and password/,
  },
  {
    code: 'CorsDisabledScheme',
    words: /^Cross origin requests are only supported for protocol schemes: [^\n]*?\./,
  },
]

const OF_PREFLIGHT = /Preflight/

/** Returns the messages of Chromium's console in a text. */
export function chromiumSentences(text: string): readonly Sentence[] {
  return [...text.matchAll(LEAD)].flatMap((lead): Sentence[] => {
    const after = lead.index + lead[0].length
    const reason = readReason(REASONS, text.slice(after))
    if (reason === null) return []
    const { preflight, ...values } = valuesIn(lead) as { preflight?: string } & Partial<Sentence['values']>
    const shared = preflight === undefined || OF_PREFLIGHT.test(reason.code)
    const code = shared ? reason.code : `Preflight${reason.code}`
    return [
      {
        engine: 'chromium',
        code,
        phase: OF_PREFLIGHT.test(code) ? 'preflight' : 'actual',
        values: { ...NO_VALUES, ...values, ...reason.values },
        at: lead.index,
        end: after + reason.length,
      },
    ]
  })
}
