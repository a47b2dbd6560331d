import { isToken } from '../fetch/header-list.ts'
import { code, list, text } from '../text/text.ts'
import { allowTheseHeaders, refusedHeaders, refusedHeadersEvidence } from './refused-headers.ts'
import { defineRule } from './rule.ts'

/**
 * The preflight response doesn't allow a header that the page sets.
 *
 * Example: `x-api-key`, and the preflight response has `Access-Control-Allow-Headers: content-type`.
 * Instead: add the name, or don't send the header.
 */
export default defineRule({
  id: 'header-not-allowed',
  means: "The preflight response doesn't allow a header that the page sets.",
  match: refusedHeaders,
  brief: ({ names }) => text`${list(names.map(code))} not allowed`,
  summary: ({ names, value }) =>
    value === null
      ? text`The preflight response has no ${code('Access-Control-Allow-Headers')}, so ${list(names.map(code))} ${names.length === 1 ? "isn't" : "aren't"} allowed.`
      : text`The preflight response doesn't allow the ${names.length === 1 ? 'header' : 'headers'} ${list(names.map(code), 'or')}.`,
  detail: ({ names }) => {
    const unlistable = names.filter((name) => !isToken(name))
    return unlistable.length === 0
      ? text`It must list every non-simple header. Add ${list(names.map(code))} to ${code('Access-Control-Allow-Headers')} in the OPTIONS response, or don't send ${names.length === 1 ? 'it' : 'them'}.`
      : text`No server can list ${list(unlistable.map(code), 'or')}: ${unlistable.length === 1 ? "it isn't a header name" : "they aren't header names"}. Correct the ${code('headers')} of the request.`
  },
  evidence: refusedHeadersEvidence,
  fix: allowTheseHeaders,
})
