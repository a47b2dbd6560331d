import { get } from '../fetch/header-list.ts'
import { code, text } from '../text/text.ts'
import { defineRule, requestHeaderReference, responseHeaderReference } from './rule.ts'

/**
 * `*` in `Access-Control-Allow-Headers` does not cover `Authorization`: it must be named.
 *
 * Example: `Authorization: Bearer …`, answered with `Access-Control-Allow-Headers: *`. Today's browsers still let
 * it pass; the standard does not, and Firefox warns that it will follow.
 * Instead: name `Authorization`.
 */
export default defineRule({
  id: 'authorization-not-listed',
  means: '`*` in `Access-Control-Allow-Headers` does not cover `Authorization`: it must be named.',
  match: ({ response }) => ({ value: get(response?.headerList ?? [], 'Access-Control-Allow-Headers') }),
  summary: ({ value }) =>
    value === null
      ? text`The preflight response has no ${code('Access-Control-Allow-Headers')}; ${code('authorization')} needs it.`
      : text`The preflight response allows the headers ${code(value)}, which does not name ${code('authorization')}.`,
  detail: () =>
    text`${code('Authorization')} must be named in ${code('Access-Control-Allow-Headers')}; a ${code('*')} does not cover it by the standard, with or without credentials.`,
  evidence: () => [
    responseHeaderReference('Access-Control-Allow-Headers'),
    requestHeaderReference('Access-Control-Request-Headers'),
  ],
  fix: () => [{ type: 'allow header', name: 'authorization' }],
})
