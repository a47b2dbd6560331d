import type { FailedStep } from '../fetch/steps.ts'
import type { EngineId } from './engine-id.ts'

/** Chromium makes the same checks for the preflight response and the actual one, with different codes. */
type OfEither<Name extends string> = Name | `Preflight${Name}`

/**
 * What Chromium calls a failure: `Network.CorsError`.
 * https://chromedevtools.github.io/devtools-protocol/tot/Network/#type-CorsError
 */
export type ChromiumCode =
  | OfEither<
      | 'AllowOriginMismatch'
      | 'InvalidAllowCredentials'
      | 'InvalidAllowOriginValue'
      | 'MissingAllowOriginHeader'
      | 'MultipleAllowOriginValues'
      | 'WildcardOriginNotAllowed'
    >
  | 'CorsDisabledScheme'
  | 'HeaderDisallowedByPreflightResponse'
  | 'InsecureLocalNetwork'
  | 'InvalidAllowHeadersPreflightResponse'
  | 'InvalidAllowMethodsPreflightResponse'
  | 'LocalNetworkAccessPermissionDenied'
  | 'MethodDisallowedByPreflightResponse'
  | 'PreflightDisallowedRedirect'
  | 'PreflightInvalidStatus'
  | 'RedirectContainsCredentials'

/**
 * What Firefox calls a failure: the console's category, without the digits behind it.
 * https://developer.mozilla.org/docs/Web/HTTP/Guides/CORS/Errors
 */
export type FirefoxCode =
  | 'CORSAllowOriginNotMatchingOrigin'
  | 'CORSDidNotSucceed'
  | 'CORSExternalRedirectNotAllowed'
  | 'CORSInvalidAllowHeader'
  | 'CORSInvalidAllowMethod'
  | 'CORSMethodNotFound'
  | 'CORSMissingAllowCredentials'
  | 'CORSMissingAllowHeaderFromPreflight'
  | 'CORSMissingAllowOrigin'
  | 'CORSMultipleAllowOriginNotAllowed'
  | 'CORSNotSupportingCredentials'
  | 'CORSPreflightDidNotSucceed'
  | 'CORSRequestNotHttp'

/** This project's short ids of WebKit's sentences; WebKit itself has no codes. */
export type WebkitCode =
  | 'WK_CredentialsNotTrue'
  | 'WK_HeaderNotAllowed'
  | 'WK_InvalidHeaders'
  | 'WK_InvalidMethods'
  | 'WK_MethodNotAllowed'
  | 'WK_MultipleOrigins'
  | 'WK_NoCorsRedirectMode'
  | 'WK_OriginNotAllowed'
  | 'WK_PreflightStatus'
  | 'WK_RedirectCredentials'
  | 'WK_RedirectError'
  | 'WK_RedirectScheme'
  | 'WK_SameOriginMode'
  | 'WK_Scheme'
  | 'WK_TooManyRedirects'
  | 'WK_WildcardWithCredentials'

/** The codes of each engine. */
export interface EngineCodes extends Readonly<Record<EngineId, string>> {
  readonly spec: FailedStep
  readonly chromium: ChromiumCode
  readonly firefox: FirefoxCode
  readonly webkit: WebkitCode
}
