import { describe, expect, it } from 'vitest'
import { differencesOf, KINDS_OF_DIFFERENCES } from '../../src/explain/differences.ts'
import { problemLine } from '../../src/explain/problem-line.ts'
import type { Problem } from '../../src/explain/problems.ts'
import { problemsOf } from '../../src/explain/problems.ts'
import { tellProblemsApart } from '../../src/explain/tell-problems-apart.ts'
import { plain, redacting, type Text } from '../../src/internal.ts'
import { tellApart } from '../../src/text/tell-apart.ts'
import { diagnosesOf } from '../diagnoses-of.ts'
import { chromeEntry } from '../make-har.ts'
import { diagnosed, options } from '../panel/panel-diagnoses.ts'
import { readRecording, recordingPaths } from '../repository-recordings.ts'

const failed = { error: 'net::ERR_FAILED' }
const linesOf = (entries: readonly object[]) => {
  const problems = problemsOf(diagnosed(entries).diagnoses)
  const differ = tellProblemsApart(problems, redacting)
  const words = (text: Parameters<typeof plain>[0]) => plain(text, redacting.value).replaceAll('`', '')
  return problems.map((problem) => [words(problemLine(problem).reason), words(differ.get(problem) ?? [])])
}

describe('the reason in a list', () => {
  it.each([
    ['net::ERR_NAME_NOT_RESOLVED', 'name not resolved'],
    ['net::ERR_CONNECTION_REFUSED', 'connection refused'],
    ['net::ERR_EMPTY_RESPONSE', 'connection closed without a response'],
    ['net::ERR_CONNECTION_TIMED_OUT', 'timed out'],
    ['net::ERR_CERT_AUTHORITY_INVALID', 'certificate not accepted'],
    ['net::ERR_SSL_PROTOCOL_ERROR', 'TLS connection failed'],
    ['net::ERR_INTERNET_DISCONNECTED', 'browser was offline'],
    ['net::ERR_PROXY_CONNECTION_FAILED', 'proxy not reached'],
    ['net::ERR_BLOCKED_BY_CLIENT', 'blocked by a browser extension'],
    ['net::ERR_ABORTED', 'aborted'],
    ['net::ERR_UNSAFE_PORT', 'browsers refuse port 6000'],
    ['net::ERR_BLOCKED_BY_LOCAL_NETWORK_ACCESS_CHECKS', 'blocked by Local Network Access'],
    ['net::ERR_NEVER_HEARD_OF', 'failed with net::ERR_NEVER_HEARD_OF'],
  ])('is a few words where the browser names it: %s', (error, expected) => {
    expect(linesOf([chromeEntry({ url: 'https://api.test:6000/x', status: 0, error })])).toEqual([
      [expected, ''],
    ])
  })

  it('says that nothing was recorded where nothing was', () => {
    const [line] = linesOf([chromeEntry({ url: 'https://api.test/x', status: 0, ...failed })])
    expect(line).toEqual(['failed, reason not recorded', ''])
  })
})

/** Without those of the engines, but for the one with the most problems. */
const SOME = recordingPaths.filter((path) => !/oracle/.test(path) || /chromium-generated-live/.test(path))

describe('lines that read the same', () => {
  const problemsIn = (path: string) => {
    const { recording, entries } = readRecording(path)
    return problemsOf(diagnosesOf(recording, entries, options))
  }
  const lineOf = (problem: Problem, differ: ReadonlyMap<Problem, Text>): string => {
    const { method, url, reason } = problemLine(problem)
    const where = redacting.url(url).replace(/^[a-z]+:\/\/|[?#].*$/g, '')
    return [
      method,
      where,
      ...[reason, differ.get(problem) ?? []].map((words) => plain(words, redacting.value)),
    ].join(' ')
  }

  it('say what differs in every recording of the tests, if anything does that can be said', () => {
    let told = 0
    for (const path of SOME) {
      const problems = problemsIn(path)
      const differ = tellProblemsApart(problems, redacting)
      told += differ.size
      const all = new Map<string, Problem[]>()
      for (const problem of problems) {
        const line = lineOf(problem, differ)
        all.set(line, [...(all.get(line) ?? []), problem])
      }
      for (const same of all.values()) {
        const said = same.map(({ example }) =>
          differencesOf(example).map((words) => plain(words, redacting.value)),
        )
        expect(new Set(said.map((words) => words.join('\n'))).size, path).toBe(1)
      }
    }
    expect(told).toBeGreaterThan(20)
  })

  it.each([
    ['a b', [0]],
    ['ax ay', [1]],
    // As few words as possible, and none that distinguish nothing more.
    ['a-x amx b-y', [0, 1]],
    ['ax bx cy', [0]],
    ['a a', []],
    ['a', []],
  ])('take the kinds of words that tell them apart: %s', (lines, kinds) => {
    expect(tellApart(lines.split(' '), 3, (line, kind) => line.charAt(kind))).toEqual(kinds)
  })

  it('are compared no further than needed', () => {
    const read: number[] = []
    tellApart(['ax', 'bx'], 2, (line, kind) => {
      read.push(kind)
      return line.charAt(kind)
    })
    expect(read).toEqual([0, 0])
  })

  it('have as many kinds of words as there are', () => {
    for (const one of diagnosed([chromeEntry({}), chromeEntry({ ...failed })]).diagnoses)
      expect(differencesOf(one)).toHaveLength(KINDS_OF_DIFFERENCES)
  })
})
