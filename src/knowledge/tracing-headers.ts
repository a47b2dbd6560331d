import type { Inline } from '../text/text.ts'

/** A library that adds headers to a page's requests, and its option for the hosts. */
export interface TracingLibrary {
  readonly id: string
  readonly title: string
  /** The headers that only it sends, in lowercase; a `*` at the end matches the rest of the name. */
  readonly own: readonly string[]
  /** The standard headers that it sends, as others do. */
  readonly shared: readonly string[]
  /** The option that lists hosts, and whether these are included or excluded. */
  readonly option: { readonly lists: 'who gets them' | 'who is spared'; readonly name: Inline }
  /** What the option belongs to, to follow "of". */
  readonly of: readonly Inline[]
  readonly source: string
}

const W3C = ['traceparent', 'tracestate'] as const
const B3 = ['b3', 'x-b3-*'] as const

/** The browser libraries whose headers an API may refuse. Those that only send to listed hosts come first. */
export const TRACING_LIBRARIES: readonly TracingLibrary[] = [
  {
    id: 'opentelemetry',
    title: 'OpenTelemetry',
    own: ['uber-trace-id', 'x-cloud-trace-context'],
    shared: [...W3C, ...B3, 'baggage'],
    option: { lists: 'who gets them', name: { code: 'propagateTraceHeaderCorsUrls' } },
    of: ["OpenTelemetry's instrumentations"],
    source:
      'https://open-telemetry.github.io/opentelemetry-js/types/_opentelemetry_sdk-trace-web.PropagateTraceHeaderCorsUrls.html',
  },
  {
    id: 'sentry',
    title: 'Sentry',
    own: ['sentry-trace'],
    shared: ['baggage'],
    option: { lists: 'who gets them', name: { code: 'tracePropagationTargets' } },
    of: [{ code: 'Sentry.init' }],
    source: 'https://docs.sentry.io/platforms/javascript/tracing/distributed-tracing/',
  },
  {
    id: 'datadog',
    title: 'Datadog',
    own: ['x-datadog-*'],
    shared: [...W3C, ...B3],
    option: { lists: 'who gets them', name: { code: 'allowedTracingUrls' } },
    of: ["Datadog's ", { code: 'datadogRum.init' }],
    source: 'https://docs.datadoghq.com/real_user_monitoring/correlate_with_other_telemetry/apm/',
  },
  {
    id: 'new-relic',
    title: 'New Relic',
    own: ['newrelic'],
    shared: W3C,
    option: { lists: 'who gets them', name: { code: 'distributed_tracing.allowed_origins' } },
    of: ["New Relic's browser agent"],
    source:
      'https://docs.newrelic.com/docs/browser/new-relic-browser/browser-pro-features/browser-data-distributed-tracing/',
  },
  {
    id: 'application-insights',
    title: 'Application Insights',
    own: ['request-id', 'request-context'],
    shared: [],
    option: { lists: 'who is spared', name: { code: 'correlationHeaderExcludedDomains' } },
    of: ['Application Insights'],
    source: 'https://learn.microsoft.com/azure/azure-monitor/app/javascript-sdk-configuration',
  },
  {
    id: 'elastic',
    title: 'Elastic',
    own: ['elastic-apm-traceparent'],
    shared: W3C,
    option: { lists: 'who gets them', name: { code: 'distributedTracingOrigins' } },
    of: ["Elastic's RUM agent"],
    source: 'https://www.elastic.co/guide/en/apm/agent/rum-js/current/distributed-tracing-guide.html',
  },
  {
    id: 'dynatrace',
    title: 'Dynatrace',
    own: ['x-dtc', 'x-dtpc'],
    shared: [],
    option: { lists: 'who gets them', name: 'the pattern of cross-origin URLs' },
    of: ["Dynatrace's web application"],
    source: 'https://docs.dynatrace.com/docs/shortlink/link-cross-origin-xhrs',
  },
  {
    id: 'cloudwatch-rum',
    title: 'CloudWatch RUM',
    own: ['x-amzn-trace-id'],
    shared: [],
    option: { lists: 'who gets them', name: { code: 'addXRayTraceIdHeader' } },
    of: [
      "CloudWatch RUM's ",
      { code: 'http' },
      ' telemetry (a list of patterns there, not ',
      { code: 'true' },
      ')',
    ],
    source: 'https://docs.aws.amazon.com/xray/latest/devguide/xray-services-RUM.html',
  },
  {
    id: 'instana',
    title: 'Instana',
    own: ['x-instana-*'],
    shared: [],
    option: { lists: 'who gets them', name: { code: 'allowedOrigins' } },
    of: ["Instana's ", { code: 'ineum' }],
    source: 'https://www.ibm.com/docs/en/instana-observability/current?topic=websites-javascript-agent-api',
  },
]

/** Reports whether a header (in lowercase) is one that tracing libraries add. */
export const isTracingHeader = (name: string): boolean =>
  TRACING_LIBRARIES.some(({ own, shared }) => isAmong(name, own) || isAmong(name, shared))

/** Returns the libraries that certainly added some of these headers (in lowercase), because no other sends them. */
export const tracingLibrariesOf = (names: readonly string[]): readonly TracingLibrary[] =>
  TRACING_LIBRARIES.filter(({ own }) => names.some((name) => isAmong(name, own)))

/** Returns the libraries that may have added some of these headers (in lowercase), which are part of a standard. */
export const possibleTracingLibrariesOf = (names: readonly string[]): readonly TracingLibrary[] =>
  TRACING_LIBRARIES.filter(({ shared }) => names.some((name) => isAmong(name, shared)))

const isAmong = (name: string, headers: readonly string[]): boolean =>
  headers.some((header) => (header.endsWith('*') ? name.startsWith(header.slice(0, -1)) : name === header))
