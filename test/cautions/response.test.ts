import { expect, test } from 'vitest'
import { chromeEntry } from '../make-har.ts'
import { cautionsIn, ECHO, get, PAGE, STAR, testCaution, WITH_CREDENTIALS } from './caution-cases.ts'

testCaution('response-header-not-exposed', [
  {
    when: 'an application’s header is not named',
    entries: get({ ...STAR, 'X-Total-Count': '120', Date: 'Mon, 01 Jan 2026 00:00:00 GMT', 'CF-Ray': '1' }),
    noticed: true,
    says: ['X-Total-Count'],
  },
  {
    when: 'it is named',
    entries: get({ ...STAR, 'X-Total-Count': '1', 'Access-Control-Expose-Headers': 'x-total-count' }),
    noticed: false,
  },
  {
    when: 'only the transport’s headers are there',
    entries: get({
      ...STAR,
      Date: 'now',
      Server: 'nginx',
      Vary: 'Origin',
      'Set-Cookie': 'a=b',
      'Content-Type': 'text/html',
      ETag: '"1"',
      'X-Cache': 'HIT',
      'Strict-Transport-Security': 'max-age=1',
    }),
    noticed: false,
  },
  {
    when: '* counts without credentials',
    entries: get({ ...STAR, 'X-Total-Count': '1', 'Access-Control-Expose-Headers': '*' }),
    noticed: false,
  },
  {
    when: '* does not count with credentials',
    entries: get(
      { ...WITH_CREDENTIALS, 'X-Total-Count': '1', 'Access-Control-Expose-Headers': '*' },
      { credentials: 'include' },
    ),
    noticed: true,
    says: ['X-Total-Count'],
  },
  {
    when: 'an image reads no headers',
    entries: get({ ...STAR, 'X-Total-Count': '1' }, { type: 'image' }),
    noticed: false,
  },
  {
    when: 'a blocked response has worse troubles',
    entries: get({ 'X-Total-Count': '1' }, { error: 'net::ERR_FAILED' }),
    noticed: false,
  },
])

test('a header that is there twice isn’t another origin that the server allows', () => {
  const twice = { 'Access-Control-Allow-Origin': `${PAGE}, ${PAGE}` }
  const entries = [
    chromeEntry({ response: twice, error: 'net::ERR_FAILED' }),
    chromeEntry({ at: 100, response: ECHO }),
  ]
  const found = cautionsIn(entries).find(({ id }) => id === 'vary-origin-missing')
  expect(found?.detail).toContain('If the server allows other origins too, a')
})

testCaution('vary-origin-missing', [
  { when: 'the page’s origin, no Vary', entries: get(ECHO), noticed: true, says: [PAGE] },
  {
    when: 'another page got its own origin',
    entries: [
      chromeEntry({
        page: 'https://b.example',
        response: { 'Access-Control-Allow-Origin': 'https://b.example' },
      }),
      chromeEntry({ at: 100, response: ECHO }),
    ],
    noticed: true,
  },
  {
    when: 'every page gets the same value',
    entries: [
      chromeEntry({ page: 'https://b.example', response: ECHO, error: 'net::ERR_FAILED' }),
      chromeEntry({ at: 100, response: ECHO }),
    ],
    noticed: false,
  },
  { when: 'Vary among others', entries: get({ ...ECHO, Vary: 'Accept-Encoding, origin' }), noticed: false },
  { when: 'Vary: *', entries: get({ ...ECHO, Vary: '*' }), noticed: false },
  { when: '* is the same for all', entries: get(STAR), noticed: false },
  { when: 'no cache keeps it', entries: get({ ...ECHO, 'Cache-Control': 'no-store' }), noticed: false },
])
