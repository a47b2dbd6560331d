import { describe, expect, it } from 'vitest'
import { exchangesOf } from '../../src/evidence/exchanges-of.ts'
import type { HarEntry } from '../../src/har/har-entry.ts'
import { judge } from '../../src/verdict/judge.ts'
import { notCorsReason } from '../../src/verdict/not-cors-reason.ts'
import type { NotCorsReason } from '../../src/verdict/verdict.ts'
import { chrome, entry, firefox, type Given, preflight } from '../evidence/entry.ts'
import { PAGE } from '../fetch/records.ts'
import { BLOCKED, verdictOn } from './verdict-on.ts'

const ORIGIN = `Origin: ${PAGE}`
const OWN = `${PAGE}/items`
const ANY = ['Access-Control-Allow-Origin: *', 'Access-Control-Allow-Methods: PUT']

describe('what is none of CORS’s business', () => {
  it.each<[string, Given, NotCorsReason]>([
    ['the own origin', { url: OWN }, 'same-origin'],
    ['the own origin, seen blocked', { url: OWN, vendor: BLOCKED }, 'same-origin'],
    [
      'the own origin by Sec-Fetch-Site',
      { sent: ['Sec-Fetch-Site: same-origin', 'Sec-Fetch-Mode: cors'] },
      'same-origin',
    ],
    ['mode "no-cors"', { sent: [ORIGIN, 'Sec-Fetch-Mode: no-cors'] }, 'no-cors'],
    ['a navigation', { sent: ['Sec-Fetch-Mode: navigate'] }, 'navigate'],
    ['a WebSocket', { url: 'wss://api.example/', status: 101 }, 'websocket'],
    ['a WebSocket by its mode', { status: 101, sent: ['Sec-Fetch-Mode: websocket'] }, 'websocket'],
    ['a data: URL', { url: 'data:text/plain,x' }, 'not http'],
    ['an extension', { url: 'chrome-extension://abc/x' }, 'not http'],
    ['a response of a service worker', { vendor: { viaServiceWorker: true } }, 'service worker'],
    ['a page that nobody knows', { sent: ['Sec-Fetch-Mode: cors'] }, 'no origin'],
  ])('%s', (_, given, notCors) => {
    const verdict = verdictOn([entry(given)])
    expect(verdict).toMatchObject({ type: 'not-cors', why: notCors })
    expect(verdict.engines.firefox).toMatchObject({
      outcome: 'not-cors',
      code: null,
      codes: [],
      message: null,
    })
  })

  it('Firefox shows a service worker’s response by having no sizes and no server', () => {
    const made = entry({
      received: ['Content-Type: text/plain'],
      request: { headersSize: 0 },
      response: { headersSize: 0 },
      vendor: { securityState: 'secure' },
    })
    expect(notCorsReason(verdictOn([made], firefox))).toBe('service worker')
    expect(
      verdictOn([{ ...made, vendor: { ...made.vendor, serverAddress: '10.0.0.1' } }], firefox).type,
    ).toBe('blocked')
  })
})

describe('a worker made from a blob', () => {
  const worker = (received: readonly string[]): HarEntry =>
    entry({
      sent: [],
      request: { onTheWire: false },
      received,
      vendor: { resourceType: 'fetch', error: null },
    })

  it('got what CORS allowed, though no header names its page', () =>
    expect(verdictOn([worker(['Access-Control-Allow-Origin: *'])]).type).toBe('shared'))

  it('is not told from another client where the response says nothing of CORS', () =>
    expect(notCorsReason(verdictOn([worker([])]))).toBe('no origin'))
})

