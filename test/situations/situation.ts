/** What the lab's server answers to one request. In header values `$origin` is the request's, `$NAME` a URL of the situation. */
export interface Answer {
  readonly status?: number
  readonly headers?: Readonly<Record<string, string>>
  readonly type?: string
  readonly body?: string
  /** Milliseconds until it answers. */
  readonly delay?: number
  /** Close the connection instead. */
  readonly drop?: true
  /** These bytes instead, and then the end of the connection, if it isn't to stay open. */
  readonly raw?: string
  readonly open?: true
  /** What a request with `If-None-Match` or `If-Modified-Since` gets instead. */
  readonly ifStored?: Answer
}

/** One answer, or one per request in order, the last one for all that follow. */
export type Answers = Answer | readonly Answer[]

/** What one URL answers; a URL without its own answer to preflights answers them like any other request. */
export type Served = Answers | { readonly preflight: Answers; readonly actual: Answers }

/** Where a request is made. */
export type Place = 'page' | 'worker' | 'blob worker' | 'shared worker' | 'sandbox'

/** What JSON can say of a `RequestInit`. */
export interface Init {
  readonly method?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
  readonly mode?: 'cors' | 'no-cors' | 'same-origin'
  readonly credentials?: 'omit' | 'same-origin' | 'include'
  readonly redirect?: 'follow' | 'error' | 'manual'
  readonly cache?: 'default' | 'no-store' | 'reload' | 'no-cache' | 'force-cache'
  readonly referrerPolicy?: 'no-referrer'
  readonly integrity?: string
  readonly keepalive?: boolean
}

/**
 * One thing that the page does. `at` names a URL of the situation: `a` is on another site, `own:a` on the page's own
 * origin, `site:a` on another origin of its site, `third:a` on a third site, `plain:a` is `a` over plain HTTP,
 * `port:a` on another port; what has a colon and none of these names is a URL itself.
 */
export type Step =
  | {
      readonly does: 'fetch'
      readonly at: string
      readonly init?: Init
      readonly after?: 'read' | 'leave' | 'abort' | 'abort at headers'
      readonly in?: Place
    }
  | {
      readonly does: 'xhr'
      readonly at: string
      readonly init?: Init
      readonly user?: string
      readonly listensToUpload?: true
      readonly in?: Place
    }
  | {
      readonly does: 'element'
      readonly at: string
      readonly tag: string
      readonly attributes: Readonly<Record<string, string>>
    }
  | { readonly does: 'events'; readonly at: string; readonly withCredentials: boolean }
  | { readonly does: 'socket' | 'font' | 'css font' | 'import'; readonly at: string }
  /** A rule of a stylesheet, in which `$url` stands for the URL. */
  | { readonly does: 'css'; readonly at: string; readonly rule: string }
  | { readonly does: 'beacon'; readonly at: string; readonly body: string; readonly type: string }
  | { readonly does: 'wait'; readonly milliseconds: number }

/** What a page does and what the servers answer; what is right about it, only the browsers say. */
export interface Situation {
  /** `kind-what`; it is part of every URL. */
  readonly id: string
  /** The page's origin. */
  readonly page?: string
  readonly pageHeaders?: Readonly<Record<string, string>>
  /** The `fetch` listener of its service worker: a function of the event. */
  readonly serviceWorker?: string
  /** One after another; those of an inner array at once. */
  readonly steps: readonly (Step | readonly Step[])[]
  readonly serves: Readonly<Record<string, Served>>
  /** Only for the browser that has what it is about. */
  readonly only?: BrowserName
}

export const browserNames = ['chromium', 'firefox'] as const

export type BrowserName = (typeof browserNames)[number]

export const pageOf = (situation: Situation): string => situation.page ?? 'https://app.example.test'
