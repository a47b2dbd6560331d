import { describeRecording } from '../../src/internal.ts'
import { makeRecorder } from '../../src/panel/live/recorder.ts'
import { emptyLog } from '../../src/panel/state/log.ts'
import type { EntryDescription } from '../make-har.ts'
import { fakeClock, fakeInspected } from './fake-inspected.ts'

const creator = { name: 'WebInspector', version: '' }

/** Returns a recorder on a made-up page, with what it records and whom it tells. */
export function record() {
  const inspected = fakeInspected()
  const clock = fakeClock()
  const log = emptyLog(describeRecording({ creator, browser: undefined }, [], 0, 'live'))
  const changes: number[] = []
  const recorder = makeRecorder(inspected, log, clock, {
    onChange: (waiting) => changes.push(waiting),
    onNavigated: () => {},
  })
  const statuses = () => log.entries.map(({ response }) => response.status)
  return { inspected, clock, log, recorder, changes, statuses }
}

/** What Chromium first says of a request that it blocked. */
export const failed: EntryDescription = { url: 'https://api.test/x', status: 0, error: 'net::ERR_FAILED' }

/** What it says of it later. */
export const blocked: EntryDescription = { ...failed, status: 200 }
