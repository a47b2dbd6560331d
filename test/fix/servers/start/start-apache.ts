import apache from '../../../../src/fix/generators/apache.ts'
import type { CorsPolicy } from '../../../../src/fix/policy/policy.ts'
import { codeOf } from './code-of.ts'
import { installed } from './installed.ts'
import { type Running, start } from './start.ts'

/** Returns the version of Apache here, or fails with how to install it. */
export const apacheHere = (): string =>
  installed(['/usr/sbin/apache2', '-v'], ['apache2']).replace(/^.*Apache\/([\d.]+).*$/s, 'Apache $1')

/** Starts Apache with a snippet in a `<VirtualHost>`, and the directives given after it. */
export const startApache = (policy: CorsPolicy, directives: string): Promise<Running> =>
  startApacheWith(`${codeOf(apache, policy)}\n${directives}`)

/** Starts Apache with a `<VirtualHost>`. */
export async function startApacheWith(virtualHost: string): Promise<Running> {
  apacheHere()
  return await start({
    files: ({ folder, port }) => ({
      'httpd.conf': configuration(folder, port, virtualHost),
      // openssl passwd -apr1 -salt whycors password
      htpasswd: 'user:$apr1$whycors$Na6IK7KoWMPkLjHNIbJut1\n',
      'html/items': '[]',
      'html/only-get': '[]',
      'html/private': '[]',
      'items.lua': 'function handle(r) r:puts("[]") return apache2.OK end\n',
    }),
    // Its workers run as another user, who may not read the folder otherwise.
    command: () => [
      '/bin/sh',
      '-c',
      'chmod 755 . && exec /usr/sbin/apache2 -d "$PWD" -f httpd.conf -DFOREGROUND',
    ],
  })
}

const MODULES = [
  ...[
    'mpm_event',
    'allowmethods',
    'authn_core',
    'authn_file',
    'authz_core',
    'authz_user',
    'auth_basic',
    'alias',
    'headers',
  ],
  ...['lua', 'proxy', 'proxy_http', 'rewrite'],
]

const configuration = (folder: string, port: number, virtualHost: string): string => `
${MODULES.map((name) => `LoadModule ${name}_module /usr/lib/apache2/modules/mod_${name}.so`).join('\n')}
${process.getuid?.() === 0 ? 'User www-data\nGroup www-data' : ''}
Listen 127.0.0.1:${port}
ServerName localhost
PidFile ${folder}/httpd.pid
Mutex sem default
ErrorLog ${folder}/error.log
ServerLimit 1
ThreadsPerChild 16
MaxRequestWorkers 16
<VirtualHost *>
DocumentRoot ${folder}/html
<Directory ${folder}/html>
    Require all granted
</Directory>
${virtualHost}
</VirtualHost>
`
