import { code, text } from '../../text/text.ts'
import { compilePolicy, type PolicyHeader, type PolicyHeaderName } from '../policy/compile-policy.ts'
import { CORS_RESPONSE_HEADERS } from '../policy/cors-response-headers.ts'
import { patternSource, splitOrigins } from '../policy/origin-pattern.ts'
import type { CorsPolicy } from '../policy/policy.ts'
import { withCommas } from './env-note.ts'
import { grepFor } from './find-command.ts'
import { defineGenerator, type Surroundings } from './generator.ts'
import { runOn } from './proof.ts'
import { nginx } from './quote/nginx.ts'
import { nginxMapKey } from './quote/nginx-map-key.ts'

/** A response header whose value is a variable; Nginx omits it if the variable is empty. */
interface Added {
  readonly name: string
  readonly variable: string
  readonly map: readonly string[]
}

/**
 * Nginx, static or as a proxy. Maps select the values, because an `add_header` inside `if` would drop all others. The
 * only `if` just returns, in the phase before authentication.
 */
export default defineGenerator({
  id: 'nginx',
  title: 'Nginx',
  language: 'nginx',
  docs: 'https://nginx.org/en/docs/http/ngx_http_headers_module.html',
  syntax: nginx,
  kind: 'web server',
  find: grepFor('access-control-|request_method|\\$cors_', '/etc/nginx'),
  proof: runOn('nginx 1.22.1'),
  matchesPatterns: true,
  valueInEnv: withCommas,
  write: (policy, surroundings) => ({
    code: [...mapsOf(policy, surroundings), '', ...serverOf(policy, surroundings), ''].join('\n'),
    where: text`${surroundings.env === null ? '' : text`Nginx doesn't read variables itself: run ${code(`envsubst '$${surroundings.env}'`)} over the file, as the Docker image does with ${code('/etc/nginx/templates')}. `}The maps into ${code('http { }')}, for instance in a file of ${code('/etc/nginx/conf.d')}; the rest into the API's ${code('server { }')}, before its locations, ${code('return')} and ${code('rewrite')}. Then ${code('nginx -t')} and reload.`,
    removeFirst: [
      text`${code('add_header Access-Control-*')} lines and ${code('if ($request_method = OPTIONS)')} blocks.`,
    ],
    notes: [
      text`A ${code('location')} with its own ${code('add_header')} or ${code('proxy_hide_header')} inherits none of these lines: repeat them there, or use ${code('add_header_inherit merge')} (1.29.3).`,
      text`Behind ${code('fastcgi_pass')} or ${code('uwsgi_pass')}, the first lines are ${code('fastcgi_hide_header')} or ${code('uwsgi_hide_header')}.`,
    ],
  }),
})

function mapsOf(policy: CorsPolicy, { api, env }: Surroundings): readonly string[] {
  const [origin, preflight] = [nameOf(api, 'origin'), nameOf(api, 'preflight')]
  return [
    '# In http { }:',
    ...originMap(policy, origin, env),
    `map "$request_method:$http_access_control_request_method:${origin}" ${preflight} {`,
    '    default 0;',
    '    "~^OPTIONS:[^:]+:." 1;',
    '}',
    ...addedBy(policy, api).flatMap(({ map }) => map),
  ]
}

/**
 * Returns the map that has the origin if it's allowed. Those from a variable, which `envsubst` inserts, are compared with
 * a back reference: the text before the space has to be an item of the list after it.
 */
function originMap({ origins }: CorsPolicy, origin: string, env: string | null): readonly string[] {
  const { exact, patterns } = splitOrigins(origins)
  const allowed = origins === '*' ? '"*"' : '""'
  const end = env === null ? '$' : ' '
  return [
    env === null ? `map $http_origin ${origin} {` : `map "$http_origin ,\${${env}}," ${origin} {`,
    `    default ${allowed};`,
    ...(env === null
      ? exact.map((one) => `    ${nginxMapKey(one)} ${nginx.literal(one)};`)
      : [`    "~^([a-z][a-z0-9+.-]*://[^, ]+) (?:.*, *)?\\1 *," $http_origin;`]),
    ...patterns.map((one) => `    "~^${patternSource(one).replaceAll('\\.', '[.]')}${end}" $http_origin;`),
    '}',
  ]
}

const serverOf = (policy: CorsPolicy, { api }: Surroundings): readonly string[] => [
  '# In server { }:',
  "# Remove the app's own headers, so that none is sent twice.",
  ...CORS_RESPONSE_HEADERS.map((name) => `proxy_hide_header ${name};`),
  ...addedBy(policy, api).map(({ name, variable }) => `add_header ${name} ${variable} always;`),
  ...(policy.origins === '*' ? [] : ['add_header Vary Origin always;']),
  `if (${nameOf(api, 'preflight')}) { return 204; }`,
]

/** Returns a variable that is unique per API, because Nginx accepts two maps with the same name but ignores one. */
const nameOf = (api: string, what: string): string => `$cors_${api}_${what}`

const SUFFIXES = {
  'Access-Control-Allow-Origin': 'origin',
  'Access-Control-Allow-Credentials': 'credentials',
  'Access-Control-Expose-Headers': 'exposed',
  'Access-Control-Allow-Methods': 'methods',
  'Access-Control-Allow-Headers': 'headers',
  'Access-Control-Max-Age': 'max_age',
} as const satisfies Record<PolicyHeaderName, string>

/** The header; the map of the origin comes first, because the others read it. */
function addedBy(policy: CorsPolicy, api: string): readonly Added[] {
  const { onEveryResponse, onActual, onPreflight } = compilePolicy(policy)
  const added = ({ name, value }: PolicyHeader, map: (variable: string, value: string) => string): Added => {
    const variable = nameOf(api, SUFFIXES[name])
    const own = name === 'Access-Control-Allow-Origin' ? [] : [map(variable, nginx.literal(value ?? ''))]
    return { name, variable, map: own }
  }
  return [
    ...[...onEveryResponse, ...onActual].map((header) =>
      added(
        header,
        (variable, value) => `map ${nameOf(api, 'origin')} ${variable} { "" ""; default ${value}; }`,
      ),
    ),
    ...onPreflight.map((header) =>
      added(
        header,
        (variable, value) => `map ${nameOf(api, 'preflight')} ${variable} { default ""; 1 ${value}; }`,
      ),
    ),
  ]
}
