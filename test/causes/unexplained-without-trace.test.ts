import { describe } from 'vitest'
import { chromeEntry, chromePreflight, firefoxEntry } from '../make-har.ts'
import { type CauseCase, testCauses } from './cause-cases.ts'
import { ECHO } from './exchanges.ts'

const lost = (rest = {}) => [chromeEntry({ status: 0, error: 'net::ERR_FAILED', ...rest })]

describe('status 0 and net::ERR_FAILED without a preflight', () => {
  const workers: readonly CauseCase[] = [
    { when: 'may be the cache', entries: lost(), shows: 'http-cache', confidence: 'low' },
    { when: 'may be a service worker', entries: lost(), shows: 'service-worker', confidence: 'low' },
    { when: 'no more than may', entries: lost(), shows: 'browser-refused', confidence: 'low' },
    { when: 'a POST is not cached', entries: lost({ method: 'POST' }), showsNot: 'http-cache' },
    {
      when: 'a PUT without a preflight points to a service worker',
      entries: lost({ method: 'PUT' }),
      shows: 'service-worker',
      confidence: 'medium',
    },
    {
      when: 'or to a preflight that was filtered out',
      entries: lost({ method: 'PUT' }),
      shows: 'response-not-recorded',
      confidence: 'low',
    },
    {
      when: 'an insecure page has no service worker',
      entries: lost({ page: 'http://app.example', url: 'http://api.test/' }),
      showsNot: 'service-worker',
    },
    {
      when: 'without client hints a worker asked',
      entries: lost({ request: { 'sec-ch-ua': null } }),
      shows: 'dedicated-worker',
      confidence: 'medium',
    },
    { when: 'with client hints the page asked', entries: lost(), showsNot: 'dedicated-worker' },
    {
      when: 'somebody asked with no-cors in the meantime: a service worker',
      entries: [
        ...lost({ time: 50 }),
        chromeEntry({ at: 10, mode: 'no-cors', response: { 'Cache-Control': 'no-store' } }),
      ],
      fetch: 0,
      shows: 'service-worker',
      confidence: 'medium',
    },
    {
      when: 'Firefox shows what a service worker took',
      entries: [
        firefoxEntry({
          status: 0,
          neverSent: true,
          request: { Connection: 'keep-alive', 'Sec-Fetch-Mode': 'cors' },
        }),
      ],
      creator: 'Firefox',
      shows: 'service-worker',
      confidence: 'high',
    },
    {
      when: 'Playwright leaves the headers out',
      entries: [chromeEntry({ fields: { response: { status: -1, _failureText: 'net::ERR_FAILED' } } })],
      creator: 'Playwright',
      shows: 'playwright-withholds',
      confidence: 'high',
    },
    { when: 'Chrome does not', entries: lost(), showsNot: 'playwright-withholds' },
    {
      when: 'chrome-har leaves the failed request out',
      entries: [
        chromePreflight({
          response: {
            ...ECHO,
            'Access-Control-Allow-Methods': 'PUT',
            'Access-Control-Allow-Credentials': 'true',
          },
        }),
      ],
      creator: 'chrome-har',
      shows: 'response-not-recorded',
      confidence: 'high',
    },
    { when: 'a GET needs no preflight', entries: lost(), showsNot: 'response-not-recorded' },
  ]
  testCauses(workers)
})
