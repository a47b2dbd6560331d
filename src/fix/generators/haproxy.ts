import { code, text } from '../../text/text.ts'
import { compilePolicy, type PolicyHeader } from '../policy/compile-policy.ts'
import { CORS_RESPONSE_HEADERS } from '../policy/cors-response-headers.ts'
import type { CorsPolicy } from '../policy/policy.ts'
import { defineGenerator } from './generator.ts'
import { runOn } from './proof.ts'
import { haproxy } from './quote/haproxy.ts'

/**
 * HAProxy, in the frontend. `http-after-response` is the only rule set that also sees what HAProxy answers itself:
 * the 204 of the preflight, a 401, a 503.
 */
export default defineGenerator({
  id: 'haproxy',
  title: 'HAProxy',
  language: 'haproxy',
  docs: 'https://docs.haproxy.org/2.6/configuration.html#4.2',
  syntax: haproxy,
  kind: 'web server',
  proof: runOn('HAProxy 2.6.12'),
  write: (policy) => ({
    code: [...requestRules(policy), '', ...responseRules(policy), ''].join('\n'),
    where: text`Into the ${code('frontend')} of the API, before its ${code('http-request auth')}, ${code('deny')} and ${code('redirect')} rules. Then ${code('haproxy -c -f /etc/haproxy/haproxy.cfg')} and reload.`,
    removeFirst: [
      text`Other rules with ${code('Access-Control-*')} headers, in the backends too, and ${code('http-request return')} rules for ${code('OPTIONS')}.`,
    ],
    notes: [
      text`CORS in the app behind may stay: ${code('del-header')} drops what it sends, or there would be two ${code('Access-Control-Allow-Origin')} headers.`,
      text`${code('http-response')} instead of ${code('http-after-response')} would leave HAProxy's own 401, 503 and the 204 of the preflight without headers. It exists since HAProxy 2.2.`,
      text`Everything behind the frontend gets this policy, and loses headers of its own. Where other APIs share it, the same lines may stand in the ${code('backend')} of this one, unless a rule of the frontend asks for a login first.`,
    ],
  }),
})

const IF_ALLOWED = 'if { var(txn.cors_origin) -m found }'
const IF_PREFLIGHT = 'if { var(txn.cors_preflight) -m bool }'

/** Precondition: origins are plain; as patterns they are then what they are in a log-format. */
const requestRules = ({ origins }: CorsPolicy): readonly string[] => [
  '# In the frontend, before authentication and every other rule:',
  `http-request set-var(txn.cors_origin) req.fhdr(Origin) if { req.fhdr(Origin) -m ${
    origins === '*' ? 'found' : `str -- ${origins.map(haproxy.literal).join(' ')}`
  } }`,
  'http-request set-var(txn.cors_preflight) bool(true) if METH_OPTIONS { var(txn.cors_origin) -m found } { req.fhdr(Access-Control-Request-Method) -m found }',
  `http-request return status 204 ${IF_PREFLIGHT}`,
]

/** A flag and a number need no quotes. */
const literal = (value: string): string => (/^(true|\d+)$/.test(value) ? value : haproxy.literal(value))

function responseRules(policy: CorsPolicy): readonly string[] {
  const named = policy.origins !== '*'
  const { onEveryResponse, onActual, onPreflight } = compilePolicy(policy)
  const set = ({ name, value }: PolicyHeader, when: string): string =>
    [
      `http-after-response set-header ${name}`,
      value === null ? '%[var(txn.cors_origin)]' : literal(value),
      when,
    ]
      .filter((part) => part !== '')
      .join(' ')
  return [
    '# What an app behind sends itself is dropped, or the header would be there twice.',
    ...CORS_RESPONSE_HEADERS.map((name) => `http-after-response del-header ${name}`),
    ...[...onEveryResponse, ...onActual].map((header) => set(header, named ? IF_ALLOWED : '')),
    ...onPreflight.map((header) => set(header, IF_PREFLIGHT)),
    ...(named ? ['http-after-response add-header Vary Origin'] : []),
  ]
}
