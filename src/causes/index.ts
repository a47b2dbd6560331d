import cdnCachedWithoutVary from './cache/cdn-cached-without-vary.ts'
import cdnWithholdsOrigin from './cache/cdn-withholds-origin.ts'
import httpCache from './cache/http-cache.ts'
import imgCachedThenFetch from './cache/img-cached-then-fetch.ts'
import apacheWithoutAlways from './errors/apache-without-always.ts'
import apiGatewayError from './errors/api-gateway-error.ts'
import errorResponseWithoutHeaders from './errors/error-response-without-headers.ts'
import hostNotAllowed from './errors/host-not-allowed.ts'
import nginxWithoutAlways from './errors/nginx-without-always.ts'
import originCallbackThrows from './errors/origin-callback-throws.ts'
import proxyError from './errors/proxy-error.ts'
import rateLimit from './errors/rate-limit.ts'
import tunnelInterstitial from './errors/tunnel-interstitial.ts'
import wafChallenge from './errors/waf-challenge.ts'
import allowListMiss from './layers/allow-list-miss.ts'
import authBeforeCors from './layers/auth-before-cors.ts'
import corsNotSetUp from './layers/cors-not-set-up.ts'
import differentBackends from './layers/different-backends.ts'
import edgeAuth from './layers/edge-auth.ts'
import fastifyStrictPreflight from './layers/fastify-strict-preflight.ts'
import fixedOriginString from './layers/fixed-origin-string.ts'
import frameworkAnswersOptions from './layers/framework-answers-options.ts'
import handlerForgotHeaders from './layers/handler-forgot-headers.ts'
import headersForSomeMethods from './layers/headers-for-some-methods.ts'
import methodsLeftAtDefault from './layers/methods-left-at-default.ts'
import middlewareDropsAll from './layers/middleware-drops-all.ts'
import middlewareOnSomePaths from './layers/middleware-on-some-paths.ts'
import nginxIfBlock from './layers/nginx-if-block.ts'
import nginxInheritanceReset from './layers/nginx-inheritance-reset.ts'
import optionsNotRouted from './layers/options-not-routed.ts'
import rackCorsSaysWhy from './layers/rack-cors-says-why.ts'
import s3Rule from './layers/s3-rule.ts'
import setTwice from './layers/set-twice.ts'
import springRejectsOrigin from './layers/spring-rejects-origin.ts'
import starletteCookielessFirstCall from './layers/starlette-cookieless-first-call.ts'
import starletteRefusesPreflight from './layers/starlette-refuses-preflight.ts'
import connectionLost from './network/connection-lost.ts'
import connectionRefused from './network/connection-refused.ts'
import nameNotResolved from './network/name-not-resolved.ts'
import networkFailed from './network/network-failed.ts'
import offline from './network/offline.ts'
import proxyUnreachable from './network/proxy-unreachable.ts'
import streamingUploadNeedsHttp2 from './network/streaming-upload-needs-http2.ts'
import timedOut from './network/timed-out.ts'
import tlsFailed from './network/tls-failed.ts'
import unsafePort from './network/unsafe-port.ts'
import aborted from './page/aborted.ts'
import dedicatedWorker from './page/dedicated-worker.ts'
import localFile from './page/local-file.ts'
import needlessPreflightTrigger from './page/needless-preflight-trigger.ts'
import noCorsAsAFix from './page/no-cors-as-a-fix.ts'
import pageFromDisk from './page/page-from-disk.ts'
import sameOriginMode from './page/same-origin-mode.ts'
import sandboxedFrame from './page/sandboxed-frame.ts'
import serviceWorker from './page/service-worker.ts'
import tracingHeader from './page/tracing-header.ts'
import userAgentSetByPage from './page/user-agent-set-by-page.ts'
import browserRefused from './policy/browser-refused.ts'
import coep from './policy/coep.ts'
import corp from './policy/corp.ts'
import csp from './policy/csp.ts'
import localNetworkAccess from './policy/local-network-access.ts'
import mixedContent from './policy/mixed-content.ts'
import orb from './policy/orb.ts'
import httpsRedirect from './redirects/https-redirect.ts'
import loginRedirect from './redirects/login-redirect.ts'
import originTainted from './redirects/origin-tainted.ts'
import redirectModeError from './redirects/redirect-mode-error.ts'
import redirectModeManual from './redirects/redirect-mode-manual.ts'
import redirectRefused from './redirects/redirect-refused.ts'
import trailingSlashRedirect from './redirects/trailing-slash-redirect.ts'
import wwwRedirect from './redirects/www-redirect.ts'
import type { AnyRootCause } from './root-cause.ts'
import blockedByClient from './tools/blocked-by-client.ts'
import blockedByTrackingProtection from './tools/blocked-by-tracking-protection.ts'
import devtoolsRequestBlocking from './tools/devtools-request-blocking.ts'
import headersRewritten from './tools/headers-rewritten.ts'
import playwrightWithholds from './tools/playwright-withholds.ts'
import responseNotRecorded from './tools/response-not-recorded.ts'

/**
 * The root causes. Within one confidence, what stands first is told first.
 */
export const causes: readonly AnyRootCause[] = [
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
