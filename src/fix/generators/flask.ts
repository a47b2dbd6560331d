import { code, text } from '../../text/text.ts'
import { type CompiledPolicy, compilePolicy, type PolicyHeader } from '../policy/compile-policy.ts'
import type { CorsPolicy } from '../policy/policy.ts'
import { defineGenerator } from './generator.ts'
import { runOn } from './proof.ts'
import { python } from './quote/python.ts'

/**
 * Flask without a package. flask-cors reads an origin or header name with one of `* \ ] ? $ ^ [ ( )` as a regular
 * expression that has to match at the begin only, leaves `Vary` out where it adds nothing else, and answers no
 * preflight for a route that does not exist.
 */
export default defineGenerator({
  id: 'flask',
  title: 'Flask',
  language: 'python',
  docs: 'https://flask.palletsprojects.com/en/stable/api/#flask.Flask.before_request',
  syntax: python,
  kind: 'app',
  proof: runOn('Flask 2.2.2'),
  write: (policy) => ({
    code: [
      'from flask import Response, request',
      '',
      ...(policy.origins === '*' ? [] : allowedOrigins(policy.origins)),
      '',
      '# The first before_request: no login is asked for, a preflight never has one.',
      '@app.before_request',
      'def answer_preflight():',
      ...answerPreflight(policy),
      '',
      '',
      '@app.after_request',
      'def allow_origins(response):',
      ...(policy.origins === '*' ? allowHeaders : allowListed)(compilePolicy(policy)),
      '    return response',
      '',
    ].join('\n'),
    where: text`Directly after ${code('app = Flask(__name__)')}, before every other ${code('before_request')} and ${code('after_request')}.`,
    removeFirst: [
      text`flask-cors (${code('CORS(app)')}, ${code('@cross_origin')}) and other lines that set ${code('Access-Control-*')} headers.`,
      text`${code('Access-Control-*')} headers that a proxy in front adds; one of the two must do it.`,
    ],
    notes: [
      text`With ${code('debug=True')} the answer to an exception comes from Werkzeug's debugger, without these headers; every other server has them on a 500 too.`,
      text`flask-cors is not used because it reads a name or origin with a character like ${code('*')} or ${code('$')} as a pattern, and leaves ${code('Vary')} out where a request has no ${code('Origin')}.`,
    ],
  }),
})

const set = ({ name, value }: PolicyHeader): string =>
  `response.headers[${python.literal(name)}] = ${value === null ? 'origin' : python.literal(value)}`

const indented = (lines: readonly string[], by: string): readonly string[] =>
  lines.map((line) => `${by}${line}`)

const allowedOrigins = (origins: readonly string[]): readonly string[] => [
  'ALLOWED_ORIGINS = {',
  ...origins.map((origin) => `    ${python.literal(origin)},`),
  '}',
  '',
]

const answerPreflight = (policy: CorsPolicy): readonly string[] =>
  indented(
    [
      'if request.method != "OPTIONS" or "Access-Control-Request-Method" not in request.headers:',
      '    return None',
      ...(policy.origins === '*'
        ? []
        : ['if request.headers.get("Origin") not in ALLOWED_ORIGINS:', '    return None']),
      'response = Response(status=204)',
      ...compilePolicy(policy).onPreflight.map(set),
      'return response',
    ],
    '    ',
  )

const allowHeaders = ({ onEveryResponse, onActual }: CompiledPolicy): readonly string[] =>
  indented([...onEveryResponse, ...onActual].map(set), '    ')

const allowListed = (compiled: CompiledPolicy): readonly string[] => [
  "    # On every response, or a cache hands one origin's answer to another.",
  '    response.vary.add("Origin")',
  '    origin = request.headers.get("Origin")',
  '    if origin in ALLOWED_ORIGINS:',
  ...indented(allowHeaders(compiled), '    '),
]
