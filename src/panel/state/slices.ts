import { advance, type InSteps } from '../../internal.ts'
import type { Clock } from './inspected.ts'

/** Work in short slices, with pauses in which the page can do something else. */
export interface Slices {
  /** Reports whether it's time for a pause. */
  isOver(): boolean
  /** Resolves when the next slice begins. */
  next(): Promise<void>
  /** Does work in steps, and resolves to its result. */
  all<T>(work: InSteps<T>): Promise<T>
}

/** Returns slices of so many milliseconds, the first of which begins now. */
export function slicesOf(clock: Clock, length: number): Slices {
  let end = clock.now() + length
  const isOver = (): boolean => clock.now() >= end
  const next = async (): Promise<void> => {
    await pause(clock, 0)
    end = clock.now() + length
  }
  return {
    isOver,
    next,
    async all(work) {
      for (;;) {
        const done = advance(work, isOver)
        if (done !== null) return done.value
        await next()
      }
    },
  }
}

export const pause = (clock: Clock, milliseconds: number): Promise<void> =>
  new Promise((resolve) => clock.after(milliseconds, resolve))
