import { get } from '../fetch/header-list.ts'
import { canBeAllowed, isForbiddenMethod } from '../fetch/methods.ts'
import { code, text } from '../text/text.ts'
import { defineRule, requestHeaderReference, responseHeaderReference } from './rule.ts'

/**
 * The preflight response doesn't list the method.
 *
 * Example: `DELETE`, and the preflight response has `GET, POST`.
 * Instead: add the method.
 */
export default defineRule({
  id: 'method-not-allowed',
  means: "The preflight response doesn't list the method.",
  match: ({ request, response }) => ({
    method: request.method,
    value: get(response?.headerList ?? [], 'Access-Control-Allow-Methods'),
  }),
  brief: ({ method }) => text`${code(method)} not allowed`,
  summary: ({ method, value }) =>
    !canBeAllowed(method)
      ? text`The page sends the method ${code(method)}, which no server can allow.`
      : value === null
        ? text`The preflight response has no ${code('Access-Control-Allow-Methods')}, so ${code(method)} isn't allowed.`
        : text`The preflight response allows ${code(value)}, not ${code(method)}.`,
  detail: ({ method }) =>
    isForbiddenMethod(method)
      ? text`No server can allow ${code(method)}: browsers don't let pages send it. Use another method.`
      : !canBeAllowed(method)
        ? text`No server can allow ${code(method)}: it isn't one method name. Correct the ${code('method')} of the request.`
        : text`Add ${code(method)} to ${code('Access-Control-Allow-Methods')} in the OPTIONS response, even if the API already supports it. Only GET, HEAD and POST don't have to be listed.`,
  evidence: () => [
    responseHeaderReference('Access-Control-Allow-Methods'),
    requestHeaderReference('Access-Control-Request-Method'),
  ],
  fix: ({ method }) => [{ type: 'allow method', method }],
})
