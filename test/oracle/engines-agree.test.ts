import { describe, expect, test } from 'vitest'
import type { Engine } from '../../src/engines/engine.ts'
import { engines } from '../../src/engines/index.ts'
import { webkitGtk } from '../../src/engines/webkit.ts'
import { asciiLower } from '../../src/fetch/header-list.ts'
import {
  corsExposedHeaderNames,
  isCorsSafelistedResponseHeaderName,
} from '../../src/fetch/response-headers.ts'
import { exceptions } from './exceptions.ts'
import { type OracleCase, play, readOracleCases } from './oracle-case.ts'

const cases = readOracleCases()
const played: Record<'chromium' | 'firefox' | 'webkit', Engine> = {
  chromium: engines.chromium,
  firefox: engines.firefox,
  webkit: webkitGtk,
}

describe.each(Object.entries(played))('%s, over %s generated cases', (name, engine) => {
  const browser = name as keyof typeof played
  const excepted = (oracle: OracleCase) =>
    exceptions.some((e) => e.browser === browser && e.except === 'everything' && e.cases(oracle))
  const compared = cases.filter((oracle) => oracle[browser] !== undefined && !excepted(oracle))

  test('the outcome and the engine’s own code are those that the browser gave', () => {
    const wrong = compared.flatMap((oracle) => {
      const { outcome } = play(oracle, engine.implementation)
      const mine = {
        outcome: outcome.type === 'shared' ? 'shared' : 'blocked',
        code: outcome.type === 'blocked' ? engine.code(outcome.failure) : null,
      }
      const theirs = verdictOf(oracle, browser)
      // An element may refuse what CORS lets through (not an image, a 404 script): only its CORS verdict counts.
      if (oracle.via.includes('[') && mine.outcome === 'shared' && theirs.code === null) return []
      if (mine.outcome === theirs.outcome && (mine.code === theirs.code || outcome.type !== 'blocked'))
        return []
      return [{ id: oracle.id, mine, theirs }]
    })
    expect(wrong).toEqual([])
    expect(compared.length).toBeGreaterThan(1900)
  })
})

// The Firefox of that recording kept no list of what it sent.
test.each(['chromium', 'webkit'] as const)(
  '%s sends the preflights and requests that we say it sends',
  (browser) => {
    const wrong = cases.flatMap((oracle) => {
      if (exceptions.some((one) => one.browser === browser && one.cases(oracle))) return []
      const mine = collapse(play(oracle, played[browser].implementation).sent)
      const theirs = collapse(oracle.requestsSent[browser])
      return mine === theirs ? [] : [{ id: oracle.id, mine, theirs }]
    })
    expect(wrong).toEqual([])
  },
)

test('script reads exactly the response headers that Chromium let it read', () => {
  const wrong = cases.flatMap((oracle) => {
    const { outcome } = play(oracle, engines.chromium.implementation)
    if (outcome.type !== 'shared' || outcome.tainting !== 'cors' || oracle.chromium.exposed === undefined)
      return []
    const exposed = corsExposedHeaderNames(outcome.request, outcome.response)
    const mine = ['X-Total-Count', 'ETag'].filter((name) => isCorsSafelistedResponseHeaderName(name, exposed))
    const theirs = oracle.chromium.exposed.filter((name) => /^(x-total-count|etag)$/i.test(name))
    return String(mine.map(asciiLower)) === String(theirs.map(asciiLower))
      ? []
      : [{ id: oracle.id, mine, theirs }]
  })
  expect(wrong).toEqual([])
})

function verdictOf(oracle: OracleCase, browser: keyof typeof played) {
  if (browser === 'chromium') return oracle.chromium
  const { outcome, category } = oracle[browser] ?? { outcome: '', category: null }
  return { outcome, code: category === null || isNetwork(category) ? null : category.replace(/\d$/, '') }
}

/** What an engine says where no CORS rule failed. */
const isNetwork = (category: string): boolean => /^WK_(Preflight)?Network$/.test(category)

/** Browsers retry a dropped connection; repeats are one request. */
const collapse = (sent: readonly string[]): string => sent.filter((one, i) => one !== sent[i - 1]).join(' ')
