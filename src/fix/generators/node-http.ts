import { code, text } from '../../text/text.ts'
import type { CorsPolicy } from '../policy/policy.ts'
import { withCommas } from './env-note.ts'
import { IN_JAVASCRIPT } from './find-command.ts'
import { defineGenerator } from './generator.ts'
import { allowedOrigins, indented } from './header-lines.ts'
import { PASSED_ON } from './passed-on.ts'
import { policyStatements } from './policy-statements.ts'
import { runOn } from './proof.ts'
import { PROXY_IN_FRONT } from './proxy-in-front.ts'
import { javascript } from './quote/javascript.ts'
import { WHY_VARY } from './why-vary.ts'

/** Node's own http, https and http2. Headers set here remain when the listener calls `writeHead`. */
export default defineGenerator({
  id: 'node-http',
  title: 'Node.js http without a framework',
  language: 'javascript',
  docs: 'https://nodejs.org/api/http.html',
  syntax: javascript,
  kind: 'app',
  find: IN_JAVASCRIPT,
  proof: runOn('Node.js 20.20.2'),
  matchesPatterns: true,
  valueInEnv: withCommas,
  write: (policy, surroundings) => ({
    code: [
      ...allowedOrigins(policy, surroundings),
      'const server = createServer(async (request, response) => {',
      ...indented([...statements(policy), ...CALL]),
      '})',
      '',
    ].join('\n'),
    where: text`In place of ${code('createServer(handler)')}, for ${code('node:https')} and ${code('node:http2')} too: ${code('handler')} is the request listener so far.`,
    removeFirst: [
      text`Code that answers ${code('OPTIONS')} or sets ${code('Access-Control-*')}, in ${code('writeHead')} too.`,
      PASSED_ON,
      PROXY_IN_FRONT,
    ],
    notes: [
      text`An exception in a callback or timer still ends Node.js.`,
      ...(policy.origins === '*'
        ? []
        : [
            text`A ${code('Vary')} that ${code('handler')} sets replaces this one: use ${code("response.appendHeader('Vary', …)")}.`,
          ]),
    ],
  }),
})

const statements = (policy: CorsPolicy): readonly string[] =>
  policyStatements(policy, {
    set: (name, value) => `response.setHeader(${name}, ${value})`,
    origin: [
      `response.setHeader('Vary', 'Origin') // ${WHY_VARY}`,
      "const origin = request.headers.origin ?? ''",
    ],
    isPreflight: "request.method === 'OPTIONS' && request.headers['access-control-request-method']",
    answerPreflight: ['response.writeHead(204).end()', 'return'],
  })

const CALL = [
  'try {',
  '  await handler(request, response)',
  '} catch (error) {',
  '  console.error(error)',
  '  if (response.headersSent) response.destroy()',
  "  else response.writeHead(500, { 'Content-Length': 0 }).end()",
  '}',
]
