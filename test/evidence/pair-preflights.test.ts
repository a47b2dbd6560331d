import { describe, expect, it } from 'vitest'
import { pair } from '../../src/evidence/pair.ts'
import type { HarEntry, Recording } from '../../src/har/har-entry.ts'
import { API, PAGE } from '../fetch/records.ts'
import { chrome, entry, firefox, type Given, preflight, proxy } from './entry.ts'

/** Returns which preflight each actual request has, as "preflight+actual", sorted; a dash for what is not there. */
const pairsOf = (entries: readonly HarEntry[], recording: Recording = chrome): readonly string[] =>
  pair(entries, recording)
    .flat()
    .map(({ actual, preflight: asked }) => `${asked?.index ?? '-'}+${actual?.index ?? '-'}`)
    .sort()

const ORIGIN = `Origin: ${PAGE}`
const get = (index: number, given: Given = {}): HarEntry => entry({ index, ...given })
const put = (index: number, given: Given = {}): HarEntry => entry({ index, method: 'PUT', ...given })
/** A request as Chrome records it that its preflight stopped: with the headers that script set, and no others. */
const stopped = (...sent: readonly string[]): Given => ({
  status: 0,
  sent,
  request: { onTheWire: false },
  vendor: { error: 'net::ERR_FAILED' },
})
const asking = (index: number, method: string, names: string | undefined, given: Given = {}): HarEntry =>
  preflight(method, { index, ...(names === undefined ? {} : { names }), ...given })
const refused = { status: 503, received: [] }

describe('what the preflight asked for', () => {
  it('authorization goes to the request that has it, not to an anonymous one', () => {
    const entries = [
      get(0, { started: 1_000, sent: [ORIGIN, 'X-Other: 1'] }),
      get(1, { started: 1_001, ...stopped('Authorization: Bearer abc') }),
      asking(2, 'GET', 'authorization', {
        started: 1_002,
        received: [`Access-Control-Allow-Origin: ${PAGE}`],
      }),
    ]
    expect(pairsOf(entries)).toEqual(['-+0', '2+1'])
  })

  it('authorization is missing everywhere in a sanitized recording, and proves nothing there', () => {
    const entries = [get(0, { sent: [ORIGIN] }), asking(1, 'GET', 'authorization', { started: 1_002 })]
    expect(pairsOf(entries)).toEqual(['1+0'])
    const cookie = get(2, { url: `${API}/else`, sent: ['Cookie: a=1'] })
    expect(pairsOf([...entries, cookie])).toEqual(['-+0', '-+2', '1+-'])
  })

  it('a request with one header more has another preflight', () => {
    const entries = [
      get(0, { started: 1_000, sent: [ORIGIN, 'X-A: 1', 'X-B: 2'] }),
      get(1, { started: 1_000, sent: [ORIGIN, 'X-A: 1'] }),
      asking(2, 'GET', 'x-a', { started: 1_002 }),
      asking(3, 'GET', 'x-a,x-b', { started: 1_003 }),
    ]
    expect(pairsOf(entries)).toEqual(['2+1', '3+0'])
  })

  it('a simple range needs no preflight, another one does', () => {
    const entries = [
      get(0, { started: 1_000, sent: [ORIGIN, 'Range: bytes=0-4'] }),
      get(1, { started: 1_000, ...stopped('Range: bytes=-4') }),
      asking(2, 'GET', 'range', { started: 1_001, ...refused }),
    ]
    expect(pairsOf(entries)).toEqual(['-+0', '2+1'])
  })

  it('nothing: with a safelisted method it belongs to an upload listener’s request, not to one with headers', () => {
    const post = (index: number, ...sent: string[]) =>
      entry({ index, method: 'POST', sent: [ORIGIN, ...sent] })
    const entries = [post(0, 'X-A: 1'), post(1), asking(2, 'POST', undefined, { started: 1_001 })]
    expect(pairsOf(entries)).toEqual(['-+0', '2+1'])
  })
})

