const words = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/))

/**
 * Request headers whose values describe how a request is made, not who makes it. Any other header that a page or a
 * library sets may contain a secret, whatever its name. https://www.iana.org/assignments/http-fields/http-fields.xhtml
 * and the libraries' own docs
 */
const SAFE = words(
  `accept accept-charset accept-encoding accept-language accept-datetime accept-patch accept-post accept-ranges alt-used
  cache-control connection content-disposition content-encoding content-language content-length content-location content-md5
  content-range content-type content-digest repr-digest want-digest date dnt dpr device-memory downlink ect expect forwarded
  from host http2-settings if-match if-modified-since if-none-match if-range if-unmodified-since keep-alive last-event-id
  last-modified max-forwards origin pragma prefer priority proxy-connection purpose range referer rtt save-data
  service-worker service-worker-navigation-preload soapaction te timezone trailer transfer-encoding upgrade
  upgrade-insecure-requests user-agent vary via viewport-width width x-requested-with x-http-method-override x-http-method
  x-method-override x-purpose x-moz idempotency-key x-idempotency-key api-version x-api-version x-version x-app-version
  x-app-name x-client-version x-client-name x-client-info x-platform x-locale x-language x-lang x-timezone x-time-zone
  x-user-agent x-powered-by x-forwarded-for x-forwarded-host x-forwarded-proto x-forwarded-port x-forwarded-server
  x-real-ip x-original-host x-original-url x-operation-name x-apollo-operation-name x-graphql-operation-name
  apollographql-client-name apollographql-client-version x-prisma-studio x-grpc-web grpc-timeout grpc-accept-encoding
  connect-protocol-version connect-timeout-ms x-ms-version x-ms-date x-ms-blob-type x-amz-date x-amz-target x-amz-acl
  x-amz-content-sha256 x-amz-user-agent x-amz-storage-class x-amz-sdk-request x-amz-checksum-crc32 x-amz-checksum-sha256
  x-goog-api-client x-goog-date x-goog-api-version x-firebase-client x-supabase-api-version x-stainless-lang
  x-stainless-os x-stainless-arch x-stainless-runtime x-stainless-package-version x-stainless-runtime-version
  x-stainless-retry-count x-stainless-timeout anthropic-version anthropic-beta anthropic-dangerous-direct-browser-access
  openai-beta stripe-version notion-version mcp-protocol-version x-github-api-version tus-resumable upload-length
  upload-offset upload-metadata upload-complete upload-draft-interop-version content-profile accept-profile range-unit
  rsc next-url next-router-prefetch next-router-state-tree next-action x-nextjs-data hx-request hx-target hx-trigger
  hx-current-url hx-boosted turbo-frame x-inertia x-inertia-version x-pjax x-livewire
  :authority :method :path :scheme :status :protocol`,
)

/** Request ids and checksums, which look random but give no access. */
const IDS = words(
  `traceparent tracestate baggage sentry-trace b3 x-amzn-trace-id x-cloud-trace-context request-id request-context
  x-request-id x-correlation-id x-trace-id x-span-id x-dtpc x-dtreferer uber-trace-id x-instana-t x-instana-s x-instana-l
  elastic-apm-traceparent x-datadog-trace-id x-datadog-parent-id x-datadog-origin x-datadog-sampling-priority
  x-datadog-tags etag if-match if-none-match if-range content-md5 digest content-digest repr-digest x-amz-content-sha256
  content-type content-security-policy content-security-policy-report-only permissions-policy report-to nel
  reporting-endpoints expect-ct public-key-pins cf-ray x-amz-cf-id x-amz-cf-pop x-amz-request-id x-amz-id-2
  x-amzn-requestid x-amz-apigw-id x-ms-request-id x-ms-client-request-id x-azure-ref x-msedge-ref x-vercel-id
  x-nf-request-id fly-request-id x-github-request-id x-fb-debug x-fb-trace-id x-served-by x-timer x-cache-key surrogate-key
  x-goog-hash x-guploader-uploadid x-cloud-trace-id x-edgeconnect-midmile-rtt x-runtime idempotency-key
  x-idempotency-key user-agent via x-cache strict-transport-security alt-svc x-client-data`,
)

const ID =
  /^(?:x-)?(?:[a-z0-9]+-){0,3}(?:request|correlation|trace|span|parent|transaction|operation|ray|invocation|message|version|build|deployment)-?id$|-(?:sha|sha1|sha256|commit|revision|checksum|digest)$|^x-b3-|^x-stainless-/

/** The headers that CORS uses. A mask in them would hide the cause. */
const CORS = /^(?:access-control-.*|origin|vary|timing-allow-origin|allow|cross-origin-.*)$/

/** Reports whether a header is part of the CORS protocol. */
export const isCorsHeader = (lowerName: string): boolean => CORS.test(lowerName)

/** Reports whether a header's value identifies requests or content, so that it looks random but isn't secret. */
export const isIdHeader = (lowerName: string): boolean =>
  IDS.has(lowerName) || lowerName.startsWith('sec-') || ID.test(lowerName)

/** Reports whether the value of a request header is known not to identify the user. */
export const isSafeRequestHeader = (lowerName: string): boolean =>
  SAFE.has(lowerName) || isIdHeader(lowerName) || isCorsHeader(lowerName)
