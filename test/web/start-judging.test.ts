import { readFileSync } from 'node:fs'
import { afterEach, expect, it, vi } from 'vitest'
import { makeWebSession } from '../../src/web/judging/make-web-session.ts'
import type { Asked, Told } from '../../src/web/judging/messages.ts'
import { startJudging } from '../../src/web/judging/start-judging.ts'

afterEach(() => vi.unstubAllGlobals())

/** A worker that tells what is given instead of reading. */
function stubWorker(answers: (reading: number) => readonly Told[]): { ended: boolean } {
  const seen = { ended: false }
  class FakeWorker {
    onmessage: ((event: { data: Told }) => void) | null = null
    postMessage(asked: Asked): void {
      if (asked.type !== 'read') return
      for (const data of answers(asked.reading)) setTimeout(() => this.onmessage?.({ data }), 0)
    }
    terminate(): void {
      seen.ended = true
    }
  }
  vi.stubGlobal('Worker', FakeWorker)
  vi.stubGlobal('document', { getElementById: () => ({ textContent: 'the code' }) })
  return seen
}

const sample = { name: 'a.har', blob: new Blob([readFileSync('src/cli/sample.har', 'utf8')]) }
const unreadable = (reading: number): Told => ({
  type: 'unreadable',
  reading,
  message: 'NotReadableError: The I/O read operation failed.',
})

it('reads files in the page if its worker is not allowed to, as in WebKit for a page from disk', async () => {
  const worker = stubWorker((reading) => [unreadable(reading)])
  const session = makeWebSession(null, startJudging)
  await session.readFiles([sample])
  expect(session.store.get().diagnoses.length).toBeGreaterThan(10)
  expect(worker.ended).toBe(true)
})

it('says why a file cannot be read once there are rows of another one', async () => {
  stubWorker((reading) => [{ type: 'rows', rows: [], abouts: [] }, unreadable(reading)])
  const session = makeWebSession(null, startJudging)
  await session.readFiles([sample])
  expect(session.store.get().diagnoses).toEqual([])
  expect(JSON.stringify(session.store.get())).toContain('NotReadableError')
})
