import redirectBodyStream from '../../src/rules/redirect-body-stream.ts'
import redirectLimit from '../../src/rules/redirect-limit.ts'
import redirectLocationInvalid from '../../src/rules/redirect-location-invalid.ts'
import redirectModeError from '../../src/rules/redirect-mode-error.ts'
import redirectSchemeNotHttp from '../../src/rules/redirect-scheme-not-http.ts'
import redirectUrlIncludesCredentials from '../../src/rules/redirect-url-includes-credentials.ts'
import { API, response } from '../fetch/records.ts'
import { ALLOW, failureOf, redirectedTo } from './failures.ts'
import { testRule } from './test-rule.ts'

const toUrl = { type: 'client', what: 'request URL' } as const
const stream = { method: 'POST', bodySourceIsNull: true }

testRule(redirectModeError, {
  matches: [
    {
      failure: redirectedTo('/items/', { redirectMode: 'error' }, 308),
      summary: "The server redirects (308), but the request's redirect mode is `error`.",
      fix: [{ type: 'client', what: 'redirect mode' }],
    },
  ],
  ignores: [
    {
      failure: failureOf({ redirectMode: 'error' }, { actual: response(302, 'Location: /items/') }),
      by: 'allow-origin-missing',
    },
  ],
})

testRule(redirectLocationInvalid, {
  matches: [
    {
      failure: redirectedTo('http://'),
      summary: "The redirect leads to `http://`, which isn't a URL.",
      fix: [toUrl],
    },
  ],
  ignores: [{ failure: redirectedTo('foo://x'), by: 'redirect-scheme-not-http' }],
})

testRule(redirectSchemeNotHttp, {
  matches: [
    {
      failure: redirectedTo('myapp://done'),
      summary: "The redirect leads to `myapp://done`, which isn't http or https.",
      fix: [toUrl],
    },
  ],
  ignores: [{ failure: redirectedTo('https://u@b.example/'), by: 'redirect-url-includes-credentials' }],
})

const loop = Array.from({ length: 21 }, () => ({ actual: response(302, ALLOW, `Location: ${API}`) }))
testRule(redirectLimit, {
  matches: [
    {
      failure: failureOf({}, ...loop),
      summary: 'The server redirected 21 times; browsers stop after 20.',
      fix: [toUrl],
    },
  ],
  ignores: [
    {
      failure: failureOf({}, ...loop.slice(1), { actual: response(302, ALLOW, 'Location: foo://x') }),
      by: 'redirect-scheme-not-http',
    },
  ],
})

testRule(redirectUrlIncludesCredentials, {
  matches: [
    {
      failure: redirectedTo('https://user:secret@api.example/'),
      summary:
        'The redirect leads to a URL with a user name or password: `https://user:secret@api.example/`.',
      fix: [{ type: 'redirect without credentials' }],
    },
  ],
  ignores: [{ failure: redirectedTo('ftp://user@api.example/'), by: 'redirect-scheme-not-http' }],
})

testRule(redirectBodyStream, {
  matches: [
    {
      failure: redirectedTo('/items/', stream, 307),
      summary:
        'The redirect (307) requires sending the body again; a `ReadableStream` can be sent only once.',
      fix: [{ type: 'client', what: 'request body' }],
    },
  ],
  ignores: [
    { failure: redirectedTo('https://u@api.example/', stream, 307), by: 'redirect-url-includes-credentials' },
  ],
})
