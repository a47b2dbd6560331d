import { code, text } from '../../text/text.ts'
import { compilePolicy, type PolicyHeader } from '../policy/compile-policy.ts'
import { CORS_RESPONSE_HEADERS } from '../policy/cors-response-headers.ts'
import { patternSource, splitOrigins } from '../policy/origin-pattern.ts'
import type { CorsPolicy } from '../policy/policy.ts'
import { grepFor } from './find-command.ts'
import { defineGenerator, type Surroundings } from './generator.ts'
import { runOn } from './proof.ts'
import { haproxy } from './quote/haproxy.ts'

/**
 * HAProxy, in the frontend. `http-after-response` is the only rule set that also applies to HAProxy's own responses: the
 * 204 of the preflight, a 401, a 503.
 */
export default defineGenerator({
  id: 'haproxy',
  title: 'HAProxy',
  language: 'haproxy',
  docs: 'https://docs.haproxy.org/2.6/configuration.html#4.2',
  syntax: haproxy,
  kind: 'web server',
  find: grepFor('access-control-|options', '/etc/haproxy'),
  proof: runOn('HAProxy 2.6.12'),
  matchesPatterns: true,
  valueInEnv: (origins) => origins.join(' '),
  write: (policy, surroundings) => ({
    code: [...requestRules(policy, surroundings), '', ...responseRules(policy, surroundings), ''].join('\n'),
    where: text`Into the API's ${code('frontend')}, before ${code('http-request auth')}, ${code('deny')} and ${code('redirect')}. Then ${code('haproxy -c -f /etc/haproxy/haproxy.cfg')} and reload. Needs HAProxy 2.2.`,
    removeFirst: [
      text`Rules with ${code('Access-Control-*')}, in backends too, and ${code('http-request return')} rules for ${code('OPTIONS')}.`,
    ],
    notes: [
      text`Every API behind the frontend gets this policy and loses its own headers. If others share it, put the lines into this one's ${code('backend')}, unless the frontend asks for a login first.`,
    ],
  }),
})

/** The variables of one API, distinct from another API's in the same frontend. */
const originOf = (api: string): string => `txn.cors_${api}_origin`
const preflightOf = (api: string): string => `txn.cors_${api}_preflight`

/** Precondition: origins are plain, so they are the same in patterns and in a log-format. */
function requestRules({ origins }: CorsPolicy, { api, env }: Surroundings): readonly string[] {
  const { exact, patterns } = splitOrigins(origins)
  const listed = env === null ? exact.map(haproxy.literal).join(' ') : `"\${${env}[*]}"`
  const tests = [
    ...(origins === '*' ? ['found'] : []),
    ...(exact.length === 0 ? [] : [`str -- ${listed}`]),
    ...patterns.map((one) => `reg '^${patternSource(one).replaceAll('\\.', '[.]')}$'`),
  ]
  return [
    '# In the frontend, before authentication and every other rule:',
    ...tests.map(
      (test) => `http-request set-var(${originOf(api)}) req.fhdr(Origin) if { req.fhdr(Origin) -m ${test} }`,
    ),
    `http-request set-var(${preflightOf(api)}) bool(true) if METH_OPTIONS { var(${originOf(api)}) -m found } { req.fhdr(Access-Control-Request-Method) -m found }`,
    `http-request return status 204 if { var(${preflightOf(api)}) -m bool }`,
  ]
}

/** A flag and a number need no quotes. */
const literal = (value: string): string => (/^(true|\d+)$/.test(value) ? value : haproxy.literal(value))

function responseRules(policy: CorsPolicy, { api }: Surroundings): readonly string[] {
  const ifAllowed = `if { var(${originOf(api)}) -m found }`
  const ifPreflight = `if { var(${preflightOf(api)}) -m bool }`
  const named = policy.origins !== '*'
  const { onEveryResponse, onActual, onPreflight } = compilePolicy(policy)
  const set = ({ name, value }: PolicyHeader, when: string): string =>
    [
      `http-after-response set-header ${name}`,
      value === null ? `%[var(${originOf(api)})]` : literal(value),
      when,
    ]
      .filter((part) => part !== '')
      .join(' ')
  return [
    "# Remove the app's own headers, so that none is sent twice.",
    ...CORS_RESPONSE_HEADERS.map((name) => `http-after-response del-header ${name}`),
    ...[...onEveryResponse, ...onActual].map((header) => set(header, named ? ifAllowed : '')),
    ...onPreflight.map((header) => set(header, ifPreflight)),
    ...(named ? ['http-after-response add-header Vary Origin'] : []),
  ]
}
