import { get } from '../fetch/header-list.ts'
import type { HarEntry } from '../har/har-entry.ts'

/**
 * What a request is for. "none" means `fetch()`, XMLHttpRequest, EventSource or a beacon.
 * https://fetch.spec.whatwg.org/#concept-request-destination
 */
export type Destination =
  | 'document'
  | 'font'
  | 'image'
  | 'media'
  | 'none'
  | 'script'
  | 'style'
  | 'track'
  | 'worker'

/**
 * Returns the destination of a request as the recording shows it: by `Sec-Fetch-Dest`, by the writer's own field, or by
 * an `Accept` that browsers send and pages don't. null if it isn't known.
 */
export function destinationOf({ request, vendor }: HarEntry): Destination | null {
  const stated = get(request.headers, 'Sec-Fetch-Dest')
  if (stated !== null) return BY_METADATA.get(stated) ?? null
  const { resourceType } = vendor
  const byType = resourceType === null ? undefined : BY_TYPE.get(resourceType)
  if (byType !== undefined) return byType
  const accept = get(request.headers, 'Accept') ?? ''
  return BY_ACCEPT.find(({ pattern }) => pattern.test(accept))?.destination ?? null
}

/**
 * Reports whether script could choose a request's redirect mode: it used `fetch()`, or something that looks the same in
 * the recording. https://fetch.spec.whatwg.org/#dom-requestinit-redirect
 */
export const mayBeOfFetch = (entry: HarEntry): boolean =>
  ['none', null].includes(destinationOf(entry)) &&
  !['xhr', 'eventsource', 'ping'].includes(entry.vendor.resourceType ?? '')

const BY_METADATA: ReadonlyMap<string, Destination> = new Map([
  ['audio', 'media'],
  ['document', 'document'],
  ['empty', 'none'],
  ['font', 'font'],
  ['frame', 'document'],
  ['iframe', 'document'],
  ['image', 'image'],
  ['script', 'script'],
  ['serviceworker', 'worker'],
  ['sharedworker', 'worker'],
  ['style', 'style'],
  ['track', 'track'],
  ['video', 'media'],
  ['worker', 'worker'],
])

const BY_TYPE: ReadonlyMap<string, Destination> = new Map([
  ['document', 'document'],
  ['eventsource', 'none'],
  ['fetch', 'none'],
  ['font', 'font'],
  ['image', 'image'],
  ['media', 'media'],
  ['ping', 'none'],
  ['preflight', 'none'],
  ['script', 'script'],
  ['stylesheet', 'style'],
  ['texttrack', 'track'],
  ['xhr', 'none'],
])

/** Lists of several types with weights, as browsers write them; measured in Chrome 156, Firefox 153 and WebKitGTK 2.50. */
const BY_ACCEPT: readonly { readonly pattern: RegExp; readonly destination: Destination }[] = [
  { pattern: /^image\/[\w.+-]+,.*\*\/\*;q=0\.\d$/, destination: 'image' },
  { pattern: /^text\/css,\*\/\*;q=0\.1$/, destination: 'style' },
  { pattern: /^application\/font-woff2;q=1\.0,/, destination: 'font' },
  { pattern: /^text\/html,application\/xhtml\+xml,application\/xml;q=0\.9,/, destination: 'document' },
]
