import modeSameOrigin from '../../src/rules/mode-same-origin.ts'
import noCorsRedirectMode from '../../src/rules/no-cors-redirect-mode.ts'
import schemeNotHttp from '../../src/rules/scheme-not-http.ts'
import { failureOf } from './failures.ts'
import { testRule } from './test-rule.ts'

const sameOrigin = failureOf({ mode: 'same-origin' })
const noCors = failureOf({ mode: 'no-cors', redirectMode: 'error' })
const file = failureOf({ urlList: ['file:///data.json'], origin: 'null' })

testRule(modeSameOrigin, {
  matches: [
    {
      failure: sameOrigin,
      summary:
        'The request\'s mode is "same-origin", but `https://api.example/items` isn\'t on `https://app.example`.',
      fix: [{ type: 'client', what: 'mode' }],
    },
  ],
  ignores: [
    { failure: noCors, by: 'no-cors-redirect-mode' },
    { failure: file, by: 'scheme-not-http' },
  ],
})

testRule(noCorsRedirectMode, {
  matches: [
    {
      failure: noCors,
      summary: 'The request\'s mode is "no-cors" and its redirect mode `error`; only "follow" works.',
      fix: [{ type: 'client', what: 'mode' }],
    },
    {
      failure: failureOf({ mode: 'no-cors', redirectMode: 'manual' }),
      summary: 'The request\'s mode is "no-cors" and its redirect mode `manual`; only "follow" works.',
      fix: [{ type: 'client', what: 'mode' }],
    },
  ],
  ignores: [{ failure: sameOrigin, by: 'mode-same-origin' }],
})

testRule(schemeNotHttp, {
  matches: [
    {
      failure: file,
      summary: "`file:///data.json` isn't http or https.",
      fix: [{ type: 'client', what: 'request URL' }],
    },
  ],
  ignores: [
    { failure: failureOf({ urlList: ['file:///data.json'], mode: 'same-origin' }), by: 'mode-same-origin' },
  ],
})
