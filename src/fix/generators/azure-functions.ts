import { code, text } from '../../text/text.ts'
import type { CorsPolicy } from '../policy/policy.ts'
import { withCommas } from './env-note.ts'
import { IN_JAVASCRIPT } from './find-command.ts'
import { defineGenerator } from './generator.ts'
import { allowedOrigins, IS_PREFLIGHT, indented } from './header-lines.ts'
import { headerRecordLines } from './header-record-lines.ts'
import { runOn } from './proof.ts'
import { javascript } from './quote/javascript.ts'

/**
 * Azure Functions in Node.js. Not the platform's CORS setting: it only has origins and credentials, allows every method
 * and header, and exposes nothing.
 */
export default defineGenerator({
  id: 'azure-functions',
  title: 'Azure Functions',
  language: 'javascript',
  docs: 'https://learn.microsoft.com/azure/azure-functions/functions-reference-node#http-response',
  syntax: javascript,
  kind: 'cloud',
  find: IN_JAVASCRIPT,
  proof: runOn('@azure/functions 4.16.5, without the host of Azure'),
  matchesPatterns: true,
  valueInEnv: withCommas,
  write: (policy, surroundings) => ({
    code: [
      "const { HttpResponse } = require('@azure/functions') // TypeScript: import { HttpResponse } from '@azure/functions'",
      '',
      ...allowedOrigins(policy, surroundings),
      '// Around each handler; include OPTIONS in the methods, so that preflights reach it:',
      "// app.http('items', { methods: ['GET', 'OPTIONS'], handler: withCors(handler) })",
      'const withCors = (handler) => async (request, context) => {',
      ...indented(body(policy)),
      '}',
      '',
    ].join('\n'),
    where: text`In the file of the functions, or one that exports ${code('withCors')}; programming model v4.`,
    removeFirst: [
      text`The platform's CORS, or this has no effect: ${code('az functionapp cors remove --allowed-origins …')} for each that ${code('az functionapp cors show')} lists.`,
      text`${code('Access-Control-*')} in ${code('host.json')} and in functions, and ${code('CORS')} in ${code('local.settings.json')}.`,
    ],
    notes: [
      text`With ${code('authLevel')} set to ${code('function')}, or a login in App Service, Azure refuses preflights with 401: check the caller in the function.`,
      text`Azure's own 401, 404 and 503 have no headers.`,
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
  "  context.error(error) // Azure's own 500 has no headers",
  '  return { status: 500, headers }',
  '}',
]
