import { code, text } from '../../text/text.ts'
import type { CorsPolicy } from '../policy/policy.ts'
import { withCommas } from './env-note.ts'
import { IN_JAVASCRIPT } from './find-command.ts'
import { defineGenerator } from './generator.ts'
import { allowedOrigins, indented } from './header-lines.ts'
import { headerRecordLines } from './header-record-lines.ts'
import { runOn } from './proof.ts'
import { javascript } from './quote/javascript.ts'

/**
 * An AWS Lambda function that handles HTTP itself: behind a REST API with proxy integration, an HTTP API, or a function
 * URL without its own CORS setting. Errors are caught, because AWS's responses to them have no headers.
 */
export default defineGenerator({
  id: 'lambda',
  title: 'AWS Lambda handler',
  language: 'javascript',
  docs: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/how-to-cors.html#apigateway-enable-cors-proxy',
  syntax: javascript,
  kind: 'cloud',
  find: IN_JAVASCRIPT,
  proof: runOn('Node.js with events in the forms of AWS, not on AWS'),
  matchesPatterns: true,
  valueInEnv: withCommas,
  write: (policy, surroundings) => ({
    code: [
      ...allowedOrigins(policy, surroundings),
      '// Around the handler: export const handler = withCors(async (event) => { ... })',
      'const withCors = (handler) => async (event, context) => {',
      ...indented(body(policy)),
      '}',
      '',
    ].join('\n'),
    where: text`In the file of the handler, which returns ${code('{ statusCode, headers, body }')} (with Express, Hono or Fastify use theirs). Route ${code('OPTIONS')} to the function too, without an authorizer.`,
    removeFirst: [
      text`CORS in the settings of the function URL or HTTP API.`,
      text`${code('OPTIONS')} methods with a mock integration, and lines that set ${code('Access-Control-*')}.`,
    ],
    notes: [
      text`AWS's own 401, 403, 429 and 504 have no headers; a REST API can add them (${code('--for api-gateway-rest')}).`,
    ],
  }),
})

const body = (policy: CorsPolicy): readonly string[] => [
  'const request = new Headers(event.headers ?? {}) // names in any capitalization',
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
