import { describe, expect, it } from 'vitest'
import { notCorsReason } from '../../src/verdict/not-cors-reason.ts'
import type { NotCorsReason } from '../../src/verdict/verdict.ts'
import { chrome, entry, firefox, type Given } from '../evidence/entry.ts'
import { PAGE } from '../fetch/records.ts'
import { BLOCKED, verdictOn } from './verdict-on.ts'

const ORIGIN = `Origin: ${PAGE}`
const OWN = `${PAGE}/items`

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
