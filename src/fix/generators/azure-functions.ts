import { code, text } from '../../text/text.ts'
import type { CorsPolicy } from '../policy/policy.ts'
import { defineGenerator } from './generator.ts'
import { allowedOrigins, IS_PREFLIGHT, indented } from './header-lines.ts'
import { headerRecordLines } from './header-record-lines.ts'
import { runOn } from './proof.ts'
import { javascript } from './quote/javascript.ts'

/**
 * Azure Functions in Node.js. Not the CORS of the platform: it takes origins and credentials only and allows them
 * every method and header, and it exposes nothing.
 */
export default defineGenerator({
  id: 'azure-functions',
  title: 'Azure Functions',
  language: 'javascript',
  docs: 'https://learn.microsoft.com/azure/azure-functions/functions-reference-node#http-response',
  syntax: javascript,
  kind: 'cloud',
  proof: runOn('@azure/functions 4.16.5, without the host of Azure'),
  write: (policy) => ({
    code: [
      "const { HttpResponse } = require('@azure/functions') // TypeScript: import { HttpResponse } from '@azure/functions'",
      '',
      ...allowedOrigins(policy),
      '// Around each handler; OPTIONS among the methods lets preflights reach it:',
      "// app.http('items', { methods: ['GET', 'OPTIONS'], handler: withCors(handler) })",
      'const withCors = (handler) => async (request, context) => {',
      ...indented(body(policy)),
      '}',
      '',
    ].join('\n'),
    where: text`In the file of the functions, or in one of its own that exports ${code('withCors')}; programming model v4.`,
    removeFirst: [
      text`The platform's CORS, or none of this has an effect: ${code('az functionapp cors show')} lists its origins, ${code('az functionapp cors remove --allowed-origins …')} takes them out. Some functions have ${code('https://portal.azure.com')} there from the start.`,
      text`${code('Access-Control-*')} under ${code('customHeaders')} of ${code('host.json')}, and lines of the functions that set them. ${code('CORS')} in ${code('local.settings.json')} holds on your machine only; remove it there too to see what Azure will do.`,
    ],
    notes: [
      text`The platform's own CORS is simpler and allows the origins every method and header, but exposes none: ${code('az functionapp cors add --allowed-origins …')}, and ${code('az functionapp cors credentials --enable true')} for cookies.`,
      text`A preflight comes without a key or a token: with ${code('authLevel')} set to ${code('function')} or with App Service authentication that requires a login, Azure answers it 401. Check the caller in the function, or let the platform answer preflights.`,
      text`What Azure answers in place of a function has no headers: the 404 of a route or method that no function has, a 401 without key, a 503.`,
    ],
  }),
})

const body = (policy: CorsPolicy): readonly string[] => [
  ...headerRecordLines(policy, {
    origin: "request.headers.get('Origin')",
    isPreflight: IS_PREFLIGHT,
    answerPreflight: 'return { status: 204, headers }',
  }),
  'try {',
  '  const answer = await handler(request, context)',
  '  const response = answer instanceof HttpResponse ? answer : new HttpResponse(answer)',
  '  for (const [name, value] of Object.entries(headers)) response.headers.set(name, value)',
  '  return response',
  '} catch (error) {',
  '  context.error(error) // the 500 that Azure makes of it has no headers',
  '  return { status: 500, headers }',
  '}',
]
