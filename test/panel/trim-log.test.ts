import { describe, expect, it } from 'vitest'
import { atOnce } from '../../src/internal.ts'
import { addEntry, emptyLog, type Log } from '../../src/panel/state/log.ts'
import { keyOf } from '../../src/panel/state/selection.ts'
import { trimInSteps } from '../../src/panel/state/trim-log.ts'
import { countShown } from '../../src/panel/state/verdict-kind.ts'
import { diagnosesOf } from '../diagnoses-of.ts'
import { chromeEntry, chromePreflight } from '../make-har.ts'
import { diagnosed, indexOf, options } from './panel-diagnoses.ts'

const failed = { error: 'net::ERR_FAILED' }

function logOf(entries: readonly object[]): Log {
  const { recording } = diagnosed(entries)
  const log = emptyLog(recording)
  for (const entry of entries) addEntry(log, entry)
  log.diagnoses = diagnosesOf(recording, log.entries, options)
  return log
}

const polled = Array.from({ length: 60 }, (_, n) =>
  chromeEntry({ at: 10 + n, url: `https://poll.test/stock?n=${n}`, ...failed }),
)
const once = chromeEntry({ at: 1, url: 'https://once.test/x', ...failed })

const trimLog = (log: Log, keep: number): void => atOnce(trimInSteps(log, keep))

describe('a log that holds more than it may', () => {
  it('loses its oldest requests, but for the last one of each problem', () => {
    const log = logOf([once, ...polled])
    const keys = new Set(log.diagnoses.map(keyOf))
    trimLog(log, 20)
    expect(log.entries).toHaveLength(20)
    expect(new Set(log.diagnoses.map(keyOf))).toEqual(keys)
    const urls = log.diagnoses.map(({ verdict }) => verdict.exchange.url)
    expect(urls.slice(0, 2)).toEqual(['https://once.test/x', 'https://poll.test/stock?n=41'])
    expect(log.raw.size).toBe(20)
  })

  it('still counts them', () => {
    const log = logOf([once, ...polled])
    trimLog(log, 20)
    expect([...log.removed.values()]).toEqual([{ kind: 'blocked', count: 41 }])
    expect(countShown(indexOf(log.diagnoses).kinds, log.removed)).toEqual(
      countShown(indexOf(logOf([once, ...polled]).diagnoses).kinds),
    )
    // Again, as more come.
    for (const entry of polled.slice(0, 30)) addEntry(log, entry)
    log.diagnoses = diagnosesOf(log.recording, log.entries, options)
    trimLog(log, 20)
    expect(countShown(indexOf(log.diagnoses).kinds, log.removed).blocked).toBe(91)
  })

  it('loses none for requests that nobody has judged yet', () => {
    const log = logOf([once, ...polled])
    for (const entry of polled) addEntry(log, entry)
    trimLog(log, 60)
    expect(log.diagnoses).toHaveLength(61)
    expect(log.removed.size).toBe(0)
  })

  it('holds no more problems than requests, and counts what is gone with them by kind', () => {
    const each = Array.from({ length: 60 }, (_, n) =>
      chromeEntry({ at: n, url: `https://api${n}.test/`, ...failed }),
    )
    const log = logOf(each)
    trimLog(log, 20)
    expect(log.diagnoses.length).toBeLessThanOrEqual(22)
    expect([...log.removed]).toEqual([
      ['gone blocked', { kind: 'blocked', count: 60 - log.diagnoses.length }],
    ])
    expect(countShown(indexOf(log.diagnoses).kinds, log.removed).blocked).toBe(60)
    const [oldest] = log.diagnoses
    expect(oldest?.verdict.exchange.url).toBe(`https://api${60 - log.diagnoses.length}.test/`)
  })

  it('is left alone up to a tenth more', () => {
    const log = logOf([once, ...polled])
    trimLog(log, 56)
    expect(log.entries).toHaveLength(61)
    expect(log.removed.size).toBe(0)
  })

  it('keeps what is still awaited, and a preflight that a later request rests on', () => {
    const allowed = {
      'Access-Control-Allow-Origin': 'https://app.example',
      'Access-Control-Allow-Methods': 'PUT',
    }
    const cached = { ...allowed, 'Access-Control-Max-Age': '600' }
    const put = { url: 'https://put.test/x', method: 'PUT', response: allowed }
    const log = logOf([
      chromePreflight({ at: 0, ...put, response: cached }),
      chromeEntry({ at: 1, ...put }),
      ...polled,
      chromeEntry({ at: 90, ...put }),
      chromeEntry({ at: 91, url: 'https://put.test/y', ...failed }),
    ])
    const [, , waiting] = log.entries
    if (waiting !== undefined) log.awaited.add(waiting)
    trimLog(log, 10)
    expect(log.entries).toContain(waiting)
    expect(log.entries.some(({ request }) => request.method === 'OPTIONS')).toBe(true)
  })
})
