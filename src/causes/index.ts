import type { Evidence } from '../evidence/fact.ts'
import type { Text } from '../text/text.ts'
import type { Verdict } from '../verdict/verdict.ts'
import aborted from './aborted.ts'
import allowListMiss from './allow-list-miss.ts'
import apacheWithoutAlways from './apache-without-always.ts'
import apiGatewayError from './api-gateway-error.ts'
import authBeforeCors from './auth-before-cors.ts'
import blockedByClient from './blocked-by-client.ts'
import blockedByTrackingProtection from './blocked-by-tracking-protection.ts'
import browserRefused from './browser-refused.ts'
import type { AnyCause, Confidence } from './cause.ts'
import cdnCachedWithoutVary from './cdn-cached-without-vary.ts'
import cdnWithholdsOrigin from './cdn-withholds-origin.ts'
import coep from './coep.ts'
import connectionLost from './connection-lost.ts'
import connectionRefused from './connection-refused.ts'
import corp from './corp.ts'
import corsNotSetUp from './cors-not-set-up.ts'
import csp from './csp.ts'
import dedicatedWorker from './dedicated-worker.ts'
import devtoolsRequestBlocking from './devtools-request-blocking.ts'
import differentBackends from './different-backends.ts'
import edgeAuth from './edge-auth.ts'
import errorResponseWithoutHeaders from './error-response-without-headers.ts'
import fastifyStrictPreflight from './fastify-strict-preflight.ts'
import fixedOriginString from './fixed-origin-string.ts'
import frameworkAnswersOptions from './framework-answers-options.ts'
import handlerForgotHeaders from './handler-forgot-headers.ts'
import headersForSomeMethods from './headers-for-some-methods.ts'
import headersRewritten from './headers-rewritten.ts'
import hostNotAllowed from './host-not-allowed.ts'
import httpCache from './http-cache.ts'
import httpsRedirect from './https-redirect.ts'
import imgCachedThenFetch from './img-cached-then-fetch.ts'
import localFile from './local-file.ts'
import localNetworkAccess from './local-network-access.ts'
import loginRedirect from './login-redirect.ts'
import methodsLeftAtDefault from './methods-left-at-default.ts'
import middlewareDropsAll from './middleware-drops-all.ts'
import middlewareOnSomePaths from './middleware-on-some-paths.ts'
import mixedContent from './mixed-content.ts'
import nameNotResolved from './name-not-resolved.ts'
import needlessPreflightTrigger from './needless-preflight-trigger.ts'
import networkFailed from './network-failed.ts'
import nginxIfBlock from './nginx-if-block.ts'
import nginxInheritanceReset from './nginx-inheritance-reset.ts'
import nginxWithoutAlways from './nginx-without-always.ts'
import noCorsAsAFix from './no-cors-as-a-fix.ts'
import offline from './offline.ts'
import optionsNotRouted from './options-not-routed.ts'
import orb from './orb.ts'
import originCallbackThrows from './origin-callback-throws.ts'
import originTainted from './origin-tainted.ts'
import pageFromDisk from './page-from-disk.ts'
import playwrightWithholds from './playwright-withholds.ts'
import proxyError from './proxy-error.ts'
import proxyUnreachable from './proxy-unreachable.ts'
import rackCorsSaysWhy from './rack-cors-says-why.ts'
import rateLimit from './rate-limit.ts'
import redirectModeError from './redirect-mode-error.ts'
import redirectModeManual from './redirect-mode-manual.ts'
import redirectRefused from './redirect-refused.ts'
import responseNotRecorded from './response-not-recorded.ts'
import s3Rule from './s3-rule.ts'
import sameOriginMode from './same-origin-mode.ts'
import sandboxedFrame from './sandboxed-frame.ts'
import serviceWorker from './service-worker.ts'
import setTwice from './set-twice.ts'
import springRejectsOrigin from './spring-rejects-origin.ts'
import starletteCookielessFirstCall from './starlette-cookieless-first-call.ts'
import starletteRefusesPreflight from './starlette-refuses-preflight.ts'
import streamingUploadNeedsHttp2 from './streaming-upload-needs-http2.ts'
import timedOut from './timed-out.ts'
import tlsFailed from './tls-failed.ts'
import tracingHeader from './tracing-header.ts'
import trailingSlashRedirect from './trailing-slash-redirect.ts'
import tunnelInterstitial from './tunnel-interstitial.ts'
import unsafePort from './unsafe-port.ts'
import userAgentSetByPage from './user-agent-set-by-page.ts'
import wafChallenge from './waf-challenge.ts'
import wwwRedirect from './www-redirect.ts'

