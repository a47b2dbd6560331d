import { describe, expect, it } from 'vitest'
import type { Hop } from '../../src/evidence/chain.ts'
import { recordedNetwork } from '../../src/evidence/recorded-network.ts'
import { CDN, fetchRequest, PAGE, preflightRequest } from '../fetch/records.ts'
import { entry, type Given, preflight } from './entry.ts'

const network = (hop: Partial<Hop>, standIns = false) =>
  recordedNetwork(
    {
      chain: [{ actual: null, preflight: null, standIn: null, ...hop }],
      cachedPreflight: null,
      preflightNeeded: null,
    },
    standIns,
  )
const actual = (given: Given, parts: Parameters<typeof fetchRequest>[0] = {}) =>
  network({ actual: entry(given) }).actual(fetchRequest(parts), 0)

describe('the actual response', () => {
  it('is the recorded one', () =>
    expect(actual({ status: 404, received: ['X: 1'] })).toEqual({
      type: 'response',
      response: { status: 404, headerList: [{ name: 'X', value: '1' }] },
    }))

  it('has its Location from redirectURL where the writer dropped the header', () => {
    const at = (received: readonly string[]) =>
      actual({ status: 302, received, response: { redirectUrl: CDN } })
    expect(at([])).toMatchObject({ response: { headerList: [{ name: 'Location', value: CDN }] } })
    expect(at(['Location: /x'])).toMatchObject({
      response: { headerList: [{ name: 'Location', value: '/x' }] },
    })
  })

  it.each([
    ['net::ERR_CONNECTION_REFUSED', 'network error'],
    ['NS_ERROR_CONNECTION_REFUSED', 'network error'],
    ['net::ERR_FAILED', 'not recorded'],
    ['net::ERR_ABORTED', 'not recorded'],
    ['', 'not recorded'],
    [null, 'not recorded'],
  ])('with status 0 and the error %j is "%s"', (error, type) =>
    expect(actual({ status: 0, vendor: { error } })).toEqual({ type }),
  )

  it('is not known for another method, nor at a hop that was not recorded', () => {
    expect(actual({}, { method: 'PUT' })).toEqual({ type: 'not recorded' })
    expect(network({ actual: entry() }).actual(fetchRequest(), 1)).toEqual({ type: 'not recorded' })
    expect(network({ preflight: preflight('PUT') }).actual(fetchRequest(), 0)).toEqual({
      type: 'not recorded',
    })
  })

  it('is that of the stand-in only where stand-ins are assumed', () => {
    const hop = { actual: entry({ status: 0 }), standIn: entry({ status: 201 }) }
    expect(network(hop).actual(fetchRequest(), 0)).toEqual({ type: 'not recorded' })
    expect(network(hop, true).actual(fetchRequest(), 0)).toMatchObject({ response: { status: 201 } })
  })
})

describe('the preflight response', () => {
  const ask = (hop: Partial<Hop>, parts: Parameters<typeof preflightRequest>[0] = {}) =>
    network(hop).preflight(preflightRequest(parts), 0)

  it('is the recorded one', () =>
    expect(ask({ preflight: preflight('PUT', { status: 403 }) })).toMatchObject({
      response: { status: 403 },
    }))

  it('passed where there is none, and the actual request was answered', () => {
    expect(ask({ actual: entry() })).toEqual({ type: 'passed' })
    expect(ask({ actual: entry({ status: 0 }) })).toEqual({ type: 'not recorded' })
  })

  it('is not known where an engine would ask for more, of a server that echoes what it is asked', () => {
    const echo = preflight('PUT', { names: 'x-a' })
    expect(ask({ preflight: echo }, { unsafeHeaderNames: ['dpr', 'x-a'] })).toEqual({ type: 'not recorded' })
    expect(ask({ preflight: echo }, { unsafeHeaderNames: ['x-a'] })).toMatchObject({ type: 'response' })
    const fixed = preflight('PUT', { names: 'x-a', received: ['Access-Control-Allow-Headers: x-a, x-b'] })
    expect(ask({ preflight: fixed }, { unsafeHeaderNames: ['dpr', 'x-a'] })).toMatchObject({
      type: 'response',
    })
  })

  it('is not known where an engine would ask with another origin, of a server that echoes it', () => {
    expect(ask({ preflight: preflight('PUT') }, { origin: 'null' })).toEqual({ type: 'not recorded' })
    const wildcard = preflight('PUT', { received: ['Access-Control-Allow-Origin: *'] })
    expect(ask({ preflight: wildcard }, { origin: 'null' })).toMatchObject({ type: 'response' })
    expect(ask({ preflight: preflight('PUT') }, { origin: PAGE })).toMatchObject({ type: 'response' })
  })
})
