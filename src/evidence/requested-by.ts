import type { RequestedBy } from '../engines/engine.ts'
import { get } from '../fetch/header-list.ts'
import type { Exchange } from './exchange.ts'

/** Returns what made the request, in the words of Chromium's console. */
export function requestedBy({ chain }: Exchange): RequestedBy {
  const actual = chain[0].actual
  if (actual === null) return 'fetch'
  const { resourceType } = actual.vendor
  const destination = get(actual.request.headers, 'Sec-Fetch-Dest')
  if (resourceType === 'media' && destination === 'audio') return 'audio'
  if (resourceType === 'other' && /\bprefetch\b/.test(get(actual.request.headers, 'Sec-Purpose') ?? ''))
    return 'link prefetch resource'
  return (resourceType === null ? undefined : BY_TYPE.get(resourceType)) ?? 'fetch'
}

/** Measured in Chromium 156. */
const BY_TYPE: ReadonlyMap<string, RequestedBy> = new Map([
  ['eventsource', 'EventSource'],
  ['font', 'font'],
  ['image', 'image'],
  ['media', 'video'],
  ['other', 'link element resource'],
  ['ping', 'resource'],
  ['prefetch', 'link prefetch resource'],
  ['script', 'script'],
  ['stylesheet', 'CSS stylesheet'],
  ['texttrack', 'text track'],
  ['xhr', 'XMLHttpRequest'],
])
