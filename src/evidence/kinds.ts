import { asciiLower, type Header, type HeaderList } from '../fetch/header-list.ts'
import { isRedirectStatus } from '../fetch/response.ts'
import type { HarEntry, Recording } from '../har/har-entry.ts'
import { urlOrigin, usualOrigin } from '../parse-url.ts'
import type { Chain } from './chain.ts'
import type { Exchange } from './exchange.ts'

/**
 * What all fetches have in common that differ in nothing that their facts or their verdicts rest on. A page asks the same
 * servers again and again, and what was found out about one of a kind holds for all of it.
 */
export interface Kind {
  /** The first one. */
  model: Exchange | null
  /** What its header list may be at first. */
  headerList: HeaderList
}

/** The kind of a fetch if a worker can't have made it, and if one may have. */
export interface KindPair {
  readonly ofPage: Kind
  readonly ofWorker: Kind
}

/** The kinds of the fetches of a recording. */
export interface Kinds {
  /** Returns the kind of a fetch, or null if what is found out about it may hold for no other. */
  of(chain: Chain, recording: Recording): KindPair | null
}

interface Node {
  next: Map<unknown, Node> | null
  pair: KindPair | null
  /** The way that was taken from here last. */
  way: Way | null
}

/** A list of headers, and the place in the tree after each of them. */
interface Way {
  readonly headers: HeaderList
  readonly nodes: readonly Node[]
}

/** The last entry with a list of request headers, and the place of what it has before the headers of its response. */
interface Beginning {
  readonly entry: HarEntry
  readonly flags: number
  readonly node: Node
}

/** Reports whether two entries with the same flags and request headers have the same before the headers of their responses. */
const isAsBefore = (entry: HarEntry, last: HarEntry): boolean =>
  entry.request.method === last.request.method &&
  entry.response.status === last.response.status &&
  entry.vendor.resourceType === last.vendor.resourceType &&
  entry.vendor.error === last.vendor.error &&
  entry.vendor.securityState === last.vendor.securityState &&
  entry.page === last.page

/** So many places in the tree are remembered before all are forgotten. */
const MOST = 50_000

/** Returns kinds of which none is known yet. */
export function makeKinds(): Kinds {
  let root = emptyNode()
  let requestRoot = emptyNode()
  /** Requests of a page to an API mostly share the whole list, and have the rest in common, too. */
  const requests = new Map<HeaderList, Node>()
  const beginnings = new Map<string | null, Map<HeaderList, Beginning>>()
  let count = 0
  let of: Recording | null = null
  const after = (node: Node, key: unknown): Node => {
    node.next ??= new Map()
    const known = node.next.get(key)
    if (known !== undefined) return known
    count++
    const next = emptyNode()
    node.next.set(key, next)
    return next
  }
  /** Returns the place after some headers of a response; null if one of them has more to say than any kind. */
  const along = (start: Node, headers: HeaderList): Node | null => {
    const { way } = start
    let other: Node[] | null = way === null ? [] : null
    let node = start
    for (let i = 0; i < headers.length; i++) {
      const header = headers[i] as Header
      // Mostly the same objects as the last time.
      const isKnown = other === null && way?.headers[i] === header
      const found = isKnown ? (way?.nodes[i] ?? null) : afterResponseHeader(node, header)
      if (found === null) return null
      if (other === null && way?.nodes[i] !== found) other = way?.nodes.slice(0, i) ?? []
      other?.push(found)
      node = found
    }
    if (other !== null) start.way = { headers, nodes: other }
    return node
  }
  const afterRequestHeader = (node: Node, header: Header): Node => {
    const means = inRequest(header.name)
    if (means === 'value') return after(node, header)
    if (means === 'origin') return after(after(node, header.name), urlOrigin(header.value))
    return after(node, header.name)
  }
  const afterResponseHeader = (node: Node, header: Header): Node | null => {
    const means = inResponse(header.name)
    return means === 'other' ? null : after(node, means === 'value' ? header : header.name)
  }
  /** Returns one and the same object for lists of request headers of which the same matters. */
  const ofRequest = (headers: HeaderList): Node => {
    const known = requests.get(headers)
    if (known !== undefined) return known
    const found = headers.reduce(afterRequestHeader, requestRoot)
    if (requests.size >= MOST_LISTS) requests.clear()
    requests.set(headers, found)
    return found
  }
  /** Returns the place of what an entry has before the headers of its response. */
  const beginningOf = (entry: HarEntry, origin: string | null): Node => {
    const { request, response, vendor, page } = entry
    const flags = flagsOf(entry)
    const ofOrigin = beginnings.get(origin) ?? new Map<HeaderList, Beginning>()
    const last = ofOrigin.get(request.headers)
    if (last !== undefined && last.flags === flags && isAsBefore(entry, last.entry)) return last.node
    let node = after(after(root, origin), flags)
    node = after(after(node, request.method), response.status)
    node = after(after(node, vendor.resourceType), vendor.error)
    node = after(after(node, vendor.securityState), page === null ? null : urlOrigin(page))
    node = after(node, ofRequest(request.headers))
    if (beginnings.size >= MOST_LISTS) beginnings.clear()
    if (ofOrigin.size >= MOST_LISTS) ofOrigin.clear()
    beginnings.set(origin, ofOrigin.set(request.headers, { entry, flags, node }))
    return node
  }
  return {
    of: (chain, recording) => {
      const { actual, preflight, standIn } = chain[0]
      if (chain.length > 1 || actual === null || preflight !== null || standIn !== null) return null
      const { request, response, vendor } = actual
      if (response.status === 101 || isRedirectStatus(response.status) || response.status === 304) return null
      const origin = usualOrigin(request.url)
      if (response.redirectUrl !== '' || origin === undefined) return null
      if (vendor.initiator?.frame?.url.startsWith('http') === false) return null
      if (count > MOST || of !== recording) {
        root = emptyNode()
        requestRoot = emptyNode()
        requests.clear()
        beginnings.clear()
        count = 0
        of = recording
      }
      const end = along(beginningOf(actual, origin), response.headers)
      if (end === null) return null
      end.pair ??= { ofPage: emptyKind(), ofWorker: emptyKind() }
      return end.pair
    },
  }
}

