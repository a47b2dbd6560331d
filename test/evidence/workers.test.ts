import { expect, it } from 'vitest'
import { findWorkers } from '../../src/evidence/workers.ts'
import { PAGE } from '../fetch/records.ts'
import { entry } from './entry.ts'

const load = (started: number | null, destination: string, url = `${PAGE}/worker.js`) =>
  entry({ started, url, sent: [`Sec-Fetch-Dest: ${destination}`] })

it.each(['worker', 'sharedworker', 'serviceworker'])(
  'a %s may run from the load of its script on',
  (destination) => {
    const workers = findWorkers([load(1_000, destination)])
    expect(workers.possible(PAGE, 999)).toBe(false)
    expect(workers.possible(PAGE, 1_000)).toBe(true)
    expect(workers.possible(PAGE, null)).toBe(true)
    expect(workers.possible('https://other.example', 2_000)).toBe(false)
  },
)

it('it is gone after the next navigation of its origin, in whatever order the entries come', () => {
  const entries = [
    load(1_000, 'worker'),
    load(1_500, 'document', 'https://other.example/'),
    load(2_000, 'document', `${PAGE}/`),
  ]
  for (const list of [entries, entries.toReversed()]) {
    const workers = findWorkers(list)
    expect(workers.possible(PAGE, 1_999)).toBe(true)
    expect(workers.possible(PAGE, 2_000)).toBe(false)
  }
})

it('it is not gone for a navigation before its load', () => {
  const workers = findWorkers([load(500, 'document', `${PAGE}/`), load(1_000, 'worker')])
  expect(workers.possible(PAGE, 1_500)).toBe(true)
})

it('a script that is no worker makes none, nor does one without a time', () => {
  expect(findWorkers([load(1_000, 'script')]).possible(PAGE, 2_000)).toBe(false)
  expect(findWorkers([load(null, 'worker')]).possible(PAGE, 2_000)).toBe(false)
})
