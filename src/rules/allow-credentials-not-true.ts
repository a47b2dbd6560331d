import { get } from '../fetch/header-list.ts'
import { code, text } from '../text/text.ts'
import { responseName } from './response-name.ts'
import { defineRule, responseHeaderReference } from './rule.ts'

/**
 * `Access-Control-Allow-Credentials` has a value other than exactly `true`.
 *
 * Example: `True`, `1`, `false`, or the header twice, which reads `true, true`.
 * Instead: `true`, once.
 */
export default defineRule({
  id: 'allow-credentials-not-true',
  means: '`Access-Control-Allow-Credentials` has a value other than exactly `true`.',
  match: (failure) => ({
    response: responseName(failure),
    value: get(failure.response?.headerList ?? [], 'Access-Control-Allow-Credentials') ?? '',
  }),
  summary: ({ response, value }) =>
    text`The ${response} has ${code('Access-Control-Allow-Credentials')} ${code(value)}; only ${code('true')} counts.`,
  detail: ({ value }) =>
    value.includes(',')
      ? text`The header came more than once and is read as one value, ${code(value)}. Two layers add it: keep one.`
      : text`The comparison respects case and spelling: it must be ${code('true')}, in lower case, without quotes, once.`,
  evidence: () => [responseHeaderReference('Access-Control-Allow-Credentials')],
  fix: () => [{ type: 'allow credentials' }],
})
