import { code, text } from '../../text/text.ts'
import { compilePolicy, type PolicyHeader, type PolicyHeaderName } from '../policy/compile-policy.ts'
import { CORS_RESPONSE_HEADERS } from '../policy/cors-response-headers.ts'
import type { CorsPolicy } from '../policy/policy.ts'
import { defineGenerator } from './generator.ts'
import { runOn } from './proof.ts'
import { nginx } from './quote/nginx.ts'
import { nginxMapKey } from './quote/nginx-map-key.ts'

/** A response header whose value is a variable; Nginx omits it where that is empty. */
interface Added {
  readonly name: string
  readonly variable: string
  readonly map: readonly string[]
}

/**
 * Nginx, static or as a proxy. Values are chosen by maps: an `add_header` inside `if` would drop all others. The one
 * `if` only returns, in the phase before authentication.
 */
export default defineGenerator({
  id: 'nginx',
  title: 'Nginx',
  language: 'nginx',
  docs: 'https://nginx.org/en/docs/http/ngx_http_headers_module.html',
  syntax: nginx,
  kind: 'web server',
  proof: runOn('nginx 1.22.1'),
  write: (policy) => ({
    code: [...mapsOf(policy), '', ...serverOf(policy), ''].join('\n'),
    where: text`The maps into ${code('http { }')}, for instance as ${code('/etc/nginx/conf.d/cors.conf')}; the rest into the ${code('server { }')} of the API, before its locations and its ${code('return')} and ${code('rewrite')} lines. Then ${code('nginx -t')} and reload.`,
    removeFirst: [
      text`Other ${code('add_header Access-Control-*')} lines and ${code('if ($request_method = OPTIONS)')} blocks.`,
    ],
    notes: [
      text`CORS in the app behind may stay: ${code('proxy_hide_header')} drops what it sends, or there would be two ${code('Access-Control-Allow-Origin')} headers.`,
      text`A ${code('location')} with an ${code('add_header')} (or ${code('proxy_hide_header')}) of its own inherits none of these lines; repeat them there, with ${code('include')}, or from Nginx 1.29.3 let it inherit with ${code('add_header_inherit merge')}.`,
      text`Behind ${code('fastcgi_pass')} or ${code('uwsgi_pass')} the lines that drop are ${code('fastcgi_hide_header')} and ${code('uwsgi_hide_header')}.`,
      text`${code('always')} keeps the headers on 4xx and 5xx, those of Nginx itself included. Two stay unreadable to the page: a 414 has none, and a 416 for a file has them twice.`,
    ],
  }),
})

function mapsOf(policy: CorsPolicy): readonly string[] {
  const { origins } = policy
  return [
    '# In http { }:',
    'map $http_origin $cors_origin {',
    `    default ${origins === '*' ? '"*"' : '""'};`,
    ...(origins === '*'
      ? []
      : origins.map((origin) => `    ${nginxMapKey(origin)} ${nginx.literal(origin)};`)),
    '}',
    'map "$request_method:$http_access_control_request_method:$cors_origin" $cors_preflight {',
    '    default 0;',
    '    "~^OPTIONS:[^:]+:." 1;',
    '}',
    ...addedBy(policy).flatMap(({ map }) => map),
  ]
}

const serverOf = (policy: CorsPolicy): readonly string[] => [
  '# In server { }:',
  '# What an app behind sends itself is dropped, or the header would be there twice.',
  ...CORS_RESPONSE_HEADERS.map((name) => `proxy_hide_header ${name};`),
  ...addedBy(policy).map(({ name, variable }) => `add_header ${name} ${variable} always;`),
  ...(policy.origins === '*' ? [] : ['add_header Vary Origin always;']),
  'if ($cors_preflight) { return 204; }',
]

const VARIABLES = {
  'Access-Control-Allow-Origin': '$cors_origin',
  'Access-Control-Allow-Credentials': '$cors_credentials',
  'Access-Control-Expose-Headers': '$cors_exposed',
  'Access-Control-Allow-Methods': '$cors_methods',
  'Access-Control-Allow-Headers': '$cors_headers',
  'Access-Control-Max-Age': '$cors_max_age',
} as const satisfies Record<PolicyHeaderName, string>

/** What is added; the map of the origin itself goes before all others, which read it. */
function addedBy(policy: CorsPolicy): readonly Added[] {
  const { onEveryResponse, onActual, onPreflight } = compilePolicy(policy)
  const added = ({ name, value }: PolicyHeader, map: (variable: string, value: string) => string): Added => ({
    name,
    variable: VARIABLES[name],
    map: name === 'Access-Control-Allow-Origin' ? [] : [map(VARIABLES[name], nginx.literal(value ?? ''))],
  })
  return [
    ...[...onEveryResponse, ...onActual].map((header) =>
      added(header, (variable, value) => `map $cors_origin ${variable} { "" ""; default ${value}; }`),
    ),
    ...onPreflight.map((header) =>
      added(header, (variable, value) => `map $cors_preflight ${variable} { default ""; 1 ${value}; }`),
    ),
  ]
}
