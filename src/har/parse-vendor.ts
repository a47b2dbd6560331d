import type { Initiator, VendorFields } from './har-entry.ts'
import { arrayOf, countOrNull, isRecord, own, stringOf, stringOrNull } from './untrusted.ts'

/** How many stacks that scheduled one another are read, for a live object could be circular, and how many frames of each. */
export const MOST_PARENTS = 64
export const MOST_FRAMES = 32

/** The fields of the entry before, and its initiator, also as it's recorded: most entries have the same. */
let before: VendorFields | null = null
let initiatorBefore: Initiator | null = null
let recordedBefore: unknown = null

/** Returns the fields that browsers and tools add to HAR 1.2. */
export function parseVendor(entry: unknown): VendorFields {
  const response = own(entry, 'response')
  const timings = own(entry, 'timings')
  const resourceType = stringOrNull(own(entry, '_resourceType'))?.toLowerCase() ?? null
  const initiator = parseInitiator(entry)
  const error = parseError(response)
  const fromCache =
    stringOrNull(own(entry, '_fromCache')) ?? (own(response, 'fromDiskCache') === true ? 'disk' : null)
  const viaServiceWorker =
    own(response, '_fetchedViaServiceWorker') === true || own(response, 'fromServiceWorker') === true
  const securityState = stringOrNull(own(entry, '_securityState'))
  const noTimings = isRecord(timings) && isEmpty(timings)
  const queued = countOrNull(own(timings, '_blocked_queueing'))
  const serverAddress = stringOrNull(own(entry, 'serverIPAddress'))
  if (
    before !== null &&
    before.resourceType === resourceType &&
    before.initiator === initiator &&
    before.error === error &&
    before.fromCache === fromCache &&
    before.viaServiceWorker === viaServiceWorker &&
    before.securityState === securityState &&
    before.noTimings === noTimings &&
    before.queued === queued &&
    before.serverAddress === serverAddress
  )
    return before
  before = {
    resourceType,
    initiator,
    error,
    fromCache,
    viaServiceWorker,
    securityState,
    noTimings,
    queued,
    serverAddress,
  }
  return before
}

function isEmpty(record: object): boolean {
  for (const name in record) if (Object.hasOwn(record, name)) return false
  return true
}

function parseError(response: unknown): string | null | undefined {
  const error = own(response, '_error')
  if (typeof error === 'string' || error === null) return error
  const failureText = own(response, '_failureText')
  return typeof failureText === 'string' ? failureText : undefined
}

function parseInitiator(entry: unknown): Initiator | null {
  const recorded = own(entry, '_initiator')
  if (isRecord(recorded) && recorded === recordedBefore) return initiatorBefore
  recordedBefore = null
  const detail = isRecord(recorded) ? recorded : chromeHarDetail(entry)
  const type = stringOrNull(own(detail, 'type')) ?? stringOrNull(own(entry, '_initiator_type'))
  const url = stringOrNull(own(detail, 'url')) ?? stringOrNull(recorded)
  if (type === null && url === null && !isRecord(recorded)) return null
  const initiator: Initiator = {
    type: type ?? 'other',
    url,
    requestId: stringOrNull(own(detail, 'requestId')),
    frame: innermostFrame(own(detail, 'stack')),
  }
  if (initiatorBefore === null || !isSameInitiator(initiator, initiatorBefore)) initiatorBefore = initiator
  // Without a type, it has that of the entry.
  if (own(recorded, 'type') === initiator.type) recordedBefore = recorded
  return initiatorBefore
}

const isSameInitiator = (a: Initiator, b: Initiator): boolean =>
  a.type === b.type &&
  a.url === b.url &&
  a.requestId === b.requestId &&
  a.frame?.url === b.frame?.url &&
  a.frame?.line === b.frame?.line &&
  a.frame?.column === b.frame?.column

/** chrome-har keeps Chrome's initiator as JSON text. */
function chromeHarDetail(entry: unknown): unknown {
  try {
    return JSON.parse(stringOf(own(entry, '_initiator_detail')))
  } catch {
    return null
  }
}

/** A stack goes from the innermost frame outward and continues with the stack that scheduled it. */
function innermostFrame(stack: unknown): Initiator['frame'] {
  let part = stack
  for (let i = 0; i < MOST_PARENTS && isRecord(part); i++) {
    for (const frame of arrayOf(own(part, 'callFrames')).slice(0, MOST_FRAMES)) {
      const url = stringOrNull(own(frame, 'url'))
      if (url === null) continue
      const line = countOrNull(own(frame, 'lineNumber')) ?? 0
      return { url, line, column: countOrNull(own(frame, 'columnNumber')) ?? 0 }
    }
    part = own(part, 'parent')
  }
  return null
}
