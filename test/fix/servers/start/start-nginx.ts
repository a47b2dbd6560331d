import nginx from '../../../../src/fix/generators/nginx.ts'
import type { CorsPolicy } from '../../../../src/fix/policy/policy.ts'
import { codeOf, VARIABLE } from './code-of.ts'
import { installed } from './installed.ts'
import { type Running, start } from './start.ts'

/** Returns the version of Nginx here, or fails with how to install it. */
export const nginxHere = (): string =>
  installed(['nginx', '-v'], ['nginx']).replace(/^nginx version: nginx\/([\d.]+).*$/s, 'nginx $1')

/** Starts Nginx with a snippet: its maps in `http { }`, the rest in a `server { }` before the locations given. */
export async function startNginx(policy: CorsPolicy, locations: string): Promise<Running> {
  nginxHere()
  const [maps = '', server = ''] = asEnvsubst(codeOf(nginx, policy)).split('# In server { }:')
  return await start({
    files: ({ port }) => ({
      'nginx.conf': configuration(maps, `listen 127.0.0.1:${port};\n${server}\n${locations}`),
      htpasswd: 'user:{PLAIN}password\n',
      'html/items': '[]',
      'html/only-get': '[]',
      'html/private': '[]',
    }),
    command: ({ folder }) => ['nginx', '-p', folder, '-c', `${folder}/nginx.conf`],
  })
}

/** Puts the variable in, as `envsubst` does. */
const asEnvsubst = (code: string): string =>
  code.replaceAll(`\${${VARIABLE}}`, () => process.env[VARIABLE] ?? '')

/** Starts Nginx with the snippets for two APIs of one host name each, as somebody pastes one after the other. */
export async function startTwoApis(
  apis: readonly (readonly [host: string, policy: CorsPolicy])[],
): Promise<Running> {
  nginxHere()
  const parts = apis.map(([host, policy]) => {
    const snippet = nginx.generate(policy, `https://${host}/items`)
    if (snippet.type === 'unsupported') throw new Error(JSON.stringify(snippet.why))
    const [maps = '', server = ''] = snippet.code.split('# In server { }:')
    return { host, maps, server }
  })
  return await start({
    files: ({ port }) => ({
      'nginx.conf': configuration(
        parts.map(({ maps }) => maps).join('\n'),
        parts
          .map(
            ({ host, server }) =>
              `listen 127.0.0.1:${port};\nserver_name ${host};\n${server}\nlocation / { return 200 "[]"; }`,
          )
          .join('\n}\nserver {\n'),
      ),
    }),
    command: ({ folder }) => ['nginx', '-p', folder, '-c', `${folder}/nginx.conf`],
  })
}

/** Starts Nginx with files and what stands in its `server { }`, which the port to listen on is given to. */
export async function startNginxServer(
  server: (port: number) => string,
  files: Readonly<Record<string, string>>,
): Promise<Running> {
  nginxHere()
  return await start({
    files: ({ port }) => ({
      'nginx.conf': configuration('', `listen 127.0.0.1:${port};\n${server(port)}`),
      ...files,
    }),
    command: ({ folder }) => ['nginx', '-p', folder, '-c', `${folder}/nginx.conf`],
  })
}

const configuration = (maps: string, server: string): string => `
daemon off;
${process.getuid?.() === 0 ? 'user root;' : ''}
worker_processes 1;
pid nginx.pid;
error_log stderr warn;
events { worker_connections 64; }
http {
  access_log off;
  client_body_temp_path body;
  proxy_temp_path proxy;
  fastcgi_temp_path fastcgi;
  uwsgi_temp_path uwsgi;
  scgi_temp_path scgi;
${maps}
  server {
${server}
  }
}
`
