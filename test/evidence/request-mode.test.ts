import { describe, expect, it } from 'vitest'
import type { Chain } from '../../src/evidence/exchange.ts'
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
  const fact = readMode(chain)
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
    expect(readMode(chain)).toMatchObject({ known: true, value: 'no-cors', source: { entry: 5 } })
  })

  it('knows that only "cors" has preflights', () => {
    expect(readMode([hop(null, preflight('PUT', { index: 3 }))])).toMatchObject({
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

  it('knows that "no-cors" allows no method beyond GET, HEAD and POST', () => {
    expect(modeOf(only([], { method: 'PUT' }))).toBe('cors by request.method')
    expect(readMode(only([`Origin: ${PAGE}`], { method: 'POST' }))).toEqual({
      known: false,
      candidates: ['cors', 'no-cors'],
      because: 'no fetch metadata',
    })
  })
})
