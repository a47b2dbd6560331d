import type { Phase } from '../fetch/steps.ts'
import { type Reason, readReason, valuesIn } from './reason.ts'
import { NO_VALUES, type Sentence } from './sentence.ts'

// Older versions and other systems write straight quotes, and pasted messages may have lost their curly ones.
const LEAD =
  /Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at [‘']?(?<url>[^\s‘’]*?)[’']?\. \(Reason: /g

const REASONS: readonly Reason[] = [
  { code: 'CORSMissingAllowOrigin', words: /^CORS header [‘']Access-Control-Allow-Origin[’'] missing/ },
  {
    code: 'CORSMultipleAllowOriginNotAllowed',
    words: /^Multiple CORS header [‘']Access-Control-Allow-Origin[’'] not allowed/,
  },
  {
    code: 'CORSNotSupportingCredentials',
    words: /^Credential is not supported if the CORS header [‘']Access-Control-Allow-Origin[’'] is/,
  },
  {
    code: 'CORSAllowOriginNotMatchingOrigin',
    words:
      /^CORS header [‘']Access-Control-Allow-Origin[’'] does not match [‘'](?<allowOrigin>[^\n]*?)[’'](?=\)\.|$)/m,
  },
  {
    code: 'CORSMissingAllowCredentials',
    words: /^expected [‘']true[’'] in CORS header [‘']Access-Control-Allow-Credentials[’']/,
  },
  { code: 'CORSExternalRedirectNotAllowed', words: /^CORS request external redirect not allowed/ },
  { code: 'CORSPreflightDidNotSucceed', words: /^CORS preflight (?:response|channel) did not succeed/ },
  {
    code: 'CORSInvalidAllowMethod',
    words: /^invalid token [‘'](?<item>[^\n]*)[’'] in CORS header [‘']Access-Control-Allow-Methods[’']/,
  },
  {
    code: 'CORSInvalidAllowHeader',
    words: /^invalid token [‘'](?<item>[^\n]*)[’'] in CORS header [‘']Access-Control-Allow-Headers[’']/,
  },
  {
    code: 'CORSMethodNotFound',
    words: /^Did not find method in CORS header [‘']Access-Control-Allow-Methods[’']/,
  },
  {
    code: 'CORSMissingAllowHeaderFromPreflight',
    words:
      /^header [‘'](?<header>[^\n]*?)[’'] is not allowed according to header [‘']Access-Control-Allow-Headers/,
  },
  { code: 'CORSRequestNotHttp', words: /^CORS request not http/i },
  { code: 'CORSDidNotSucceed', words: /^CORS request did not succeed/ },
]

const STATUS = /^[’']?\)\.?(?:[ \t]*Status code: (?<status>\d+))?/

const OF_PREFLIGHT = /^CORS(ExternalRedirect|Preflight|InvalidAllow|MethodNotFound|MissingAllowHeader)/

/** Returns which response a Firefox category is about, if it can only be one. */
export const firefoxPhase = (code: string): Phase | null => (OF_PREFLIGHT.test(code) ? 'preflight' : null)

/** Returns the messages of Firefox's console in a text. */
export function firefoxSentences(text: string): readonly Sentence[] {
  return [...text.matchAll(LEAD)].flatMap((lead): Sentence[] => {
    const after = lead.index + lead[0].length
    const reason = readReason(REASONS, text.slice(after))
    if (reason === null) return []
    const end = after + reason.length
    const status = STATUS.exec(text.slice(end))
    return [
      {
        engine: 'firefox',
        code: reason.code,
        phase: firefoxPhase(reason.code),
        values: {
          ...NO_VALUES,
          ...valuesIn(lead),
          ...reason.values,
          status: status?.groups?.['status'] ?? null,
        },
        at: lead.index,
        end: end + (status?.[0].length ?? 0),
      },
    ]
  })
}
