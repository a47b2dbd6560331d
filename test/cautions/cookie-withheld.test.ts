import { chromeEntry } from '../make-har.ts'
import { testCaution, WITH_CREDENTIALS } from './caution-cases.ts'

const login = (cookie: string): object =>
  chromeEntry({
    method: 'POST',
    credentials: 'include',
    url: 'https://api.test/login',
    response: { ...WITH_CREDENTIALS, 'Set-Cookie': cookie },
  })
const refused = (rest = {}): object =>
  chromeEntry({ at: 500, status: 401, credentials: 'include', response: WITH_CREDENTIALS, ...rest })

testCaution('cookie-withheld', [
  {
    when: 'a cookie without SameSite=None',
    entries: [login('session=abc; HttpOnly; Secure'), refused()],
    noticed: true,
    says: ['session'],
  },
  {
    when: 'a cookie without Secure',
    entries: [login('session=abc; SameSite=None'), refused()],
    noticed: true,
  },
  {
    when: 'a cookie that goes to other sites',
    entries: [login('session=abc; SameSite=None; Secure'), refused()],
    noticed: false,
  },
  { when: 'no cookie was ever set', entries: [refused()], noticed: false },
  {
    when: 'a cookie that was taken away',
    entries: [login('session=; Max-Age=0'), refused()],
    noticed: false,
  },
  {
    when: 'a cookie came along',
    entries: [login('session=abc; Secure'), refused({ request: { Cookie: 'session=abc' } })],
    noticed: false,
  },
  {
    when: 'the answer was given',
    entries: [login('session=abc; Secure'), refused({ status: 200 })],
    noticed: false,
  },
  {
    when: 'the sites are the same',
    entries: [login('session=abc; Secure'), refused({ request: { 'Sec-Fetch-Site': 'same-site' } })],
    noticed: false,
  },
])
