import { extractHeaderListValues } from '../fetch/header-list.ts'
import { code, text } from '../text/text.ts'
import type { Change } from './change.ts'
import { defineRule, requestHeaderReference, responseHeaderReference } from './rule.ts'

/**
 * The method is in the list, in other letter case; methods are compared byte for byte.
 *
 * Example: `fetch(url, { method: 'patch' })` answered with `PATCH`. Only GET, HEAD, POST, PUT, DELETE and OPTIONS
 * are put into upper case by the browser.
 * Instead: write `PATCH` in the page, or the upper-case name in the server's list.
 */
export default defineRule({
  id: 'method-case',
  means: 'The method is in the list, in other letter case; methods are compared byte for byte.',
  match: ({ request, response }) => {
    const methods = extractHeaderListValues(response?.headerList ?? [], 'Access-Control-Allow-Methods')
    if (methods === null || methods === 'failure') return null
    const listed = methods.find((one) => one.toUpperCase() === request.method.toUpperCase())
    return listed === undefined ? null : { method: request.method, listed }
  },
  summary: ({ method, listed }) =>
    text`The page sends ${code(method)}, the preflight response allows ${code(listed)}.`,
  detail: ({ method }) =>
    method === method.toUpperCase()
      ? text`Methods are compared byte for byte. Write ${code(method)} in the server's list.`
      : text`Methods are compared byte for byte, and browsers put only GET, HEAD, POST, PUT, DELETE and OPTIONS into upper case. Write ${code(method.toUpperCase())} in the page's code.`,
  evidence: () => [
    responseHeaderReference('Access-Control-Allow-Methods'),
    requestHeaderReference('Access-Control-Request-Method'),
  ],
  fix: ({ method }): readonly [Change] =>
    method === method.toUpperCase()
      ? [{ type: 'allow method', method }]
      : [{ type: 'client', what: 'method case' }],
})
