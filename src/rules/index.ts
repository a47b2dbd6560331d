import { attempt, type Bug } from '../bug.ts'
import type { Failure } from '../fetch/main-fetch.ts'
import type { FailedStep } from '../fetch/steps.ts'
import accessControlHeaderSent from './access-control-header-sent.ts'
import allowCredentialsMissing from './allow-credentials-missing.ts'
import allowCredentialsNotTrue from './allow-credentials-not-true.ts'
import allowHeadersInvalid from './allow-headers-invalid.ts'
import allowHeadersWildcardWithCredentials from './allow-headers-wildcard-with-credentials.ts'
import allowMethodsInvalid from './allow-methods-invalid.ts'
import allowMethodsWildcardWithCredentials from './allow-methods-wildcard-with-credentials.ts'
import allowOriginCase from './allow-origin-case.ts'
import allowOriginDefaultPort from './allow-origin-default-port.ts'
import allowOriginEmpty from './allow-origin-empty.ts'
import allowOriginList from './allow-origin-list.ts'
import allowOriginLoopback from './allow-origin-loopback.ts'
import allowOriginMismatch from './allow-origin-mismatch.ts'
import allowOriginMissing from './allow-origin-missing.ts'
import allowOriginNoScheme from './allow-origin-no-scheme.ts'
import allowOriginNull from './allow-origin-null.ts'
import allowOriginNullAfterRedirect from './allow-origin-null-after-redirect.ts'
import allowOriginPath from './allow-origin-path.ts'
import allowOriginPattern from './allow-origin-pattern.ts'
import allowOriginPlaceholder from './allow-origin-placeholder.ts'
import allowOriginPort from './allow-origin-port.ts'
import allowOriginQuoted from './allow-origin-quoted.ts'
import allowOriginRepeated from './allow-origin-repeated.ts'
import allowOriginScheme from './allow-origin-scheme.ts'
import allowOriginTrailingSlash from './allow-origin-trailing-slash.ts'
import allowOriginWildcardWithCredentials from './allow-origin-wildcard-with-credentials.ts'
import allowOriginWww from './allow-origin-www.ts'
import authorizationNotListed from './authorization-not-listed.ts'
import headerNotAllowed from './header-not-allowed.ts'
import methodCase from './method-case.ts'
import methodNotAllowed from './method-not-allowed.ts'
import modeSameOrigin from './mode-same-origin.ts'
import noCorsRedirectMode from './no-cors-redirect-mode.ts'
import preflightRedirected from './preflight-redirected.ts'
import preflightStatusNotOk from './preflight-status-not-ok.ts'
import redirectBodyStream from './redirect-body-stream.ts'
import redirectLimit from './redirect-limit.ts'
import redirectLocationInvalid from './redirect-location-invalid.ts'
import redirectModeError from './redirect-mode-error.ts'
import redirectSchemeNotHttp from './redirect-scheme-not-http.ts'
import redirectUrlIncludesCredentials from './redirect-url-includes-credentials.ts'
import requestOriginNull from './request-origin-null.ts'
import type { AnyRule, Rule } from './rule.ts'
import schemeNotHttp from './scheme-not-http.ts'

/**
 * The rules, by the step that they explain. Order matters within a step: the first rule that matches explains the
 * failure, and the last one of each step always matches. A step without a rule doesn't compile.
 */
export const rules = {
  'main fetch: mode is same-origin': [modeSameOrigin],
  'main fetch: no-cors and redirect mode is not follow': [noCorsRedirectMode],
  'main fetch: scheme is not HTTP(S)': [schemeNotHttp],
  'CORS-preflight fetch: not an ok status': [preflightRedirected, preflightStatusNotOk],
  'CORS-preflight fetch: header list values failure': [allowMethodsInvalid, allowHeadersInvalid],
  'CORS-preflight fetch: method': [methodCase, allowMethodsWildcardWithCredentials, methodNotAllowed],
  'CORS-preflight fetch: non-wildcard request-header name': [authorizationNotListed],
  'CORS-preflight fetch: unsafe request-header name': [
    allowHeadersWildcardWithCredentials,
    accessControlHeaderSent,
    headerNotAllowed,
  ],
  'CORS check: no origin': [allowOriginMissing],
  'CORS check: origin differs': [
    allowOriginWildcardWithCredentials,
    allowOriginRepeated,
    allowOriginNullAfterRedirect,
    requestOriginNull,
    allowOriginEmpty,
    allowOriginNull,
    allowOriginTrailingSlash,
    allowOriginPath,
    allowOriginQuoted,
    allowOriginPlaceholder,
    allowOriginList,
    allowOriginPattern,
    allowOriginNoScheme,
    allowOriginCase,
    allowOriginDefaultPort,
    allowOriginScheme,
    allowOriginPort,
    allowOriginWww,
    allowOriginLoopback,
    allowOriginMismatch,
  ],
  'CORS check: credentials': [allowCredentialsMissing, allowCredentialsNotTrue],
  'HTTP fetch: redirect mode is error': [redirectModeError],
  'HTTP-redirect fetch: location is not a URL': [redirectLocationInvalid],
  'HTTP-redirect fetch: scheme is not HTTP(S)': [redirectSchemeNotHttp],
  'HTTP-redirect fetch: too many redirects': [redirectLimit],
  'HTTP-redirect fetch: URL includes credentials': [redirectUrlIncludesCredentials],
  'HTTP-redirect fetch: body cannot be sent again': [redirectBodyStream],
} as const satisfies Record<FailedStep, readonly [AnyRule, ...AnyRule[]]>

type Registered = (typeof rules)[FailedStep][number]

/** The id of a rule: public, and the name of its file. */
export type RuleId = Registered['id']

export type ArgsOf<Id extends RuleId> =
  Extract<Registered, { id: Id }> extends Rule<Id, infer Args> ? Args : never

/** The rule that explains a failure, with the arguments of its sentences. */
export interface Finding {
  readonly rule: AnyRule
  readonly args: unknown
  /** The rules of the same step that threw before this one. */
  readonly bugs: readonly Bug[]
}

/**
 * Returns the rule that explains a failure. A rule that throws is skipped and reported, and the next one of its step
 * explains the failure instead, ultimately the catch-all.
 */
export function explainFailure(
  failure: Failure,
  candidates: readonly AnyRule[] = rules[failure.step],
): Finding {
  const bugs: Bug[] = []
  const report = (bug: Bug): void => void bugs.push(bug)
  for (const rule of candidates) {
    const args: unknown = attempt({ where: 'rule', id: rule.id }, report, () => argsOf(rule, failure))
    if (args !== null) return { rule, args, bugs }
  }
  throw new Error(`no rule explains "${failure.step}"`)
}

/** Returns the arguments of a rule's sentences if it explains a failure; throws if one of its sentences does. */
function argsOf(rule: AnyRule, failure: Failure): unknown {
  const args: unknown = rule.match(failure)
  if (args === null) return null
  rule.brief(args)
  rule.summary(args)
  rule.detail(args)
  rule.evidence(args)
  rule.fix(args)
  return args
}

/** Every rule once, in the order of the steps. */
export const allRules: readonly AnyRule[] = Object.values(rules).flat()
