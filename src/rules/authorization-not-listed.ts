import { get } from '../fetch/header-list.ts'
import { code, text } from '../text/text.ts'
import { defineRule, requestHeaderReference, responseHeaderReference } from './rule.ts'

/**
 * `*` in `Access-Control-Allow-Headers` doesn't cover `Authorization`; it must be listed.
 *
 * Example: `Authorization: Bearer …`, and the preflight response has `Access-Control-Allow-Headers: *`. Today's
 * browsers
 * still accept it; the standard doesn't, and Firefox warns that it will follow.
 * Instead: list `Authorization`.
 */
export default defineRule({
  id: 'authorization-not-listed',
  means: "`*` in `Access-Control-Allow-Headers` doesn't cover `Authorization`; it must be listed.",
  match: ({ response }) => ({ value: get(response?.headerList ?? [], 'Access-Control-Allow-Headers') }),
  brief: () => text`${code('authorization')} not allowed`,
  summary: ({ value }) =>
    value === null
      ? text`The preflight response has no ${code('Access-Control-Allow-Headers')}, so ${code('authorization')} isn't allowed.`
      : text`The preflight response allows the headers ${code(value)}, which don't include ${code('authorization')}.`,
  detail: () =>
    text`List ${code('Authorization')} in ${code('Access-Control-Allow-Headers')}. By the standard, ${code('*')} doesn't cover it, with or without credentials.`,
  evidence: () => [
    responseHeaderReference('Access-Control-Allow-Headers'),
    requestHeaderReference('Access-Control-Request-Headers'),
  ],
  fix: () => [{ type: 'allow header', name: 'authorization' }],
})
