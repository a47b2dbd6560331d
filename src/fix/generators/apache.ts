import { code, text } from '../../text/text.ts'
import { compilePolicy, type PolicyHeader } from '../policy/compile-policy.ts'
import { CORS_RESPONSE_HEADERS } from '../policy/cors-response-headers.ts'
import type { CorsPolicy } from '../policy/policy.ts'
import { defineGenerator } from './generator.ts'
import { runOn } from './proof.ts'
import { apache } from './quote/apache.ts'

/**
 * Apache, static or as a proxy, in the virtual host. Its rewriting answers the preflight before authorization; in a
 * directory or `.htaccess` it would come after.
 */
export default defineGenerator({
  id: 'apache',
  title: 'Apache',
  language: 'apache',
  docs: 'https://httpd.apache.org/docs/2.4/mod/mod_headers.html',
  syntax: apache,
  kind: 'web server',
  proof: runOn('Apache 2.4.71'),
  write: (policy) => ({
    code: [
      '# What an app behind sends itself is dropped, or the header would be there twice.',
      ...CORS_RESPONSE_HEADERS.flatMap((name) => [`Header unset ${name}`, `Header always unset ${name}`]),
      ...headersOf(policy),
      '',
      '# The preflight, before authentication and every other rule.',
      'RewriteEngine On',
      'RewriteCond %{REQUEST_METHOD} =OPTIONS',
      'RewriteCond %{HTTP:Access-Control-Request-Method} .',
      policy.origins === '*'
        ? 'RewriteCond %{HTTP:Origin} .'
        : `RewriteCond expr "${originIsListed(policy.origins)}"`,
      'RewriteRule ^ - [E=CORS_PREFLIGHT:1,R=204,L]',
      '',
    ].join('\n'),
    where: text`Into the ${code('<VirtualHost>')} of the API, outside of ${code('<Location>')} and ${code('<Directory>')} and before other ${code('RewriteRule')} lines. Then ${code('a2enmod headers rewrite')}, ${code('apachectl configtest')} and reload.`,
    removeFirst: [
      text`Other ${code('Header ... Access-Control-*')} lines, in ${code('.htaccess')} files and ${code('conf-enabled')} too.`,
      text`Rewrite rules and ${code('<Limit OPTIONS>')} sections that answered the preflight until now.`,
    ],
    notes: [
      text`${code('always')} keeps the headers on 4xx and 5xx, those of Apache itself included.`,
      text`CORS in the app behind may stay: the ${code('unset')} lines drop what it sends. Both are needed, as Apache keeps the headers of a CGI program's answer apart.`,
      text`In a ${code('.htaccess')} the same lines work (${code('AllowOverride FileInfo')}), but rewriting comes after authorization there: a directory with a password answers the preflight with 401. Put ${code('<RequireAny>')} around its ${code('Require valid-user')}, with ${code(`Require expr "%{REQUEST_METHOD} == 'OPTIONS'"`)} beside it.`,
      text`A ${code('Redirect')} or ${code('RewriteRule')} to https or to another host name in a virtual host of its own still redirects the preflight, which browsers refuse: the page has to use the final address.`,
    ],
  }),
})

/** Precondition: origins are plain, so that nothing of them ends a string of Apache's expressions. */
const originIsListed = (origins: readonly string[]): string =>
  `%{HTTP:Origin} in { ${origins.map((origin) => `'${origin}'`).join(', ')} }`

const set = ({ name, value }: PolicyHeader): string =>
  `Header always set ${name} ${value === null ? '"expr=%{HTTP:Origin}"' : apache.literal(value)}`

function headersOf(policy: CorsPolicy): readonly string[] {
  const { onEveryResponse, onActual, onPreflight } = compilePolicy(policy)
  const toAllowed = [
    ...[...onEveryResponse, ...onActual].map(set),
    ...onPreflight.map((header) => `${set(header)} env=CORS_PREFLIGHT`),
  ]
  if (policy.origins === '*') return toAllowed
  return [
    `<If "${originIsListed(policy.origins)}">`,
    ...toAllowed.map((line) => `    ${line}`),
    '</If>',
    'Header always merge Vary Origin',
  ]
}
