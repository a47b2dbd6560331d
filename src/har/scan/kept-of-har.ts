import { KEPT as BEGINNING, isBodyRead } from '../parse-entry.ts'
import { MOST_FRAMES, MOST_PARENTS } from '../parse-vendor.ts'
import { ALL, beginning, type Keep, listOf, membersOf, parts } from './keep.ts'

const BEGINNING_OF_BODY = beginning(BEGINNING)
/** Ends a request body that is too long to be kept. */
export const CUT = '[cut here]'
const BODY_OF_REQUEST = beginning(1 << 14, CUT)

/** A stack and the stacks that scheduled it, as deep as they are read. */
function stack(frame: Readonly<Record<string, Keep>>): Keep {
  const own = membersOf({ callFrames: listOf(parts(frame), MOST_FRAMES), description: beginning(100) })
  let keep: Keep = { take: 'parts', members: own }
  for (let parents = 0; parents < MOST_PARENTS; parents++)
    keep = { take: 'parts', members: new Map([...own, ...membersOf({ parent: keep })]) }
  return keep
}

const HEADERS: Keep = { ...ALL, repeats: true }

const UNIQUE: Keep = { ...ALL, unique: true }
const TIMES = { startedDateTime: UNIQUE, time: ALL, timings: ALL }
const RESPONSE = {
  status: ALL,
  statusText: ALL,
  headers: HEADERS,
  redirectURL: ALL,
  headersSize: ALL,
  fromDiskCache: ALL,
  fromServiceWorker: ALL,
  _error: ALL,
  _failureText: ALL,
  _fetchedViaServiceWorker: ALL,
}
const OF_BROWSERS = {
  _resourceType: ALL,
  _fromCache: ALL,
  _securityState: ALL,
  _is_secure: ALL,
  _initiator_type: ALL,
  _initiator_detail: ALL,
}
/** A few tools write only its URL. */
const initiator = (members: Readonly<Record<string, Keep>>): Keep => ({
  ...parts(members),
  most: Number.POSITIVE_INFINITY,
})
const content = (text: Keep): Keep => ({
  ...parts({ mimeType: ALL, size: ALL, encoding: ALL, text }),
  dependsOnOuter: true,
})
/** Most bodies are data, of which nothing is read. */
const BODY_IF_READ: Keep = {
  ...BEGINNING_OF_BODY,
  needless: (content, response) => !isBodyRead(response, content),
}

/** The parts of an entry that are read. Bodies, most cookies, queries and other additions of tools aren't. */
const READ = parts({
  ...TIMES,
  ...OF_BROWSERS,
  pageref: ALL,
  connection: ALL,
  serverIPAddress: ALL,
  request: parts({
    method: ALL,
    url: UNIQUE,
    headers: HEADERS,
    cookies: listOf(parts({ value: ALL })),
    headersSize: ALL,
    postData: parts({ text: beginning(1) }),
  }),
  response: parts({ ...RESPONSE, content: content(BODY_IF_READ) }),
  _initiator: initiator({
    type: ALL,
    url: ALL,
    requestId: ALL,
    stack: stack({ url: ALL, lineNumber: ALL, columnNumber: ALL }),
  }),
})

/** The parts of an entry that are kept: those that are read, and those that are shown or exported. */
const KEPT = parts({
  ...TIMES,
  ...OF_BROWSERS,
  pageref: ALL,
  connection: ALL,
  serverIPAddress: ALL,
  request: parts({
    method: ALL,
    url: UNIQUE,
    httpVersion: ALL,
    headers: HEADERS,
    cookies: listOf(parts({ name: ALL, value: ALL })),
    headersSize: ALL,
    bodySize: ALL,
    postData: parts({ mimeType: ALL, text: BODY_OF_REQUEST }),
  }),
  response: parts({ ...RESPONSE, httpVersion: ALL, bodySize: ALL, content: content(BEGINNING_OF_BODY) }),
  _initiator: initiator({
    type: ALL,
    url: ALL,
    requestId: ALL,
    lineNumber: ALL,
    stack: stack({
      functionName: beginning(300),
      url: ALL,
      lineNumber: ALL,
      columnNumber: ALL,
    }),
  }),
})

const entries = (entry: Keep, place: string): Keep => ({
  ...listOf({ ...entry, place: `${place}[]`, captured: true }),
  place,
})
const captured = (place: string): Keep => ({ ...ALL, place, captured: true })

const log = (entry: Keep, place: string): Readonly<Record<string, Keep>> => ({
  entries: entries(entry, `${place}entries`),
  pages: captured(`${place}pages`),
  creator: captured(`${place}creator`),
  browser: captured(`${place}browser`),
})

/** `{log: {entries}}`, the bare `log` that `getHAR()` gives, or a bare list of entries. */
const har = (entry: Keep): Keep => ({
  take: 'parts',
  place: 'root',
  items: { ...entry, place: 'root[]', captured: true },
  members: membersOf({ ...log(entry, ''), log: { ...parts(log(entry, 'log.')), place: 'log' } }),
})

/** The parts of a HAR that are read. */
export const READ_OF_HAR = har(READ)

/** The parts of a HAR that are kept if its entries are shown or exported. */
export const KEPT_OF_HAR = har(KEPT)
