import { expect, it } from 'vitest'
import { pair } from '../../src/evidence/pair.ts'
import { PAGE } from '../fetch/records.ts'
import { chrome, entry, preflight } from './entry.ts'

it('many requests to one URL each keep their own preflight', () => {
  const entries = Array.from({ length: 2_000 }, (_, n) => {
    const isRefused = n % 3 === 0
    const started = 1_000 + 20 * Math.floor(n / 50)
    return [
      entry({
        index: 2 * n,
        method: 'PUT',
        started,
        time: 80,
        ...(isRefused
          ? { status: 0, request: { onTheWire: false }, vendor: { error: 'net::ERR_FAILED' } }
          : {}),
      }),
      preflight('PUT', {
        index: 2 * n + 1,
        started: started + 2,
        sent: [`Origin: ${PAGE}`, 'Access-Control-Request-Method: PUT'],
        ...(isRefused ? { status: 503 } : {}),
      }),
    ]
  }).flat()
  const chains = pair(entries, chrome)
  expect(chains.every(([hop]) => hop.actual !== null && hop.preflight !== null)).toBe(true)
})