/** Of so many lists it's remembered where they lead. */
const MOST_LISTS = 256

const emptyKind = (): Kind => ({ model: null, headerList: [] })

const emptyNode = (): Node => ({ next: null, pair: null, way: null })

/** What is yes or no about an entry. */
function flagsOf({ request, response, vendor, ofPage }: HarEntry): number {
  return (
    (request.onTheWire ? 1 : 0) +
    (request.hasCookies ? 2 : 0) +
    (request.headersSize === 0 ? 4 : 0) +
    (response.headersSize === 0 ? 8 : 0) +
    (vendor.viaServiceWorker ? 16 : 0) +
    (vendor.noTimings ? 32 : 0) +
    (vendor.serverAddress === null ? 64 : 0) +
    (ofPage ? 128 : 0) +
    (vendor.initiator === null ? 256 : 0)
  )
}

/** How much of a header a verdict can rest on: its value, the origin in it, its name alone. `other`: more than this entry. */
type Means = 'value' | 'origin' | 'name' | 'other'

/** Headers whose values are others in each request, and decide nothing. */
const ONLY_NAMES_OF_REQUESTS = ['content-length']
/** Headers whose values are others in each response, and decide nothing: what a browser or a cache has of it. */
const ONLY_NAMES_OF_RESPONSES = [
  ...['age', 'cf-ray', 'content-length', 'date', 'etag', 'expires', 'last-modified', 'nel', 'report-to'],
  ...['server-timing', 'set-cookie', 'traceparent', 'x-amz-cf-id', 'x-amz-request-id', 'x-correlation-id'],
  ...[
    'x-ratelimit-remaining',
    'x-ratelimit-reset',
    'x-request-id',
    'x-response-time',
    'x-runtime',
    'x-timer',
  ],
  ...['x-trace-id'],
]

const meaning = (names: readonly string[], others: Readonly<Record<string, Means>>) => {
  const known = new Map<string, Means>()
  const byName = new Map<string, Means>([
    ...names.map((name) => [name, 'name'] as const),
    ...Object.entries(others),
  ])
  return (name: string): Means => {
    const found = known.get(name)
    if (found !== undefined) return found
    const means = byName.get(asciiLower(name)) ?? 'value'
    if (known.size < 4096) known.set(name, means)
    return means
  }
}

const inRequest = meaning(ONLY_NAMES_OF_REQUESTS, { referer: 'origin' })
const inResponse = meaning(ONLY_NAMES_OF_RESPONSES, { location: 'other' })

/** Reports whether a response header usually has another value in each response. */
export const differsEachTime = (name: string): boolean => inResponse(name) === 'name'
