import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { exchangesOf } from '../../src/evidence/exchanges-of.ts'
import { readHarText } from '../../src/har/read-har.ts'
import type { HarJson } from '../engines/har-json.ts'
import { judgeHar } from '../engines/judge.ts'

const textOf = (name: string): string =>
  readFileSync(new URL(`recordings/${name}.har`, import.meta.url), 'utf8')

/** Returns what is said of each exchange: its preflight and its actual request by index, and the verdict. */
function said(name: string, engine: 'chromium' | 'firefox', turned = false): readonly string[] {
  const har: HarJson = JSON.parse(textOf(name))
  const { entries } = har.log
  const last = entries.length - 1
  const judged = judgeHar(turned ? { log: { ...har.log, entries: entries.toReversed() } } : har, engine)
  const index = (at: number | null) => (at === null ? '-' : turned ? last - at : at)
  return judged
    .map(
      ({ entries: { actual, preflight }, verdict, codes }) =>
        `${index(preflight)}+${index(actual)} ${[verdict, ...codes.slice(0, 1)].join(' ')}`,
    )
    .sort()
}

const truths: readonly [string, 'chromium' | 'firefox', readonly string[]][] = [
  ['pairing-auth2', 'chromium', ['-+1 shared', '0+2 blocked HeaderDisallowedByPreflightResponse']],
  [
    'pairing-no-cors-steals-preflight',
    'chromium',
    ['-+2 not-cors', '0+1 blocked PreflightWildcardOriginNotAllowed'],
  ],
  ['pair-range', 'chromium', ['-+0 shared', '1+2 blocked HeaderDisallowedByPreflightResponse']],
  [
    'firefox-pair-cached-include',
    'firefox',
    ['-+2 shared', '1+0 shared', '4+3 blocked CORSNotSupportingCredentials'],
  ],
  [
    'repeat4-put-sequence',
    'chromium',
    [
      '-+2 shared',
      '-+3 shared',
      '-+4 shared',
      '1+0 shared',
      '6+5 blocked MethodDisallowedByPreflightResponse',
      '8+7 blocked MethodDisallowedByPreflightResponse',
      '9+10 blocked MethodDisallowedByPreflightResponse',
    ],
  ],
  ['preflight-overlaps-actual-firefox79', 'firefox', ['0+1 shared']],
  ['xhr-userinfo-preflight', 'chromium', ['1+0 blocked PreflightMissingAllowOriginHeader']],
]

describe('several requests to one URL', () => {
  it.each(truths)('%s: each preflight belongs to its own request', (name, engine, truth) =>
    expect(said(name, engine)).toEqual(truth),
  )

  it.each(truths)('%s: the order in the file decides nothing', (name, engine, truth) =>
    expect(said(name, engine, true)).toEqual(truth),
  )

  it.each(truths)('%s: an exchange has each entry once', (name) => {
    const { recording, entries } = readHarText(textOf(name), 0, name)
    const used = exchangesOf(recording, entries).flatMap(({ chain }) =>
      chain.flatMap(({ actual, preflight }) => [actual, preflight].filter((entry) => entry !== null)),
    )
    expect(used.map(({ index }) => index).toSorted((a, b) => a - b)).toEqual(entries.map((_, i) => i))
  })
})
