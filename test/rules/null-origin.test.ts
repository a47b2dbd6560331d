import { describe, expect, it } from 'vitest'
import allowOriginNullAfterRedirect from '../../src/rules/allow-origin-null-after-redirect.ts'
import { explainFailure } from '../../src/rules/index.ts'
import requestOriginNull from '../../src/rules/request-origin-null.ts'
import { API, CDN, PAGE, response } from '../fetch/records.ts'
import { ALLOW, answered, failureOf } from './failures.ts'
import { testRule, words } from './test-rule.ts'

const O = 'Access-Control-Allow-Origin'
const toCdn = { actual: response(302, ALLOW, `Location: ${CDN}`) }
const fromNowhere = (...lines: readonly string[]) =>
  failureOf({ origin: 'null', credentialsMode: 'include' }, { actual: response(200, ...lines) })
const afterRedirect = (...lines: readonly string[]) =>
  failureOf(
    { credentialsMode: 'include', urlList: [`${PAGE}/x`] },
    { actual: response(302, `Location: ${API}`) },
    {
      actual: response(302, ALLOW, 'Access-Control-Allow-Credentials: true', `Location: ${CDN}`),
    },
    { actual: response(200, ...lines) },
  )

testRule(allowOriginNullAfterRedirect, {
  matches: [
    {
      failure: failureOf({}, toCdn, { actual: response(200, ALLOW) }),
      summary: `After a redirect the browser sends \`Origin: null\`; the response allows \`${PAGE}\`.`,
      fix: [{ type: 'client', what: 'request URL' }],
      detail: /^`https:\/\/api\.example` redirected the request to another origin/,
    },
    {
      failure: afterRedirect(ALLOW),
      summary: `After a redirect the browser sends \`Origin: null\`; the response allows \`${PAGE}\`.`,
      fix: [{ type: 'client', what: 'request URL' }],
      detail: /^`https:\/\/api\.example` .* Call `https:\/\/cdn\.example\/items` directly/,
    },
  ],
  ignores: [
    { failure: answered(`${O}: null`), by: 'allow-origin-null' },
    { failure: failureOf({}, toCdn, { actual: response(200) }), by: 'allow-origin-missing' },
    { failure: failureOf({ origin: 'null' }, { actual: response(200, ALLOW) }), by: 'request-origin-null' },
  ],
})

testRule(requestOriginNull, {
  matches: [
    {
      failure: fromNowhere(ALLOW),
      summary: `The page's origin is \`null\`; the response allows \`${PAGE}\`.`,
      fix: [{ type: 'client', what: 'page origin' }],
      detail: /opened from disk/,
    },
    {
      failure: fromNowhere(`${O}:`),
      summary: "The page's origin is `null`; the response allows ``.",
      fix: [{ type: 'client', what: 'page origin' }],
    },
  ],
  ignores: [
    {
      failure: failureOf({}, toCdn, { actual: response(200, ALLOW) }),
      by: 'allow-origin-null-after-redirect',
    },
  ],
})

describe('null is never allowed, whichever rule speaks', () => {
  const lines: readonly (readonly string[])[] = [
    [],
    [`${O}: *`],
    [ALLOW, ALLOW],
    [ALLOW],
    [`${O}:`],
    [`${O}: Null`],
  ]

  it.each(lines)('answered with %j and %j', (...given) => {
    for (const [failure, what, says] of [
      [fromNowhere(...given), 'page origin', /Serve it from `http:\/\/localhost`/],
      [afterRedirect(...given), 'request URL', /Call .* directly/],
    ] as const) {
      const { rule, args } = explainFailure(failure)
      expect(rule.fix(args)).toEqual([{ type: 'client', what }])
      expect(words(rule.detail(args))).toMatch(says)
      expect(words(rule.detail(args))).not.toContain('Access-Control-Allow-Origin: null')
      expect(words(rule.detail(args))).toMatch(/n't allow `null`: any site can send it/)
    }
  })
})
