import { asciiLower } from '../fetch/header-list.ts'
import { isRedirectStatus } from '../fetch/response.ts'
import type { HarEntry, Recording } from '../har/har-entry.ts'
import { endOfServer, urlOrigin } from '../parse-url.ts'
import type { Chain } from './chain.ts'
import type { Exchange } from './exchange.ts'

/**
 * What all fetches have in common that differ in nothing that their facts or their verdicts rest on. A page asks the same
 * servers again and again, and what was found out about one of a kind holds for all of it.
 */
export interface Kind {
  /** The first one. */
  model: Exchange | null
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
}

/** So many places in the tree are remembered before all are forgotten. */
const MOST = 50_000

/** Returns kinds of which none is known yet. */
export function makeKinds(): Kinds {
  let root = emptyNode()
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
  return {
    of: (chain, recording) => {
      const [{ actual, preflight, standIn }] = chain
      if (chain.length > 1 || actual === null || preflight !== null || standIn !== null) return null
      const { request, response, vendor, page } = actual
      if (response.status === 101 || isRedirectStatus(response.status) || response.status === 304) return null
      if (response.redirectUrl !== '' || endOfServer(request.url) === -1) return null
      if (vendor.initiator?.frame?.url.startsWith('http') === false) return null
      if (count > MOST || of !== recording) {
        root = emptyNode()
        count = 0
        of = recording
      }
      let node = after(after(root, urlOrigin(request.url)), flagsOf(actual))
      node = after(after(node, request.method), response.status)
      node = after(after(node, vendor.resourceType), vendor.error)
      node = after(after(node, vendor.securityState), page === null ? null : urlOrigin(page))
      for (const header of request.headers) {
        const means = inRequest(header.name)
        if (means === 'value') node = after(node, header)
        else if (means === 'origin') node = after(after(node, header.name), urlOrigin(header.value))
        else node = after(node, header.name)
      }
      node = after(node, END)
      for (const header of response.headers) {
        const means = inResponse(header.name)
        if (means === 'other') return null
        node = after(node, means === 'value' ? header : header.name)
      }
      node.pair ??= { ofPage: { model: null }, ofWorker: { model: null } }
      return node.pair
    },
  }
}

const emptyNode = (): Node => ({ next: null, pair: null })
const END = Symbol('end')

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
