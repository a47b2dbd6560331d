import { get } from '../fetch/header-list.ts'
import { code, text } from '../text/text.ts'
import { responseName } from './response-name.ts'
import { defineRule, requestHeaderReference, responseHeaderReference } from './rule.ts'

/**
 * The request's credentials mode is "include", and the response does not allow credentials.
 *
 * Example: the right origin, but no `Access-Control-Allow-Credentials`.
 * Instead: send `Access-Control-Allow-Credentials: true`, or do not send credentials.
 */
export default defineRule({
  id: 'allow-credentials-missing',
  means: 'The request\'s credentials mode is "include", and the response does not allow credentials.',
  match: (failure) =>
    get(failure.response?.headerList ?? [], 'Access-Control-Allow-Credentials') === null
      ? { response: responseName(failure) }
      : null,
  summary: ({ response }) =>
    text`The ${response} lacks ${code('Access-Control-Allow-Credentials: true')}, which credentials need.`,
  detail: () =>
    text`The page asks with the credentials mode "include", so the response must say ${code('Access-Control-Allow-Credentials: true')}, the preflight response as well as the actual one. If the page needs no cookies here, drop ${code("credentials: 'include'")} (in XMLHttpRequest: ${code('withCredentials')}) instead.`,
  evidence: () => [
    responseHeaderReference('Access-Control-Allow-Credentials'),
    requestHeaderReference('Sec-Fetch-Storage-Access'),
    requestHeaderReference('Cookie'),
  ],
  fix: () => [{ type: 'allow credentials' }],
})
