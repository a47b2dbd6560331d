import { strToU8, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import type { Log } from '../../src/panel/state/log.ts'
import { readRecordings } from '../../src/panel/state/read-recordings.ts'
import { takeRecordings } from '../../src/panel/state/take-recordings.ts'
import { chromeEntry } from '../make-har.ts'

const harOf = (entries: readonly string[], creator = 'a'): string =>
  `{"log":{"version":"1.2","creator":{"name":"${creator}","version":"1"},"entries":[${entries}]}}`

const entry = JSON.stringify(chromeEntry({}))

async function taken(content: string | Uint8Array, stopAfter = Number.POSITIVE_INFINITY) {
  const logs: Log[] = []
  let told = 0
  const failure = await takeRecordings(
    { name: 'a.har', blob: new Blob([typeof content === 'string' ? content : new Uint8Array(content)]) },
    logs,
    readRecordings,
    { changed: () => void told++, isStopped: () => told >= stopAfter, onReading: () => undefined },
  )
  return { logs, failure, told }
}

test('a file of more requests than a call takes arguments is read whole, and shown while it is', async () => {
  const count = 130_000
  const { logs, failure, told } = await taken(harOf(Array<string>(count).fill(entry)))
  expect(failure).toBeNull()
  expect(logs).toHaveLength(1)
  expect(logs[0]?.entries).toHaveLength(count)
  expect(logs[0]?.raw.size).toBe(count)
  expect(logs[0]?.recording.creator).toBe('a 1')
  expect(told).toBeGreaterThan(100)
}, 60_000)

test('an archive gives a recording for each file', async () => {
  const { logs } = await taken(
    zipSync({ 'b.har': strToU8(harOf([entry], 'b')), 'c.har': strToU8(harOf([entry, entry], 'c')) }),
  )
  expect(logs.map(({ recording, entries }) => [recording.name, recording.file, entries.length])).toEqual([
    ['a.har/b.har', 0, 1],
    ['a.har/c.har', 1, 2],
  ])
  expect(logs[1]?.entries.map(({ file }) => file)).toEqual([1, 1])
})

test('pages that the file names last are known all the same', async () => {
  const withPage = JSON.stringify({ ...chromeEntry({}), pageref: 'p' })
  const har = `{"log":{"entries":[${Array<string>(150).fill(withPage)}],"pages":[{"id":"p","title":"https://app.test/"}]}}`
  const { logs } = await taken(har)
  expect(logs[0]?.entries).toHaveLength(150)
  expect(logs[0]?.raw.size).toBe(150)
  expect(logs[0]?.entries.every(({ page }) => page === 'https://app.test/')).toBe(true)
})

test('reading that is stopped keeps what was read, and says so', async () => {
  const { logs, failure } = await taken(harOf(Array<string>(5000).fill(entry)), 3)
  const count = logs[0]?.entries.length ?? 0
  expect(count).toBeGreaterThan(0)
  expect(count).toBeLessThan(5000)
  expect(failure).toBe(`Stopped: only the first ${count} requests of a.har are shown.`)
})

test.each([
  ['%PDF-1.7', 'a.har is a PDF, not a recording'],
  ['{"log":', 'a.har can’t be read: byte 7'],
  ['{"a":1}', 'a.har can’t be read: log: missing'],
  ['', 'a.har is an empty file'],
])('a wrong file is called what it is: %s', async (content, expected) => {
  const { logs, failure } = await taken(content)
  expect(failure).toContain(expected)
  expect(logs).toEqual([])
})
