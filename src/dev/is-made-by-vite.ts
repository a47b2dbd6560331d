import { type Diagnosis, failingChecks } from '../internal.ts'
import { proxyRule } from './proxy-rule.ts'
import type { ViteServerConfig } from './vite-server-config.ts'

/**
 * Reports whether what is wrong with a response is Vite's to change: it responds to every preflight itself, and a header
 * of an API behind its proxy only replaces its own.
 */
export function isMadeByVite({ verdict }: Diagnosis, { cors, proxy }: ViteServerConfig): boolean {
  if (cors === false) return false
  const { url, chain } = verdict.exchange
  if (proxyRule(url, proxy) === null || failingChecks(verdict)[0]?.phase === 'preflight') return true
  const headers = chain[0].actual?.response.headers ?? []
  return !headers.some(({ name }) => name.toLowerCase() === 'access-control-allow-origin')
}
