import { get } from '../fetch/header-list.ts'
import { isRedirectStatus } from '../fetch/response.ts'
import type { HarEntry } from '../har/har-entry.ts'

/**
 * Reports whether an extension redirected a request before it was sent. Chrome records the reason of an internal
 * redirect; HSTS is another one.
 */
export const isExtensionRedirect = ({ response }: HarEntry): boolean =>
  isRedirectStatus(response.status) &&
  /webrequest|extension/i.test(get(response.headers, 'Non-Authoritative-Reason') ?? '')
