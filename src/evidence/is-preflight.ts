import { get } from '../fetch/header-list.ts'
import type { HarEntry } from '../har/har-entry.ts'

/**
 * Returns whether an entry is a CORS-preflight request. Script cannot set `Access-Control-Request-Method`, so an
 * OPTIONS that has it was made by the browser. https://fetch.spec.whatwg.org/#cors-preflight-request
 */
export const isPreflight = ({ request, vendor }: HarEntry): boolean =>
  vendor.initiator?.type === 'preflight' ||
  (request.method.toUpperCase() === 'OPTIONS' &&
    (vendor.resourceType === 'preflight' || get(request.headers, 'Access-Control-Request-Method') !== null))

/** Returns the header names that a preflight asks leave for, in lower case. */
export const requestedHeaderNames = ({ request }: HarEntry): readonly string[] =>
  (get(request.headers, 'Access-Control-Request-Headers') ?? '')
    .split(',')
    .map((name) => name.trim().toLowerCase())
    .filter((name) => name !== '')
