import { get, isToken, trimOws } from '../fetch/header-list.ts'
import { code, text } from '../text/text.ts'
import { defineRule, responseHeaderReference } from './rule.ts'

/**
 * `Access-Control-Allow-Headers` is not a comma-separated list of header names.
 *
 * Example: `x-a x-b`, or a JSON array.
 * Instead: `x-a, x-b`.
 */
export default defineRule({
  id: 'allow-headers-invalid',
  means: '`Access-Control-Allow-Headers` is not a comma-separated list of header names.',
  match: ({ response }) => {
    const value = get(response?.headerList ?? [], 'Access-Control-Allow-Headers') ?? ''
    const item =
      value
        .split(',')
        .map(trimOws)
        .find((one) => one !== '' && !isToken(one)) ?? ''
    return { value, item }
  },
  summary: ({ item }) => text`${code('Access-Control-Allow-Headers')} cannot be read at ${code(item)}.`,
  detail: ({ value }) =>
    text`The value ${code(value)} must be header names separated by commas, without quotes, brackets or semicolons. One bad item makes the browser refuse the whole preflight, even if the header that it needs is in the list.`,
  evidence: () => [responseHeaderReference('Access-Control-Allow-Headers')],
  fix: () => [{ type: 'repair list', header: 'Access-Control-Allow-Headers' }],
})
