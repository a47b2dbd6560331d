import { code, list, text } from '../text/text.ts'
import { allowTheseHeaders, refusedHeaders, refusedHeadersEvidence } from './refused-headers.ts'
import { defineRule } from './rule.ts'

/**
 * The preflight response does not allow a header that the page sets.
 *
 * Example: `x-api-key`, answered with `Access-Control-Allow-Headers: content-type`.
 * Instead: add the name, or do not send the header.
 */
export default defineRule({
  id: 'header-not-allowed',
  means: 'The preflight response does not allow a header that the page sets.',
  match: refusedHeaders,
  summary: ({ names, value }) =>
    value === null
      ? text`The preflight response has no ${code('Access-Control-Allow-Headers')}; ${list(names.map(code))} ${names.length === 1 ? 'needs' : 'need'} it.`
      : text`The preflight response allows the headers ${code(value)}, not ${list(names.map(code), 'or')}.`,
  detail: ({ names }) =>
    text`Every header beyond the CORS-safelisted ones must be named in ${code('Access-Control-Allow-Headers')} of the answer to OPTIONS. Add ${list(names.map(code))}, or leave ${names.length === 1 ? 'it' : 'them'} out of the request.`,
  evidence: refusedHeadersEvidence,
  fix: allowTheseHeaders,
})
