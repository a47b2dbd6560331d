import allowCredentialsMissing from '../../src/rules/allow-credentials-missing.ts'
import allowCredentialsNotTrue from '../../src/rules/allow-credentials-not-true.ts'
import allowOriginMissing from '../../src/rules/allow-origin-missing.ts'
import { API, PAGE, response } from '../fetch/records.ts'
import { ALLOW, answered, failureOf, withCredentials } from './failures.ts'
import { testRule } from './test-rule.ts'

const fix = [{ type: 'allow credentials' }] as const
const NOT = 'Access-Control-Allow-Credentials'

testRule(allowCredentialsMissing, {
  matches: [
    {
      failure: withCredentials(ALLOW),
      summary: 'The response lacks `Access-Control-Allow-Credentials: true`, needed for credentials.',
      fix,
    },
    {
      failure: failureOf({ method: 'PUT', credentialsMode: 'include' }, { preflight: response(204, ALLOW) }),
      summary:
        'The preflight response lacks `Access-Control-Allow-Credentials: true`, needed for credentials.',
      fix,
    },
  ],
  ignores: [
    { failure: withCredentials(ALLOW, `${NOT}: false`), by: 'allow-credentials-not-true' },
    { failure: withCredentials(ALLOW, `${NOT}:`), by: 'allow-credentials-not-true' },
  ],
})

testRule(allowCredentialsNotTrue, {
  matches: [
    {
      failure: withCredentials(ALLOW, `${NOT}: True`),
      summary: 'The response has `Access-Control-Allow-Credentials` `True`; only `true` is accepted.',
      fix,
      detail: /lowercase/,
    },
    {
      failure: withCredentials(ALLOW, `${NOT}: true`, `${NOT}: true`),
      summary: 'The response has `Access-Control-Allow-Credentials` `true, true`; only `true` is accepted.',
      fix,
      detail: /more than once/,
    },
  ],
  ignores: [{ failure: withCredentials(ALLOW), by: 'allow-credentials-missing' }],
})

const allowPage = [{ type: 'allow origin', origin: PAGE }] as const
testRule(allowOriginMissing, {
  matches: [
    {
      failure: answered(),
      summary: 'The response has no `Access-Control-Allow-Origin`.',
      fix: allowPage,
    },
    {
      failure: failureOf({}, { actual: response(500) }),
      summary: 'The response (500) has no `Access-Control-Allow-Origin`.',
      fix: allowPage,
      detail: /on error responses too; .* the status 500/,
    },
    {
      failure: failureOf({}, { actual: response(302, `Location: ${API}/`) }),
      summary: 'The redirect response (302) has no `Access-Control-Allow-Origin`.',
      fix: allowPage,
    },
    {
      failure: failureOf({ method: 'PUT' }, { preflight: response(401) }),
      summary: 'The preflight response (401) has no `Access-Control-Allow-Origin`.',
      fix: allowPage,
      detail: /in the OPTIONS response too/,
    },
  ],
  ignores: [{ failure: answered('Access-Control-Allow-Origin:'), by: 'allow-origin-empty' }],
})
