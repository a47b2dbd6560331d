import type { Clock } from '../state/inspected.ts'
import type { Recorder } from './recorder.ts'

/** The minimum interval between reads of what DevTools has, in milliseconds. */
const LOOK_AGAIN = 2000

/** A load has ended when nothing has been reported for this long. */
const QUIET = 1000

/** Some pages are never idle, so a short recording is still read after this time. */
const PATIENCE = 10_000

/** Longer recordings take longer to read, so the pause after a read is this many times its duration. */
const REST = 20

/** The pause doubles with each read that found nothing, at most this many times. */
const DOUBLINGS = 4

/** Repeatedly reads what DevTools has but hasn't reported, when that is cheap. */
export interface Lookout {
  begin(): void
  stop(): void
}

/** Returns a reader of a page's unreported responses that can be switched on and off. */
export function makeLookout(recorder: Recorder, clock: Clock): Lookout {
  let round = 0
  let lastLook = Number.NEGATIVE_INFINITY
  let nextLook = 0
  let inVain = 0
  let hasLooked = false

  function isTime(): boolean {
    const now = clock.now()
    // Of a very long recording, what is never reported is read when the panel is shown, and not again.
    if (now < nextLook || (hasLooked && recorder.length() === 'very long')) return false
    return (
      now - recorder.lastReport() >= QUIET || (now - lastLook >= PATIENCE && recorder.length() === 'short')
    )
  }
  async function look(): Promise<void> {
    const began = clock.now()
    hasLooked = true
    if (recorder.lastReport() > lastLook) inVain = 0
    lastLook = began
    const found = await recorder.takeUnreported()
    inVain = found ? 0 : Math.min(inVain + 1, DOUBLINGS)
    nextLook = clock.now() + REST * (clock.now() - began) * 2 ** inVain
  }
  async function keepLooking(of: number): Promise<void> {
    if (of !== round) return
    if (isTime()) await look()
    clock.after(LOOK_AGAIN, () => void keepLooking(of))
  }
  return {
    begin() {
      hasLooked = false
      void keepLooking(++round)
    },
    stop() {
      round++
    },
  }
}