describe('the mode', () => {
  it.each(['no-cors', 'navigate', 'same-origin'])('%s owns no preflight', (mode) => {
    const entries = [
      entry({ index: 0, method: 'POST', started: 1_001, sent: [ORIGIN, `Sec-Fetch-Mode: ${mode}`] }),
      entry({ index: 1, method: 'POST', started: 1_000, ...stopped('Content-Type: application/json') }),
      asking(2, 'POST', 'content-type', { started: 1_002, ...refused }),
    ]
    expect(pairsOf(entries)).toEqual(['-+0', '2+1'])
    const alone = entry({ index: 0, method: 'POST', sent: [ORIGIN, `Sec-Fetch-Mode: ${mode}`] })
    expect(pairsOf([alone, asking(1, 'POST', undefined, { started: 1_001 })])).toEqual(['-+0', '1+-'])
  })
})

describe('the order of events', () => {
  const ofChrome = (id: string): Given => ({
    vendor: { initiator: { type: 'preflight', url: API, requestId: id, frame: null } },
  })

  it('Chrome sends no preflight for a request that has ended, nor before the request is made', () => {
    const entries = [
      put(0, { started: 1_000, time: 20, ...stopped() }),
      asking(1, 'PUT', undefined, { started: 1_900, ...refused, ...ofChrome('1.2') }),
      put(2, { started: 2_500, ...stopped() }),
    ]
    expect(pairsOf(entries)).toEqual(['-+0', '-+2', '1+-'])
  })

  it('the ids that Chrome gives to preflights tell which request of one millisecond is meant', () => {
    const many = Array.from({ length: 6 }, (_, n) => put(n, { started: 1_000, time: 90 }))
    const preflights = many.map((_, n) =>
      asking(10 + n, 'PUT', undefined, { started: 1_010 - n, ...ofChrome(`7.${20 + n}`) }),
    )
    expect(pairsOf([...many, ...preflights])).toEqual(['10+0', '11+1', '12+2', '13+3', '14+4', '15+5'])
  })

  it('a gap in those ids stands for a request that has no preflight', () => {
    const entries = [
      put(0, { started: 1_000, time: 90 }),
      put(1, { started: 1_000, time: 90 }),
      put(2, { started: 1_000, time: 90 }),
      put(3, { started: 1_000, time: 90 }),
      asking(4, 'PUT', undefined, { started: 1_003, ...ofChrome('7.21') }),
      asking(5, 'PUT', undefined, { started: 1_004, ...ofChrome('7.24') }),
    ]
    expect(pairsOf(entries)).toEqual(['-+1', '-+2', '4+0', '5+3'])
  })

  it('Chrome sends a request right after its preflight has ended', () => {
    const sent = (index: number, queued: number) =>
      put(index, { started: 1_000, time: 90, vendor: { error: null, queued } })
    const vendor = { initiator: { type: 'preflight', url: API, requestId: null, frame: null } }
    const entries = [
      sent(0, 21),
      sent(1, 40),
      asking(2, 'PUT', undefined, { started: 1_002, time: 38, vendor }),
      asking(3, 'PUT', undefined, { started: 1_003, time: 18, vendor }),
    ]
    expect(pairsOf(entries)).toEqual(['2+1', '3+0'])
  })

  it('the recorded times may overlap where the actual request was noted late', () => {
    const entries = [
      asking(0, 'PUT', undefined, { started: 1_000, time: 438 }),
      put(1, { started: 1_406, time: 1_112 }),
    ]
    expect(pairsOf(entries, firefox)).toEqual(['0+1'])
    expect(pairsOf(entries, proxy)).toEqual(['0+1'])
  })
})

