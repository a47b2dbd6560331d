// @ts-expect-error a script of the bench, which has no types
import { addRow } from './rows.mjs'
import { within } from './within.ts'

/** Adds the row of how smoothly a list scrolls, given the times from frame to frame, in milliseconds. */
export function addScrollRow(name: string, frames: readonly number[]): void {
  const frame = within(frames, 0.95)
  addRow({
    what: `${name}: scrolling`,
    measured: `${frame.toFixed(0)} ms from frame to frame, in 95 of 100`,
    goal: '17 ms',
    met: frame < 17.5,
  })
}
