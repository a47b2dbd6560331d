import { get } from '../fetch/header-list.ts'
import { code, text } from '../text/text.ts'
import { responseName } from './response-name.ts'
import { defineRule, responseHeaderReference } from './rule.ts'

/**
 * `Access-Control-Allow-Credentials` isn't exactly `true`.
 *
 * Example: `True`, `1`, `false`, or the header twice, which reads `true, true`.
 * Instead: `true`, once.
 */
export default defineRule({
  id: 'allow-credentials-not-true',
  means: "`Access-Control-Allow-Credentials` isn't exactly `true`.",
  match: (failure) => ({
    response: responseName(failure),
    value: get(failure.response?.headerList ?? [], 'Access-Control-Allow-Credentials') ?? '',
  }),
  brief: ({ value }) => text`${code('Access-Control-Allow-Credentials')} is ${code(value)}`,
  summary: ({ response, value }) =>
    text`The ${response} has ${code('Access-Control-Allow-Credentials')} ${code(value)}; only ${code('true')} is accepted.`,
  detail: ({ value }) =>
    value.includes(',')
      ? text`The header was sent more than once, and browsers join the values. Two layers add it: keep one.`
      : text`It must be ${code('true')}: lowercase, without quotes, sent once.`,
  evidence: () => [responseHeaderReference('Access-Control-Allow-Credentials')],
  fix: () => [{ type: 'allow credentials' }],
})
