import { asciiLower, get, type Header, type HeaderList, isName } from '../fetch/header-list.ts'
import type { Implementation } from '../fetch/implementation.ts'
import { corsUnsafeRequestHeaderNames, isForbiddenRequestHeader } from '../fetch/request-headers.ts'
import type { HarEntry } from '../har/har-entry.ts'
import { isBrowserMade, isMaybeBrowserMade } from './authored-headers.ts'

/** The CORS-unsafe request-header names of an actual request, judged by its recorded headers. */
export interface UnsafeNames {
  /** Those certainly set by script. */
  readonly certain: ReadonlySet<string>
  /** Those possibly set by script. */
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
  // The browser's own credentials are only in headers recorded as sent.
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

/** Reports whether none of the entries contains a credential, as in sanitized exports of DevTools. */
export const withholdsCredentials = (entries: readonly HarEntry[]): boolean =>
  !entries.some(
    ({ request, response }) =>
      request.hasCookies ||
      get(request.headers, 'Authorization') !== null ||
      get(response.headers, 'Set-Cookie') !== null,
  )
