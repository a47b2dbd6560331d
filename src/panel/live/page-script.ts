import type { HarEntry, PageReport, WatchedCall, WatchedOutcome } from '../../internal.ts'
import { field, itemsIn, numberIn, stringIn } from '../parts/untrusted.ts'
import { missedRequests } from './missed-requests.ts'
import { MOST_REPORTED } from './most-reported.ts'
import { withoutFragment } from './without-fragment.ts'

/** What is read from a page. */
export interface Asked {
  /** The observer's secret; null if the page isn't watched. */
  readonly secret: string | null
  /** Whether to enlarge the page's resource timing buffer. Once per page, because the page may notice. */
  readonly extend: boolean
}

/**
 * Returns the script that reads the observer's records and the resource timing at once. The page may have redefined
 * anything, so the script avoids methods that could be the page's; the page's own `getEntriesByType` is limited by the
 * timeout. The result has no prototype, few items and short strings.
 */
export const reportExpression = ({ secret, extend }: Asked): string => `(() => {
  const report = { __proto__: null, watched: false, unread: false, calls: { __proto__: null }, outcomes: { __proto__: null } }
  const first = (all) => all.length > ${MOST_REPORTED} ? all.length - ${MOST_REPORTED} : 0
  try {
    report.origin = location.origin
    report.now = performance.timeOrigin + performance.now()
  } catch {}
  try {
    const secret = ${JSON.stringify(secret)}
    if (secret !== null) {
      const notes = Function.prototype.toString.call(secret)
      report.watched = typeof notes === 'object'
      for (let i = 0, n = 0; i < ${MOST_REPORTED}; i++) {
        const call = notes.calls[i]
        if (call === undefined) break
        report.calls[n++] = call
      }
    }
  } catch {}
  try {
    const resources = performance.getEntriesByType('resource')
    // By default, browsers keep at most 250.
    if (${extend}) performance.setResourceTimingBufferSize(${MOST_REPORTED})
    for (let i = first(resources), n = 0; i < resources.length && n < ${MOST_REPORTED}; i++) {
      const { initiatorType, name, responseStatus, startTime } = resources[i]
      if (initiatorType !== 'fetch' && initiatorType !== 'xmlhttprequest') continue
      if (typeof name !== 'string' || name.length > 8192 || name[0] !== 'h') continue
      report.outcomes[n++] = { __proto__: null, url: name, status: responseStatus, time: performance.timeOrigin + startTime }
    }
  } catch {
    report.unread = true
  }
  return report
})()`

/** The same, with the URL of the page; without it while the page is loading. */
export const LATE_EXPRESSION = `(() => {
  const report = ${reportExpression({ secret: null, extend: false })}
  try {
    report.document = document.readyState === 'loading' ? '' : location.href
  } catch {}
  return report
})()`

/** Returns the well-formed parts of the page's report. */
export const parsePageReport = (value: unknown): PageReport => ({
  calls: itemsIn(value, 'calls', MOST_REPORTED).flatMap(parseCall),
  outcomes: itemsIn(value, 'outcomes', MOST_REPORTED).flatMap(parseOutcome),
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
 * Returns how many cross-origin requests of a page DevTools has missed, or null if it was open in time, that is, if it
 * recorded the page's document. `early` is the report whose requests should be recorded by now.
 */
export function parseLate(answer: unknown, entries: readonly HarEntry[], early = answer): number | null {
  const document = withoutFragment(stringIn(answer, 'document'))
  if (!/^(https?|file):/.test(document)) return null
  return entries.some(({ request }) => withoutFragment(request.url) === document)
    ? null
    : missedRequests(early, entries, ALWAYS)
}
