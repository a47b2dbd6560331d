import { describe, expect, test } from 'vitest'
import { engines } from '../../src/engines/index.ts'
import { webkitGtk } from '../../src/engines/webkit.ts'
import { type OracleCase, play, readOracleCases } from './oracle-case.ts'

const cases = readOracleCases('differing.ndjson')

/** What the rules of CORS do not decide, or decide in a way that no recording could show. */
const exceptions: readonly (readonly ['chromium' | 'webkit', RegExp, string])[] = [
  ['chromium', /\b407\b/, 'a proxy’s status from no proxy is a network error'],
  ['chromium', /^G two Locations/, 'two Location headers are a network error'],
  ['webkit', /^(MX|N https page to http)/, 'mixed content, which WebKitGTK sees in loopback addresses too'],
  [
    'webkit',
    /^(XC xhr|I xhr)/,
    'XMLHttpRequest rewrites the charset of Content-Type before anything is sent',
  ],
  [
    'webkit',
    /\+user:pw same-origin start/,
    'the preflight of the next hop comes before the refusal of its URL',
  ],
]

/** Requests of one kind in a row are one: the lab took no note of those to the page's own server. */
const collapse = (sent: readonly string[]): string =>
  sent
    .map((one) => one.replace('°', ''))
    .filter((one, i, all) => one !== all[i - 1])
    .join(' ')

describe.each([
  ['chromium', engines.chromium.implementation],
  ['webkit', webkitGtk.implementation],
] as const)('%s, in cases made to tell it from the other', (browser, implementation) => {
  const wrong = (oracle: OracleCase): readonly object[] => {
    const { outcome, sent } = play(oracle, implementation)
    const mine = {
      outcome: outcome.type === 'shared' || outcome.type === 'awaits' ? 'shared' : 'blocked',
      sent: collapse(sent),
    }
    const theirs = { outcome: oracle[browser].outcome, sent: collapse(oracle.requestsSent[browser]) }
    return JSON.stringify(mine) === JSON.stringify(theirs) ? [] : [{ id: oracle.id, mine, theirs }]
  }
  const isExcepted = ({ id }: OracleCase): boolean =>
    exceptions.some(([where, ids]) => where === browser && ids.test(id))

  test('outcome and requests are those of the browser', () => {
    const compared = cases.filter((oracle) => !isExcepted(oracle))
    expect(compared.flatMap(wrong)).toEqual([])
    expect(compared.length).toBeGreaterThan(260)
  })

  test('every exception is needed', () => {
    const idle = exceptions.filter(
      ([where, ids]) =>
        where === browser && !cases.some((oracle) => ids.test(oracle.id) && wrong(oracle).length > 0),
    )
    expect(idle).toEqual([])
  })
})
