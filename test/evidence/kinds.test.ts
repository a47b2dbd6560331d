import { describe, expect, it } from 'vitest'
import { diagnose } from '../../src/diagnose.ts'
import { type Exchange, plainExchange } from '../../src/evidence/exchange.ts'
import { exchangesInSteps } from '../../src/evidence/exchanges-of.ts'
import { type Kinds, makeKinds } from '../../src/evidence/kinds.ts'
import { noPageReport } from '../../src/evidence/page-report.ts'
import type { HeaderList } from '../../src/fetch/header-list.ts'
import type { HarEntry, Recording } from '../../src/har/har-entry.ts'
import { atOnce } from '../../src/in-steps.ts'
import { judge } from '../../src/verdict/judge.ts'
import type { Verdict } from '../../src/verdict/verdict.ts'
import { readRecording, recordingPaths } from '../repository-recordings.ts'

const options = { engine: null, show: (value: string) => value }
const none: Kinds = { of: () => null }
const exchangesWith = (kinds: Kinds, recording: Recording, entries: readonly HarEntry[]) =>
  atOnce(exchangesInSteps(recording, entries, noPageReport, { byEntry: null, kinds }))

/** The same requests once more, an hour later: to other paths, and with other values where each response has its own. */
const again = (entries: readonly HarEntry[], recording: Recording): readonly HarEntry[] => [
  ...entries,
  ...entries.map((entry) => ({
    ...entry,
    file: recording.file,
    index: entry.index + entries.length,
    started: entry.started === null ? null : entry.started + 3_600_000,
    request: { ...entry.request, url: entry.request.url.replace(/(^https?:\/\/[^/?#]+)\//, '$1/again/') },
    response: { ...entry.response, headers: entry.response.headers.map(withOtherValue) },
  })),
]

const withOtherValue = (header: HeaderList[number]): HeaderList[number] =>
  /^(date|age|etag|x-request-id|content-length)$/i.test(header.name) ? { ...header, value: '7' } : header

function told(one: Exchange): string {
  const { recording: _, chain, ...exchange } = plainExchange(one)
  return JSON.stringify([chain.map(({ actual, preflight }) => [actual?.index, preflight?.index]), exchange])
}

const outcome = (verdict: Verdict): unknown => [
  verdict.type,
  'how' in verdict ? verdict.how : null,
  'why' in verdict ? verdict.why : null,
  'missing' in verdict ? verdict.missing : null,
]

let reused = 0

describe('what is found out about a fetch once holds for its kind', () => {
  it('has recordings to read', () => expect(recordingPaths.length).toBeGreaterThan(50))

  it.each(recordingPaths)('in %s', (path) => {
    const { recording, entries: recorded } = readRecording(path)
    const entries = again(recorded, recording)
    const fresh = exchangesWith(none, recording, entries)
    const known = exchangesWith(makeKinds(), recording, entries)
    expect(known.map(told)).toEqual(fresh.map(told))
    const kinds = known.flatMap(({ kind = null }) => (kind === null ? [] : [kind]))
    reused += kinds.length - new Set(kinds).size
    const verdicts = diagnose(recording, entries, options).map(({ verdict }) => verdict)
    expect(verdicts.map(outcome)).toEqual(fresh.map((exchange) => outcome(judge(exchange, options))))
  })

  it('has fetches of one kind', () => expect(reused).toBeGreaterThan(3000))
})
