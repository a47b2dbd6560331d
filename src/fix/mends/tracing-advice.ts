import { code, list, type Text, text } from '../../text/text.ts'

/** A library that puts headers on requests, and how it is told which ones to spare. */
interface TracingLibrary {
  /** A header that nothing else sends. */
  readonly own: RegExp
  readonly advice: (host: string) => Text
}

/** Headers of standards, which any of the libraries may send along with its own. */
const STANDARD = /^(traceparent|tracestate|baggage|b3|x-b3-.+|uber-trace-id)$/

const LIBRARIES: readonly TracingLibrary[] = [
  {
    own: /^sentry-trace$/,
    advice: (host) =>
      text`leave ${code(host)} out of ${code('tracePropagationTargets')} of ${code('Sentry.init')}`,
  },
  {
    own: /^x-datadog-.+$/,
    advice: (host) =>
      text`leave ${code(host)} out of ${code('allowedTracingUrls')} of Datadog's ${code('datadogRum.init')}`,
  },
  {
    own: /^newrelic$/,
    advice: (host) =>
      text`leave ${code(host)} out of ${code('distributed_tracing.allowed_origins')} of New Relic's browser agent`,
  },
  {
    own: /^(request-id|request-context)$/,
    advice: (host) =>
      text`add ${code(host)} to ${code('correlationHeaderExcludedDomains')} of Application Insights`,
  },
  {
    own: /^elastic-apm-traceparent$/,
    advice: (host) =>
      text`leave ${code(host)} out of ${code('distributedTracingOrigins')} of Elastic's RUM agent`,
  },
]

const ANY = (host: string): Text =>
  text`leave ${code(host)} out of ${code('propagateTraceHeaderCorsUrls')} of OpenTelemetry's instrumentations (Datadog calls that ${code('allowedTracingUrls')}, New Relic ${code('distributed_tracing.allowed_origins')}, Elastic ${code('distributedTracingOrigins')})`

/** Returns whether a header, in lower case, is one that tracing libraries add. */
export const isTracingHeader = (name: string): boolean =>
  STANDARD.test(name) || LIBRARIES.some(({ own }) => own.test(name))

/** Returns how to keep tracing headers off the requests to a host, with the option of the library that sent them. */
export function tracingAdvice(names: readonly string[], host: string): Text {
  const found = LIBRARIES.filter(({ own }) => names.some((name) => own.test(name)))
  const ways = found.length === 0 ? [ANY(host)] : found.map(({ advice }) => advice(host))
  return text`keep ${list(names.map(code))} off requests to ${code(host)}: ${ways.flatMap((way, i) => (i === 0 ? way : [', and ', ...way]))}`
}
