import { get } from '../fetch/header-list.ts'
import type { HarEntry } from '../har/har-entry.ts'

/**
 * Reports whether an entry is a CORS-preflight request. Script cannot set `Access-Control-Request-Method`, so an OPTIONS
 * that has it was made by the browser. https://fetch.spec.whatwg.org/#cors-preflight-request
 */
export const isPreflight = ({ request, vendor }: HarEntry): boolean =>
  vendor.initiator?.type === 'preflight' ||
  (request.method.length === OPTIONS.length &&
    request.method.toUpperCase() === OPTIONS &&
    (vendor.resourceType === 'preflight' || get(request.headers, 'Access-Control-Request-Method') !== null))

const OPTIONS = 'OPTIONS'

/** Returns the header names that a preflight asks permission for, in lowercase, in the order in which it lists them. */
export function requestedHeaderNames(preflight: HarEntry): readonly string[] {
  const found = requested.get(preflight)
  if (found !== undefined) return found
  const names = (get(preflight.request.headers, 'Access-Control-Request-Headers') ?? '')
    .split(',')
    .map((name) => name.trim().toLowerCase())
    .filter((name) => name !== '')
  requested.set(preflight, names)
  return names
}

/** A page may send thousands of names, and every hypothesis and every engine reads them. */
const requested = new WeakMap<HarEntry, readonly string[]>()
