import accessControlHeaderSent from '../../src/rules/access-control-header-sent.ts'
import allowHeadersInvalid from '../../src/rules/allow-headers-invalid.ts'
import allowHeadersWildcard from '../../src/rules/allow-headers-wildcard-with-credentials.ts'
import allowMethodsInvalid from '../../src/rules/allow-methods-invalid.ts'
import allowMethodsWildcard from '../../src/rules/allow-methods-wildcard-with-credentials.ts'
import authorizationNotListed from '../../src/rules/authorization-not-listed.ts'
import headerNotAllowed from '../../src/rules/header-not-allowed.ts'
import methodCase from '../../src/rules/method-case.ts'
import methodNotAllowed from '../../src/rules/method-not-allowed.ts'
import { headers } from '../fetch/records.ts'
import { METHODS, NAMES, preflighted, TRUE } from './failures.ts'
import { testRule } from './test-rule.ts'

const put = { method: 'PUT' }
const patch = { method: 'patch' }
const putIncluding = { method: 'PUT', credentialsMode: 'include' } as const
const sent = (...lines: readonly string[]) => ({ headerList: headers(...lines) })
const key = sent('X-Api-Key: 1')
const keyIncluding = { ...key, credentialsMode: 'include' } as const
const authorization = sent('Authorization: Bearer t')
const mistaken = sent('Access-Control-Allow-Origin: *')
const upperPut = [{ type: 'allow method', method: 'PUT' }] as const
const allowKey = [{ type: 'allow header', name: 'x-api-key' }] as const

testRule(allowMethodsInvalid, {
  matches: [
    {
      failure: preflighted(put, `${METHODS}: GET, POST; PUT`),
      summary: '`Access-Control-Allow-Methods` is invalid at `POST; PUT`.',
      fix: [{ type: 'repair list', header: METHODS }],
    },
    {
      failure: preflighted(put, `${METHODS}: ["PUT"]`, `${NAMES}: a b`),
      summary: '`Access-Control-Allow-Methods` is invalid at `["PUT"]`.',
      fix: [{ type: 'repair list', header: METHODS }],
    },
  ],
  ignores: [{ failure: preflighted(put, `${METHODS}: PUT`, `${NAMES}: a b`), by: 'allow-headers-invalid' }],
})

testRule(allowHeadersInvalid, {
  matches: [
    {
      failure: preflighted(key, `${NAMES}: content-type x-api-key`),
      summary: '`Access-Control-Allow-Headers` is invalid at `content-type x-api-key`.',
      fix: [{ type: 'repair list', header: NAMES }],
    },
  ],
  ignores: [{ failure: preflighted(key, `${METHODS}: (GET)`, `${NAMES}: a b`), by: 'allow-methods-invalid' }],
})

testRule(methodCase, {
  matches: [
    {
      failure: preflighted(patch, `${METHODS}: GET, PATCH`),
      summary: 'The page sends `patch`; the preflight response allows `PATCH`.',
      fix: [{ type: 'client', what: 'method case' }],
      detail: /Write `PATCH` in the page/,
    },
    {
      failure: preflighted(put, `${METHODS}: put`),
      summary: 'The page sends `PUT`; the preflight response allows `put`.',
      fix: upperPut,
      detail: /Write `PUT` in the server/,
    },
  ],
  ignores: [
    { failure: preflighted(patch, `${METHODS}: PUT`), by: 'method-not-allowed' },
    {
      failure: preflighted(putIncluding, TRUE, `${METHODS}: *`),
      by: 'allow-methods-wildcard-with-credentials',
    },
  ],
})

testRule(allowMethodsWildcard, {
  matches: [
    {
      failure: preflighted(putIncluding, TRUE, `${METHODS}: GET, *`),
      summary: "The preflight response allows the methods `*`, which doesn't cover `PUT` with credentials.",
      fix: upperPut,
    },
  ],
  ignores: [
    { failure: preflighted(putIncluding, TRUE, `${METHODS}: GET`), by: 'method-not-allowed' },
    { failure: preflighted(putIncluding, TRUE, `${METHODS}: *, put`), by: 'method-case' },
  ],
})

