import { code, list, text } from '../text/text.ts'
import { allowTheseHeaders, refusedHeaders, refusedHeadersEvidence } from './refused-headers.ts'
import { defineRule } from './rule.ts'

/**
 * `Access-Control-Allow-Headers: *` is a header named `*` to a request with credentials.
 *
 * Example: `Content-Type: application/json` with the credentials mode "include", answered with `*`.
 * Instead: name the headers.
 */
export default defineRule({
  id: 'allow-headers-wildcard-with-credentials',
  means: '`Access-Control-Allow-Headers: *` is a header named `*` to a request with credentials.',
  match: (failure) => {
    const args = refusedHeaders(failure)
    const wildcard = (args.value ?? '').split(',').some((item) => item.trim() === '*')
    return wildcard && failure.request.credentialsMode === 'include' ? args : null
  },
  summary: ({ names }) =>
    text`The preflight response allows the headers ${code('*')}, which does not cover ${list(names.map(code))} with credentials.`,
  detail: ({ names }) =>
    text`With the credentials mode "include" a ${code('*')} in ${code('Access-Control-Allow-Headers')} has no special meaning. Name ${list(names.map(code))}.`,
  evidence: refusedHeadersEvidence,
  fix: allowTheseHeaders,
})
