import { asciiLower, get, type Header, type HeaderList, isName } from '../fetch/header-list.ts'
import type { Implementation } from '../fetch/implementation.ts'
import { corsUnsafeRequestHeaderNames, isForbiddenRequestHeader } from '../fetch/request-headers.ts'
import type { HarEntry } from '../har/har-entry.ts'
import { isBrowserMade, isMaybeBrowserMade } from './authored-headers.ts'

/** The CORS-unsafe request-header names of an actual request, as far as its recorded headers show them. */
export interface UnsafeNames {
  /** Those that script must have set. */
  readonly certain: ReadonlySet<string>
  /** Those that it may have set. */
  readonly possible: ReadonlySet<string>
  /** Every recorded name. */
  readonly recorded: ReadonlySet<string>
}

/** Returns the CORS-unsafe request-header names of an actual request. */
export function unsafeNames({ request }: HarEntry, implementation: Implementation): UnsafeNames {
  const authored = request.headers.filter(
    (header) =>
      !isBrowserMade(header.name) && !isForbiddenRequestHeader(header) && !isOfDevTools(header.name),
  )
  // The browser's own credentials are only in what was recorded as sent.
  const isSure = ({ name, value }: Header) =>
    !isMaybeBrowserMade(name, value) || (!request.onTheWire && isName(name, 'authorization'))
  const sure = authored.filter(isSure)
  const namesOf = (list: HeaderList) => new Set(corsUnsafeRequestHeaderNames(list, implementation))
  return {
    certain: namesOf(sure),
    possible: namesOf(authored),
    recorded: new Set(request.headers.map(({ name }) => asciiLower(name))),
  }
}

const isOfDevTools = (name: string): boolean =>
  asciiLower(name).startsWith('x-devtools-emulate-network-conditions')

/** Returns whether none of the entries holds a credential, as in what DevTools exports as sanitized. */
export const withholdsCredentials = (entries: readonly HarEntry[]): boolean =>
  !entries.some(
    ({ request, response }) =>
      request.hasCookies ||
      get(request.headers, 'Authorization') !== null ||
      get(response.headers, 'Set-Cookie') !== null,
  )
