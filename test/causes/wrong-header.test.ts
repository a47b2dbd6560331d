import { describe } from 'vitest'
import { chromeEntry } from '../make-har.ts'
import { testCauses } from './cause-cases.ts'
import { afterPreflight, blocked, ECHO, FAILED, PAGE, shared } from './exchanges.ts'

describe('the header is there, and wrong', () => {
  const star = { 'Access-Control-Allow-Origin': '*' }
  const fixed = { 'Access-Control-Allow-Origin': 'https://old.example' }
  const withCookie = { request: { Cookie: 'a=b' }, credentials: 'include' } as const
  const echoed = { ...ECHO, 'Access-Control-Allow-Credentials': 'true' }
  testCauses([
    {
      when: 'twice the same',
      entries: [blocked({ response: { 'Access-Control-Allow-Origin': [PAGE, PAGE] } })],
      shows: 'set-twice',
    },
    {
      when: '* and an origin in one line',
      entries: [blocked({ response: { 'Access-Control-Allow-Origin': `*, ${PAGE}` } })],
      shows: 'set-twice',
    },
    {
      when: 'a list that somebody wrote',
      entries: [blocked({ response: { 'Access-Control-Allow-Origin': `${PAGE}, https://b.example` } })],
      showsNot: 'set-twice',
    },
    {
      when: 'two pages get the same origin',
      entries: [chromeEntry({ page: 'https://old.example', response: fixed }), blocked({ response: fixed })],
      shows: 'fixed-origin-string',
      confidence: 'high',
    },
    {
      when: 'each page gets its own, and this one another’s',
      entries: [
        shared({
          page: 'https://c.example',
          response: { 'Access-Control-Allow-Origin': 'https://c.example' },
        }),
        blocked({ response: { ...fixed, Vary: 'Origin' } }),
      ],
      showsNot: 'fixed-origin-string',
    },
    {
      when: '* for a call before the login, after a preflight with the origin',
      entries: afterPreflight(
        { response: star, credentials: 'include' },
        { response: { ...echoed, 'Access-Control-Allow-Methods': 'PUT' } },
      ),
      shows: 'starlette-cookieless-first-call',
    },
    {
      when: '* for everybody',
      entries: [blocked({ response: star, credentials: 'include' })],
      showsNot: 'starlette-cookieless-first-call',
    },
    {
      when: '* without a cookie, the origin with one',
      entries: [
        chromeEntry({ ...withCookie, response: echoed }),
        blocked({ response: star, credentials: 'include' }),
      ],
      shows: 'starlette-cookieless-first-call',
    },
    {
      when: 'a cache gives another page’s copy',
      entries: [blocked({ response: { ...fixed, 'X-Cache': 'Hit from cloudfront' } })],
      shows: 'cdn-cached-without-vary',
      confidence: 'high',
    },
    {
      when: 'a cache gives a copy without the header',
      entries: [blocked({ response: { Age: '120' } })],
      shows: 'cdn-cached-without-vary',
      confidence: 'medium',
    },
    {
      when: 'a cache that knows what varies',
      entries: [blocked({ response: { Age: '120', Vary: 'Origin' } })],
      showsNot: 'cdn-cached-without-vary',
    },
    {
      when: 'a miss',
      entries: [blocked({ response: { ...fixed, 'X-Cache': 'Miss from cloudfront' } })],
      showsNot: 'cdn-cached-without-vary',
    },
    {
      when: 'the copy of an image',
      entries: [
        chromeEntry({ mode: 'no-cors', type: 'image' }),
        chromeEntry({ at: 500, status: 0, ...FAILED }),
      ],
      shows: 'img-cached-then-fetch',
    },
    {
      when: 'an image with crossorigin',
      entries: [chromeEntry({ type: 'image', ...FAILED }), chromeEntry({ at: 500, status: 0, ...FAILED })],
      showsNot: 'img-cached-then-fetch',
    },
  ])
})
