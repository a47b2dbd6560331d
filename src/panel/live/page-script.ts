import type { HarEntry, PageReport, WatchedCall, WatchedOutcome } from '../../internal.ts'
import { field, listIn, numberIn, stringIn } from '../parts/untrusted.ts'
import { missedRequests } from './missed-requests.ts'
import { withoutFragment } from './without-fragment.ts'

/** Where the observer keeps what it saw, in the page. */
export const PLACE = '__whycorsCalls'

/** Reads the observer's notes and the resource timing in one go; the page may have redefined any of it. */
export const REPORT_EXPRESSION = `(() => {
  const calls = Array.isArray(window.${PLACE}) ? window.${PLACE}.slice(-5000) : []
  const resources = performance.getEntriesByType('resource').slice(-5000)
  // By itself a page notes no more than 250.
  performance.setResourceTimingBufferSize(5000)
  return {
    calls,
    watched: Object.hasOwn(window, '${PLACE}'),
    origin: location.origin,
    now: performance.timeOrigin + performance.now(),
    outcomes: resources
      .filter((one) => one.initiatorType === 'fetch' || one.initiatorType === 'xmlhttprequest')
      .map((one) => ({
        url: one.name,
        status: one.responseStatus,
        time: performance.timeOrigin + one.startTime,
      })),
  }
})()`

/** The same, with the address of the page; none while it is being loaded. */
export const LATE_EXPRESSION = `(() => ({
  ...${REPORT_EXPRESSION},
  document: document.readyState === 'loading' ? '' : location.href,
}))()`

/** Returns what the page told, as far as it is well-formed. */
export const parsePageReport = (value: unknown): PageReport => ({
  calls: listIn(value, 'calls').flatMap(parseCall),
  outcomes: listIn(value, 'outcomes').flatMap(parseOutcome),
})

const MODES = ['cors', 'no-cors', 'same-origin', 'navigate'] as const
const CREDENTIALS = ['omit', 'same-origin', 'include'] as const

function parseCall(value: unknown): readonly WatchedCall[] {
  const mode = MODES.find((one) => one === field(value, 'mode'))
  const credentials = CREDENTIALS.find((one) => one === field(value, 'credentials'))
  const time = numberIn(value, 'time')
  if (mode === undefined || credentials === undefined || time === null) return []
  const by = field(value, 'by') === 'fetch' ? 'fetch' : 'XMLHttpRequest'
  return [{ by, url: stringIn(value, 'url'), method: stringIn(value, 'method'), mode, credentials, time }]
}

function parseOutcome(value: unknown): readonly WatchedOutcome[] {
  const time = numberIn(value, 'time')
  const status = numberIn(value, 'status')
  return time === null || status === null ? [] : [{ url: stringIn(value, 'url'), status, time }]
}

const ALWAYS = { since: Number.NEGATIVE_INFINITY, until: Number.POSITIVE_INFINITY }

/**
 * Returns how many of a page's requests to other origins DevTools has missed, or null if it was open in time: then the
 * page's own document is among what it recorded.
 */
export function parseLate(answer: unknown, entries: readonly HarEntry[]): number | null {
  const document = withoutFragment(stringIn(answer, 'document'))
  if (!/^(https?|file):/.test(document)) return null
  return entries.some(({ request }) => withoutFragment(request.url) === document)
    ? null
    : missedRequests(answer, entries, ALWAYS)
}
