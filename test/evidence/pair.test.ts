import { describe, expect, it } from 'vitest'
import { pair } from '../../src/evidence/pair.ts'
import type { HarEntry, Recording } from '../../src/har/har-entry.ts'
import { API, CDN, PAGE } from '../fetch/records.ts'
import { chrome, entry, firefox, type Given, preflight, proxy } from './entry.ts'

/** Returns the chains as indexes, "preflight+actual" per hop, a dash for what is not there. */
const chainsOf = (entries: readonly HarEntry[], recording: Recording = chrome): readonly string[] =>
  pair(entries, recording).map((chain) =>
    chain.map(({ actual, preflight: asked }) => `${asked?.index ?? '-'}+${actual?.index ?? '-'}`).join(' > '),
  )
const put = (given: Given = {}): HarEntry => entry({ method: 'PUT', ...given })
const toCdn = { status: 307, received: [`Location: ${CDN}`], vendor: { error: null } }
const blocked = { status: 0, vendor: { error: 'net::ERR_FAILED' } }

describe('a preflight and its actual request', () => {
  it('belong together where a browser opened the actual request first', () =>
    expect(
      chainsOf([put({ index: 0, started: 1_000, time: 60 }), preflight('PUT', { index: 1, started: 1_010 })]),
    ).toEqual(['1+0']))

  it('belong together where a proxy saw the actual request after the answer to the preflight', () => {
    const entries = [
      preflight('PUT', { index: 0, started: 1_000, time: 10 }),
      put({ index: 1, started: 1_015 }),
    ]
    expect(chainsOf(entries, proxy)).toEqual(['0+1'])
  })

  it.each<[string, HarEntry, HarEntry]>([
    ['another URL', preflight('PUT', { index: 1, url: `${API}?a` }), put()],
    ['another method', preflight('PATCH', { index: 1 }), put()],
    [
      'another origin',
      preflight('PUT', {
        index: 1,
        sent: ['Origin: https://b.example', 'Access-Control-Request-Method: PUT'],
      }),
      put(),
    ],
    ['a header that the actual request does not have', preflight('PUT', { index: 1, names: 'x-a' }), put()],
    ['a minute between them', preflight('PUT', { index: 1, started: 61_000 }), put()],
    [
      'two seconds after a request that took five milliseconds',
      preflight('PUT', { index: 1, started: 2_900 }),
      put({ started: 800, time: 5 }),
    ],
  ])('do not belong together with %s', (_, asked, actual) =>
    expect([...chainsOf([asked, actual])].sort()).toEqual(['-+0', '1+-']),
  )

  it('belong together whatever the fragment', () =>
    expect(chainsOf([put({ index: 0, url: `${API}#top` }), preflight('PUT', { index: 1 })])).toEqual(['1+0']))

  it('belong together where only the actual request’s own headers were withheld', () => {
    const withheld = put({ request: { onTheWire: false } })
    expect(chainsOf([withheld, preflight('PUT', { index: 1, names: 'authorization,x-a' })])).toEqual(['1+0'])
    const wire = put({ sent: [`Origin: ${PAGE}`] })
    expect(chainsOf([wire, preflight('PUT', { index: 1, names: 'authorization' })])).toEqual(['1+0'])
  })

  it('belong together without any times', () =>
    expect(chainsOf([put({ started: null }), preflight('PUT', { index: 1, started: null })])).toEqual([
      '1+0',
    ]))

  it('stay alone where the other was cached, needless, or never sent', () => {
    expect(chainsOf([put()])).toEqual(['-+0'])
    expect(chainsOf([preflight('PUT')], firefox)).toEqual(['0+-'])
  })

  it('are told from an OPTIONS that script sent', () => {
    const options = entry({ index: 0, method: 'OPTIONS' })
    expect(chainsOf([options, preflight('OPTIONS', { index: 1, started: 1_002 })])).toEqual(['1+0'])
  })
})

