import { KEPT } from '../parse-entry.ts'
import { ALL, beginning, type Keep, listOf, membersOf, parts } from './keep.ts'

const BEGINNING_OF_BODY = beginning(KEPT)
/** Ends a request body that is too long to be kept. */
export const CUT = '[cut here]'
const BODY_OF_REQUEST = beginning(1 << 14, CUT)
/** More frames than this are never shown. */
const MOST_FRAMES = 32
const MOST_PARENTS = 64

const CALL_FRAMES = listOf(
  parts({ functionName: beginning(300), url: ALL, lineNumber: ALL, columnNumber: ALL }),
  MOST_FRAMES,
)

/** A stack and the stacks that scheduled it, as deep as they are read. */
function stack(parents: number): Keep {
  const frames = { callFrames: CALL_FRAMES, description: beginning(100) }
  return parts(parents === 0 ? frames : { ...frames, parent: stack(parents - 1) })
}

/** The parts of an entry that are read. Bodies, most cookies, queries and other additions of tools aren't. */
const ENTRY = parts({
  pageref: ALL,
  startedDateTime: ALL,
  time: ALL,
  connection: ALL,
  serverIPAddress: ALL,
  timings: ALL,
  request: parts({
    method: ALL,
    url: ALL,
    httpVersion: ALL,
    headers: ALL,
    cookies: listOf(parts({ name: ALL, value: ALL })),
    headersSize: ALL,
    bodySize: ALL,
    postData: parts({ mimeType: ALL, text: BODY_OF_REQUEST }),
  }),
  response: parts({
    status: ALL,
    statusText: ALL,
    httpVersion: ALL,
    headers: ALL,
    redirectURL: ALL,
    headersSize: ALL,
    bodySize: ALL,
    content: parts({ mimeType: ALL, size: ALL, encoding: ALL, text: BEGINNING_OF_BODY }),
    fromDiskCache: ALL,
    fromServiceWorker: ALL,
    _error: ALL,
    _failureText: ALL,
    _fetchedViaServiceWorker: ALL,
  }),
  _resourceType: ALL,
  _fromCache: ALL,
  _securityState: ALL,
  _is_secure: ALL,
  _initiator_type: ALL,
  _initiator_detail: ALL,
  // A few tools write only its URL.
  _initiator: {
    ...parts({ type: ALL, url: ALL, requestId: ALL, lineNumber: ALL, stack: stack(MOST_PARENTS) }),
    most: Number.POSITIVE_INFINITY,
  },
})

const entries = (place: string): Keep => ({
  ...listOf({ ...ENTRY, place: `${place}[]`, captured: true }),
  place,
})
const captured = (place: string): Keep => ({ ...ALL, place, captured: true })

const log = (place: string): Readonly<Record<string, Keep>> => ({
  entries: entries(`${place}entries`),
  pages: captured(`${place}pages`),
  creator: captured(`${place}creator`),
  browser: captured(`${place}browser`),
})

/**
 * The parts of a HAR that are read: `{log: {entries}}`, the bare `log` that `getHAR()` gives, or a bare list of entries.
 */
export const KEPT_OF_HAR: Keep = {
  take: 'parts',
  place: 'root',
  items: { ...ENTRY, place: 'root[]', captured: true },
  members: membersOf({ ...log(''), log: { ...parts(log('log.')), place: 'log' } }),
}
