import { chromeEntry } from '../make-har.ts'
import { ECHO, get, PAGE, STAR, testCaution, WITH_CREDENTIALS } from './caution-cases.ts'

testCaution('null-origin-allowed', [
  {
    when: 'shared with null',
    entries: get(
      { 'Access-Control-Allow-Origin': 'null' },
      { page: 'https://x.example', request: { Origin: 'null' } },
    ),
    noticed: true,
    says: ['null'],
  },
  {
    when: 'null is allowed, and the page has another origin',
    entries: get({ 'Access-Control-Allow-Origin': 'null' }, { error: 'net::ERR_FAILED' }),
    noticed: false,
  },
])

testCaution('credentials-with-wildcard-header', [
  { when: 'both', entries: get({ ...STAR, 'Access-Control-Allow-Credentials': 'true' }), noticed: true },
  {
    when: 'both, and blocked for it',
    entries: get(
      { ...STAR, 'Access-Control-Allow-Credentials': 'true' },
      { credentials: 'include', error: 'net::ERR_FAILED' },
    ),
    noticed: true,
  },
  { when: 'an origin', entries: get(WITH_CREDENTIALS), noticed: false },
  { when: 'false', entries: get({ ...STAR, 'Access-Control-Allow-Credentials': 'false' }), noticed: false },
])

testCaution('http-origin-trusted', [
  {
    when: 'an http page',
    entries: get({ 'Access-Control-Allow-Origin': 'http://app.example' }, { page: 'http://app.example' }),
    noticed: true,
    says: ['http://app.example'],
  },
  {
    when: 'the developer’s own machine',
    entries: get(
      { 'Access-Control-Allow-Origin': 'http://localhost:3000' },
      { page: 'http://localhost:3000' },
    ),
    noticed: false,
  },
  {
    when: 'an http API has nothing to lose',
    entries: get(
      { 'Access-Control-Allow-Origin': 'http://app.example' },
      { page: 'http://app.example', url: 'http://api.test/' },
    ),
    noticed: false,
  },
  { when: 'an https page', entries: get(ECHO), noticed: false },
])

const asked = (page: string, allowed: string, credentials = 'true', at = 0) =>
  chromeEntry({
    at,
    page,
    credentials: 'include',
    response: { 'Access-Control-Allow-Origin': allowed, 'Access-Control-Allow-Credentials': credentials },
    error: page === allowed && credentials === 'true' ? null : 'net::ERR_FAILED',
  })

testCaution('reflects-any-origin', [
  {
    when: 'two strangers',
    entries: [asked('https://evil.test', 'https://evil.test'), asked(PAGE, PAGE, 'true', 100)],
    noticed: true,
    says: [PAGE, 'https://evil.test'],
  },
  {
    when: 'two hosts of one site',
    entries: [asked('https://b.app.example', 'https://b.app.example'), asked(PAGE, PAGE, 'true', 100)],
    noticed: false,
  },
  {
    when: 'two users of one host, whose domain is a public suffix',
    entries: [
      asked('https://ann.github.io', 'https://ann.github.io'),
      asked('https://bob.github.io', 'https://bob.github.io', 'true', 100),
    ],
    noticed: true,
  },
  {
    when: 'two companies of one country',
    entries: [
      asked('https://ann.co.uk', 'https://ann.co.uk'),
      asked('https://bob.co.uk', 'https://bob.co.uk', 'true', 100),
    ],
    noticed: true,
  },
  {
    when: 'two hosts of a company of that country',
    entries: [
      asked('https://a.ann.co.uk', 'https://a.ann.co.uk'),
      asked('https://b.ann.co.uk', 'https://b.ann.co.uk', 'true', 100),
    ],
    noticed: false,
  },
  {
    when: 'a stranger is refused',
    entries: [asked('https://evil.test', PAGE), asked(PAGE, PAGE, 'true', 100)],
    noticed: false,
  },
  {
    when: 'without credentials',
    entries: [asked('https://evil.test', 'https://evil.test', 'no'), asked(PAGE, PAGE, 'no', 100)],
    noticed: false,
  },
  {
    when: 'the developer’s own machine',
    entries: [asked('http://localhost:3000', 'http://localhost:3000'), asked(PAGE, PAGE, 'true', 100)],
    noticed: false,
  },
])

const blockedPost = { method: 'POST', credentials: 'include', error: 'net::ERR_FAILED' } as const

testCaution('state-changing-simple-request', [
  { when: 'a POST with cookies, blocked', entries: get({}, blockedPost), noticed: true, says: ['POST'] },
  {
    when: 'without credentials it is nobody’s POST',
    entries: get({}, { method: 'POST', error: 'net::ERR_FAILED' }),
    noticed: false,
  },
  { when: 'the server refused it', entries: get({}, { ...blockedPost, status: 403 }), noticed: false },
  { when: 'it was shared', entries: get(WITH_CREDENTIALS, { ...blockedPost, error: null }), noticed: false },
  { when: 'a GET changes nothing', entries: get({}, { ...blockedPost, method: 'GET' }), noticed: false },
  {
    when: 'but one that sets a cookie',
    entries: get({ 'Set-Cookie': 'a=b' }, { ...blockedPost, method: 'GET' }),
    noticed: true,
  },
  {
    when: 'a preflight was due',
    entries: get({}, { ...blockedPost, request: { 'X-A': '1' } }),
    noticed: false,
  },
])
