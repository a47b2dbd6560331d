import { extractHeaderListValues, get, isToken, trimOws } from '../fetch/header-list.ts'
import { code, text } from '../text/text.ts'
import { defineRule, responseHeaderReference } from './rule.ts'

/**
 * `Access-Control-Allow-Methods` isn't a comma-separated list of methods.
 *
 * Example: `GET; PUT`, or a JSON array.
 * Instead: `GET, PUT`.
 */
export default defineRule({
  id: 'allow-methods-invalid',
  means: "`Access-Control-Allow-Methods` isn't a comma-separated list of methods.",
  match: ({ response }) => {
    const headerList = response?.headerList ?? []
    if (extractHeaderListValues(headerList, 'Access-Control-Allow-Methods') !== 'failure') return null
    const value = get(headerList, 'Access-Control-Allow-Methods') ?? ''
    const item =
      value
        .split(',')
        .map(trimOws)
        .find((one) => one !== '' && !isToken(one)) ?? ''
    return { value, item }
  },
  brief: () => text`invalid ${code('Access-Control-Allow-Methods')}`,
  summary: ({ item }) => text`${code('Access-Control-Allow-Methods')} is invalid at ${code(item)}.`,
  detail: ({ value }) =>
    text`${code(value)} must be methods separated by commas, without quotes, brackets or semicolons. One invalid item fails the whole preflight, even if the method it needs is listed.`,
  evidence: () => [responseHeaderReference('Access-Control-Allow-Methods')],
  fix: () => [{ type: 'repair list', header: 'Access-Control-Allow-Methods' }],
})
