import { extractHeaderListValues } from '../fetch/header-list.ts'
import { canBeAllowed } from '../fetch/methods.ts'
import { code, text } from '../text/text.ts'
import { defineRule, responseHeaderReference } from './rule.ts'

/**
 * For requests with credentials, `Access-Control-Allow-Methods: *` allows only a method named `*`.
 *
 * Example: `PUT` with the credentials mode "include", answered with `*`.
 * Instead: name the methods.
 */
export default defineRule({
  id: 'allow-methods-wildcard-with-credentials',
  means: 'For requests with credentials, `Access-Control-Allow-Methods: *` allows only a method named `*`.',
  match: ({ request, response }) => {
    const methods = extractHeaderListValues(response?.headerList ?? [], 'Access-Control-Allow-Methods')
    const wildcard = methods !== null && methods !== 'failure' && methods.includes('*')
    return wildcard && request.credentialsMode === 'include' && canBeAllowed(request.method)
      ? { method: request.method }
      : null
  },
  brief: ({ method }) => text`${code(method)} not covered by ${code('*')}`,
  summary: ({ method }) =>
    text`The preflight response allows the methods ${code('*')}, which doesn't cover ${code(method)} with credentials.`,
  detail: ({ method }) =>
    text`For requests with credentials, ${code('*')} is not a wildcard. List ${code(method)} in ${code('Access-Control-Allow-Methods')}.`,
  evidence: () => [responseHeaderReference('Access-Control-Allow-Methods')],
  fix: ({ method }) => [{ type: 'allow method', method }],
})
