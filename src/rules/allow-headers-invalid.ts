import { get, isToken, trimOws } from '../fetch/header-list.ts'
import { code, text } from '../text/text.ts'
import { defineRule, responseHeaderReference } from './rule.ts'

/**
 * `Access-Control-Allow-Headers` isn't a comma-separated list of header names.
 *
 * Example: `x-a x-b`, or a JSON array.
 * Instead: `x-a, x-b`.
 */
export default defineRule({
  id: 'allow-headers-invalid',
  means: "`Access-Control-Allow-Headers` isn't a comma-separated list of header names.",
  match: ({ response }) => {
    const value = get(response?.headerList ?? [], 'Access-Control-Allow-Headers') ?? ''
    const item =
      value
        .split(',')
        .map(trimOws)
        .find((one) => one !== '' && !isToken(one)) ?? ''
    return { value, item }
  },
  brief: () => text`invalid ${code('Access-Control-Allow-Headers')}`,
  summary: ({ item }) => text`${code('Access-Control-Allow-Headers')} is invalid at ${code(item)}.`,
  detail: ({ value }) =>
    text`${code(value)} must be header names separated by commas, without quotes, brackets or semicolons. One invalid item fails the whole preflight, even if the header it needs is listed.`,
  evidence: () => [responseHeaderReference('Access-Control-Allow-Headers')],
  fix: () => [{ type: 'repair list', header: 'Access-Control-Allow-Headers' }],
})
