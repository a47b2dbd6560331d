import { expect, test } from 'vitest'
import type { Bug } from '../../src/bug.ts'
import { causes } from '../../src/causes/registry.ts'
import { rootCausesOf } from '../../src/causes/root-causes-of.ts'
import { cautionsFor } from '../../src/cautions/index.ts'
import { type Siblings, siblingsAmong } from '../../src/reading/siblings.ts'
import type { Text } from '../../src/text/text.ts'
import { failOnBug } from '../fail-on-bug.ts'
import { chromeEntry, chromePreflight, verdictsOf } from '../make-har.ts'
import { testRegistry } from '../test-registry.ts'

const plain = (text: Text): string =>
  text.map((part) => (typeof part === 'string' ? part : 'code' in part ? part.code : part.text)).join('')

testRegistry(
  'causes',
  causes.map(({ id }) => id),
)

/** Recordings that between them show many causes and cautions. */
const recordings: readonly (readonly object[])[] = [
  ...['NAME_NOT_RESOLVED', 'EMPTY_RESPONSE', 'CERT_DATE_INVALID', 'ABORTED', 'UNSAFE_PORT', 'FAILED'].map(
    (error) => [chromeEntry({ status: 0, error: `net::ERR_${error}` })],
  ),
  ...[200, 301, 401, 403, 404, 429, 502].map((status) => [
    chromePreflight({
      status,
      response: { Location: 'https://api.test/items/', Allow: 'GET', Vary: 'Origin' },
    }),
    chromeEntry({ method: 'PUT', status: 0, error: 'net::ERR_FAILED' }),
  ]),
  [
    chromeEntry({
      response: {
        'Access-Control-Allow-Origin': 'https://app.example',
        'Access-Control-Max-Age': '5',
        'X-Total-Count': '1',
        'X-Page': '1',
        Link: '</items?page=2>',
        ETag: '1',
      },
    }),
  ],
]

test('every summary is a line, every detail a text, every place an entry', () => {
  const said = recordings.flatMap((entries) => {
    const verdicts = verdictsOf(entries)
    return verdicts.flatMap((verdict) => [
      ...rootCausesOf(verdict, siblingsAmong(verdicts), failOnBug),
      ...cautionsFor(verdict, siblingsAmong(verdicts), failOnBug),
    ])
  })
  expect(said.length).toBeGreaterThan(15)
  for (const { summary, detail, evidence } of said) {
    expect(plain(summary).length).toBeLessThanOrEqual(110)
    expect(plain(summary)).toMatch(/^\S.*\.$/)
    expect(plain(detail)).toMatch(/^\S[\s\S]*[.)]$/)
    expect(plain(detail)).not.toMatch(/ {2}|undefined|\[object/)
    expect(evidence.length).toBeGreaterThan(0)
  }
})

test('the most certain cause comes first', () => {
  const [verdict] = verdictsOf([
    chromeEntry({ status: 0, error: 'net::ERR_FAILED', method: 'PUT', url: 'https://10.0.0.1/' }),
  ])
  const ranks = { high: 0, medium: 1, low: 2 }
  const found = verdict === undefined ? [] : rootCausesOf(verdict, siblingsAmong([]), failOnBug)
  const order = found.map(({ confidence }) => ranks[confidence])
  expect(order).toEqual([...order].sort())
  expect(order.length).toBeGreaterThan(1)
})

test('what throws is passed over and reported, and the others still speak', () => {
  const bugs: Bug[] = []
  const report = (bug: Bug): void => void bugs.push(bug)
  const [verdict] = verdictsOf([chromeEntry({ status: 0, error: 'net::ERR_FAILED' })])
  if (verdict === undefined) throw new Error('no fetch')
  const broken: Siblings = {
    read: () => {
      throw new Error('broken')
    },
  }
  expect(rootCausesOf(verdict, broken, report).map(({ id }) => id)).toContain('http-cache')
  expect(bugs).toEqual([{ where: 'root cause', id: 'service-worker', message: 'broken' }])
})
