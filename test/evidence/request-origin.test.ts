import { describe, expect, it } from 'vitest'
import type { Chain } from '../../src/evidence/chain.ts'
import { readOrigin } from '../../src/evidence/request-origin.ts'
import type { HarEntry } from '../../src/har/har-entry.ts'
import { API, CDN, PAGE } from '../fetch/records.ts'
import { entry, preflight } from './entry.ts'

const hop = (actual: HarEntry | null, asked: HarEntry | null = null) => ({
  actual,
  preflight: asked,
  standIn: null,
})
const only = (sent: readonly string[], given: Parameters<typeof entry>[0] = {}): Chain => [
  hop(entry({ index: 4, sent, ...given })),
]
const frame = (url: string) => ({
  initiator: { type: 'script', url: null, requestId: null, frame: { url, line: 0, column: 0 } },
})

describe('readOrigin', () => {
  it('takes the Origin header of the request', () =>
    expect(readOrigin(only([`Origin: ${PAGE}`, 'Referer: https://b.example/']))).toEqual({
      known: true,
      value: PAGE,
      source: { entry: 4, field: 'request.headers.Origin', value: PAGE },
    }))

  it('takes "null" of a first request for what it says', () =>
    expect(readOrigin(only(['Origin: null']))).toMatchObject({ known: true, value: 'null' }))

  it('takes the preflight’s where the request has none', () =>
    expect(readOrigin([hop(entry({ sent: [] }), preflight('PUT', { index: 9 }))])).toMatchObject({
      known: true,
      value: PAGE,
      source: { entry: 9 },
    }))

  it('takes that of a later hop, unless it is "null", which the redirect may have made it', () => {
    const first = hop(entry({ sent: [], url: `${PAGE}/x` }))
    expect(readOrigin([first, hop(entry({ index: 1, url: API }))])).toMatchObject({
      value: PAGE,
      source: { entry: 1 },
    })
    expect(readOrigin([first, hop(entry({ sent: ['Origin: null'], url: CDN }))])).toMatchObject({
      known: false,
    })
  })

  it('is the URL’s own where Sec-Fetch-Site says so', () =>
    expect(readOrigin(only(['Sec-Fetch-Site: same-origin']))).toEqual({
      known: true,
      value: 'https://api.example',
      source: { entry: 4, field: 'request.headers.Sec-Fetch-Site', value: 'same-origin' },
    }))

  it('is "null" where a script from the disk asked', () => {
    const disk = readOrigin(only([], { vendor: frame('file:///home/page.html') }))
    expect(disk).toMatchObject({ known: true, value: 'null', source: { field: '_initiator.stack' } })
    expect(readOrigin(only([], { vendor: frame(`${PAGE}/main.js`) }))).toMatchObject({
      known: false,
      candidates: [],
    })
  })

  it('may be that of the Referer, and no more than may', () =>
    expect(readOrigin(only([`Referer: ${PAGE}/shop?a=b`]))).toEqual({
      known: false,
      candidates: [PAGE],
      because: 'only the Referer tells the page',
    }))

  it.each([[['Referer: about:blank']], [[]]])('is not known with %j', (sent) =>
    expect(readOrigin(only(sent))).toEqual({ known: false, candidates: [], because: 'no Origin header' }),
  )
})
