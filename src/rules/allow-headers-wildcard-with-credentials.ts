import { code, list, text } from '../text/text.ts'
import { allowTheseHeaders, refusedHeaders, refusedHeadersEvidence } from './refused-headers.ts'
import { defineRule } from './rule.ts'

/**
 * For requests with credentials, `Access-Control-Allow-Headers: *` allows only a header named `*`.
 *
 * Example: `Content-Type: application/json` with the credentials mode "include", answered with `*`.
 * Instead: name the headers.
 */
export default defineRule({
  id: 'allow-headers-wildcard-with-credentials',
  means: 'For requests with credentials, `Access-Control-Allow-Headers: *` allows only a header named `*`.',
  match: (failure) => {
    const args = refusedHeaders(failure)
    const wildcard = (args.value ?? '').split(',').some((item) => item.trim() === '*')
    return wildcard && failure.request.credentialsMode === 'include' ? args : null
  },
  brief: ({ names }) => text`${list(names.map(code))} not covered by ${code('*')}`,
  summary: ({ names }) =>
    text`The preflight response allows the headers ${code('*')}, which doesn't cover ${list(names.map(code))} with credentials.`,
  detail: ({ names }) =>
    text`For requests with credentials, ${code('*')} is not a wildcard. List ${list(names.map(code))} in ${code('Access-Control-Allow-Headers')}.`,
  evidence: refusedHeadersEvidence,
  fix: allowTheseHeaders,
})