describe('several candidates', () => {
  it('a refused preflight goes with the request that was not sent, a passed one with the one that was', () => {
    const entries = [
      put({ index: 0, started: 1_000, ...blocked }),
      put({ index: 1, started: 1_001 }),
      preflight('PUT', { index: 2, started: 1_001.4 }),
      preflight('PUT', { index: 3, started: 1_001, status: 403 }),
    ]
    expect(chainsOf(entries)).toEqual(['3+0', '2+1'])
  })

  it('the nearest in time go together', () => {
    const entries = [
      put({ index: 0, started: 1_000 }),
      put({ index: 1, started: 1_500 }),
      preflight('PUT', { index: 2, started: 1_502 }),
      preflight('PUT', { index: 3, started: 1_001 }),
    ]
    expect(chainsOf(entries)).toEqual(['3+0', '2+1'])
  })

  it('retries each have a preflight of their own', () => {
    const tries = [0, 1, 2].flatMap((n) => [
      put({ index: 2 * n, started: 1_000 + 3_000 * n, ...blocked }),
      preflight('PUT', { index: 2 * n + 1, started: 1_003 + 3_000 * n, status: 500 }),
    ])
    expect(chainsOf(tries)).toEqual(['1+0', '3+2', '5+4'])
  })

  it('only the first of several requests has a preflight where it was cached for the others', () => {
    const actuals = [0, 1, 2].map((n) => put({ index: n, started: 1_000 + 100 * n, time: 50 }))
    expect(chainsOf([...actuals, preflight('PUT', { index: 9, started: 1_004 })])).toEqual([
      '9+0',
      '-+1',
      '-+2',
    ])
  })

  it('fifty equal requests at once have one each, none twice', () => {
    const many = Array.from({ length: 50 }, (_, n) => [
      put({ index: 2 * n, started: 1_000, time: 80 }),
      preflight('PUT', { index: 2 * n + 1, started: 1_002 }),
    ]).flat()
    const chains = pair(many, chrome)
    expect(chains).toHaveLength(50)
    expect(chains.every(([hop]) => hop.actual !== null && hop.preflight !== null)).toBe(true)
    expect(new Set(chains.map(([hop]) => hop.preflight)).size).toBe(50)
  })
})

describe('redirects', () => {
  it('join the hops of one fetch', () => {
    const entries = [
      entry({ index: 0, started: 1_000, ...toCdn }),
      entry({
        index: 1,
        started: 1_011,
        url: CDN,
        status: 302,
        received: ['Location: /2'],
        vendor: { error: null },
      }),
      entry({ index: 2, started: 1_022, url: 'https://cdn.example/2' }),
    ]
    expect(chainsOf(entries)).toEqual(['-+0 > -+1 > -+2'])
  })

  it('take the preflight of each hop along', () => {
    const entries = [
      put({ index: 0, started: 1_000, ...toCdn }),
      preflight('PUT', { index: 1, started: 1_001 }),
      put({ index: 2, started: 1_012, url: CDN, sent: ['Origin: null'] }),
      preflight('PUT', {
        index: 3,
        started: 1_013,
        url: CDN,
        sent: ['Origin: null', 'Access-Control-Request-Method: PUT'],
      }),
    ]
    expect(chainsOf(entries)).toEqual(['1+0 > 3+2'])
  })

  it('take a failed preflight along whose actual request was never reported', () => {
    const entries = [
      put({ index: 0, started: 1_000, status: 307, received: [`Location: ${CDN}`] }),
      preflight('PUT', { index: 1, started: 1_001 }),
      preflight('PUT', { index: 2, started: 1_020, url: CDN, status: 403 }),
    ]
    expect(chainsOf(entries, firefox)).toEqual(['1+0 > 2+-'])
  })

  it('are not joined where the browser stopped at the redirect, or the target came earlier', () => {
    const stopped = entry({ index: 0, ...toCdn, vendor: { error: 'net::ERR_FAILED' } })
    expect(chainsOf([stopped, entry({ index: 1, started: 1_011, url: CDN })])).toEqual(['-+0', '-+1'])
    const earlier = entry({ index: 1, started: 500, url: CDN })
    expect(chainsOf([entry({ index: 0, ...toCdn }), earlier])).toEqual(['-+1', '-+0'])
  })

  it('to one target give each chain its own entry', () => {
    const entries = [0, 1].flatMap((n) => [
      entry({ index: n, started: 1_000 + 100 * n, url: `${API}/${n}`, ...toCdn }),
      entry({ index: n + 2, started: 1_011 + 100 * n, url: CDN }),
    ])
    expect(chainsOf(entries)).toEqual(['-+0 > -+2', '-+1 > -+3'])
  })

  it('to and fro within one millisecond make a chain that begins with the first, not a ring without end', () => {
    const to = (index: number, url: string, target: string, started = 1_000) =>
      entry({ index, started, time: 0, url, status: 302, received: [`Location: ${target}`] })
    expect(chainsOf([to(0, CDN, API), to(1, API, CDN)])).toEqual(['-+1 > -+0'])
    const loop = [0, 1, 2, 3].map((n) => to(n, API, API, 1_000 + n / 10))
    expect(chainsOf(loop).join().match(/\d/g)?.toSorted()).toEqual(['0', '1', '2', '3'])
  })

  it('of more than 20 hops keep them all', () => {
    const loop = Array.from({ length: 30 }, (_, n) =>
      entry({ index: n, started: 1_000 + 10 * n, time: 10, status: 302, received: [`Location: ${API}`] }),
    )
    expect(pair(loop, proxy).map((chain) => chain.length)).toEqual([30])
  })
})
