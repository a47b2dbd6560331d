import { describe, expect, it } from 'vitest'
import type { Recording } from '../../src/har/har-entry.ts'
import { readHarText } from '../../src/har/read-har.ts'

const chrome =
  'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36'
const edge = `${chrome} Edg/156.0.0.0`
const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:153.0) Gecko/20100101 Firefox/153.0'
const safari =
  'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.0 Safari/605.1.15'
const chromeOnIos =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/156.0 Mobile/15E148 Safari/604.1'

function recordingOf(log: object, ...userAgents: string[]): Recording {
  const entries = userAgents.map((value) => ({
    request: { method: 'GET', url: 'https://api.example/', headers: [{ name: 'User-Agent', value }] },
  }))
  return readHarText(JSON.stringify({ log: { ...log, entries } }), 3, 'a.har').recording
}
const writtenBy = (name: string, ...userAgents: string[]) =>
  recordingOf({ creator: { name, version: '1.0' } }, ...userAgents)

describe('recording', () => {
  it('names the writer and the file', () => {
    expect(writtenBy('Charles Proxy')).toMatchObject({ file: 3, name: 'a.har', creator: 'Charles Proxy 1.0' })
    expect(recordingOf({})).toMatchObject({ creator: '', browser: 'unknown' })
    expect(recordingOf({ creator: 'me', browser: 5 })).toMatchObject({ creator: '', browser: 'unknown' })
  })

  it('takes the word of a browser that wrote it, whatever the User-Agent', () => {
    expect(writtenBy('WebInspector', safari).browser).toBe('chromium')
    expect(writtenBy('Firefox', chrome).browser).toBe('firefox')
    expect(writtenBy('WebKit Web Inspector').browser).toBe('webkit')
    expect(writtenBy('chrome-har').browser).toBe('chromium')
  })

  it.each([
    ['chromium', 'chromium'],
    ['firefox', 'firefox'],
    ['webkit', 'webkit'],
    ['msedge', 'chromium'],
  ])('takes %s for %s where Playwright drove it', (name, browser) => {
    expect(recordingOf({ creator: { name: 'Playwright' }, browser: { name } }).browser).toBe(browser)
  })

  it.each([
    [chrome, 'chromium'],
    [edge, 'chromium'],
    [firefox, 'firefox'],
    [safari, 'webkit'],
    [chromeOnIos, 'webkit'],
    ['curl/8.0', 'unknown'],
  ])('recognizes a browser behind a proxy by %s', (userAgent, browser) => {
    expect(writtenBy('mitmproxy', userAgent, 'axios/1.0').browser).toBe(browser)
  })

  it('does not guess where User-Agents disagree', () => {
    expect(writtenBy('Fiddler', chrome, firefox).browser).toBe('unknown')
  })

  it('knows a bare list of entries by the fields of their browser', () => {
    const request = { method: 'GET', url: 'https://api.example/' }
    const browserOf = (entry: object) => readHarText(JSON.stringify([entry]), 0, '').recording.browser
    expect(browserOf({ request, response: { _error: null }, _initiator: { type: 'script' } })).toBe(
      'chromium',
    )
    expect(browserOf({ request, _securityState: 'secure' })).toBe('firefox')
  })

  it('says what a writer leaves out', () => {
    const gaps = ({ recordsPreflights, recordsFailures, recordsBlockedHeaders }: Recording) =>
      [recordsPreflights, recordsFailures, recordsBlockedHeaders].map(Number).join('')
    expect(gaps(writtenBy('WebInspector'))).toBe('111')
    expect(gaps(writtenBy('Firefox'))).toBe('111')
    expect(gaps(writtenBy('HTTP Toolkit'))).toBe('111')
    expect(gaps(writtenBy('Playwright'))).toBe('010')
    expect(gaps(writtenBy('chrome-har'))).toBe('101')
    expect(gaps(recordingOf({ creator: { name: 'Browsertime' }, browser: { name: 'Chrome' } }))).toBe('101')
    expect(gaps(writtenBy('WebKit Web Inspector'))).toBe('011')
  })
})
