import { describe, expect, it } from 'vitest'
import type { Chain } from '../../src/evidence/chain.ts'
import { readMode } from '../../src/evidence/request-mode.ts'
import type { HarEntry } from '../../src/har/har-entry.ts'
import { PAGE } from '../fetch/records.ts'
import { entry, type Given, preflight } from './entry.ts'

const hop = (actual: HarEntry | null, asked: HarEntry | null = null) => ({
  actual,
  preflight: asked,
  standIn: null,
})
const only = (sent: readonly string[], given: Given = {}): Chain => [hop(entry({ index: 4, sent, ...given }))]
const modeOf = (chain: Chain) => {
  const fact = readMode(chain, PAGE)
  return fact.known ? `${fact.value} by ${fact.source.field}` : fact.because
}

describe('readMode', () => {
  it.each(['cors', 'no-cors', 'same-origin', 'navigate', 'websocket'])(
    'believes Sec-Fetch-Mode: %s',
    (mode) =>
      expect(modeOf(only([`Sec-Fetch-Mode: ${mode}`]))).toBe(`${mode} by request.headers.Sec-Fetch-Mode`),
  )

  it('does not believe a mode that does not exist', () =>
    expect(modeOf(only(['Sec-Fetch-Mode: CORS', `Origin: ${PAGE}`]))).toBe('cors by request.headers.Origin'))

  it('believes a later hop of the same fetch', () => {
    const chain: Chain = [
      hop(entry({ sent: [] })),
      hop(entry({ index: 5, sent: ['Sec-Fetch-Mode: no-cors'] })),
    ]
    expect(readMode(chain, PAGE)).toMatchObject({ known: true, value: 'no-cors', source: { entry: 5 } })
  })

  it('knows that only "cors" has preflights', () => {
    expect(readMode([hop(null, preflight('PUT', { index: 3 }))], PAGE)).toMatchObject({
      value: 'cors',
      source: { entry: 3 },
    })
    expect(modeOf([hop(entry({ sent: ['Sec-Fetch-Mode: cors'] }), preflight('PUT'))])).toBe(
      'cors by request.headers.Sec-Fetch-Mode',
    )
  })

  it.each([
    ['xhr', 'cors'],
    ['eventsource', 'cors'],
    ['document', 'navigate'],
    ['font', 'cors'],
    ['websocket', 'websocket'],
  ])('knows the mode of the resource type %s', (resourceType, mode) =>
    expect(modeOf(only([], { vendor: { resourceType } }))).toBe(`${mode} by _resourceType`),
  )

  it('does not guess from a resource type that has several', () =>
    expect(modeOf(only([], { method: 'POST', vendor: { resourceType: 'fetch' } }))).toBe('no fetch metadata'))

  it('knows that a GET has Origin in "cors" only', () => {
    expect(modeOf(only([`Origin: ${PAGE}`]))).toBe('cors by request.headers.Origin')
    expect(modeOf(only([`Origin: ${PAGE}`], { method: 'HEAD' }))).toBe('cors by request.headers.Origin')
  })

  it('knows that a GET without Origin is not "cors", if its headers are those of the wire', () => {
    expect(modeOf(only([]))).toBe('no-cors by request.headers.Origin')
    expect(modeOf(only([], { request: { onTheWire: false } }))).toBe('no fetch metadata')
  })

  it('says nothing of a GET without Origin to the page itself, or of a page that is not known', () => {
    expect(modeOf(only([], { url: `${PAGE}/items` }))).toBe('no fetch metadata')
    expect(readMode(only([]), null)).toMatchObject({ known: false })
  })

  it.each(['image', 'script', 'stylesheet', 'media'])(
    'takes "no-cors" for the usual mode of the element behind %s',
    (resourceType) => {
      const chain = only([], { request: { onTheWire: false }, vendor: { resourceType } })
      expect(readMode(chain, PAGE)).toMatchObject({ known: false, candidates: ['no-cors', 'cors'] })
    },
  )

  it('knows a WebSocket’s handshake and a navigation by their headers, whatever the URL says', () => {
    expect(modeOf(only([`Origin: ${PAGE}`, 'Upgrade: websocket']))).toBe(
      'websocket by request.headers.Upgrade',
    )
    expect(modeOf(only([`Origin: ${PAGE}`, 'Sec-WebSocket-Key: eA==']))).toBe(
      'websocket by request.headers.Upgrade',
    )
    expect(modeOf(only(['Upgrade-Insecure-Requests: 1']))).toBe(
      'navigate by request.headers.Upgrade-Insecure-Requests',
    )
    expect(modeOf(only(['Upgrade-Insecure-Requests: 1', `Origin: ${PAGE}`]))).toBe(
      'cors by request.headers.Origin',
    )
  })

  it('knows that "no-cors" allows no method beyond GET, HEAD and POST', () => {
    expect(modeOf(only([], { method: 'PUT' }))).toBe('cors by request.method')
    expect(readMode(only([`Origin: ${PAGE}`], { method: 'POST' }), PAGE)).toEqual({
      known: false,
      candidates: ['cors', 'no-cors'],
      because: 'no fetch metadata',
    })
  })
})
