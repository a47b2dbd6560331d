import { type Diagnosis, failingChecks } from '../internal.ts'
import { proxyRule } from './proxy-rule.ts'
import type { ViteServerConfig } from './vite-server-config.ts'

/**
 * Reports whether a response has to be changed in Vite: Vite responds to every preflight itself, and headers of an API
 * behind its proxy only replace Vite's own.
 */
export function isMadeByVite({ verdict }: Diagnosis, { cors, proxy }: ViteServerConfig): boolean {
  if (cors === false) return false
  const { url, chain } = verdict.exchange
  if (proxyRule(url, proxy) === null || failingChecks(verdict)[0]?.phase === 'preflight') return true
  const headers = chain[0].actual?.response.headers ?? []
  return !headers.some(({ name }) => name.toLowerCase() === 'access-control-allow-origin')
}
