import { asciiLower, combined, get, type Header, type HeaderList } from '../fetch/header-list.ts'
import { standard } from '../fetch/implementation.ts'
import { isForbiddenRequestHeader } from '../fetch/request-headers.ts'
import type { Recording } from '../har/har-entry.ts'
import { clientHint } from '../knowledge/client-hints.ts'
import type { Hop } from './chain.ts'
import { entryOf } from './exchange.ts'
import { type Fact, known, open } from './fact.ts'
import { requestedHeaderNames } from './is-preflight.ts'

/**
 * Returns the header list as Fetch sees it: what the caller set, without what the browser adds. A recorded preflight
 * states the CORS-unsafe names; without one, headers that browsers also add themselves leave two lists possible.
 */
export function authoredHeaders(hop: Hop, recording: Recording): Fact<HeaderList> {
  const sent = hop.actual?.request.headers ?? []
  const { index } = entryOf(hop)
  if (hop.preflight !== null) return fromPreflight(hop, sent, recording)
  const authored = sent.filter((header) => !isBrowserMade(header.name) && !isForbiddenRequestHeader(header))
  const certain = authored.filter(({ name, value }) => !isMaybeBrowserMade(name, value))
  if (certain.length === authored.length) {
    return known(authored, { entry: index, field: 'request.headers', value: null })
  }
  // If a certain header needs the preflight anyway, the doubtful ones make no visible difference.
  return open([certain, authored], 'the browser adds such headers too')
}

function fromPreflight(hop: Hop, sent: HeaderList, { browser }: Recording): Fact<HeaderList> {
  const preflight = hop.preflight
  const asked = new Set(preflight === null ? [] : requestedHeaderNames(preflight))
  const sentByName = new Map(combined(sent).map((header) => [asciiLower(header.name), header]))
  const list = [...asked].flatMap((name) => {
    // A withheld value must have been unsafe, or the preflight wouldn't have named it.
    const header = sentByName.get(name) ?? { name, value: WITHHELD }
    return browser === 'firefox' && isSafelistedAlone(header) ? asSet(header) : [header]
  })
  const unasked = sent.filter(
    ({ name }) =>
      !asked.has(asciiLower(name)) && ['accept', 'content-type', 'range'].includes(asciiLower(name)),
  )
  const base = [...list, ...unasked.filter((header) => standard.whyNotSafelisted(header) === null)]
  const source = {
    entry: preflight?.index ?? entryOf(hop).index,
    field: 'request.headers.Access-Control-Request-Headers',
    value: preflight === null ? null : get(preflight.request.headers, 'Access-Control-Request-Headers'),
  }
  // Chromium safelists client hints; whether script set one isn't known, and it matters for the other engines.
  const hints =
    browser === 'chromium'
      ? sent.filter(({ name }) => clientHint(name) !== null && !asked.has(asciiLower(name)))
      : []
  return hints.length === 0
    ? known(base, source)
    : open([base, [...base, ...hints]], 'the browser adds such headers too')
}

/** Whether a header needs no permission; many long ones together may need it, so a long one isn't one of them. */
const isSafelistedAlone = (header: Header): boolean =>
  standard.whyNotSafelisted(header) === null && header.value.length < 100

/**
 * Returns the headers that script set if Firefox's preflight names one whose recorded value is safelisted: it was set
 * more than once, Firefox judges each value separately, and records the joined value or only the first.
 */
function asSet({ name, value }: Header): readonly Header[] {
  const parts = value.split(', ').map((part) => ({ name, value: part }))
  return parts.every((part) => standard.whyNotSafelisted(part) === null) ? [{ name, value: WITHHELD }] : parts
}

/** Replaces a value that the recording withholds; its parentheses make it CORS-unsafe in every header. */
export const WITHHELD = '(not recorded)'

/** Reports whether a header is one that browsers add themselves, in addition to the forbidden ones. */
export const isBrowserMade = (name: string): boolean => BROWSER_MADE.has(asciiLower(name))

const BROWSER_MADE = new Set([
  'accept-language',
  'alt-used',
  'content-disposition',
  'ping-from',
  'ping-to',
  'priority',
  'purpose',
  'service-worker',
  'service-worker-navigation-preload',
  'upgrade-insecure-requests',
  'user-agent',
  'x-client-data',
  'x-devtools-emulate-network-conditions-client-id',
  'x-devtools-request-id',
  'x-moz',
])

/** Reports whether a browser adds such a header in some situations, although script can set it too. */
export function isMaybeBrowserMade(name: string, value: string): boolean {
  switch (asciiLower(name)) {
    case 'cache-control':
      return /^(no-cache|max-age=0|no-store)$/i.test(value)
    case 'pragma':
      return /^no-cache$/i.test(value)
    case 'if-none-match':
    case 'if-modified-since':
    case 'if-range':
    case 'last-event-id':
    case 'authorization':
      return true
    default:
      return clientHint(name) !== null
  }
}
