import type { Phase } from '../fetch/steps.ts'
import { type Reason, valuesIn } from './reason.ts'
import { NO_VALUES, type Sentence } from './sentence.ts'

const REASONS: readonly Reason[] = [
  {
    code: 'WK_PreflightStatus',
    words: /Preflight response is not successful\.?(?:\s+Status code: (?<status>\d+))?/g,
  },
  {
    code: 'WK_WildcardWithCredentials',
    words: /Cannot use wildcard in Access-Control-Allow-Origin when credentials flag is true\./g,
  },
  {
    code: 'WK_MultipleOrigins',
    words: /Access-Control-Allow-Origin cannot contain more than one origin\./g,
  },
  {
    code: 'WK_OriginNotAllowed',
    words:
      /Origin (?<origin>\S+) is not allowed by Access-Control-Allow-Origin\.(?:[ \t]+Status code: (?<status>\d+))?/g,
  },
  {
    code: 'WK_CredentialsNotTrue',
    words: /Credentials flag is true, but Access-Control-Allow-Credentials is not "true"\./g,
  },
  {
    code: 'WK_InvalidMethods',
    words: /Header Access-Control-Allow-Methods has an invalid value: ?(?<item>[^\n]*)/g,
  },
  {
    code: 'WK_InvalidHeaders',
    words: /Header Access-Control-Allow-Headers has an invalid value: ?(?<item>[^\n]*)/g,
  },
  {
    code: 'WK_MethodNotAllowed',
    words: /Method (?<method>\S+) is not allowed by Access-Control-Allow-Methods\.(?! in preflight)/g,
  },
  {
    code: 'WK_HeaderNotAllowed',
    words: /Request header field (?<header>\S+) is not allowed by Access-Control-Allow-Headers\./g,
  },
  { code: 'WK_RedirectCredentials', words: /redirection URL (?<url>\S+) has credentials/g },
  {
    code: 'WK_RedirectScheme',
    words:
      /not allowed to follow a cross-origin CORS redirection with non CORS scheme|Redirection to URL with a scheme that is not HTTP\(S\)\.|FTP URLs are disabled|Not allowed to load local resource: (?<url>\S+)/g,
  },
  {
    code: 'WK_RedirectError',
    words: /Not allowed to follow a redirection while loading (?<url>\S+)/g,
  },
  { code: 'WK_TooManyRedirects', words: /Load cannot follow more than 20 redirections/g },
  {
    code: 'WK_SameOriginMode',
    words:
      /Unsafe attempt to load URL (?<url>\S+) from origin (?<origin>\S+)\. Domains, protocols and ports must match\.|Fetch API cannot load (?<loaded>\S+)\.(?=\s|$)/g,
  },
  { code: 'WK_NoCorsRedirectMode', words: /No-Cors mode requires follow redirect mode/g },
  { code: 'WK_Scheme', words: /Cross origin requests are only supported for HTTP\./g },
]

/** WebKit prints this after the message with the reason. */
const GENERIC =
  /(?:Fetch API|XMLHttpRequest|EventSource|image|script|stylesheet|font|resource) cannot load (\S+) due to access control checks\.|Cannot load \w+ (\S+) due to access control checks\./

const OF_PREFLIGHT = /^WK_(Preflight|Invalid|Method|Header)/

/** Returns which response a WebKit message is about, if it can only be one. */
export const webkitPhase = (code: string): Phase | null => (OF_PREFLIGHT.test(code) ? 'preflight' : null)

/** Returns the messages of Safari's console in a text. */
export function webkitSentences(text: string): readonly Sentence[] {
  return REASONS.flatMap(({ code, words }) =>
    [...text.matchAll(words)].map((match): Sentence => {
      const { loaded, ...values } = valuesIn(match) as { loaded?: string } & Partial<Sentence['values']>
      const end = match.index + match[0].length
      const generic = GENERIC.exec(text.slice(end))
      const url = values.url ?? loaded ?? generic?.[1] ?? generic?.[2] ?? null
      return {
        engine: 'webkit',
        code,
        phase: webkitPhase(code),
        values: { ...NO_VALUES, ...values, url },
        at: match.index,
        end,
      }
    }),
  )
}

/** Reports whether a text has the message that WebKit prints without a reason. */
export const saysAccessControlOnly = (text: string): boolean => GENERIC.test(text)