/**
 * The root causes. Within one confidence, what stands first is told first.
 */
export const causes: readonly AnyCause[] = [
  nameNotResolved,
  connectionRefused,
  connectionLost,
  timedOut,
  tlsFailed,
  offline,
  proxyUnreachable,
  streamingUploadNeedsHttp2,
  networkFailed,
  aborted,
  blockedByClient,
  blockedByTrackingProtection,
  localFile,
  mixedContent,
  unsafePort,
  sameOriginMode,
  csp,
  devtoolsRequestBlocking,
  corp,
  coep,
  orb,
  redirectModeError,
  redirectModeManual,
  redirectRefused,
  headersRewritten,
  playwrightWithholds,
  responseNotRecorded,
  serviceWorker,
  dedicatedWorker,
  httpCache,
  localNetworkAccess,
  tracingHeader,
  userAgentSetByPage,
  setTwice,
  originTainted,
  loginRedirect,
  httpsRedirect,
  trailingSlashRedirect,
  wwwRedirect,
  edgeAuth,
  hostNotAllowed,
  authBeforeCors,
  apiGatewayError,
  s3Rule,
  wafChallenge,
  rateLimit,
  proxyError,
  tunnelInterstitial,
  rackCorsSaysWhy,
  starletteCookielessFirstCall,
  starletteRefusesPreflight,
  springRejectsOrigin,
  fastifyStrictPreflight,
  imgCachedThenFetch,
  cdnCachedWithoutVary,
  nginxWithoutAlways,
  apacheWithoutAlways,
  originCallbackThrows,
  errorResponseWithoutHeaders,
  headersForSomeMethods,
  handlerForgotHeaders,
  optionsNotRouted,
  methodsLeftAtDefault,
  fixedOriginString,
  allowListMiss,
  middlewareDropsAll,
  pageFromDisk,
  sandboxedFrame,
  nginxIfBlock,
  nginxInheritanceReset,
  differentBackends,
  cdnWithholdsOrigin,
  frameworkAnswersOptions,
  middlewareOnSomePaths,
  corsNotSetUp,
  needlessPreflightTrigger,
  noCorsAsAFix,
  browserRefused,
]

/** A root cause that a fetch shows, in words. */
export interface RecognisedCause {
  readonly id: string
  readonly confidence: Confidence
  readonly summary: Text
  readonly detail: Text
  readonly evidence: readonly Evidence[]
}

/** Told only where nothing else is more than a possibility. */
const LAST_RESORTS: readonly AnyCause[] = [corsNotSetUp, browserRefused]

const RANK: Record<Confidence, number> = { high: 0, medium: 1, low: 2 }

/**
 * Returns the root causes that a fetch shows, the most certain first; at least one where the verdict is
 * "unexplained". `siblings` are the verdicts on the fetches of the same API origin, this one's among them or not;
 * give every fetch of an origin the same list, as what is read from it is kept. A cause that throws is passed over.
 */
export function recogniseCauses(verdict: Verdict, siblings: readonly Verdict[]): readonly RecognisedCause[] {
  const found = causes
    .filter((cause) => !LAST_RESORTS.includes(cause))
    .flatMap((cause) => recognised(cause, verdict, siblings))
    .sort((a, b) => RANK[a.confidence] - RANK[b.confidence])
  const settled = found.some(({ confidence }) => confidence !== 'low')
  if (settled) return found
  const last = LAST_RESORTS.flatMap((cause) => recognised(cause, verdict, siblings))
  return [...found, ...last].sort((a, b) => RANK[a.confidence] - RANK[b.confidence])
}

function recognised(
  cause: AnyCause,
  verdict: Verdict,
  siblings: readonly Verdict[],
): readonly RecognisedCause[] {
  try {
    const args: unknown = cause.recognise(verdict, siblings)
    if (args === null) return []
    const { id, confidence } = cause
    return [
      {
        id,
        confidence: typeof confidence === 'function' ? confidence(args) : confidence,
        summary: cause.summary(args),
        detail: cause.detail(args),
        evidence: cause.evidence(args, verdict),
      },
    ]
  } catch {
    return []
  }
}
