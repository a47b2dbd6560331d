import { code, text } from '../../text/text.ts'
import { compilePolicy, type PolicyHeader } from '../policy/compile-policy.ts'
import { CORS_RESPONSE_HEADERS } from '../policy/cors-response-headers.ts'
import { patternSource, splitOrigins } from '../policy/origin-pattern.ts'
import type { CorsPolicy } from '../policy/policy.ts'
import { grepFor } from './find-command.ts'
import { defineGenerator } from './generator.ts'
import { runOn } from './proof.ts'
import { apache } from './quote/apache.ts'

/**
 * Apache, static or as a proxy, in the virtual host. Its rewrite rule responds to the preflight before authorization; in
 * a directory or `.htaccess` it would run after.
 */
export default defineGenerator({
  id: 'apache',
  title: 'Apache',
  language: 'apache',
  docs: 'https://httpd.apache.org/docs/2.4/mod/mod_headers.html',
  syntax: apache,
  kind: 'web server',
  find: grepFor('access-control-|options', '/etc/apache2 /var/www --include=*.conf --include=.htaccess'),
  proof: runOn('Apache 2.4.71'),
  matchesPatterns: true,
  valueInEnv: (origins) => origins.map((origin) => `'${origin}'`).join(', '),
  write: (policy, { env }) => ({
    code: [
      "# Remove the app's own headers, so that none is sent twice.",
      ...CORS_RESPONSE_HEADERS.flatMap((name) => [`Header unset ${name}`, `Header always unset ${name}`]),
      ...headersOf(policy, env),
      '',
      '# The preflight, before authentication and every other rule.',
      'RewriteEngine On',
      'RewriteCond %{REQUEST_METHOD} =OPTIONS',
      'RewriteCond %{HTTP:Access-Control-Request-Method} .',
      policy.origins === '*'
        ? 'RewriteCond %{HTTP:Origin} .'
        : `RewriteCond expr "${originIsListed(policy.origins, env)}"`,
      'RewriteRule ^ - [E=CORS_PREFLIGHT:1,R=204,L]',
      '',
    ].join('\n'),
    where: text`Into the API's ${code('<VirtualHost>')}, outside ${code('<Location>')} and ${code('<Directory>')}, before other ${code('RewriteRule')} lines. Then ${code('a2enmod headers rewrite')}, ${code('apachectl configtest')} and reload.`,
    removeFirst: [
      text`${code('Header ... Access-Control-*')} lines, in ${code('.htaccess')} and ${code('conf-enabled')} too.`,
      text`Rewrite rules and ${code('<Limit OPTIONS>')} sections that answer preflights.`,
    ],
    notes: [
      text`In ${code('.htaccess')} (${code('AllowOverride FileInfo')}), a password comes before the preflight: put ${code('<RequireAny>')} with ${code(`Require expr "%{REQUEST_METHOD} == 'OPTIONS'"`)} around ${code('Require valid-user')}.`,
      text`A redirect to https or another host still breaks preflights: call the final address.`,
    ],
  }),
})

/** Precondition: origins are plain, so they can't end a string in Apache's expressions. */
function originIsListed(origins: readonly string[], env: string | null): string {
  const { exact, patterns } = splitOrigins(origins)
  const listed = env === null ? exact.map((origin) => `'${origin}'`).join(', ') : `\${${env}}`
  return [
    ...(exact.length === 0 ? [] : [`%{HTTP:Origin} in { ${listed} }`]),
    ...patterns.map((one) => `%{HTTP:Origin} =~ m#^${patternSource(one).replaceAll('\\.', '[.]')}$#`),
  ].join(' || ')
}

const set = ({ name, value }: PolicyHeader): string =>
  `Header always set ${name} ${value === null ? '"expr=%{HTTP:Origin}"' : apache.literal(value)}`

function headersOf(policy: CorsPolicy, env: string | null): readonly string[] {
  const { onEveryResponse, onActual, onPreflight } = compilePolicy(policy)
  const toAllowed = [
    ...[...onEveryResponse, ...onActual].map(set),
    ...onPreflight.map((header) => `${set(header)} env=CORS_PREFLIGHT`),
  ]
  if (policy.origins === '*') return toAllowed
  return [
    `<If "${originIsListed(policy.origins, env)}">`,
    ...toAllowed.map((line) => `    ${line}`),
    '</If>',
    'Header always merge Vary Origin',
  ]
}
