import { describe, expect, it } from 'vitest'
import { mergePolicies } from '../../src/fix/policy/merge-policies.ts'
import { readHarText } from '../../src/har/read-har.ts'
import { plain } from '../../src/text/plain.ts'
import { diagnosesOf } from '../diagnoses-of.ts'
import {
  chromeEntry,
  chromePreflight,
  type EntryDescription,
  type HeaderRecord,
  harText,
} from '../make-har.ts'

const PAGE = 'https://app.example'
const diagnosed = (...entries: readonly object[]) => {
  const read = readHarText(harText(entries), 0, 'test.har')
  return diagnosesOf(read.recording, read.entries, { engine: null, show: (value) => value })
}
const planned = (...entries: readonly object[]) => {
  const plan = diagnosed(...entries).find((one) => one.plan !== null)?.plan
  if (plan === null || plan === undefined) throw new Error('nothing planned')
  return { ...plan, said: plain(plan.why, (value) => value) }
}
const blocked = (entry: EntryDescription = {}) => chromeEntry({ error: 'net::ERR_FAILED', ...entry })
const put = (response: HeaderRecord, asks = 'x-new') => [
  chromePreflight({ method: 'PUT', asks, response }),
  chromeEntry({ method: 'PUT', status: 0, error: 'net::ERR_FAILED', request: { [asks]: '1' } }),
]

describe('a plan never narrows a working server', () => {
  const lists = {
    'Access-Control-Allow-Origin': PAGE,
    'Access-Control-Allow-Methods': 'GET, POST, DELETE',
    'Access-Control-Allow-Headers': 'Authorization, Content-Type',
    'Access-Control-Max-Age': '600',
  }

  it('keeps the lists of the preflight that failed, and adds what is missing', () => {
    const plan = planned(...put(lists))
    expect(plan.policy).toMatchObject({
      origins: [PAGE],
      methods: ['DELETE', 'GET', 'POST', 'PUT'],
      headers: ['authorization', 'content-type', 'x-new'],
    })
    expect(plan.least).toMatchObject({ methods: ['PUT'], headers: ['x-new'] })
    expect(plan.keeps).toMatchObject({ methods: ['DELETE', 'GET', 'POST'], maxAge: 600 })
    expect(plan.said).toContain('It keeps what the server already allows: `DELETE`, `GET`, `POST`')
  })

  it('keeps what other responses grant to the same page, exposed headers too', () => {
    const other = chromeEntry({
      url: 'https://api.test/list',
      at: 50,
      response: { 'Access-Control-Allow-Origin': PAGE, 'Access-Control-Expose-Headers': 'X-Total' },
    })
    expect(planned(...put({}), other).policy?.exposed).toEqual(['X-Total'])
  })

  it('keeps nothing that only another page is granted', () => {
    const other = chromePreflight({
      url: 'https://api.test/list',
      method: 'DELETE',
      page: 'https://b.example',
      at: 50,
      response: {
        'Access-Control-Allow-Origin': 'https://b.example',
        'Access-Control-Allow-Methods': 'DELETE',
      },
    })
    expect(planned(...put({}), other).policy?.methods).toEqual(['PUT'])
  })

  it('keeps credentials where the allowed origin is what is wrong', () => {
    const plan = planned(
      blocked({
        response: {
          'Access-Control-Allow-Origin': 'https://old.example',
          'Access-Control-Allow-Credentials': 'true',
        },
      }),
    )
    expect(plan.policy).toMatchObject({ origins: [PAGE], credentials: true })
  })

  it('keeps * where the fetch itself gets it, and names the origins where credentials forbid it', () => {
    const star = { ...lists, 'Access-Control-Allow-Origin': '*' }
    expect(planned(...put(star)).policy?.origins).toBe('*')
    const named = planned(
      blocked({ credentials: 'include', response: { 'Access-Control-Allow-Origin': '*' } }),
    )
    expect(named.policy).toMatchObject({ origins: [PAGE], credentials: true })
    expect(named.said).toContain('add the other websites that use this API')
  })

  it('doesn’t make public what only the preflight gives to everyone', () => {
    const preflight = chromePreflight({
      method: 'PUT',
      response: { 'Access-Control-Allow-Origin': '*', 'Access-Control-Allow-Methods': 'PUT' },
    })
    const actual = blocked({
      method: 'PUT',
      response: { 'Access-Control-Allow-Origin': 'https://www.example' },
    })
    expect(planned(preflight, actual).policy?.origins).toEqual([PAGE])
  })

  it('doesn’t make public what is public on another path only', () => {
    const open = chromeEntry({
      url: 'https://api.test/health',
      at: 50,
      response: { 'Access-Control-Allow-Origin': '*' },
    })
    expect(planned(...put({}), open).policy?.origins).toEqual([PAGE])
  })

  it('leaves that out with --least', () => {
    const [merged] = mergePolicies(diagnosed(...put(lists)), { least: true })
    expect(merged?.policy).toMatchObject({ methods: ['PUT'], headers: ['x-new'] })
  })
})

