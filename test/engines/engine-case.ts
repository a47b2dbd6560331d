/** A header as the lab writes it and as a script sets it. */
export type NameValue = readonly [name: string, value: string]

/** How the page asks. Elements take `method`, `headers`, `mode` … as the browser sets them, so those say "GET", [], ….*/
export type Api = 'fetch' | 'xhr' | 'img' | 'script' | 'link'

/** One request of a page, plain JSON. */
export interface CaseRequest {
  readonly api: Api
  readonly method: string
  readonly headers: readonly NameValue[]
  readonly body: string | null
  /** For XHR "include" is `withCredentials`. */
  readonly credentials: 'omit' | 'same-origin' | 'include'
  readonly mode: 'cors' | 'no-cors' | 'same-origin'
  readonly redirect: 'follow' | 'error' | 'manual'
  readonly referrerPolicy: '' | 'no-referrer'
  /** An element's `crossorigin` attribute; null: no such attribute. */
  readonly crossorigin: 'anonymous' | 'use-credentials' | null
  /** XHR: listen to upload progress, which forces a preflight. */
  readonly uploadListener: boolean
}

/**
 * What the lab answers. In header values `$origin`, `$acrm`, `$acrh` stand for the request's `Origin`,
 * `Access-Control-Request-Method` and `-Headers`, `$next` for the next hop's URL.
 */
export interface Answer {
  readonly status: number
  readonly headers: readonly NameValue[]
  /** Close the connection instead of answering. */
  readonly drop: boolean
}

/** One URL of a case: the first is what the page asks for, the next ones are where redirects lead. */
export interface Hop {
  readonly origin: string
  readonly preflight: Answer
  readonly actual: Answer
}

/** A server configuration and a request to it: one case of the differential test. */
export interface EngineCase {
  readonly id: string
  /** Origin of the page that asks. */
  readonly page: string
  readonly request: CaseRequest
  readonly hops: readonly Hop[]
}

/** Returns the URL of a case's hop: short, since the lab looks the behavior up by id. */
export function hopUrl(engineCase: EngineCase, hop: number): string {
  const origin = engineCase.hops[hop]?.origin ?? engineCase.page
  return `${origin}/r?id=${engineCase.id}${hop === 0 ? '' : `&hop=${hop}`}`
}

/** Returns the id of the case that a URL belongs to, or null. */
export const caseIdOf = (url: string): string | null => /[?&]id=([\w-]+)/.exec(url)?.[1] ?? null
