import { code, text } from '../../text/text.ts'
import { CORS_RESPONSE_HEADERS } from '../policy/cors-response-headers.ts'
import { patternSource, splitOrigins } from '../policy/origin-pattern.ts'
import type { CorsPolicy } from '../policy/policy.ts'
import { grepFor } from './find-command.ts'
import { defineGenerator } from './generator.ts'
import { parsedBy } from './proof.ts'
import { yaml } from './quote/yaml.ts'
import { yamlBelow } from './yaml-lines.ts'

const TYPE = 'type.googleapis.com/envoy.extensions.filters.http.cors.v3'

/**
 * Envoy's CORS filter with its policy on the virtual host. The router removes the app's headers before the filter adds
 * its own, because responses pass the filters in reverse order.
 */
export default defineGenerator({
  id: 'envoy',
  title: 'Envoy',
  language: 'yaml',
  docs: 'https://www.envoyproxy.io/docs/envoy/latest/configuration/http/http_filters/cors_filter',
  syntax: yaml,
  kind: 'web server',
  find: grepFor('cors|access-control-', '/etc/envoy'),
  proof: parsedBy('yaml 2.9.1 and ajv 8.20.0 with the fields of its API v3'),
  matchesPatterns: true,
  write: (policy) => ({
    code: [
      '# The first of http_filters:',
      '- name: envoy.filters.http.cors',
      '  typed_config:',
      `    '@type': ${TYPE}.Cors`,
      '',
      '# In the virtual host:',
      'typed_per_filter_config:',
      '  envoy.filters.http.cors:',
      ...yamlBelow(2, policyLines(policy)),
      "# Remove the app's own headers, before the filter adds its own.",
      'response_headers_to_remove:',
      ...CORS_RESPONSE_HEADERS.map((name) => `  - ${name}`),
      'response_headers_to_add:',
      '  - header:',
      '      key: Vary',
      '      value: Origin',
      '    append_action: APPEND_IF_EXISTS_OR_ADD',
      '',
    ].join('\n'),
    where: text`The filter as the first of ${code('http_filters')}, before ${code('ext_authz')}, ${code('jwt_authn')} and the router; the rest into the API's ${code('virtual_hosts')} entry. Then ${code('envoy --mode validate -c FILE')}.`,
    removeFirst: [
      text`${code('cors:')} of virtual hosts and routes, and policies on routes, which win.`,
      text`${code('response_headers_to_add')} with ${code('Access-Control-*')}.`,
    ],
    notes: [
      text`Without a matching route, and for ${code('direct_response')} and ${code('redirect')}, there are no headers.`,
      text`Envoy's own errors have no ${code('Vary')}.`,
      ...(policy.origins === '*'
        ? [text`Envoy answers with the request's origin instead of ${code('*')}, which grants no more.`]
        : []),
    ],
  }),
})

function policyLines({
  origins,
  methods,
  headers,
  exposed,
  credentials,
  maxAge,
}: CorsPolicy): readonly string[] {
  const listed = (key: string, values: readonly string[]): readonly string[] =>
    values.length === 0 ? [] : [`${key}: ${yaml.literal(values.join(', '))}`]
  return [
    `'@type': ${TYPE}.CorsPolicy`,
    'allow_origin_string_match:',
    ...(origins === '*' ? ['*'] : splitOrigins(origins).exact).map(
      (origin) => `  - exact: ${yaml.literal(origin)}`,
    ),
    // Envoy matches the whole value.
    ...splitOrigins(origins).patterns.flatMap((one) => [
      '  - safe_regex:',
      `      regex: ${yaml.literal(patternSource(one))}`,
    ]),
    ...listed('allow_methods', methods),
    ...listed('allow_headers', headers),
    ...listed('expose_headers', exposed),
    ...(credentials ? ['allow_credentials: true'] : []),
    ...(maxAge === null ? [] : [`max_age: '${maxAge}'`]),
  ]
}
