import { describe, expect, it } from 'vitest'
import type { Chain } from '../../src/evidence/chain.ts'
import { observe } from '../../src/evidence/observed.ts'
import type { HarEntry } from '../../src/har/har-entry.ts'
import { chrome, chromeHar, entry, firefox, type Given, playwright, preflight, proxy } from './entry.ts'

const hop = (actual: HarEntry | null, asked: HarEntry | null = null) => ({
  actual,
  preflight: asked,
  standIn: null,
})
const seen = (given: Given, recording = chrome) => {
  const { outcome, elsewhere } = observe([hop(entry(given))], recording)
  return outcome + (elsewhere ? ' elsewhere' : '')
}

describe('Chrome', () => {
  it.each<[string, Given, string]>([
    ['no error', { vendor: { error: null } }, 'shared'],
    ['no error and no response', { status: 0, vendor: { error: null } }, 'unknown'],
    [
      'no error on a redirect',
      { status: 302, received: ['Location: /x'], vendor: { error: null } },
      'unknown',
    ],
    ['ERR_FAILED', { vendor: { error: 'net::ERR_FAILED' } }, 'blocked'],
    ['ERR_FAILED without a response', { status: 0, vendor: { error: 'net::ERR_FAILED' } }, 'blocked'],
    [
      'ERR_INVALID_REDIRECT',
      { status: 302, vendor: { error: 'net::ERR_INVALID_REDIRECT' } },
      'blocked elsewhere',
    ],
    [
      'an error with a reason of its own',
      { vendor: { error: 'net::ERR_CONNECTION_REFUSED' } },
      'blocked elsewhere',
    ],
    [
      'ERR_BLOCKED_BY_RESPONSE',
      { vendor: { error: 'net::ERR_BLOCKED_BY_RESPONSE.NotSameOrigin' } },
      'blocked elsewhere',
    ],
    [
      'an error without text: refused before the network',
      { status: 0, vendor: { error: '' } },
      'blocked elsewhere',
    ],
    ['an abort', { vendor: { error: 'net::ERR_ABORTED' } }, 'unknown elsewhere'],
    ['no field at all', {}, 'unknown'],
  ])('with %s', (_, given, expected) => expect(seen(given)).toBe(expected))

  it('names the place of the last hop', () => {
    const chain: Chain = [
      hop(entry({ index: 0, status: 302, vendor: { error: null } })),
      hop(entry({ index: 1, vendor: { error: 'net::ERR_FAILED' } })),
    ]
    expect(observe(chain, chrome)).toEqual({
      outcome: 'blocked',
      elsewhere: false,
      source: { entry: 1, field: 'response._error', value: 'net::ERR_FAILED' },
    })
  })

  it('shows the target of a redirect that was handed over unfollowed as aborted: that is no other reason', () => {
    const aborted = (status: number): Chain => [
      hop(entry({ status: 302, vendor: { error: null } })),
      hop(entry({ status, vendor: { error: 'net::ERR_ABORTED' } })),
    ]
    expect(observe(aborted(0), chrome)).toMatchObject({ outcome: 'unknown', elsewhere: false })
    expect(observe(aborted(200), chrome)).toMatchObject({ outcome: 'unknown', elsewhere: true })
  })

  it('proves nothing by a preflight alone', () =>
    expect(observe([hop(null, preflight('PUT'))], chrome).outcome).toBe('unknown'))
})

describe('Firefox', () => {
  const shell: Given = { status: 0, vendor: { noTimings: true, securityState: 'insecure' } }

  it.each<[string, Given, string]>([
    ['a response, whoever got it', { vendor: { securityState: 'secure' } }, 'unknown'],
    ['an empty shell', shell, 'blocked'],
    [
      'no response but timings',
      { ...shell, vendor: { ...shell.vendor, noTimings: false } },
      'blocked elsewhere',
    ],
    [
      'a failed handshake',
      { status: 0, vendor: { noTimings: true, securityState: 'broken' } },
      'blocked elsewhere',
    ],
  ])('with %s', (_, given, expected) => expect(seen(given, firefox)).toBe(expected))

  it('says nothing by a status 0 beside headers: it wrote the answer down before it had all of it', () =>
    expect(seen({ status: 0, received: ['Vary: Origin'], vendor: { noTimings: false } }, firefox)).toBe(
      'unknown',
    ))

  it('stops a redirected request as an empty shell too', () => {
    const chain: Chain = [hop(entry({ status: 302 })), hop(entry({ status: 0, vendor: { noTimings: true } }))]
    expect(observe(chain, firefox)).toMatchObject({ outcome: 'blocked', elsewhere: false })
  })

  it('reports no actual request that a preflight stopped', () =>
    expect(observe([hop(null, preflight('PUT', { index: 3 }))], firefox)).toEqual({
      outcome: 'blocked',
      elsewhere: false,
      source: { entry: 3, field: 'request.method', value: 'OPTIONS' },
    }))
})

describe('other writers', () => {
  it.each([
    ['net::ERR_FAILED', 'blocked'],
    ['NS_ERROR_DOM_BAD_URI', 'blocked'],
    ['NS_ERROR_FAILURE', 'blocked'],
    ['Load failed', 'blocked'],
    ['NS_BINDING_ABORTED', 'unknown elsewhere'],
    ['NS_ERROR_CONNECTION_REFUSED', 'blocked elsewhere'],
  ])('Playwright’s failure text %s', (error, expected) =>
    expect(seen({ status: 0, vendor: { error } }, playwright)).toBe(expected),
  )

  it.each([
    ['Playwright, which marks what failed', playwright],
    ['chrome-har, which leaves out what failed', chromeHar],
  ])('a response without a mark was shared, by %s', (_, recording) => {
    expect(seen({}, recording)).toBe('shared')
    expect(seen({ status: 404 }, recording)).toBe('shared')
    expect(seen({ status: 0 }, recording)).toBe('unknown')
    expect(seen({ status: 302, received: ['Location: /x'] }, recording)).toBe('unknown')
  })

  it('chrome-har leaves out requests for many reasons, so a lone preflight proves nothing', () =>
    expect(observe([hop(null, preflight('PUT'))], chromeHar).outcome).toBe('unknown'))

  it('a proxy never knows', () => {
    expect(seen({}, proxy)).toBe('unknown')
    expect(seen({ status: 0 }, proxy)).toBe('unknown')
    expect(observe([hop(null, preflight('PUT'))], proxy).outcome).toBe('unknown')
  })
})
