import caddy from '../../../../src/fix/generators/caddy.ts'
import type { CorsPolicy } from '../../../../src/fix/policy/policy.ts'
import { codeOf } from './code-of.ts'
import { installed } from './installed.ts'
import { type Running, start } from './start.ts'

/** Returns the version of Caddy here, or fails with how to install it. */
export const caddyHere = (): string =>
  installed(['caddy', 'version'], ['caddy']).replace(/^v?([\d.]+).*$/s, 'Caddy $1')

/** The part of a snippet that shows where a site's own directives go. */
const PROXY = /^\treverse_proxy localhost:8080 \{\n([^}]*)\}\n/m

/**
 * Starts Caddy with a snippet: its snippet above the site, and inside of its `route` the directives given, which may
 * proxy with what the snippet has for that.
 */
export async function startCaddy(
  policy: CorsPolicy,
  directives: (proxy: (port: number) => string) => string,
  outside = '',
): Promise<Running> {
  const [cors = '', site = ''] = codeOf(caddy, policy).split(/# In the site block, .*:\n/)
  const proxy = (port: number): string =>
    (PROXY.exec(site)?.[0] ?? '').replace('localhost:8080', `127.0.0.1:${port}`)
  return await startCaddyWith(cors, `${outside}\n${site.replace(PROXY, () => `${directives(proxy)}\n`)}`)
}

/** Starts Caddy with snippets and a site block. */
export async function startCaddyWith(snippets: string, site: string): Promise<Running> {
  caddyHere()
  return await start({
    files: ({ port }) => ({
      Caddyfile: `{
	admin off
	auto_https off
	grace_period 100ms
}
${snippets}
http://127.0.0.1:${port} {
	bind 127.0.0.1
${site}
}
`,
      'html/items': '[]',
      'html/only-get': '[]',
      'html/private': '[]',
    }),
    command: () => [
      '/bin/sh',
      '-c',
      'HOME=$PWD XDG_DATA_HOME=$PWD exec caddy run --config Caddyfile --adapter caddyfile',
    ],
  })
}
