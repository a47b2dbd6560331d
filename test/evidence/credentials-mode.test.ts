import { describe, expect, it } from 'vitest'
import type { Chain } from '../../src/evidence/chain.ts'
import { type CredentialsContext, readCredentialsMode } from '../../src/evidence/credentials-mode.ts'
import type { HarEntry } from '../../src/har/har-entry.ts'
import { API, PAGE } from '../fetch/records.ts'
import { entry, preflight } from './entry.ts'

const CHROME = 'User-Agent: Mozilla/5.0 Chrome/140.0.0.0 Safari/537.36'
const FIREFOX = 'User-Agent: Mozilla/5.0 Gecko/20100101 Firefox/153.0'
const CROSS = 'Sec-Fetch-Site: cross-site'

const chainOf = (actual: HarEntry | null, asked: HarEntry | null = null): Chain => [
  { actual, preflight: asked, standIn: null },
]
const read = (chain: Chain, context: Partial<CredentialsContext> = {}) =>
  readCredentialsMode(chain, { origin: PAGE, workerPossible: false, ...context })
const of = (sent: readonly string[], given: Parameters<typeof entry>[0] = {}) =>
  read(chainOf(entry({ index: 7, sent: [`Origin: ${PAGE}`, ...sent], ...given })))

describe('proofs of "include"', () => {
  it('a cookie on the way to another origin', () =>
    expect(of(['Cookie: session=1'])).toEqual({
      known: true,
      value: 'include',
      source: { entry: 7, field: 'request.headers.Cookie', value: 'session=1' },
    }))

  it('a cookie that only the cookies of the entry show', () =>
    expect(of([], { request: { hasCookies: true } })).toMatchObject({
      value: 'include',
      source: { value: null },
    }))

  it.each(['active', 'inactive', 'none'])('Sec-Fetch-Storage-Access: %s', (value) =>
    expect(of([`Sec-Fetch-Storage-Access: ${value}`])).toEqual({
      known: true,
      value: 'include',
      source: { entry: 7, field: 'request.headers.Sec-Fetch-Storage-Access', value },
    }),
  )

  it('a beacon', () =>
    expect(of([], { vendor: { resourceType: 'ping' } })).toMatchObject({
      value: 'include',
      source: { field: '_resourceType', value: 'ping' },
    }))

  it('the same on a preflight, or on a later hop', () => {
    const asked = preflight('PUT', { index: 3, sent: ['Sec-Fetch-Storage-Access: none'] })
    expect(read(chainOf(null, asked))).toMatchObject({ value: 'include', source: { entry: 3 } })
    const later: Chain = [
      ...chainOf(entry({ url: `${PAGE}/x` })),
      ...chainOf(entry({ index: 5, sent: ['Cookie: a=b'] })),
    ]
    expect(read(later)).toMatchObject({ value: 'include', source: { entry: 5 } })
  })
})

describe('no proofs of "include"', () => {
  it('a cookie to the own origin, which "same-origin" sends too', () =>
    expect(read(chainOf(entry({ url: `${PAGE}/x`, sent: ['Cookie: a=b'] })))).toMatchObject({ known: false }))

  it('a cookie of a page that is not known', () =>
    expect(read(chainOf(entry({ sent: ['Cookie: a=b'] })), { origin: null })).toMatchObject({ known: false }))
})

describe('proofs of "same-origin"', () => {
  it.each([
    ['Chrome from 133 on', 'User-Agent: Chrome/133.0.0.0'],
    ['a headless Chrome', 'User-Agent: HeadlessChrome/140.0'],
    ['Firefox from 147 on', 'User-Agent: Firefox/147.0'],
  ])('nothing of the kind on a cross-site request of %s', (_, agent) =>
    expect(of([CROSS, agent])).toEqual({
      known: true,
      value: 'same-origin',
      source: { entry: 7, field: 'request.headers.Sec-Fetch-Storage-Access', value: null },
    }),
  )

  it.each([
    ['two users of one host are two sites', 'https://ann.github.io', 'https://bob.github.io/', true],
    ['two companies of one country too', 'https://ann.co.uk', 'https://bob.co.uk/', true],
    ['one company may differ in the scheme alone', 'http://a.ann.co.uk', 'https://b.ann.co.uk/', false],
  ])('%s', (_, origin, url, known) => {
    const actual = entry({ index: 7, url, sent: [`Origin: ${origin}`, CROSS, FIREFOX] })
    expect(read(chainOf(actual), { origin }).known).toBe(known)
  })

  it('nothing of the kind on a preflight of Firefox, which sends it there as well', () => {
    const asked = preflight('PUT', { sent: [CROSS, FIREFOX], request: { onTheWire: false } })
    expect(read(chainOf(null, asked))).toMatchObject({ value: 'same-origin' })
  })
})

describe('both remain possible', () => {
  it.each<[string, string, readonly string[], Parameters<typeof entry>[0]]>([
    ['same site', 'the site is the same or the URL is not secure', ['Sec-Fetch-Site: same-site', CHROME], {}],
    [
      'a URL that is not secure, so without metadata',
      'the site is the same or the URL is not secure',
      [CHROME],
      { url: 'http://api.example/' },
    ],
    [
      'one site but for the scheme, in Firefox',
      'the sites may differ in nothing but their schemes',
      [CROSS, FIREFOX],
      { url: 'https://api.app.example/' },
    ],
    ['Chrome before 133', 'the browser may be too old to tell', [CROSS, 'User-Agent: Chrome/132.0.0.0'], {}],
    ['Firefox before 147', 'the browser may be too old to tell', [CROSS, 'User-Agent: Firefox/146.0'], {}],
    ['Safari', 'the browser may be too old to tell', [CROSS, 'User-Agent: Version/18.0 Safari/605'], {}],
    ['no User-Agent', 'the browser may be too old to tell', [CROSS], {}],
    [
      'provisional headers',
      'headers were not recorded as sent',
      [CROSS, CHROME],
      { request: { onTheWire: false } },
    ],
  ])('with %s', (_, because, sent, given) =>
    expect(of(sent, given)).toEqual({ known: false, candidates: ['same-origin', 'include'], because }),
  )

  it('with a preflight of Chrome alone, which never has the header', () =>
    expect(read(chainOf(null, preflight('PUT', { sent: [CROSS, CHROME] })))).toMatchObject({
      known: false,
      because: 'headers were not recorded as sent',
    }))

  it('where a worker may have asked in Firefox, which then sends no such header', () => {
    const asked = (agent: string) => chainOf(entry({ url: API, sent: [CROSS, agent] }))
    expect(read(asked(FIREFOX), { workerPossible: true })).toMatchObject({
      known: false,
      because: 'a worker may have sent it',
    })
    expect(read(asked(CHROME), { workerPossible: true })).toMatchObject({ value: 'same-origin' })
  })
})
