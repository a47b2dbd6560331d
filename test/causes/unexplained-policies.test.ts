import { describe } from 'vitest'
import { chromeEntry, chromePreflight, firefoxEntry } from '../make-har.ts'
import { testCauses } from './cause-cases.ts'
import { ECHO } from './exchanges.ts'

const neverSent = (rest = {}) => ({
  entries: [firefoxEntry({ status: 0, neverSent: true, ...rest })],
  creator: 'Firefox',
})
const lost = (rest = {}) => [chromeEntry({ status: 0, error: 'net::ERR_FAILED', ...rest })]

describe('stopped by a policy of the response or of the browser', () => {
  const image = (error: string, response = {}): readonly object[] => [
    chromeEntry({ mode: 'no-cors', type: 'image', error, response }),
  ]
  testCauses([
    {
      when: 'Cross-Origin-Resource-Policy',
      entries: image('net::ERR_BLOCKED_BY_RESPONSE.NotSameOrigin', {
        'Cross-Origin-Resource-Policy': 'same-origin',
      }),
      shows: 'corp',
      confidence: 'high',
    },
    {
      when: 'Firefox shows such a response as any other',
      entries: [
        firefoxEntry({ mode: 'no-cors', response: { 'Cross-Origin-Resource-Policy': 'same-origin' } }),
      ],
      creator: 'Firefox',
      shows: 'corp',
      confidence: 'medium',
    },
    {
      when: 'with mode cors the policy does not count',
      entries: [firefoxEntry({ response: { ...ECHO, 'Cross-Origin-Resource-Policy': 'same-origin' } })],
      creator: 'Firefox',
      showsNot: 'corp',
    },
    {
      when: 'Cross-Origin-Embedder-Policy',
      entries: image('net::ERR_BLOCKED_BY_RESPONSE.NotSameOriginAfterDefaultedToSameOriginByCoep'),
      shows: 'coep',
    },
    {
      when: 'which is not corp',
      entries: image('net::ERR_BLOCKED_BY_RESPONSE.NotSameSite'),
      showsNot: 'coep',
    },
    { when: 'ORB', entries: image('net::ERR_BLOCKED_BY_ORB'), shows: 'orb' },
    { when: 'which is not CORP', entries: image('net::ERR_BLOCKED_BY_ORB'), showsNot: 'corp' },
    {
      when: 'CORP is not ORB',
      entries: image('net::ERR_BLOCKED_BY_RESPONSE.NotSameOrigin'),
      showsNot: 'orb',
    },
    {
      when: 'Firefox stops a tracker',
      entries: [firefoxEntry({ status: 0, neverSent: true, request: { Connection: 'keep-alive' } })],
      creator: 'Firefox',
      shows: 'blocked-by-tracking-protection',
    },
    {
      when: 'without Connection it is no tracker',
      ...neverSent(),
      showsNot: 'blocked-by-tracking-protection',
    },
    {
      when: 'local network access, on the preflight',
      entries: [
        chromePreflight({ status: 0, error: 'net::ERR_BLOCKED_BY_LOCAL_NETWORK_ACCESS_CHECKS' }),
        chromeEntry({ method: 'PUT', status: 0, error: 'net::ERR_FAILED' }),
      ],
      shows: 'local-network-access',
      confidence: 'high',
    },
    {
      when: 'a private address without a word',
      entries: lost({ url: 'https://192.168.1.10/status' }),
      shows: 'local-network-access',
      confidence: 'low',
    },
    { when: 'a public name', entries: lost(), showsNot: 'local-network-access' },
    {
      when: 'a private page',
      entries: lost({ url: 'https://192.168.1.10/status', page: 'http://192.168.1.2' }),
      showsNot: 'local-network-access',
    },
  ])
})

describe('headers that contradict the outcome', () => {
  testCauses([
    {
      when: 'blocked though allowed',
      entries: [chromeEntry({ error: 'net::ERR_FAILED', response: ECHO })],
      shows: 'headers-rewritten',
      confidence: 'medium',
    },
    { when: 'shared though not allowed', entries: [chromeEntry({})], shows: 'headers-rewritten' },
    {
      when: 'an extension leaves a trace of its redirect',
      entries: [
        chromeEntry({
          status: 307,
          request: { Host: null },
          response: { Location: 'https://b.test/', 'Non-Authoritative-Reason': 'WebRequest API' },
        }),
        chromeEntry({ at: 5, url: 'https://b.test/', error: 'net::ERR_FAILED', response: ECHO }),
      ],
      shows: 'headers-rewritten',
      confidence: 'high',
    },
    {
      when: 'blocked and not allowed is no contradiction',
      entries: [chromeEntry({ error: 'net::ERR_FAILED' })],
      showsNot: 'headers-rewritten',
    },
    {
      when: 'a Firefox that shows nothing at all',
      entries: [firefoxEntry({ status: 0, fields: { _securityState: undefined } })],
      creator: 'Firefox',
      shows: 'browser-refused',
      confidence: 'low',
    },
  ])
})
