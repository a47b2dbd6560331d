import { describe, expect, it } from 'vitest'
import { exchangesOf } from '../../src/evidence/exchanges-of.ts'
import { hypotheses } from '../../src/evidence/hypotheses.ts'
import type { HarEntry } from '../../src/har/har-entry.ts'
import { API, PAGE } from '../fetch/records.ts'
import { chrome, entry, firefox, preflight } from './entry.ts'

function one(entries: readonly HarEntry[], recording = chrome) {
  const [exchange, ...others] = exchangesOf(recording, entries)
  if (exchange === undefined || others.length > 0) throw new Error('not one exchange')
  return exchange
}
const ORIGIN = `Origin: ${PAGE}`

describe('the method of an exchange', () => {
  it('is the actual request’s, or what a lone preflight asks leave for', () => {
    expect(one([entry({ method: 'PUT' })]).method).toBe('PUT')
    expect(one([preflight('PATCH')]).method).toBe('PATCH')
  })
})

describe('whether a preflight is needed', () => {
  const needed = (...entries: readonly HarEntry[]) => one(entries).facts.preflightNeeded

  it('is known where there was one', () =>
    expect(needed(entry({ method: 'PUT' }), preflight('PUT', { index: 1 }))).toEqual({
      known: true,
      value: true,
      source: { entry: 1, field: 'request.method', value: 'OPTIONS' },
    }))

  it.each([
    ['by the method', { method: 'DELETE' }, true, 'request.method'],
    ['by a header', { sent: [ORIGIN, 'X-A: 1'] }, true, 'request.headers.X-A'],
    ['by nothing', { sent: [ORIGIN, 'Content-Type: text/plain'] }, false, 'request.method'],
    [
      'by nothing that Chromium does not safelist',
      { sent: [ORIGIN, 'User-Agent: x'] },
      false,
      'request.method',
    ],
  ])('is known %s', (_, given, value, field) =>
    expect(needed(entry(given))).toMatchObject({ known: true, value, source: { field } }),
  )

  it('is open where the browser may have set the header itself', () =>
    expect(needed(entry({ sent: [ORIGIN, 'Cache-Control: no-cache'] }))).toEqual({
      known: false,
      candidates: [false, true],
      because: 'the browser adds such headers too',
    }))

  it('a preflight without reason shows that the use-CORS-preflight flag was set', () => {
    const post = entry({ method: 'POST' })
    expect(one([post, preflight('POST', { index: 1 })]).facts.useCorsPreflightFlag).toBe(true)
    expect(
      one([
        entry({ method: 'POST', sent: [ORIGIN, 'X-A: 1'] }),
        preflight('POST', { index: 1, names: 'x-a' }),
      ]).facts.useCorsPreflightFlag,
    ).toBe(false)
    expect(one([entry({ method: 'PUT' }), preflight('PUT', { index: 1 })]).facts.useCorsPreflightFlag).toBe(
      false,
    )
    expect(one([post]).facts.useCorsPreflightFlag).toBe(false)
  })
})

describe('hypotheses', () => {
  const assumed = (...args: Parameters<typeof one>) =>
    hypotheses(one(...args)).map((hypothesis) => hypothesis.assumed)

  it('are one where all is known, with nothing assumed', () => {
    const known = [ORIGIN, 'Sec-Fetch-Mode: cors', 'Cookie: a=b']
    expect(assumed([entry({ sent: known })])).toEqual([{}])
  })

  it('are one per credentials mode, and per list of headers', () => {
    expect(assumed([entry()])).toEqual([{ credentialsMode: 'same-origin' }, { credentialsMode: 'include' }])
    expect(assumed([entry({ sent: [ORIGIN, 'Cookie: a=b', 'Pragma: no-cache'] })])).toEqual([
      { headerList: 'set by the browser' },
      { headerList: 'set by the page' },
    ])
  })

  it('are none where not even an origin can be guessed', () =>
    expect(assumed([entry({ sent: [] })])).toEqual([]))

  it('assume nothing of an origin that only the Referer tells: there is one candidate', () =>
    expect(
      hypotheses(one([entry({ sent: [`Referer: ${PAGE}/`, 'Cookie: a=b'], method: 'PUT' })])),
    ).toMatchObject([
      { assumed: {}, request: { origin: PAGE, method: 'PUT', urlList: [API], mode: 'cors' } },
    ]))

  it('take the response of a stand-in as one more possibility', () => {
    const entries = [
      entry({ index: 0, started: 100, sent: [ORIGIN, 'Cookie: a=b'] }),
      entry({
        index: 1,
        status: 0,
        sent: [ORIGIN, 'Cookie: a=b'],
        request: { onTheWire: false },
        vendor: { error: 'net::ERR_FAILED' },
      }),
    ]
    const [, blocked] = exchangesOf(chrome, entries)
    expect(blocked && hypotheses(blocked).map((one) => one.assumed)).toEqual([{}, { response: 0 }])
  })
})

it('an exchange has the URL of its first hop, fragment and all, and tells who recorded it', () => {
  const exchange = one([entry({ url: `${API}#top` })], firefox)
  expect(exchange).toMatchObject({ url: `${API}#top`, method: 'GET', recording: firefox })
})
