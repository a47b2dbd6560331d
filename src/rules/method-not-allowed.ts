import { get } from '../fetch/header-list.ts'
import { code, text } from '../text/text.ts'
import { defineRule, requestHeaderReference, responseHeaderReference } from './rule.ts'

/**
 * The preflight response does not list the method.
 *
 * Example: `DELETE`, answered with `GET, POST`.
 * Instead: add the method.
 */
export default defineRule({
  id: 'method-not-allowed',
  means: 'The preflight response does not list the method.',
  match: ({ request, response }) => ({
    method: request.method,
    value: get(response?.headerList ?? [], 'Access-Control-Allow-Methods'),
  }),
  summary: ({ method, value }) =>
    value === null
      ? text`The preflight response has no ${code('Access-Control-Allow-Methods')}; ${code(method)} needs it.`
      : text`The preflight response allows the methods ${code(value)}, not ${code(method)}.`,
  detail: ({ method }) =>
    text`Only GET, HEAD and POST need not be listed. Add ${code(method)} to ${code('Access-Control-Allow-Methods')} in the answer to OPTIONS; what the server would do with ${code(method)} itself does not matter here.`,
  evidence: () => [
    responseHeaderReference('Access-Control-Allow-Methods'),
    requestHeaderReference('Access-Control-Request-Method'),
  ],
  fix: ({ method }) => [{ type: 'allow method', method }],
})
