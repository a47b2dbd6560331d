import { isSameOrigin, originOf } from '../fetch/origin.ts'
import { currentUrl, type FetchRequest } from '../fetch/request.ts'
import { isSchemelesslySameSite } from '../knowledge/site.ts'
import type { WireResponse } from './wire.ts'

/**
 * Reports whether the response's `Cross-Origin-Resource-Policy` blocks it for a request with mode "no-cors".
 * https://fetch.spec.whatwg.org/#cross-origin-resource-policy-internal-check
 */
export function isRefusedByPolicy(request: FetchRequest, { headers }: WireResponse): boolean {
  const url = currentUrl(request)
  if (request.mode !== 'no-cors' || isSameOrigin(originOf(url), request.origin)) return false
  const policies = headers.filter(([name]) => name.toLowerCase() === 'cross-origin-resource-policy')
  const policy = policies.map(([, value]) => value.trim()).join(', ')
  if (policy === 'same-origin') return true
  if (policy !== 'same-site') return false
  const isSecureToPlain = /^https:/i.test(url) && !/^https:/.test(request.origin)
  return isSecureToPlain || !isSchemelesslySameSite(url, request.origin)
}
