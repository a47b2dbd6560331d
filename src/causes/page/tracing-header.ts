import { hostOf } from '../../evidence/address.ts'
import { requestHeader, responseHeader } from '../../evidence/place.ts'
import { isTracingHeader } from '../../knowledge/tracing-headers.ts'
import { refusedNames } from '../../reading/refused-names.ts'
import { tracingAdvice } from '../../reading/tracing-advice.ts'
import { code, list, text } from '../../text/text.ts'
import { defineRootCause } from '../root-cause.ts'

/**
 * A monitoring library adds headers to every request that the API doesn't allow.
 *
 * Example: `sentry-trace` and `baggage` since an update of the Sentry SDK.
 */
export default defineRootCause({
  id: 'tracing-header',
  family: 'page',
  recognize: (verdict) => {
    const refused = refusedNames(verdict)
    const tracing = refused?.names.filter(isTracingHeader) ?? []
    if (refused === null || tracing.length === 0) return null
    const { entry, names } = refused
    return { entry, tracing, only: tracing.length === names.length, host: hostOf(entry.request.url) }
  },
  confidence: ({ only }) => (only ? 'high' : 'medium'),
  summary: ({ tracing }) =>
    text`A tracing library added ${list(tracing.slice(0, 3).map(code))}, which the preflight response doesn't allow.`,
  detail: ({ tracing, only, host }) =>
    text`${only ? 'Every other header is allowed. ' : 'Other headers are refused too. '}If ${code(host)} is yours and should take part in traces, allow ${list(tracing.map(code))} there. If not, ${tracingAdvice(tracing, host)}.`,
  evidence: ({ entry }) => [
    ...requestHeader(entry, 'Access-Control-Request-Headers'),
    ...responseHeader(entry, 'Access-Control-Allow-Headers'),
  ],
})
