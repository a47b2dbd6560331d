import { expect, it } from 'vitest'
import { TRACING_LIBRARIES } from '../../src/knowledge/tracing-headers.ts'
import { tracingAdvice } from '../../src/reading/tracing-advice.ts'
import { plain } from '../../src/text/plain.ts'

const adviceOn = (...names: readonly string[]): string =>
  plain(tracingAdvice(names, 'api.test'), (value) => value)

/** A header that only the library sends, and what is said of it. */
const OWN: Readonly<Record<string, readonly [header: string, advice: string]>> = {
  opentelemetry: [
    'uber-trace-id',
    "leave `api.test` out of `propagateTraceHeaderCorsUrls` of OpenTelemetry's instrumentations",
  ],
  sentry: ['sentry-trace', 'leave `api.test` out of `tracePropagationTargets` of `Sentry.init`'],
  datadog: [
    'x-datadog-trace-id',
    "leave `api.test` out of `allowedTracingUrls` of Datadog's `datadogRum.init`",
  ],
  'new-relic': [
    'newrelic',
    "leave `api.test` out of `distributed_tracing.allowed_origins` of New Relic's browser agent",
  ],
  'application-insights': [
    'request-id',
    'add `api.test` to `correlationHeaderExcludedDomains` of Application Insights',
  ],
  elastic: [
    'elastic-apm-traceparent',
    "leave `api.test` out of `distributedTracingOrigins` of Elastic's RUM agent",
  ],
  dynatrace: [
    'x-dtpc',
    "leave `api.test` out of the pattern of cross-origin URLs of Dynatrace's web application",
  ],
  'cloudwatch-rum': [
    'x-amzn-trace-id',
    "leave `api.test` out of `addXRayTraceIdHeader` of CloudWatch RUM's `http` telemetry (a list of patterns there, not `true`)",
  ],
  instana: ['x-instana-t', "leave `api.test` out of `allowedOrigins` of Instana's `ineum`"],
}

it.each(TRACING_LIBRARIES.map(({ id }) => id))('%s is told in its own words, and no other is named', (id) => {
  const [header, advice] = OWN[id] ?? ['', 'no advice expected']
  expect(adviceOn(header)).toBe(advice)
  expect(adviceOn('traceparent', header)).toBe(advice)
})

it('each of two libraries is told', () =>
  expect(adviceOn('x-amzn-trace-id', 'x-dtpc')).toBe(
    `${OWN.dynatrace?.[1]}, and ${OWN['cloudwatch-rum']?.[1]}`,
  ))

it.each([
  [
    'traceparent',
    ' (Datadog calls that `allowedTracingUrls`, New Relic `distributed_tracing.allowed_origins`, Elastic `distributedTracingOrigins`)',
  ],
  ['baggage', ' (Sentry calls that `tracePropagationTargets`)'],
  ['x-b3-traceid', ' (Datadog calls that `allowedTracingUrls`)'],
])('%s may come from several, whose options are named', (name, others) =>
  expect(adviceOn(name)).toBe(`${OWN.opentelemetry?.[1]}${others}`),
)
