import { describe } from 'vitest'
import { chromeEntry, firefoxEntry } from '../make-har.ts'
import { testCauses } from './cause-cases.ts'
import { ECHO } from './exchanges.ts'

const REFUSED = { status: 0, error: '', request: { Referer: '' } }
const neverSent = (rest = {}) => ({
  entries: [firefoxEntry({ status: 0, neverSent: true, ...rest })],
  creator: 'Firefox',
})
const redirect = (error: string | null, to = 'https://b.test/', rest = {}) =>
  chromeEntry({ status: 302, error, response: { ...ECHO, Location: to }, ...rest })

describe('refused before anything was sent', () => {
  testCauses([
    {
      when: 'an http URL on an https page is mixed content',
      entries: [chromeEntry({ ...REFUSED, url: 'http://api.test/' })],
      shows: 'mixed-content',
      confidence: 'high',
    },
    {
      when: 'localhost is not mixed content',
      entries: [chromeEntry({ ...REFUSED, url: 'http://localhost:8080/' })],
      showsNot: 'mixed-content',
    },
    {
      when: 'an http page has no mixed content',
      entries: [chromeEntry({ ...REFUSED, page: 'http://app.example', url: 'http://api.test/' })],
      showsNot: 'mixed-content',
    },
    {
      when: 'a redirect to http is mixed content',
      entries: [redirect('net::ERR_ABORTED', 'http://b.test/')],
      shows: 'mixed-content',
    },
    { when: 'so it is in Firefox', ...neverSent({ url: 'http://api.test/' }), shows: 'mixed-content' },
    {
      when: 'mixed content is no CSP',
      ...neverSent({ url: 'http://api.test/' }),
      showsNot: 'csp',
    },
    {
      when: 'an XMLHttpRequest with an empty error may be CSP',
      entries: [chromeEntry({ ...REFUSED, type: 'xhr' })],
      shows: 'csp',
      confidence: 'medium',
    },
    {
      when: 'a fetch with an empty error hardly is',
      entries: [chromeEntry(REFUSED)],
      shows: 'csp',
      confidence: 'low',
    },
    {
      when: 'a fetch with an empty error may be blocked by the developer tools',
      entries: [chromeEntry(REFUSED)],
      shows: 'devtools-request-blocking',
      confidence: 'medium',
    },
    {
      when: 'mixed content is not the developer tools’ doing',
      entries: [chromeEntry({ ...REFUSED, url: 'http://api.test/' })],
      showsNot: 'devtools-request-blocking',
    },
    {
      when: 'Playwright says csp',
      entries: [chromeEntry({ status: -1, fields: { response: { status: -1, _failureText: 'csp' } } })],
      creator: 'Playwright',
      shows: 'csp',
      confidence: 'high',
    },
    { when: 'Firefox does not say csp', ...neverSent(), shows: 'csp', confidence: 'low' },
    {
      when: 'a response that came is no CSP',
      entries: [chromeEntry({ error: 'net::ERR_FAILED', response: ECHO })],
      showsNot: 'csp',
    },
    {
      when: 'a file URL',
      entries: [chromeEntry({ ...REFUSED, url: 'file:///etc/hostname' })],
      shows: 'local-file',
    },
    { when: 'a web URL is no file', entries: [chromeEntry(REFUSED)], showsNot: 'local-file' },
    {
      when: 'a port that Chrome calls unsafe',
      entries: [chromeEntry({ status: 0, error: 'net::ERR_UNSAFE_PORT', url: 'https://api.test:22/' })],
      shows: 'unsafe-port',
    },
    { when: 'that port in Firefox', ...neverSent({ url: 'https://api.test:25/' }), shows: 'unsafe-port' },
    { when: 'a good port', ...neverSent({ url: 'https://api.test:8443/' }), showsNot: 'unsafe-port' },
    {
      when: 'an Origin is missing where Firefox makes up a cors request: mode same-origin',
      entries: [firefoxEntry({ status: 0, neverSent: true, request: { Origin: null } })],
      creator: 'Firefox',
      shows: 'same-origin-mode',
    },
    { when: 'an Origin is there', ...neverSent(), showsNot: 'same-origin-mode' },
    {
      when: 'mode same-origin is redirected away',
      entries: [
        redirect('net::ERR_ABORTED', 'https://b.test/', {
          url: 'https://app.example/r',
          mode: 'same-origin',
          request: { Origin: null, 'Sec-Fetch-Site': 'same-origin' },
        }),
      ],
      shows: 'same-origin-mode',
      confidence: 'high',
    },
  ])
})

describe('redirects that end a fetch', () => {
  testCauses([
    {
      when: 'a good redirect that failed: mode error',
      entries: [redirect('net::ERR_FAILED')],
      shows: 'redirect-mode-error',
      confidence: 'high',
    },
    {
      when: 'a redirect without CORS headers is not that',
      entries: [
        chromeEntry({ status: 302, error: 'net::ERR_FAILED', response: { Location: 'https://b.test/' } }),
      ],
      showsNot: 'redirect-mode-error',
    },
    {
      when: 'a target that was given up: mode manual',
      entries: [
        redirect(null),
        chromeEntry({ at: 5, url: 'https://b.test/', status: 0, error: 'net::ERR_ABORTED' }),
      ],
      shows: 'redirect-mode-manual',
    },
    {
      when: 'an abort without a redirect is not mode manual',
      entries: [chromeEntry({ status: 0, error: 'net::ERR_ABORTED' })],
      showsNot: 'redirect-mode-manual',
    },
    {
      when: 'a redirect that the browser would not follow',
      entries: [redirect('net::ERR_ABORTED')],
      shows: 'redirect-refused',
      confidence: 'medium',
    },
    {
      when: 'to http it is mixed content',
      entries: [redirect('', 'http://b.test/')],
      showsNot: 'redirect-refused',
    },
    {
      when: 'a redirect whose target Firefox never asked',
      entries: [
        firefoxEntry({ status: 302, response: { ...ECHO, Location: 'https://b.test/' } }),
        firefoxEntry({ at: 5, url: 'https://b.test/', status: 0, neverSent: true }),
      ],
      creator: 'Firefox',
      shows: 'redirect-refused',
    },
  ])
})
