import { code, text } from '../../text/text.ts'
import type { CorsPolicy } from '../policy/policy.ts'
import { defineGenerator } from './generator.ts'
import { allowedOrigins, indented } from './header-lines.ts'
import { headerRecordLines } from './header-record-lines.ts'
import { runOn } from './proof.ts'
import { javascript } from './quote/javascript.ts'

/**
 * An AWS Lambda function that answers HTTP itself: behind a REST API with proxy integration, an HTTP API or a
 * function URL without CORS of its own. Errors are caught, since what AWS makes of them has no headers.
 */
export default defineGenerator({
  id: 'lambda',
  title: 'AWS Lambda handler',
  language: 'javascript',
  docs: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/how-to-cors.html#apigateway-enable-cors-proxy',
  syntax: javascript,
  kind: 'cloud',
  proof: runOn('Node.js with events in the forms of AWS, not on AWS'),
  write: (policy) => ({
    code: [
      ...allowedOrigins(policy),
      '// Around the handler: export const handler = withCors(async (event) => { ... })',
      'const withCors = (handler) => async (event, context) => {',
      ...indented(body(policy)),
      '}',
      '',
    ].join('\n'),
    where: text`In the file of the handler. Preflights must reach it: send ${code('OPTIONS')} to the function too (${code('ANY')} and ${code('{proxy+}')}), without an authorizer on that method.`,
    removeFirst: [
      text`CORS in the settings of the function URL or of the HTTP API; one of the two must do it.`,
      text`${code('OPTIONS')} methods with a mock integration ("Enable CORS" of the console), and lines of the handler that set ${code('Access-Control-*')}.`,
    ],
    notes: [
      text`The handler returns ${code('{ statusCode, headers, body }')}; a function with a framework in it (Express, Hono, Fastify) needs the snippet for that one instead.`,
      text`What AWS answers in its place has no headers: an authorizer's 401 and 403, a 429, a 504 after the time limit. A REST API can give those one fixed origin (${code('--for api-gateway-rest')}).`,
    ],
  }),
})

const body = (policy: CorsPolicy): readonly string[] => [
  'const request = new Headers(event.headers ?? {}) // whatever the case of their names',
  'const method = event.requestContext.http?.method ?? event.httpMethod',
  ...headerRecordLines(policy, {
    origin: "request.get('Origin')",
    isPreflight: "method === 'OPTIONS' && request.has('Access-Control-Request-Method')",
    answerPreflight: 'return { statusCode: 204, headers }',
  }),
  'try {',
  '  const response = await handler(event, context)',
  '  return { ...response, headers: { ...response.headers, ...headers } }',
  '} catch (error) {',
  '  console.error(error)',
  '  return { statusCode: 500, headers }',
  '}',
]
