import type { Clock } from '../state/inspected.ts'
import type { RecordingLength } from './recording-length.ts'

/**
 * While many requests arrive, rereading waits for an idle moment, at most this long: DevTools returns all entries or
 * none, and processing thousands blocks the panel.
 */
const PATIENCE = 3000

/** Reading a long recording blocks the panel noticeably, so it waits for the end of the load. */
const PATIENCE_WITH_LONG = 60_000

/**
 * Rereading takes longer for longer recordings, so the pause after it is this many times as long: most of the time is left
 * for other work, and a panel that stands still for a moment does so seldom.
 */
const REST = 6
const REST_WITH_VERY_LONG = 50

/** After so long without a request the page rests, and what it made is soon complete, in milliseconds. */
const QUIET = 15_000

/** When incomplete entries are read again. */
export interface RereadPace {
  /** A request was reported. */
  arrived(): void
  /** An entry waits to be read again, and none did before; or those that waited have been read. */
  waits(): void
  /** Reports whether it's time; called with each batch. */
  isTime(length: RecordingLength): boolean
  /** A read that began at this time is done. */
  done(began: number, length: RecordingLength): void
  clear(): void
}

export function makeRereadPace(clock: Clock): RereadPace {
  let next = 0
  let nextInQuiet = 0
  let hasArrived = false
  let lastArrival = 0
  let since = 0
  return {
    arrived: () => {
      hasArrived = true
      lastArrival = clock.now()
    },
    waits: () => {
      since = clock.now()
    },
    isTime(length) {
      const now = clock.now()
      const isIdle = !hasArrived || now - since >= (length === 'short' ? PATIENCE : PATIENCE_WITH_LONG)
      hasArrived = false
      return isIdle && now >= (now - lastArrival >= QUIET ? nextInQuiet : next)
    },
    done(began, length) {
      const now = clock.now()
      nextInQuiet = now + REST * (now - began)
      next = length === 'very long' ? now + REST_WITH_VERY_LONG * (now - began) : nextInQuiet
    },
    clear() {
      next = 0
      nextInQuiet = 0
      hasArrived = false
      since = 0
    },
  }
}
