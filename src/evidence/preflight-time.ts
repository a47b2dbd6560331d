import type { HarEntry, Recording } from '../har/har-entry.ts'

const UNTIMED = 100_000
/** Milliseconds by which recorded times of one clock may be off. */
const SLACK = 5
/** Milliseconds by which Chrome's are where much happens at once. */
const SKEW = 50

/**
 * Returns how badly the times of a preflight and an actual request fit, or null where they exclude a pair. A browser
 * opens the actual request first and sends the preflight while it waits; a proxy, and older recorders of browsers, note
 * the actual request only when it is sent, some of them while the preflight's recorded time still runs.
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
  // With the id of its request, the entry is as Chrome itself wrote it: the request was there before.
  if (preflight.vendor.initiator?.requestId != null) return null
  const wait = actual.started - end
  const overlap = Math.max(SLACK, preflight.time ?? 0)
  return wait >= -overlap && wait <= 10_000 ? convex(Math.abs(wait)) + 1 : null
}

/** Chrome writes no time for a request that still runs. */
const isEnded = ({ response, vendor, time }: HarEntry): boolean =>
  (time ?? 0) > 0 && (response.status > 0 || typeof vendor.error === 'string')

/** What a request loses that was sent long before or after the preflight had ended, in milliseconds of distance. */
const SENT_APART = 2_000

/**
 * A preflight ends before its actual request does, and where it stops the request, right before; one that it allows is sent
 * right after. Chrome's times of two
 * requests are off by several milliseconds where much happens at once.
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

/** Grows faster than the distance, so that of two ways to pair the one that keeps the order is the cheaper. */
const convex = (distance: number): number => distance ** 1.2
