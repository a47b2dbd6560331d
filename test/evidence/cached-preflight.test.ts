import { describe, expect, it } from 'vitest'
import { whyPreflight } from '../../src/explain/why-preflight.ts'
import { plain } from '../../src/text/plain.ts'
import { chromeEntry, chromePreflight, verdictsOf } from '../make-har.ts'

const url = 'https://api.example/items'
const allow = (maxAge: string | null): Record<string, string | null> => ({
  'Access-Control-Allow-Origin': 'https://app.example',
  'Access-Control-Allow-Methods': 'PUT',
  'Access-Control-Max-Age': maxAge,
})

/** What is said of a second request, some seconds after one that was preflighted. */
function saidOfSecond(seconds: number, maxAge: string | null, method = 'PUT'): string {
  const response = allow(null)
  const verdicts = verdictsOf([
    chromeEntry({ method: 'PUT', url, response }),
    chromePreflight({ url, method: 'PUT', at: 1, status: 204, response: allow(maxAge) }),
    chromeEntry({ method, url, at: seconds * 1000 + 1, response }),
  ])
  const second = verdicts.find(({ exchange }) => exchange.chain[0].preflight === null)
  return second === undefined ? '' : plain(whyPreflight(second.exchange).why, (value) => value)
}

describe('a request that went out without the preflight that it needs', () => {
  it('names the earlier preflight that was still cached, and for how long', () => {
    expect(saidOfSecond(60, '600')).toMatch(/the one in entry 1, 60 s earlier, was still cached \(for 600 s/)
  })

  it('takes 5 seconds where the server names no age', () => {
    expect(saidOfSecond(4, null)).toContain('was still cached (for 5 s')
    expect(saidOfSecond(6, null)).toContain(
      'an earlier one was cached, or it was sent before the recording started',
    )
  })

  it('takes no longer than the browser keeps it', () => {
    expect(saidOfSecond(7100, '86400')).toContain('for 7200 s')
    expect(saidOfSecond(7300, '86400')).not.toContain('was still cached')
  })

  it('does not take one that allows another method', () => {
    expect(saidOfSecond(60, '600', 'DELETE')).not.toContain('was still cached')
  })
})
