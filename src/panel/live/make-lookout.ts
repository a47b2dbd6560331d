import type { Clock } from '../state/inspected.ts'
import type { Recorder } from './recorder.ts'

/** How often DevTools may be asked for what it holds, in milliseconds. */
const LOOK_AGAIN = 2000

/** A load is over when nothing has been reported for so long. */
const QUIET = 1000

/** Some pages are never quiet: a short recording is read all the same after so long. */
const PATIENCE = 10_000

/** Reading takes the longer the longer the recording is: so many times as long nothing is read after that. */
const REST = 20

/** Where nothing happens, the rest doubles with each reading that found nothing, so many times at most. */
const DOUBLINGS = 4

/** Repeats taking in what DevTools holds and hasn't reported, when that is cheap. */
export interface Lookout {
  begin(): void
  stop(): void
}

/** Returns what takes in a page's unreported responses while it is on. */
export function makeLookout(recorder: Recorder, clock: Clock): Lookout {
  let round = 0
  let lastLook = Number.NEGATIVE_INFINITY
  let nextLook = 0
  let inVain = 0

  function isTime(): boolean {
    const now = clock.now()
    if (now < nextLook) return false
    return now - recorder.lastReport() >= QUIET || (now - lastLook >= PATIENCE && !recorder.isLong())
  }
  async function look(): Promise<void> {
    const began = clock.now()
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
    begin: () => void keepLooking(++round),
    stop() {
      round++
    },
  }
}
