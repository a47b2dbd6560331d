import type { Clock } from '../state/inspected.ts'

/**
 * While many requests arrive, rereading waits for an idle moment, at most this long: DevTools returns all entries or
 * none, and processing thousands blocks the panel.
 */
const PATIENCE = 3000

/** Reading a long recording blocks the panel noticeably, so it waits for the end of the load. */
const PATIENCE_WITH_LONG = 60_000

/** Rereading takes longer for longer recordings, so most of the time is left for other work. */
const REST = 6

/** When incomplete entries are read again. */
export interface RereadPace {
  /** A request was reported. */
  arrived(): void
  /** An entry waits to be read again, and none did before; or those that waited have been read. */
  waits(): void
  /** Reports whether it's time; called with each batch. */
  isTime(isLong: boolean): boolean
  /** A read that began at this time is done. */
  done(began: number): void
  clear(): void
}

export function makeRereadPace(clock: Clock): RereadPace {
  let next = 0
  let hasArrived = false
  let since = 0
  return {
    arrived: () => {
      hasArrived = true
    },
    waits: () => {
      since = clock.now()
    },
    isTime(isLong) {
      const now = clock.now()
      const isIdle = !hasArrived || now - since >= (isLong ? PATIENCE_WITH_LONG : PATIENCE)
      hasArrived = false
      return now >= next && isIdle
    },
    done(began) {
      next = clock.now() + REST * (clock.now() - began)
    },
    clear() {
      next = 0
      hasArrived = false
      since = 0
    },
  }
}