testRule(methodNotAllowed, {
  matches: [
    {
      failure: preflighted(put, `${METHODS}: GET, POST`),
      summary: 'The preflight response allows `GET, POST`, not `PUT`.',
      fix: upperPut,
    },
    {
      failure: preflighted(put),
      summary: "The preflight response has no `Access-Control-Allow-Methods`, so `PUT` isn't allowed.",
      fix: upperPut,
    },
    {
      failure: preflighted(patch),
      summary: "The preflight response has no `Access-Control-Allow-Methods`, so `patch` isn't allowed.",
      fix: [{ type: 'allow method', method: 'patch' }],
    },
    ...['TRACE', 'Connect', 'PUT,PATCH', 'G ET'].map((method) => ({
      failure: preflighted({ method, credentialsMode: 'include' }, TRUE, `${METHODS}: *, trace`),
      summary: `The page sends the method \`${method}\`, which no server can allow.`,
      detail: /^No server can allow `.*`: (browsers don't let pages send it|it isn't one method name)\./,
      fix: [{ type: 'allow method', method }] as const,
    })),
  ],
  ignores: [{ failure: preflighted(put, `${METHODS}: Put`), by: 'method-case' }],
})

testRule(authorizationNotListed, {
  matches: [
    {
      failure: preflighted(authorization, `${NAMES}: *`),
      summary: "The preflight response allows the headers `*`, which don't include `authorization`.",
      fix: [{ type: 'allow header', name: 'authorization' }],
    },
    {
      failure: preflighted(authorization),
      summary:
        "The preflight response has no `Access-Control-Allow-Headers`, so `authorization` isn't allowed.",
      fix: [{ type: 'allow header', name: 'authorization' }],
    },
  ],
  ignores: [{ failure: preflighted(key, `${NAMES}: authorization`), by: 'header-not-allowed' }],
})

testRule(allowHeadersWildcard, {
  matches: [
    {
      failure: preflighted(keyIncluding, TRUE, `${NAMES}: *`),
      summary:
        "The preflight response allows the headers `*`, which doesn't cover `x-api-key` with credentials.",
      fix: allowKey,
    },
  ],
  ignores: [
    { failure: preflighted(keyIncluding, TRUE, `${NAMES}: x-other`), by: 'header-not-allowed' },
    {
      failure: preflighted({ ...keyIncluding, ...authorization }, TRUE, `${NAMES}: *`),
      by: 'authorization-not-listed',
    },
  ],
})

testRule(accessControlHeaderSent, {
  matches: [
    {
      failure: preflighted(mistaken, `${NAMES}: content-type`),
      summary: 'The page sends `access-control-allow-origin`, which only works as a response header.',
      fix: [{ type: 'client', what: 'request header' }],
    },
  ],
  ignores: [
    {
      failure: preflighted(sent('Access-Control-Allow-Origin: *', 'X-Api-Key: 1')),
      by: 'header-not-allowed',
    },
    { failure: preflighted(sent('Access-Control-X: 1')), by: 'header-not-allowed' },
    {
      failure: preflighted({ ...mistaken, credentialsMode: 'include' }, TRUE, `${NAMES}: *`),
      by: 'allow-headers-wildcard-with-credentials',
    },
  ],
})

testRule(headerNotAllowed, {
  matches: [
    {
      failure: preflighted(key, `${NAMES}: content-type`),
      summary: "The preflight response doesn't allow the header `x-api-key`.",
      fix: allowKey,
    },
    {
      failure: preflighted(key),
      summary: "The preflight response has no `Access-Control-Allow-Headers`, so `x-api-key` isn't allowed.",
      fix: allowKey,
    },
    {
      failure: preflighted(sent('X-B: 1', 'X-A: 1', 'X-C: 1'), `${NAMES}: x-c`),
      summary: "The preflight response doesn't allow the headers `x-a` or `x-b`.",
      fix: [
        { type: 'allow header', name: 'x-a' },
        { type: 'allow header', name: 'x-b' },
      ],
    },
    {
      failure: preflighted(sent('X-B: 1', 'X-A: 1')),
      summary:
        "The preflight response has no `Access-Control-Allow-Headers`, so `x-a` and `x-b` aren't allowed.",
      fix: [
        { type: 'allow header', name: 'x-a' },
        { type: 'allow header', name: 'x-b' },
      ],
    },
  ],
  ignores: [{ failure: preflighted(mistaken), by: 'access-control-header-sent' }],
})