describe('what came of it', () => {
  it('a response that does not list the method stops the request, though it has a status of 204', () => {
    const entries = [
      put(0, { started: 1_000, ...stopped() }),
      put(1, { started: 1_001, sent: [ORIGIN] }),
      asking(2, 'PUT', undefined, { started: 1_002 }),
      asking(3, 'PUT', undefined, {
        started: 1_003,
        received: [`Access-Control-Allow-Origin: ${PAGE}`, 'Access-Control-Allow-Methods: GET'],
      }),
    ]
    expect(pairsOf(entries)).toEqual(['2+1', '3+0'])
  })

  it('a wildcard stops only what was made with credentials', () => {
    const star = { received: ['Access-Control-Allow-Origin: *', 'Access-Control-Allow-Methods: *'] }
    const entries = [
      put(0, { started: 1_000, status: 200 }),
      asking(1, 'PUT', undefined, { started: 1_001, time: 5, ...star }),
      put(2, { started: 1_400, ...stopped() }),
      asking(3, 'PUT', undefined, { started: 1_401, time: 5, ...star }),
    ]
    expect(pairsOf(entries)).toEqual(['1+0', '3+2'])
  })

  it('a request that an earlier preflight allows leaves the next preflight to who needs it', () => {
    const cached = `Access-Control-Max-Age: 600`
    const allowed = [`Access-Control-Allow-Origin: ${PAGE}`, 'Access-Control-Allow-Methods: PUT', cached]
    const entries = [
      put(0, { started: 1_000 }),
      asking(1, 'PUT', undefined, { started: 1_001, received: allowed }),
      put(2, { started: 1_102, time: 50 }),
      entry({ index: 3, method: 'PUT', started: 1_100, time: 50, sent: [ORIGIN, 'X-A: 1'] }),
      asking(4, 'PUT', 'x-a', { started: 1_103 }),
      put(5, { started: 1_101, time: 50 }),
    ]
    expect(pairsOf(entries)).toEqual(['-+2', '-+5', '1+0', '4+3'])
  })

  it('a request that was stopped had a preflight, though one that was sent is nearer and was allowed before', () => {
    const entries = [
      put(0, { started: 1_000 }),
      asking(1, 'PUT', undefined, { started: 1_001 }),
      put(2, { started: 1_100, ...stopped() }),
      put(3, { started: 1_101 }),
      asking(4, 'PUT', undefined, { started: 1_102 }),
    ]
    expect(pairsOf(entries)).toEqual(['-+3', '1+0', '4+2'])
  })

  it('Firefox does not always report what a preflight stopped: a refused one has no part in what was sent', () => {
    const entries = [put(0, { started: 1_000 }), asking(1, 'PUT', undefined, { started: 1_001, ...refused })]
    expect(pairsOf(entries, firefox)).toEqual(['-+0', '1+-'])
  })

  it('Firefox’s preflight after a tainting redirect has the header though the request has not', () => {
    const entries = [
      put(0, { started: 1_000, time: 20, sent: ['Origin: null'] }),
      asking(1, 'PUT', undefined, {
        started: 1_001,
        sent: [ORIGIN, 'Access-Control-Request-Method: PUT', 'Sec-Fetch-Storage-Access: none'],
        received: [
          `Access-Control-Allow-Origin: ${PAGE}`,
          'Access-Control-Allow-Methods: PUT',
          'Access-Control-Allow-Credentials: true',
        ],
      }),
    ]
    expect(pairsOf(entries, firefox)).toEqual(['1+0'])
  })

  it('Firefox’s preflights tell by Sec-Fetch-Storage-Access whose credentials they are for', () => {
    const access = 'Sec-Fetch-Storage-Access: none'
    const asked = [ORIGIN, 'Access-Control-Request-Method: PUT']
    const allowed = [
      `Access-Control-Allow-Origin: ${PAGE}`,
      'Access-Control-Allow-Methods: PUT',
      'Access-Control-Allow-Credentials: true',
    ]
    const entries = [
      put(0, { started: 1_000, sent: [ORIGIN] }),
      put(1, { started: 1_000, sent: [ORIGIN, access] }),
      asking(2, 'PUT', undefined, { started: 1_001, sent: [...asked, access], received: allowed }),
      asking(3, 'PUT', undefined, { started: 1_002, sent: asked }),
    ]
    expect(pairsOf(entries, firefox)).toEqual(['2+1', '3+0'])
  })
})

describe('the URL', () => {
  it('of a preflight has no user name and password', () => {
    const url = API.replace('://', '://u:p@')
    expect(pairsOf([put(0, { url }), asking(1, 'PUT', undefined, { started: 1_001 })])).toEqual(['1+0'])
    const inPath = `${API}/a@b`
    expect(
      pairsOf([put(0, { url: inPath }), asking(1, 'PUT', undefined, { started: 1_001, url: inPath })]),
    ).toEqual(['1+0'])
  })
})
