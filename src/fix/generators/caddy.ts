import { code, text } from '../../text/text.ts'
import { compilePolicy, type PolicyHeader } from '../policy/compile-policy.ts'
import { patternSource, splitOrigins } from '../policy/origin-pattern.ts'
import type { CorsPolicy } from '../policy/policy.ts'
import { withCommas } from './env-note.ts'
import { grepFor } from './find-command.ts'
import { defineGenerator } from './generator.ts'
import { runOn } from './proof.ts'
import { caddy } from './quote/caddy.ts'

/**
 * Caddy, static or as a proxy. The site's content goes into a `handle`, and the preflight into another: Caddy runs
 * `basic_auth` before any `respond`, but it only runs one `handle`, and sorts its content as usual. A `route` would run a
 * proxy before the password check written below it. Nothing is deferred, because Caddy's own 502 would then lack the
 * headers.
 */
export default defineGenerator({
  id: 'caddy',
  title: 'Caddy',
  language: 'caddyfile',
  docs: 'https://caddyserver.com/docs/caddyfile/directives/header',
  syntax: caddy,
  kind: 'web server',
  find: grepFor('access-control-|options', '/etc/caddy'),
  proof: runOn('Caddy 2.6.2'),
  matchesPatterns: true,
  valueInEnv: withCommas,
  write: (policy, { api, env }) => ({
    code: [
      '# At the top of the Caddyfile:',
      `(cors_${api}) {`,
      ...corsOf(policy, env).map(indented),
      '}',
      '',
      '# In the site block, around its directives but log, tls, bind and handle_errors:',
      `import cors_${api}`,
      'handle {',
      ...[
        '# authentication, root, file_server',
        'reverse_proxy localhost:8080 {',
        '\theader_down -Access-Control-*',
        '}',
      ].map(indented),
      '}',
      '',
    ].join('\n'),
    where: text`The snippet at the top of the ${code('Caddyfile')}, after the global options; ${code('handle')} around the directives of the API's site block. Then ${code('caddy validate')} and ${code('caddy reload')}.`,
    removeFirst: [
      text`${code('header')} lines with ${code('Access-Control-*')} and matchers that answer ${code('OPTIONS')}.`,
    ],
    notes: [
      text`${code('log')}, ${code('tls')}, ${code('bind')} and ${code('handle_errors')} stay outside ${code('handle')}, and imports of snippets that have them.`,
      text`${code('header_down')} goes into every ${code('reverse_proxy')}, or the app's headers come twice.`,
      text`A site without a scheme redirects http preflights: call the https address.`,
    ],
  }),
})

const indented = (line: string): string => (line === '' ? '' : `\t${line}`)

const block = (head: string, lines: readonly string[]): readonly string[] =>
  lines.length === 0 ? [] : [`${head} {`, ...lines.map(indented), '}']

const set = ({ name, value }: PolicyHeader): string =>
  `${name} ${value === null ? '{http.request.header.Origin}' : caddy.literal(value)}`

function corsOf(policy: CorsPolicy, env: string | null): readonly string[] {
  const { origins } = policy
  const { onEveryResponse, onActual, onPreflight } = compilePolicy(policy)
  const named = origins !== '*'
  const isAllowed = named ? originIsListed(origins, env) : ['header Origin *']
  return [
    ...(named ? block('@cors', isAllowed) : []),
    ...block('@preflight', ['method OPTIONS', ...isAllowed, 'header Access-Control-Request-Method *']),
    ...(named ? ['header +Vary Origin'] : []),
    ...block(named ? 'header @cors' : 'header', [...onEveryResponse, ...onActual].map(set)),
    ...block('header @preflight', onPreflight.map(set)),
    ...block('handle @preflight', ['respond 204']),
  ]
}

/** The lines of a matcher: simple ones for exact origins, an expression for patterns. */
function originIsListed(origins: readonly string[], env: string | null): readonly string[] {
  const { exact, patterns } = splitOrigins(origins)
  if (env === null && patterns.length === 0)
    return exact.map((origin) => `header Origin ${caddy.literal(origin)}`)
  const listed = exact.map((origin) => `"${origin}"`).join(', ')
  const tests = [
    ...(env === null ? [] : [`{header.Origin} != "" && {header.Origin} in "{$${env}}".split(",")`]),
    ...(env !== null || exact.length === 0 ? [] : [`{header.Origin} in [${listed}]`]),
    ...patterns.map((one) => `{header.Origin}.matches("^${patternSource(one).replaceAll('\\.', '[.]')}$")`),
  ]
  return [`expression \`${tests.join(' || ')}\``]
}
