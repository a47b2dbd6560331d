import type { AnyLint } from '../lint.ts'
import anyHeaderWithCredentials from './any-header-with-credentials.ts'
import anyMethodAllowed from './any-method-allowed.ts'
import anyPortTrusted from './any-port-trusted.ts'
import anySubdomainTrusted from './any-subdomain-trusted.ts'
import appSchemeTrusted from './app-scheme-trusted.ts'
import contradictoryPolicies from './contradictory-policies.ts'
import credentialsForRefusedOrigin from './credentials-for-refused-origin.ts'
import credentialsWithWildcardHeader from './credentials-with-wildcard-header.ts'
import developmentOriginSent from './development-origin-sent.ts'
import errorsWithoutCors from './errors-without-cors.ts'
import htmlWithCredentials from './html-with-credentials.ts'
import httpOriginTrusted from './http-origin-trusted.ts'
import localhostLookalike from './localhost-lookalike.ts'
import localhostTrusted from './localhost-trusted.ts'
import maxAgeAboveLimit from './max-age-above-limit.ts'
import nullOriginAllowed from './null-origin-allowed.ts'
import openCrossdomainFile from './open-crossdomain-file.ts'
import originDoesNotExist from './origin-does-not-exist.ts'
import originNormalized from './origin-normalized.ts'
import prefixMatch from './prefix-match.ts'
import preflightCachedWithoutVary from './preflight-cached-without-vary.ts'
import preflightNeedsLogin from './preflight-needs-login.ts'
import publicCorsProxy from './public-cors-proxy.ts'
import publicSuffixTrusted from './public-suffix-trusted.ts'
import reflectsAnyOrigin from './reflects-any-origin.ts'
import reflectsWithoutCredentials from './reflects-without-credentials.ts'
import sensitiveHeaderExposed from './sensitive-header-exposed.ts'
import sharedHostTrusted from './shared-host-trusted.ts'
import shortenedOrigin from './shortened-origin.ts'
import specialCharacter from './special-character.ts'
import stateChangingSimpleRequest from './state-changing-simple-request.ts'
import substringMatch from './substring-match.ts'
import suffixMatch from './suffix-match.ts'
import timingOpen from './timing-open.ts'
import unanchoredPattern from './unanchored-pattern.ts'
import unescapedDot from './unescaped-dot.ts'
import varyMissingWithoutOrigin from './vary-missing-without-origin.ts'
import varyOriginMissing from './vary-origin-missing.ts'
import wildcardOnPrivateNetwork from './wildcard-on-private-network.ts'
import wildcardWithCookie from './wildcard-with-cookie.ts'

/** The lints, the most important first. */
export const lints: readonly AnyLint[] = [
  reflectsAnyOrigin,
  nullOriginAllowed,
  substringMatch,
  prefixMatch,
  suffixMatch,
  shortenedOrigin,
  unescapedDot,
  specialCharacter,
  localhostLookalike,
  publicSuffixTrusted,
  sharedHostTrusted,
  originDoesNotExist,
  reflectsWithoutCredentials,
  publicCorsProxy,
  wildcardOnPrivateNetwork,
  unanchoredPattern,
  anySubdomainTrusted,
  httpOriginTrusted,
  localhostTrusted,
  appSchemeTrusted,
  anyPortTrusted,
  contradictoryPolicies,
  varyOriginMissing,
  varyMissingWithoutOrigin,
  preflightCachedWithoutVary,
  credentialsWithWildcardHeader,
  wildcardWithCookie,
  anyHeaderWithCredentials,
  htmlWithCredentials,
  timingOpen,
  sensitiveHeaderExposed,
  developmentOriginSent,
  preflightNeedsLogin,
  errorsWithoutCors,
  anyMethodAllowed,
  originNormalized,
  credentialsForRefusedOrigin,
  maxAgeAboveLimit,
  stateChangingSimpleRequest,
  openCrossdomainFile,
]
