import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { inOrder } from '../../src/causes/in-order.ts'
import { causes } from '../../src/causes/registry.ts'
import { type AnyRootCause, FAMILIES } from '../../src/causes/root-cause.ts'
import { rootCausesAmong, rootCausesOf } from '../../src/causes/root-causes-of.ts'
import { siblingsAmong } from '../../src/reading/siblings.ts'
import { failOnBug } from '../fail-on-bug.ts'
import { chromeEntry, chromePreflight, firefoxEntry, verdictsOf } from '../make-har.ts'

const ids = (some: readonly { readonly id: string }[]): readonly string[] => some.map(({ id }) => id)

/** The same causes in another order, a different one for each seed. */
function shuffled(seed: number): readonly AnyRootCause[] {
  let state = seed
  const drawn = causes.map((cause) => {
    state = (state * 48271) % 2147483647
    return { cause, state }
  })
  return drawn.sort((a, b) => a.state - b.state).map(({ cause }) => cause)
}

/** Recordings of which each fetch shows several causes. */
const recordings = [
  verdictsOf([chromeEntry({ status: 0, error: 'net::ERR_FAILED', url: 'https://10.0.0.1/' })]),
  verdictsOf([firefoxEntry({ status: 0, securityState: 'insecure' })], 'Firefox'),
  verdictsOf([
    chromePreflight({ status: 404, response: { Allow: 'GET' } }),
    chromeEntry({ method: 'PUT', status: 0, error: 'net::ERR_FAILED' }),
  ]),
  verdictsOf([
    chromeEntry({
      response: {
        'Access-Control-Allow-Origin': 'https://app.example',
        Server: 'nginx',
        ETag: '"65a1b2c3-1f4"',
        'Last-Modified': 'Fri, 12 Jan 2024 21:53:07 GMT',
      },
    }),
    chromeEntry({ at: 100, status: 502, error: 'net::ERR_FAILED', response: { Server: 'nginx' } }),
    chromeEntry({ at: 200, status: 401, error: 'net::ERR_FAILED', response: { Vary: 'Origin' } }),
  ]),
]

describe('the order in which causes are told', () => {
  test.each([1, 2, 3, 4, 5])('does not depend on the order of the registry (%i)', (seed) => {
    expect(ids(shuffled(seed))).not.toEqual(ids(causes))
    expect(ids(inOrder(shuffled(seed)))).toEqual(ids(inOrder(causes)))
    const found = rootCausesAmong(shuffled(seed))
    for (const verdicts of recordings)
      for (const verdict of verdicts)
        expect(found(verdict, siblingsAmong(verdicts), failOnBug)).toEqual(
          rootCausesOf(verdict, siblingsAmong(verdicts), failOnBug),
        )
  })

  test('tells several causes of these recordings, equally certain ones among them', () => {
    const told = recordings.map((verdicts) =>
      verdicts.flatMap((verdict) => rootCausesOf(verdict, siblingsAmong(verdicts), failOnBug)),
    )
    expect(ids(told[0] ?? [])).toEqual([
      'service-worker',
      'http-cache',
      'local-network-access',
      'browser-refused',
    ])
    expect(ids(told[1] ?? []).slice(0, 2)).toEqual(['name-not-resolved', 'connection-refused'])
    expect(ids(told[2] ?? [])).toEqual(['options-not-routed'])
    expect(ids(told[3] ?? [])).toEqual([
      'proxy-error',
      'nginx-without-always',
      'error-response-without-headers',
    ])
  })

  test('puts a cause after those that it names, and else goes by family and id', () => {
    const order: readonly string[] = ids(inOrder(causes))
    for (const { id, after = [] } of causes)
      for (const earlier of after) expect(order.indexOf(earlier)).toBeLessThan(order.indexOf(id))
    const plain = causes.filter(
      ({ after, id }) =>
        after === undefined && !causes.some((one) => one.after?.some((earlier) => earlier === id)),
    )
    const places = inOrder(plain).map(({ family }) => FAMILIES.indexOf(family))
    expect(places).toEqual(places.toSorted((a, b) => a - b))
  })
})

describe('rivals', () => {
  test('are causes of the registry, and others than the cause itself', () => {
    const known = ids(causes)
    for (const { id, yieldsTo = [], after = [] } of causes)
      for (const other of [...yieldsTo, ...after]) {
        expect(known).toContain(other)
        expect(other).not.toBe(id)
      }
  })

  test('never yield in a circle', () => {
    const yielding = causes.map(({ yieldsTo = [], ...cause }) => ({ ...cause, after: yieldsTo }))
    expect(inOrder(yielding)).toHaveLength(causes.length)
    const [first, second] = causes
    if (first === undefined || second === undefined) throw new Error('no causes')
    expect(() =>
      inOrder([
        { ...first, after: [second.id] },
        { ...second, after: [first.id] },
      ]),
    ).toThrow(`${first.id}, ${second.id}, ${first.id}`)
  })

  test('silence the one that yields to them', () => {
    const [verdict] = verdictsOf([chromeEntry({ status: 0, error: 'net::ERR_NAME_NOT_RESOLVED' })])
    const [shown] = causes.filter(({ id }) => id === 'name-not-resolved')
    if (verdict === undefined || shown === undefined) throw new Error('no such cause')
    const rival = { ...shown, id: 'rival', yieldsTo: ['name-not-resolved'] }
    expect(ids(rootCausesAmong([rival])(verdict, siblingsAmong([]), failOnBug))).toEqual(['rival'])
    expect(ids(rootCausesAmong([rival, shown])(verdict, siblingsAmong([]), failOnBug))).toEqual([
      'name-not-resolved',
    ])
  })

  test('of the last resort are told only where nothing else is more than a possibility', () => {
    const [verdict] = verdictsOf([chromeEntry({ status: 0, error: 'net::ERR_NAME_NOT_RESOLVED' })])
    const [shown] = causes.filter(({ id }) => id === 'name-not-resolved')
    if (verdict === undefined || shown === undefined) throw new Error('no such cause')
    const last = { ...shown, id: 'last', lastResort: true as const }
    const unsure = { ...shown, confidence: 'low' as const }
    expect(ids(rootCausesAmong([last, shown])(verdict, siblingsAmong([]), failOnBug))).toEqual([
      'name-not-resolved',
    ])
    expect(ids(rootCausesAmong([last, unsure])(verdict, siblingsAmong([]), failOnBug))).toContain('last')
  })
})

test('every cause lies in the folder of its family', () => {
  const folder = new URL('../../src/causes/', import.meta.url)
  const folders = readdirSync(folder, { withFileTypes: true }).filter((one) => one.isDirectory())
  expect(folders.map(({ name }) => name).sort()).toEqual([...FAMILIES].sort())
  for (const family of FAMILIES) {
    const files = readdirSync(new URL(`${family}/`, folder))
    const sources = files.map((file) => readFileSync(new URL(`${family}/${file}`, folder), 'utf8')).join('')
    const own = causes.filter((cause) => cause.family === family)
    expect(own.length).toBeGreaterThan(0)
    expect(ids(own).filter((id) => !sources.includes(`\n  id: '${id}'`))).toEqual([])
  }
})
