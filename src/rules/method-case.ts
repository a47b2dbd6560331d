import { extractHeaderListValues } from '../fetch/header-list.ts'
import { canBeAllowed } from '../fetch/methods.ts'
import { code, text } from '../text/text.ts'
import type { Change } from './change.ts'
import { defineRule, requestHeaderReference, responseHeaderReference } from './rule.ts'

/**
 * The method is listed with different capitalization; methods are case-sensitive.
 *
 * Example: `fetch(url, { method: 'patch' })`, and the preflight response has `PATCH`. Browsers convert only GET,
 * HEAD,
 * POST, PUT, DELETE and OPTIONS to uppercase.
 * Instead: write `PATCH` in the page, or the uppercase name in the server's list.
 */
export default defineRule({
  id: 'method-case',
  means: 'The method is listed with different capitalization; methods are case-sensitive.',
  match: ({ request, response }) => {
    const methods = extractHeaderListValues(response?.headerList ?? [], 'Access-Control-Allow-Methods')
    if (methods === null || methods === 'failure') return null
    const listed = methods.find((one) => one.toUpperCase() === request.method.toUpperCase())
    return listed === undefined || !canBeAllowed(request.method) ? null : { method: request.method, listed }
  },
  brief: ({ method, listed }) => text`${code(method)} isn't ${code(listed)}`,
  summary: ({ method, listed }) =>
    text`The page sends ${code(method)}; the preflight response allows ${code(listed)}.`,
  detail: ({ method }) =>
    method === method.toUpperCase()
      ? text`Methods are case-sensitive. Write ${code(method)} in the server's list.`
      : text`Methods are case-sensitive, and browsers convert only GET, HEAD, POST, PUT, DELETE and OPTIONS to uppercase. Write ${code(method.toUpperCase())} in the page's code.`,
  evidence: () => [
    responseHeaderReference('Access-Control-Allow-Methods'),
    requestHeaderReference('Access-Control-Request-Method'),
  ],
  fix: ({ method }): readonly [Change] =>
    method === method.toUpperCase()
      ? [{ type: 'allow method', method }]
      : [{ type: 'client', what: 'method case' }],
})
