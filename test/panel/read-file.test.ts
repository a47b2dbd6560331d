import { expect, test } from 'vitest'
import { systemClock } from '../../src/panel/state/inspected.ts'
import { readFile } from '../../src/panel/state/read-file.ts'
import { chromeEntry } from '../make-har.ts'

test('a file of more requests than a call takes arguments is read whole', async () => {
  const count = 130_000
  const entries = Array<string>(count).fill(JSON.stringify(chromeEntry({})))
  const har = `{"log":{"version":"1.2","creator":{"name":"a","version":"1"},"entries":[${entries}]}}`
  const log = await readFile(
    { name: 'a.har', bytes: async () => new TextEncoder().encode(har) },
    0,
    systemClock,
  )
  expect(log).not.toBeTypeOf('string')
  if (typeof log === 'string') return
  expect(log.entries).toHaveLength(count)
  expect(log.raw).toHaveLength(count)
  expect(log.changed).toBe(true)
}, 60_000)
