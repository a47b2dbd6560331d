import { get } from '../fetch/header-list.ts'
import { code, text } from '../text/text.ts'
import { responseName } from './response-name.ts'
import { defineRule, requestHeaderReference, responseHeaderReference } from './rule.ts'

/**
 * The request's credentials mode is "include", and the response doesn't allow credentials.
 *
 * Example: the right origin, but no `Access-Control-Allow-Credentials`.
 * Instead: send `Access-Control-Allow-Credentials: true`, or don't send credentials.
 */
export default defineRule({
  id: 'allow-credentials-missing',
  means: 'The request\'s credentials mode is "include", and the response doesn\'t allow credentials.',
  match: (failure) =>
    get(failure.response?.headerList ?? [], 'Access-Control-Allow-Credentials') === null
      ? { response: responseName(failure) }
      : null,
  brief: () => text`no ${code('Access-Control-Allow-Credentials')}`,
  summary: ({ response }) =>
    text`The ${response} lacks ${code('Access-Control-Allow-Credentials: true')}, needed for credentials.`,
  detail: () => text`Send it in the OPTIONS response and in the actual response.`,
  evidence: () => [
    responseHeaderReference('Access-Control-Allow-Credentials'),
    requestHeaderReference('Sec-Fetch-Storage-Access'),
    requestHeaderReference('Cookie'),
  ],
  fix: () => [{ type: 'allow credentials' }],
})
