import { describe, expect, it } from 'vitest'
import { findStandIn } from '../../src/evidence/stand-in.ts'
import type { HarEntry } from '../../src/har/har-entry.ts'
import { API } from '../fetch/records.ts'
import { entry, type Given } from './entry.ts'

/** A GET that Chrome blocked without recording a response: it came from the cache or a service worker. */
const lacking = (given: Given = {}): HarEntry =>
  entry({
    index: 0,
    started: 1_000,
    time: 50,
    status: 0,
    request: { onTheWire: false },
    vendor: { error: 'net::ERR_FAILED' },
    ...given,
  })
const standInOf = (one: HarEntry, ...others: readonly HarEntry[]) =>
  findStandIn([one, ...others].toSorted((a, b) => (a.started ?? 0) - (b.started ?? 0)))(one, null)?.index ??
  null

describe('findStandIn', () => {
  it('finds the earlier response of the same URL, the latest of several', () => {
    const [old, newer] = [entry({ index: 1, started: 100 }), entry({ index: 2, started: 200 })]
    expect(standInOf(lacking(), old, newer)).toBe(2)
  })

  it('prefers what a service worker asked while the page waited', () => {
    const [before, during] = [entry({ index: 1, started: 900 }), entry({ index: 2, started: 1_010 })]
    expect(standInOf(lacking(), before, during)).toBe(2)
  })

  it.each<[string, HarEntry]>([
    ['of another URL', entry({ index: 1, started: 100, url: `${API}/2` })],
    ['that came later', entry({ index: 1, started: 2_000 })],
    [
      'that may not be stored',
      entry({ index: 1, started: 100, received: ['Cache-Control: private, No-Store'] }),
    ],
    ['to another method', entry({ index: 1, started: 100, method: 'POST' })],
    ['that is none', entry({ index: 1, started: 100, status: 0 })],
    [
      'to a "no-cors" request of the same moment',
      entry({ index: 1, started: 1_010, sent: ['Sec-Fetch-Mode: no-cors'] }),
    ],
  ])('finds no response %s', (_, other) => expect(standInOf(lacking(), other)).toBeNull())

  it('ignores fragments', () =>
    expect(standInOf(lacking({ url: `${API}#a` }), entry({ index: 1, started: 100 }))).toBe(1))

  it.each<[string, Given]>([
    ['has a response', { status: 200 }],
    ['was on the wire', { request: { onTheWire: true } }],
    ['failed for another reason', { vendor: { error: 'net::ERR_CONNECTION_REFUSED' } }],
    ['is no GET', { method: 'POST' }],
  ])('is not needed by an entry that %s', (_, given) =>
    expect(standInOf(lacking(given), entry({ index: 1, started: 100 }))).toBeNull(),
  )
})
