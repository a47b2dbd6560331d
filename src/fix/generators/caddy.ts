import { code, text } from '../../text/text.ts'
import { compilePolicy, type PolicyHeader } from '../policy/compile-policy.ts'
import type { CorsPolicy } from '../policy/policy.ts'
import { defineGenerator } from './generator.ts'
import { runOn } from './proof.ts'
import { caddy } from './quote/caddy.ts'

/**
 * Caddy, static or as a proxy. Around all of the site stands a `route`, which keeps the order that is written: Caddy
 * itself would sort authentication before the answer to the preflight. Nothing is deferred: Caddy's own 502 would
 * come without headers.
 */
export default defineGenerator({
  id: 'caddy',
  title: 'Caddy',
  language: 'caddyfile',
  docs: 'https://caddyserver.com/docs/caddyfile/directives/header',
  syntax: caddy,
  kind: 'web server',
  proof: runOn('Caddy 2.6.2'),
  write: (policy) => ({
    code: [
      '# At the top of the Caddyfile:',
      '(cors) {',
      ...corsOf(policy).map(indented),
      '}',
      '',
      '# In the site block, around all that it has:',
      'route {',
      ...[
        'import cors',
        '# authentication, root, file_server',
        'reverse_proxy localhost:8080 {',
        '\theader_down -Access-Control-*',
        '}',
      ].map(indented),
      '}',
      '',
    ].join('\n'),
    where: text`The snippet ${code('(cors)')} to the top of the ${code('Caddyfile')}, after its global options; ${code('route')} around what the site block of the API has so far, in the order in which it is to run. Then ${code('caddy validate')} and ${code('caddy reload')}.`,
    removeFirst: [
      text`Other ${code('header')} lines with ${code('Access-Control-*')} and matchers that answered ${code('OPTIONS')} until now.`,
    ],
    notes: [
      text`Without ${code('route')} Caddy runs ${code('basic_auth')} and ${code('forward_auth')} before ${code('respond')}, wherever they are written: the preflight would get their 401. ${code('basic_auth')} is called ${code('basicauth')} before Caddy 2.8.`,
      text`CORS in the app behind may stay: ${code('header_down -Access-Control-*')} drops what it sends, or there would be two ${code('Access-Control-Allow-Origin')} headers. It belongs into every ${code('reverse_proxy')}; files need none.`,
      text`Do not add ${code('defer')} to these ${code('header')} directives: when nobody answers behind the proxy, Caddy's 502 would come without them.`,
      text`A site block without a scheme redirects http to https, the preflight too, which browsers refuse: the page has to use the https address.`,
    ],
  }),
})

const indented = (line: string): string => (line === '' ? '' : `\t${line}`)

const block = (head: string, lines: readonly string[]): readonly string[] =>
  lines.length === 0 ? [] : [`${head} {`, ...lines.map(indented), '}']

const set = ({ name, value }: PolicyHeader): string =>
  `${name} ${value === null ? '{http.request.header.Origin}' : caddy.literal(value)}`

function corsOf(policy: CorsPolicy): readonly string[] {
  const { origins } = policy
  const { onEveryResponse, onActual, onPreflight } = compilePolicy(policy)
  const named = origins !== '*'
  const isAllowed = named
    ? origins.map((origin) => `header Origin ${caddy.literal(origin)}`)
    : ['header Origin *']
  return [
    ...(named ? block('@cors', isAllowed) : []),
    ...block('@preflight', ['method OPTIONS', ...isAllowed, 'header Access-Control-Request-Method *']),
    ...(named ? ['header +Vary Origin'] : []),
    ...block(named ? 'header @cors' : 'header', [...onEveryResponse, ...onActual].map(set)),
    ...block('header @preflight', onPreflight.map(set)),
    'respond @preflight 204',
  ]
}
