import azureFunctions from '../../../../src/fix/generators/azure-functions.ts'
import type { CorsPolicy } from '../../../../src/fix/policy/policy.ts'
import { codeOf } from './code-of.ts'
import { type Running, start } from './start.ts'

/** Starts Node.js with a snippet around handlers, which it calls with the requests of Azure's own package. */
export const startAzureFunctions = (policy: CorsPolicy): Promise<Running> =>
  start({
    files: () => ({ 'functions.cjs': functions(codeOf(azureFunctions, policy)), 'host.cjs': HOST }),
    command: () => [process.execPath, 'host.cjs'],
  })

const functions = (snippet: string): string => `
${snippet}
/** Handlers by path and method, as \`app.http\` is given them. */
const functions = new Map()
module.exports = { functions }
const add = (path, methods, handler) => {
  for (const method of [...methods, 'OPTIONS']) functions.set(method + ' ' + path, withCors(handler))
}

add('/items', ['GET', 'PUT', 'DELETE'], (request) => ({ jsonBody: { method: request.method } }))
add('/private', ['GET', 'PUT'], (request) => ({ status: request.headers.has('Authorization') ? 200 : 401 }))
add('/only-get', ['GET'], () => new HttpResponse({ body: '[]' }))
add('/boom', ['GET'], async () => {
  throw new Error('boom')
})
add('/bad', ['GET'], () => new HttpResponse({ status: 502 }))
`

/** What Azure's host does, as far as these tests need it: a function by route and method, else a 404. */
const HOST = `
const { createServer } = require('node:http')
const { HttpRequest, HttpResponse } = require('@azure/functions')
const { functions } = require('./functions.cjs')

createServer(async (message, answer) => {
  const handler = functions.get(message.method + ' ' + message.url)
  if (handler === undefined) return answer.writeHead(404).end()
  const request = new HttpRequest({
    method: message.method,
    url: 'http://localhost' + message.url,
    headers: message.headers,
  })
  const given = await handler(request, { error: console.error })
  const response = given instanceof HttpResponse ? given : new HttpResponse(given)
  answer.writeHead(response.status, Object.fromEntries(response.headers))
  answer.end(await response.text())
}).listen(Number(process.env.PORT), '127.0.0.1')
`
