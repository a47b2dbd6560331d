import haproxy from '../../../../src/fix/generators/haproxy.ts'
import type { CorsPolicy } from '../../../../src/fix/policy/policy.ts'
import { codeOf } from './code-of.ts'
import { installed } from './installed.ts'
import { type Running, start } from './start.ts'

/** Returns the version of HAProxy here, or fails with how to install it. */
export const haproxyHere = (): string =>
  installed(['/usr/sbin/haproxy', '-v'], ['haproxy']).replace(/^.*version ([\d.]+).*$/s, 'HAProxy $1')

/** Starts HAProxy with a snippet at the begin of a frontend, and the rules given after it; then its backends. */
export const startHaproxy = (policy: CorsPolicy, rules: string, backends: string): Promise<Running> =>
  startHaproxyWith(`${codeOf(haproxy, policy)}\n${rules}\n${backends}`)

/** Starts HAProxy with the rules of a frontend. */
export async function startHaproxyWith(rules: string): Promise<Running> {
  haproxyHere()
  return await start({
    files: ({ port }) => ({
      'haproxy.cfg': `
global
  maxconn 200
  nbthread 1
defaults
  mode http
  timeout connect 5s
  timeout client 10s
  timeout server 10s
  retries 0
frontend api
  bind 127.0.0.1:${port}
${rules}
`,
    }),
    command: () => ['/usr/sbin/haproxy', '-f', 'haproxy.cfg', '-db'],
  })
}
