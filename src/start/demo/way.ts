/** The servers of the demo, each with its own stack. No server listens at `legacy`. */
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
  /** Sent unchanged, including duplicates. */
  readonly headers: readonly NameValue[]
  readonly body: string
}

/** A server's responses at a path. A preflight without its own response gets the actual one. */
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

/** One way in which a server can be broken: the text for users, what happens, and the expected result. */
export interface Way {
  readonly id: string
  readonly title: string
  readonly sentence: string
  /** In order; the last one is the subject. */
  readonly calls: readonly Call[]
  readonly routes: readonly Route[]
  /** Chromium's result of the last call: its `corsError`, its network error, or null if the page gets the response. */
  readonly chromium: string | null
}

/** Ways that have something in common. */
export interface WayGroup {
  readonly title: string
  readonly ways: readonly Way[]
}
