import { expect, it } from 'vitest'
import { exchangesInSteps } from '../../src/evidence/exchanges-of.ts'
import { makeKinds } from '../../src/evidence/kinds.ts'
import type { TrialSpan } from '../../src/evidence/page-report.ts'
import { readHarText } from '../../src/har/read-har.ts'
import { atOnce } from '../../src/in-steps.ts'
import { chromeEntry, chromePreflight, firefoxEntry, firefoxPreflight, harText } from '../make-har.ts'

const url = 'https://api.test/items'
const PAGE = 'https://app.example'

/** How many entries each fetch has: of a PUT that a trial let through, recorded with the headers that the server sent. */
const paired = (creator: string, trials: readonly TrialSpan[]): readonly number[] => {
  const isFirefox = creator === 'Firefox'
  const [preflight, actual] = isFirefox ? [firefoxPreflight, firefoxEntry] : [chromePreflight, chromeEntry]
  const entries = [
    preflight({ at: 1, url, method: 'PUT', page: PAGE }),
    actual({ at: 3, url, method: 'PUT', page: PAGE }),
  ]
  const read = readHarText(harText(entries, creator), 0, 'x.har')
  const report = { calls: [], outcomes: [], trials }
  const exchanges = atOnce(
    exchangesInSteps(read.recording, read.entries, report, { byEntry: null, kinds: makeKinds() }),
  )
  return exchanges.map(
    ({ chain: [{ actual, preflight }] }) => [actual, preflight].filter((one) => one !== null).length,
  )
}

const trial = { target: 'https://api.test', origin: PAGE, from: 0, until: null }

it.each(['Firefox', 'WebInspector'])(
  'a preflight that a trial let pass belongs to its request: %s',
  (creator) => expect(paired(creator, [trial])).toEqual([2]),
)

it('without a trial, Firefox has sent no request after a refused preflight', () => {
  expect(paired('Firefox', [])).toEqual([1, 1])
  expect(paired('Firefox', [{ ...trial, target: 'https://other.test' }])).toEqual([1, 1])
  expect(paired('Firefox', [{ ...trial, origin: 'https://another.example' }])).toEqual([1, 1])
  expect(paired('Firefox', [{ ...trial, until: 1 }])).toEqual([1, 1])
})
