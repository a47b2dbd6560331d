import type { HarEntry, Recording } from '../har/har-entry.ts'

const UNTIMED = 100_000
/** The error of recorded times of one clock, in milliseconds. */
const SLACK = 5
/** The same for Chrome if much happens at once. */
const SKEW = 50

/**
 * Returns how badly the times of a preflight and an actual request fit, or null if they exclude a pair. A browser starts
 * the actual request first and sends the preflight while it waits. Proxies and older recorders note the actual request
 * only when it's sent, sometimes before the recorded end of the preflight.
 */
export function timeFit(
  preflight: HarEntry,
  actual: HarEntry,
  startById: number | null,
  stopped: boolean,
  { browser }: Recording,
): number | null {
  if (preflight.started === null || actual.started === null) return UNTIMED
  const after = preflight.started - actual.started
  const end = preflight.started + (preflight.time ?? 0)
  const ofChrome = preflight.vendor.initiator?.type === 'preflight'
  if (after >= -2) {
    const limit = ofChrome && isEnded(actual) ? (actual.time ?? 0) + SKEW : Math.max(actual.time ?? 0, 2_000)
    if (after <= limit + SLACK) {
      const distance = Math.abs((startById ?? preflight.started) - actual.started)
      return convex(distance) + (ofChrome && isEnded(actual) ? endFit(end, actual, stopped) : 0)
    }
    if (browser !== 'unknown' && after > 0) return null
  }
  // If it has the id of its request, Chrome itself wrote the entry, so the request existed before.
  if (preflight.vendor.initiator?.requestId != null) return null
  const wait = actual.started - end
  const overlap = Math.max(SLACK, preflight.time ?? 0)
  return wait >= -overlap && wait <= 10_000 ? convex(Math.abs(wait)) + 1 : null
}

/** Chrome records no duration for a request that is still running. */
const isEnded = ({ response, vendor, time }: HarEntry): boolean =>
  (time ?? 0) > 0 && (response.status > 0 || typeof vendor.error === 'string')

/** The cost of a request that was sent long before or after the end of the preflight, in milliseconds of distance. */
const SENT_APART = 2_000

/**
 * A preflight ends before its actual request does: right before it if it stops the request; an allowed request is sent
 * right after. Chrome's times of two requests differ by several milliseconds if much happens at once.
 */
function endFit(end: number, { started, time, vendor }: HarEntry, stopped: boolean): number {
  const left = (started ?? 0) + (time ?? 0) - end
  if (!stopped && vendor.queued !== null) {
    const apart = Math.abs((started ?? 0) + vendor.queued - end)
    return Math.min(apart * 20, SENT_APART)
  }
  if (left < 0) return Math.min(-left * 50, 20_000)
  return stopped ? convex(Math.min(Math.abs(left), 1_000)) : 0
}

/** Grows faster than the distance, so that of two pairings the one that keeps the order is cheaper. */
const convex = (distance: number): number => distance ** 1.2
