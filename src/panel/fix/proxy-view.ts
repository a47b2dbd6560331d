import {
  type Diagnosis,
  type ProxiedApi,
  type ProxyKind,
  parseUrl,
  proxiedApis,
  proxies,
} from '../../internal.ts'
import { wholeRedaction } from '../parts/redaction.ts'

/** Returns what a recording shows about the API of a fetch, with secrets masked; null if nothing is blocked. */
export function proxiedApiOf({ verdict }: Diagnosis, diagnoses: readonly Diagnosis[]): ProxiedApi | null {
  const { url } = verdict.exchange
  const origin = parseUrl(url)?.origin
  const api = proxiedApis(diagnoses).find(({ target }) => target === origin)
  if (api === undefined) return null
  const [first, ...rest] = api.urls
  return { ...api, urls: [wholeRedaction.url(first), ...rest.map(wholeRedaction.url)] }
}

/** Returns the proxy of that name, else the first one. */
export const proxyNamed = (id: string | null): ProxyKind =>
  proxies.find((proxy) => proxy.id === id) ?? proxies[0]