describe('a service worker’s request for the page’s', () => {
  it('stands in for it whatever the method: its own preflight had passed', () => {
    const lost = entry({
      index: 0,
      method: 'PUT',
      started: 1_000,
      time: 50,
      status: 0,
      sent: [`Referer: ${PAGE}/`],
      request: { onTheWire: false },
      vendor: { error: 'net::ERR_FAILED', resourceType: 'fetch' },
    })
    const own = entry({
      index: 1,
      method: 'PUT',
      started: 1_005,
      sent: [ORIGIN, 'Sec-Fetch-Mode: cors'],
      vendor: { error: 'net::ERR_FAILED' },
    })
    const sent = [ORIGIN, 'Access-Control-Request-Method: PUT']
    const asked = preflight('PUT', { index: 2, started: 1_006, time: 3, sent, received: ANY })
    const verdicts = exchangesOf(chrome, [lost, own, asked]).map((exchange) =>
      judge(exchange, { engine: null, show: (value) => value }),
    )
    expect(verdicts.map(({ type }) => type)).toEqual(['blocked', 'blocked'])
  })
})

describe('an extension’s redirect', () => {
  const redirect = entry({
    index: 0,
    status: 307,
    sent: [],
    request: { onTheWire: false },
    received: ['Location: https://api.example/moved', 'Non-Authoritative-Reason: WebRequest API'],
    response: { redirectUrl: 'https://api.example/moved' },
    vendor: { error: null },
  })
  const target = (received: readonly string[], error: string | null): HarEntry =>
    entry({
      index: 1,
      started: 1_011,
      url: 'https://api.example/moved',
      sent: [ORIGIN],
      received,
      vendor: { error },
    })

  it('is no answer of a server where its target was not recorded', () =>
    expect(notCorsReason(verdictOn([redirect]))).toBe('extension'))

  it('is not checked; its target is', () => {
    expect(verdictOn([redirect, target(['Access-Control-Allow-Origin: *'], null)]).type).toBe('shared')
    expect(verdictOn([redirect, target([], 'net::ERR_FAILED')]).type).toBe('blocked')
  })
})

describe('what Firefox shows without sizes and server', () => {
  const local = {
    request: { headersSize: 0 },
    response: { headersSize: 0 },
    vendor: { securityState: 'secure' },
  }
  const network = (received: readonly string[]): HarEntry =>
    entry({
      index: 0,
      sent: [ORIGIN],
      received,
      vendor: { securityState: 'secure', serverAddress: '192.0.2.1' },
    })
  const copy = (received: readonly string[]): HarEntry =>
    entry({ index: 1, started: 2_000, sent: [ORIGIN], received, ...local })
  const kept = ['Access-Control-Allow-Origin: https://b.example', 'Cache-Control: max-age=600']
  const verdictsOn = (...entries: readonly HarEntry[]) =>
    exchangesOf(firefox, entries).map((exchange) => judge(exchange, { engine: null, show: (value) => value }))

  it('is a copy of its cache where an earlier response has the same headers: it is checked', () =>
    expect(verdictsOn(network(kept), copy(kept)).map(({ type }) => type)).toEqual(['blocked', 'blocked']))

  it('may be either without any header: so Firefox shows images of its image cache', () =>
    expect(verdictsOn(copy([])).map(notCorsReason)).toEqual(['cache or service worker']))

  it('may be either where none has', () => {
    const dated = [...kept, 'Date: Thu, 26 Nov 2026 10:00:00 GMT']
    const [, second] = verdictsOn(network(kept), copy(dated))
    expect(second && notCorsReason(second)).toBe('cache or service worker')
  })
})

describe('what is its business after all', () => {
  it.each<[string, Given]>([
    [
      'a redirect from the own origin to a foreign one that was stopped',
      {
        url: OWN,
        status: 302,
        received: ['Location: https://api.example/'],
        vendor: { error: 'net::ERR_UNSAFE_REDIRECT' },
      },
    ],
    ['a file that a page asked for', { url: 'file:///data.json' }],
    ['a blocked request of a page that nobody knows', { sent: ['Sec-Fetch-Mode: cors'], vendor: BLOCKED }],
  ])('%s', (_, given) => expect(verdictOn([entry(given)]).type).not.toBe('not-cors'))

  it('mode "no-cors" that the browser blocked is unexplained: something else did it', () =>
    expect(
      verdictOn([entry({ sent: [ORIGIN, 'Sec-Fetch-Mode: no-cors'], vendor: BLOCKED })], chrome),
    ).toMatchObject({
      type: 'unexplained',
      how: 'outside CORS',
      why: 'no-cors',
    }))
})
