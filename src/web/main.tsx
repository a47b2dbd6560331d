import { render } from 'preact'
import { makeSession } from '../panel/make-session.ts'
import { systemClock } from '../panel/state/inspected.ts'
import { readInWorker } from './read-in-worker.ts'
import { Site } from './Site.tsx'

const root = document.getElementById('root')
const sample = (): string => document.getElementById('sample')?.textContent ?? ''
if (root !== null) {
  const session = makeSession(null, systemClock, sample, null, readInWorker)
  render(<Site session={session} />, root)
}
