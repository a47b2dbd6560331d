import type { Generator } from '../../../../src/fix/generators/generator.ts'
import type { CorsPolicy } from '../../../../src/fix/policy/policy.ts'
import { codeOf } from './code-of.ts'
import { type Running, start } from './start.ts'

/**
 * The form of an event: 2.0 of HTTP APIs and function URLs, 1.0 of REST APIs.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html
 */
export type LambdaEvent = '1.0' | '2.0'

/** Starts Node.js with a snippet in a handler, which is called for each request as AWS would. */
export const startLambda = (generator: Generator, policy: CorsPolicy, event: LambdaEvent): Promise<Running> =>
  start({
    files: () => ({ 'handler.mjs': handler(codeOf(generator, policy)), 'server.mjs': server(event) }),
    command: () => [process.execPath, 'server.mjs'],
  })

const handler = (snippet: string): string => `
${snippet}
const STATUS = { '/items': 200, '/private': 401, '/only-get': 405, '/bad': 502 }

export const handler = withCors(async (event) => {
  const path = event.rawPath ?? event.path
  if (path === '/boom') throw new Error('boom')
  return { statusCode: STATUS[path] ?? 404, headers: { 'content-type': 'application/json' }, body: '[]' }
})
`

/** An HTTP API writes all names small, a REST API leaves them as they came. */
const server = (event: LambdaEvent): string => `
import { createServer } from 'node:http'
import { handler } from './handler.mjs'

const named = (request) => {
  const headers = {}
  for (let i = 0; i < request.rawHeaders.length; i += 2)
    headers[request.rawHeaders[i]${event === '2.0' ? '.toLowerCase()' : ''}] = request.rawHeaders[i + 1]
  return headers
}

createServer(async (request, response) => {
  const headers = named(request)
  const { statusCode, headers: answered, body } = await handler(
    ${
      event === '2.0'
        ? "{ version: '2.0', rawPath: request.url, headers, requestContext: { http: { method: request.method, path: request.url } } }"
        : "{ version: '1.0', path: request.url, httpMethod: request.method, headers, requestContext: {} }"
    },
    {},
  )
  response.writeHead(statusCode, answered)
  response.end(statusCode === 204 ? undefined : body)
}).listen(Number(process.env.PORT), '127.0.0.1')
`
