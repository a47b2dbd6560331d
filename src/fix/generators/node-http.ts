import { code, text } from '../../text/text.ts'
import type { CorsPolicy } from '../policy/policy.ts'
import { defineGenerator } from './generator.ts'
import { allowedOrigins, headerLines, indented } from './header-lines.ts'
import { PASSED_ON } from './passed-on.ts'
import { runOn } from './proof.ts'
import { PROXY_IN_FRONT } from './proxy-in-front.ts'
import { javascript } from './quote/javascript.ts'

/** Node's own http, https and http2. Headers that are set here stay when the listener calls `writeHead`. */
export default defineGenerator({
  id: 'node-http',
  title: 'Node.js http without a framework',
  language: 'javascript',
  docs: 'https://nodejs.org/api/http.html',
  syntax: javascript,
  kind: 'app',
  proof: runOn('Node.js 20.20.2'),
  write: (policy) => ({
    code: [
      ...(policy.origins === '*' ? [] : allowedOrigins(policy.origins)),
      'const server = createServer(async (request, response) => {',
      ...indented([...(policy.origins === '*' ? byMethod(policy) : byOrigin(policy)), ...CALL]),
      '})',
      '',
    ].join('\n'),
    where: text`In place of ${code('createServer(handler)')}, of ${code('node:https')} and ${code('node:http2')} too: ${code('handler')} is the request listener so far.`,
    removeFirst: [
      text`Code that answers ${code('OPTIONS')} requests or sets ${code('Access-Control-*')} headers, in ${code('writeHead')} too.`,
      PASSED_ON,
      PROXY_IN_FRONT,
    ],
    notes: [
      text`What ${code('handler')} throws, or rejects with, ends as a 500 that the page can read; an exception in a callback or a timer still ends Node.js.`,
      ...(policy.origins === '*'
        ? []
        : [
            text`Where ${code('handler')} sets a ${code('Vary')} of its own, have it use ${code("response.appendHeader('Vary', …)")}; ${code('setHeader')} and ${code('writeHead')} would replace this one.`,
          ]),
    ],
  }),
})

const set = (name: string, value: string): string => `response.setHeader(${name}, ${value})`

function byMethod(policy: CorsPolicy): readonly string[] {
  const { allowed, preflight, actual } = headerLines(policy, set)
  return [
    ...allowed,
    "if (request.method === 'OPTIONS' && request.headers['access-control-request-method']) {",
    ...indented([...preflight, 'response.writeHead(204).end()', 'return']),
    '}',
    ...actual,
  ]
}

const byOrigin = (policy: CorsPolicy): readonly string[] => [
  "response.setHeader('Vary', 'Origin') // on every response, or a cache hands one origin's answer to another",
  "const origin = request.headers.origin ?? ''",
  'if (allowedOrigins.has(origin)) {',
  ...indented(byMethod(policy)),
  '}',
]

const CALL = [
  'try {',
  '  await handler(request, response)',
  '} catch (error) {',
  '  console.error(error)',
  '  if (response.headersSent) response.destroy()',
  "  else response.writeHead(500, { 'Content-Length': 0 }).end()",
  '}',
]
