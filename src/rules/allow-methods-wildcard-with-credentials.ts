import { extractHeaderListValues } from '../fetch/header-list.ts'
import { code, text } from '../text/text.ts'
import { defineRule, responseHeaderReference } from './rule.ts'

/**
 * `Access-Control-Allow-Methods: *` is a method named `*` to a request with credentials.
 *
 * Example: `PUT` with the credentials mode "include", answered with `*`.
 * Instead: name the methods.
 */
export default defineRule({
  id: 'allow-methods-wildcard-with-credentials',
  means: '`Access-Control-Allow-Methods: *` is a method named `*` to a request with credentials.',
  match: ({ request, response }) => {
    const methods = extractHeaderListValues(response?.headerList ?? [], 'Access-Control-Allow-Methods')
    const wildcard = methods !== null && methods !== 'failure' && methods.includes('*')
    return wildcard && request.credentialsMode === 'include' ? { method: request.method } : null
  },
  summary: ({ method }) =>
    text`The preflight response allows the methods ${code('*')}, which does not cover ${code(method)} with credentials.`,
  detail: ({ method }) =>
    text`With the credentials mode "include" a ${code('*')} in ${code('Access-Control-Allow-Methods')} has no special meaning. Name ${code(method)}.`,
  evidence: () => [responseHeaderReference('Access-Control-Allow-Methods')],
  fix: ({ method }) => [{ type: 'allow method', method }],
})
