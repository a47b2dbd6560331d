import { code, text } from '../../text/text.ts'
import { type CompiledPolicy, compilePolicy, type PolicyHeader } from '../policy/compile-policy.ts'
import { patternsSource, splitOrigins } from '../policy/origin-pattern.ts'
import type { CorsPolicy } from '../policy/policy.ts'
import { withCommas } from './env-note.ts'
import { defineGenerator } from './generator.ts'
import { runOn } from './proof.ts'
import { python } from './quote/python.ts'

/**
 * Flask without a package. flask-cors reads an origin or header name with one of `* \ ] ? $ ^ [ ( )` as a regular
 * expression that only has to match at the beginning, omits `Vary` if it adds no other header, and doesn't respond to
 * preflights for nonexistent routes.
 */
export default defineGenerator({
  id: 'flask',
  title: 'Flask',
  language: 'python',
  docs: 'https://flask.palletsprojects.com/en/stable/api/#flask.Flask.before_request',
  syntax: python,
  kind: 'app',
  find: "grep -rniE --include='*.py' 'cors|access-control-' .",
  proof: runOn('Flask 2.2.2'),
  matchesPatterns: true,
  valueInEnv: withCommas,
  write: (policy, { env }) => ({
    code: [
      ...importsOf(policy, env),
      'from flask import Response, request',
      '',
      ...(policy.origins === '*' ? [] : isAllowedOrigin(policy.origins, env)),
      '',
      '# The first before_request: before authentication, which preflights never have.',
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
      text`flask-cors (${code('CORS(app)')}, ${code('@cross_origin')}) and lines that set ${code('Access-Control-*')}.`,
      text`${code('Access-Control-*')} headers of a proxy in front.`,
    ],
    notes: [
      text`With ${code('debug=True')}, the debugger's 500 has no headers.`,
      text`Not flask-cors: it reads ${code('*')}, ${code('$')} and the like in a name as a pattern and omits ${code('Vary')} for requests without ${code('Origin')}.`,
    ],
  }),
})

const set = ({ name, value }: PolicyHeader): string =>
  `response.headers[${python.literal(name)}] = ${value === null ? 'origin' : python.literal(value)}`

const indented = (lines: readonly string[], by: string): readonly string[] =>
  lines.map((line) => `${by}${line}`)

function importsOf({ origins }: CorsPolicy, env: string | null): readonly string[] {
  const modules = [
    ...(env === null ? [] : ['os']),
    ...(splitOrigins(origins).patterns.length === 0 ? [] : ['re']),
  ]
  return modules.length === 0 ? [] : [...modules.map((name) => `import ${name}`), '']
}

function isAllowedOrigin(origins: readonly string[], env: string | null): readonly string[] {
  const { exact, patterns } = splitOrigins(origins)
  const listed =
    env !== null
      ? [`CORS_ALLOWED_ORIGINS = {o.strip() for o in os.environ.get("${env}", "").split(",")} - {""}`]
      : ['CORS_ALLOWED_ORIGINS = {', ...exact.map((origin) => `    ${python.literal(origin)},`), '}']
  const tests = [
    ...(exact.length === 0 ? [] : ['origin in CORS_ALLOWED_ORIGINS']),
    ...(patterns.length === 0 ? [] : [`re.fullmatch(r"${patternsSource(patterns)}", origin) is not None`]),
  ]
  return [
    ...(exact.length === 0 ? [] : listed),
    '',
    '',
    'def is_allowed(origin):',
    `    return ${tests.join(' or ')}`,
    '',
  ]
}

const answerPreflight = (policy: CorsPolicy): readonly string[] =>
  indented(
    [
      'if request.method != "OPTIONS" or "Access-Control-Request-Method" not in request.headers:',
      '    return None',
      ...(policy.origins === '*'
        ? []
        : ['if not is_allowed(request.headers.get("Origin", "")):', '    return None']),
      'response = Response(status=204)',
      ...compilePolicy(policy).onPreflight.map(set),
      'return response',
    ],
    '    ',
  )

const allowHeaders = ({ onEveryResponse, onActual }: CompiledPolicy): readonly string[] =>
  indented([...onEveryResponse, ...onActual].map(set), '    ')

const allowListed = (compiled: CompiledPolicy): readonly string[] => [
  "    # On every response, or a cache may use one origin's response for another.",
  '    response.vary.add("Origin")',
  '    origin = request.headers.get("Origin", "")',
  '    if is_allowed(origin):',
  ...indented(allowHeaders(compiled), '    '),
]
