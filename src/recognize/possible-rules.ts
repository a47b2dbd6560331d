import type { ChromiumCode, FirefoxCode, WebkitCode } from '../engines/codes.ts'
import type { EngineCode, EngineId } from '../engines/engine.ts'
import type { FailedStep } from '../fetch/steps.ts'
import { type RuleId, rules } from '../rules/index.ts'
import { allowOriginRules } from './allow-origin-rules.ts'
import type { Sentence, SentenceValues } from './sentence.ts'

/** The rules that a code leaves possible: always the same ones, or depending on the values. */
type Possible = readonly RuleId[] | ((values: SentenceValues) => readonly RuleId[])

const ofStep = (step: FailedStep): readonly RuleId[] => rules[step].map(({ id }) => id)

const differs = ({ origin, allowOrigin, redirectedFrom }: SentenceValues): readonly RuleId[] =>
  allowOriginRules({ origin, value: allowOrigin, redirected: redirectedFrom !== null })

const WILDCARD: readonly RuleId[] = ['allow-origin-wildcard-with-credentials']
const CREDENTIALS = ofStep('CORS check: credentials')
const METHOD = ofStep('CORS-preflight fetch: method')
const HEADER = ofStep('CORS-preflight fetch: unsafe request-header name')
const MISSING: readonly RuleId[] = ['allow-origin-missing']
const REDIRECT_STATUS = /^30[12378]$/

const chromium = {
  MissingAllowOriginHeader: MISSING,
  WildcardOriginNotAllowed: WILDCARD,
  MultipleAllowOriginValues: differs,
  InvalidAllowOriginValue: differs,
  AllowOriginMismatch: differs,
  // Without the header Chrome prints an empty value.
  InvalidAllowCredentials: ({ allowCredentials }) =>
    allowCredentials === null || allowCredentials === '' ? CREDENTIALS : ['allow-credentials-not-true'],
  RedirectContainsCredentials: ['redirect-url-includes-credentials'],
  CorsDisabledScheme: ['scheme-not-http', 'redirect-scheme-not-http'],
} satisfies Partial<Record<ChromiumCode, Possible>>

// Not CORS, although Chrome prints it as one of its CORS messages.
const localNetwork = {
  LocalNetworkAccessPermissionDenied: [],
  InsecureLocalNetwork: [],
} satisfies Partial<Record<ChromiumCode, Possible>>

const preflight = {
  PreflightAllowOriginMismatch: chromium.AllowOriginMismatch,
  PreflightInvalidAllowCredentials: chromium.InvalidAllowCredentials,
  PreflightInvalidAllowOriginValue: chromium.InvalidAllowOriginValue,
  PreflightMissingAllowOriginHeader: chromium.MissingAllowOriginHeader,
  PreflightMultipleAllowOriginValues: chromium.MultipleAllowOriginValues,
  PreflightWildcardOriginNotAllowed: chromium.WildcardOriginNotAllowed,
  PreflightDisallowedRedirect: ['preflight-redirected'],
  // Chrome treats an empty Location as none.
  PreflightInvalidStatus: ['preflight-status-not-ok', 'preflight-redirected'],
  InvalidAllowMethodsPreflightResponse: ['allow-methods-invalid'],
  InvalidAllowHeadersPreflightResponse: ['allow-headers-invalid'],
  MethodDisallowedByPreflightResponse: METHOD,
  HeaderDisallowedByPreflightResponse: HEADER,
} satisfies Partial<Record<ChromiumCode, Possible>>

const notOk = ({ status }: SentenceValues): readonly RuleId[] =>
  status === null || REDIRECT_STATUS.test(status)
    ? ['preflight-redirected', 'preflight-status-not-ok']
    : ['preflight-status-not-ok']

const firefox: Readonly<Record<FirefoxCode, Possible>> = {
  CORSMissingAllowOrigin: MISSING,
  CORSMultipleAllowOriginNotAllowed: ['allow-origin-repeated'],
  CORSNotSupportingCredentials: WILDCARD,
  CORSAllowOriginNotMatchingOrigin: differs,
  CORSMissingAllowCredentials: CREDENTIALS,
  CORSExternalRedirectNotAllowed: ['preflight-redirected'],
  CORSPreflightDidNotSucceed: notOk,
  CORSInvalidAllowMethod: ['allow-methods-invalid'],
  CORSInvalidAllowHeader: ['allow-headers-invalid'],
  CORSMethodNotFound: METHOD,
  CORSMissingAllowHeaderFromPreflight: HEADER,
  CORSRequestNotHttp: ['scheme-not-http', 'redirect-scheme-not-http'],
  CORSDidNotSucceed: [
    'redirect-url-includes-credentials',
    'redirect-location-invalid',
    'redirect-limit',
    'redirect-scheme-not-http',
    'redirect-body-stream',
    'preflight-redirected',
  ],
}

const webkit: Readonly<Record<WebkitCode, Possible>> = {
  // A repeated header has a different message, and the origin is printed as sent.
  WK_OriginNotAllowed: ({ origin }) => [
    ...MISSING,
    ...allowOriginRules({ origin: null, value: null, redirected: false }).filter(
      (id) =>
        id !== 'allow-origin-repeated' &&
        (origin === null ||
          origin === 'null' ||
          !/null-after|origin-null$/.test(id) ||
          id === 'allow-origin-null'),
    ),
  ],
  WK_MultipleOrigins: differs,
  WK_WildcardWithCredentials: WILDCARD,
  WK_CredentialsNotTrue: CREDENTIALS,
  WK_PreflightStatus: notOk,
  WK_InvalidMethods: ['allow-methods-invalid'],
  WK_InvalidHeaders: ['allow-headers-invalid'],
  WK_MethodNotAllowed: METHOD,
  WK_HeaderNotAllowed: HEADER,
  WK_RedirectCredentials: ['redirect-url-includes-credentials'],
  WK_RedirectScheme: ['redirect-scheme-not-http', 'redirect-location-invalid'],
  WK_RedirectError: ['redirect-mode-error'],
  WK_TooManyRedirects: ['redirect-limit'],
  WK_SameOriginMode: ['mode-same-origin', 'redirect-scheme-not-http'],
  WK_NoCorsRedirectMode: ['no-cors-redirect-mode'],
  WK_Scheme: ['scheme-not-http'],
}

const POSSIBLE = {
  chromium: { ...chromium, ...preflight, ...localNetwork },
  firefox,
  webkit,
} satisfies { readonly [Id in Exclude<EngineId, 'spec'>]: Readonly<Record<EngineCode<Id>, Possible>> }

/** Every code of an engine that a text may contain. */
export const codesOf = {
  chromium: Object.keys(POSSIBLE.chromium),
  firefox: Object.keys(firefox),
  webkit: Object.keys(webkit),
} as const

/** Returns the rules that a message leaves possible, in the order of the rules. The actual one is among them. */
export function possibleRules({ engine, code, values }: Sentence): readonly RuleId[] {
  const possible: Possible = (POSSIBLE[engine] as Readonly<Record<string, Possible>>)[code] ?? []
  const ids = typeof possible === 'function' ? possible(values) : possible
  const ordered = Object.values(rules).flatMap((ofOneStep) => ofOneStep.map(({ id }): RuleId => id))
  return ordered.filter((id) => ids.includes(id))
}