describe('rights are never pooled', () => {
  const patch = (page: string, at: number, credentials?: 'include') => [
    chromePreflight({ method: 'PATCH', page, at, status: 404 }),
    chromeEntry({
      method: 'PATCH',
      page,
      at,
      status: 0,
      error: 'net::ERR_FAILED',
      ...(credentials && { credentials }),
    }),
  ]
  const merged = (...entries: readonly object[]) => {
    const [one] = mergePolicies(diagnosed(...entries))
    return {
      origins: one?.policy.origins,
      credentials: one?.policy.credentials,
      leftOut: Object.fromEntries(
        (one?.leftOut ?? []).map(({ origin, why }) => [origin, plain(why, (value) => value)]),
      ),
    }
  }
  const shop = [...patch('https://shop.example', 0), ...patch('https://shop.example', 10)]

  it.each([
    ['https://ads.attacker.test', /another site/],
    ['https://xn--shp-sna.example', /letters that may look like others/],
    ['http://shop.example', /isn't encrypted/],
    ['http://10.0.0.7', /an address/],
    ['http://localhost:3000', /for development/],
  ])('%s is left out, with the reason', (origin, why) => {
    const policy = merged(...shop, blocked({ page: origin, at: 50 }))
    expect(policy.origins).toEqual(['https://shop.example'])
    expect(policy.leftOut[origin]).toMatch(why)
  })

  it('a page of the same site is allowed too', () =>
    expect(merged(...shop, blocked({ page: 'https://admin.shop.example', at: 50 })).origins).toEqual([
      'https://admin.shop.example',
      'https://shop.example',
    ]))

  it('an origin that the server lists today stays allowed where another one is refused', () => {
    const allowed = chromeEntry({
      page: 'https://partner.example',
      at: 50,
      response: { 'Access-Control-Allow-Origin': 'https://partner.example' },
    })
    const refused = [
      blocked({ page: 'https://shop.example' }),
      blocked({ page: 'https://shop.example', at: 9 }),
    ]
    expect(merged(...refused, allowed).origins).toEqual(['https://partner.example', 'https://shop.example'])
  })

  it('deployments of one project that were opened are all its own, in whatever order', () => {
    const deployed = (name: string, at: number) => blocked({ page: `https://${name}.vercel.app`, at })
    for (const [a, b] of [
      ['shop-git-main-acme', 'shop-9f8e-acme'],
      ['shop-9f8e-acme', 'shop-git-main-acme'],
    ] as const) {
      const { leftOut, origins } = merged(deployed(a, 0), deployed(b, 50))
      expect(leftOut).toEqual({})
      expect(origins).toEqual(['https://shop-9f8e-acme.vercel.app', 'https://shop-git-main-acme.vercel.app'])
    }
    const { leftOut } = merged(deployed('shop-git-main-acme', 0), deployed('shop-git-main-evil', 50))
    expect(Object.keys(leftOut)).toHaveLength(1)
  })
})

describe('an app’s own origin is one', () => {
  it.each([
    ['capacitor://localhost', /Capacitor app on iOS/],
    ['chrome-extension://abcdefghijklmnop', /Chrome extension/],
    ['moz-extension://1c5a-22', /differs in every installation/],
  ])('%s is named, with what it means', (origin, means) => {
    const plan = planned(blocked({ page: origin, request: { Origin: origin } }))
    expect(plan.policy?.origins).toEqual([origin])
    expect(plan.said).toMatch(means)
  })

  it('null is not', () => expect(planned(blocked({ request: { Origin: 'null' } })).policy).toBeNull())
})
