/** The servers of the demo, each a stack of its own; nobody listens at `legacy`. */
export const services = [
  'page',
  'catalog',
  'accounts',
  'search',
  'orders',
  'payments',
  'reports',
  'cdn',
  'legacy',
] as const

export type Service = (typeof services)[number]

/** The origin of each server. */
export type Places = Readonly<Record<Service, string>>

export type NameValue = readonly [name: string, value: string]

export interface DemoResponse {
  readonly status: number
  /** Sent as they stand here, repeated ones too. */
  readonly headers: readonly NameValue[]
  readonly body: string
}

/** What a server answers at a path; a preflight at a path without an answer of its own gets the actual one. */
export interface Route {
  readonly at: Service
  readonly path: string
  readonly preflight?: DemoResponse
  readonly actual: DemoResponse
}

/** What the page passes to `fetch()`. */
export interface Call {
  readonly to: Service
  readonly path: string
  readonly method?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly credentials?: 'include'
  readonly body?: string
  /** A response header that the page wants to read. */
  readonly reads?: string
}

/** One way in which a server can be broken: what the newcomer reads, what happens, and what is to come out. */
export interface Way {
  readonly id: string
  readonly title: string
  readonly sentence: string
  /** In order; the last one is the one that the way is about. */
  readonly calls: readonly Call[]
  readonly routes: readonly Route[]
  /** What Chromium says of the last call: its `corsError`, its network error, or null where the page gets the response. */
  readonly chromium: string | null
}

/** Ways that have something in common. */
export interface WayGroup {
  readonly title: string
  readonly ways: readonly Way[]
}
