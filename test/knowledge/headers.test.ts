import { describe, expect, it } from 'vitest'
import { clientHint } from '../../src/knowledge/client-hints.ts'
import { needlessHeader } from '../../src/knowledge/needless-headers.ts'
import {
  isTracingHeader,
  possibleTracingLibrariesOf,
  tracingLibrariesOf,
} from '../../src/knowledge/tracing-headers.ts'

describe('tracing headers', () => {
  it.each([
    ['sentry-trace', 'sentry'],
    ['x-datadog-trace-id', 'datadog'],
    ['x-datadog-sampling-priority', 'datadog'],
    ['newrelic', 'new-relic'],
    ['request-id', 'application-insights'],
    ['request-context', 'application-insights'],
    ['elastic-apm-traceparent', 'elastic'],
    ['x-dtc', 'dynatrace'],
    ['x-dtpc', 'dynatrace'],
    ['x-amzn-trace-id', 'cloudwatch-rum'],
    ['x-instana-t', 'instana'],
    ['uber-trace-id', 'opentelemetry'],
    ['x-cloud-trace-context', 'opentelemetry'],
  ])('%s comes from %s alone', (name, id) => {
    expect(isTracingHeader(name)).toBe(true)
    expect(tracingLibrariesOf([name]).map((library) => library.id)).toEqual([id])
    expect(possibleTracingLibrariesOf([name])).toEqual([])
  })

  it.each([
    ['traceparent', ['opentelemetry', 'datadog', 'new-relic', 'elastic']],
    ['tracestate', ['opentelemetry', 'datadog', 'new-relic', 'elastic']],
    ['baggage', ['opentelemetry', 'sentry']],
    ['b3', ['opentelemetry', 'datadog']],
    ['x-b3-traceid', ['opentelemetry', 'datadog']],
  ])('%s may come from %j', (name, ids) => {
    expect(isTracingHeader(name)).toBe(true)
    expect(tracingLibrariesOf([name])).toEqual([])
    expect(possibleTracingLibrariesOf([name]).map((library) => library.id)).toEqual(ids)
  })

  it.each(['x-request-id', 'authorization', 'x-datadog', 'b3-x', 'x-dtcx', 'newrelic-id', ''])(
    '%j is none',
    (name) => expect(isTracingHeader(name)).toBe(false),
  )
})

describe('needless headers', () => {
  it.each([
    ['x-requested-with', 'POST', 'that script asks'],
    ['cache-control', 'GET', 'how caches may answer'],
    ['if-none-match', 'GET', 'what is there already'],
    ['content-type', 'GET', 'the type of a body'],
    ['content-type', 'HEAD', 'the type of a body'],
  ])('%s with %s says %s', (name, method, says) => expect(needlessHeader(name, method)?.says).toBe(says))

  it.each([
    ['content-type', 'POST'],
    ['authorization', 'GET'],
    ['x-requested', 'GET'],
  ])('%s with %s is needed', (name, method) => expect(needlessHeader(name, method)).toBeNull())

  it('an ETag that script sends back does something', () =>
    expect(needlessHeader('if-none-match', 'GET')?.ignored).toBe(false))
})

describe('client hints', () => {
  it.each([
    ['DPR', '1.5', true],
    ['dpr', '1,5', false],
    ['ECT', '4g', true],
    ['ect', '5g', false],
    ['Save-Data', 'on', true],
    ['width', '-1', false],
  ])('%s: %s is what Chromium sends itself: %s', (name, value, expected) =>
    expect(clientHint(name)?.value.test(value)).toBe(expected),
  )

  it('all but Save-Data are for the own origin alone', () => {
    expect(clientHint('RTT')?.ownOriginOnly).toBe(true)
    expect(clientHint('Save-Data')?.ownOriginOnly).toBe(false)
  })

  it.each(['sec-ch-ua', 'intervention', 'x-dpr'])('%s is none that script sets', (name) =>
    expect(clientHint(name)).toBeNull(),
  )
})
