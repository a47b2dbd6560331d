import { parseUrl } from '../parse-url.ts'
import { differingParts, type OriginPart } from '../rules/differing-parts.ts'

/** One part of two origins, for comparison. */
export interface OriginParts {
  readonly part: OriginPart
  readonly page: string
  readonly api: string
  readonly same: boolean
}

/** Returns two origins part by part, default ports written out; null if one of them is opaque. */
export function originParts(page: string, api: string): readonly OriginParts[] | null {
  const differing = differingParts(page, api)
  const [a, b] = [parseUrl(page), parseUrl(api)]
  if (differing === null || a === null || b === null) return null
  const port = (url: typeof a): string => url.port || (url.protocol === 'https:' ? '443' : '80')
  const row = (part: OriginPart, one: string, other: string): OriginParts => ({
    part,
    page: one,
    api: other,
    same: one === other,
  })
  return [
    row('scheme', a.protocol.replace(':', ''), b.protocol.replace(':', '')),
    row('host', a.hostname, b.hostname),
    row('port', port(a), port(b)),
  ]
}
