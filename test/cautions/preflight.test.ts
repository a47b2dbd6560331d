import { chromeEntry, chromePreflight, firefoxEntry, firefoxPreflight } from '../make-har.ts'
import { get, put, STAR, testCaution } from './caution-cases.ts'

testCaution('preflight-header-on-response', [
  {
    when: 'methods on a GET',
    entries: get({ ...STAR, 'Access-Control-Allow-Methods': 'GET, PUT' }),
    noticed: true,
    says: ['Access-Control-Allow-Methods'],
  },
  { when: 'none', entries: get(STAR), noticed: false },
  {
    when: 'on the preflight they belong',
    entries: put({ ...STAR, 'Access-Control-Allow-Methods': 'PUT' }),
    noticed: false,
  },
])

testCaution('max-age-above-limit', [
  {
    when: 'a day, in Chrome',
    entries: put({ ...STAR, 'Access-Control-Max-Age': '86400' }),
    noticed: true,
    says: ['Access-Control-Max-Age: 86400'],
  },
  { when: 'two hours', entries: put({ ...STAR, 'Access-Control-Max-Age': '7200' }), noticed: false },
  {
    when: 'a day, in Firefox',
    entries: [
      firefoxPreflight({ method: 'PUT', response: { ...STAR, 'Access-Control-Max-Age': '86400' } }),
      firefoxEntry({ method: 'PUT', response: STAR }),
    ],
    creator: 'Firefox',
    noticed: false,
  },
  {
    when: 'more than a day, in Firefox',
    entries: [
      firefoxPreflight({ method: 'PUT', response: { ...STAR, 'Access-Control-Max-Age': '86401' } }),
      firefoxEntry({ method: 'PUT', response: STAR }),
    ],
    creator: 'Firefox',
    noticed: true,
  },
])

testCaution('max-age-zero', [
  { when: '0', entries: put({ ...STAR, 'Access-Control-Max-Age': '0' }), noticed: true },
  { when: '-1', entries: put({ ...STAR, 'Access-Control-Max-Age': '-1' }), noticed: true },
  { when: '600', entries: put({ ...STAR, 'Access-Control-Max-Age': '600' }), noticed: false },
  { when: 'absent', entries: put(STAR), noticed: false },
])

testCaution('access-control-request-header-by-mistake', [
  {
    when: 'the page sends it and the server lets it pass',
    entries: put(
      { ...STAR, 'Access-Control-Allow-Headers': 'access-control-allow-origin' },
      'access-control-allow-origin',
    ),
    noticed: true,
    says: ['access-control-allow-origin'],
  },
  {
    when: 'what the server refuses is the rule’s business',
    entries: [
      chromePreflight({
        asks: 'access-control-allow-origin',
        response: { ...STAR, 'Access-Control-Allow-Methods': 'PUT' },
      }),
      chromeEntry({
        method: 'PUT',
        status: 0,
        error: 'net::ERR_FAILED',
        request: { 'access-control-allow-origin': '*' },
      }),
    ],
    noticed: false,
  },
  {
    when: 'another header',
    entries: put({ ...STAR, 'Access-Control-Allow-Headers': 'x-a' }, 'x-a'),
    noticed: false,
  },
])

testCaution('wildcard-covers-authorization', [
  {
    when: 'only * covers it',
    entries: put({ ...STAR, 'Access-Control-Allow-Headers': '*' }, 'authorization'),
    noticed: true,
    says: ['Authorization'],
  },
  {
    when: 'it is named',
    entries: put({ ...STAR, 'Access-Control-Allow-Headers': '*, authorization' }, 'authorization'),
    noticed: false,
  },
  {
    when: 'another header',
    entries: put({ ...STAR, 'Access-Control-Allow-Headers': '*' }, 'x-a'),
    noticed: false,
  },
])
