// @ts-expect-error a script of the bench, which has no types
import { addRow } from './rows.mjs'

/** Adds the row of how long a key in the filter takes until its rows are drawn, given the times of several, in milliseconds. */
export function addKeyRow(name: string, times: readonly number[]): void {
  const slowest = Math.max(...times)
  addRow({
    what: `${name}: a key in the filter`,
    measured: `${slowest.toFixed(0)} ms`,
    goal: '50 ms',
    met: slowest <= 50,
  })
}
