import type { EngineId } from '../engines/engine.ts'
import type { HeaderList } from '../fetch/header-list.ts'
import type { CredentialsMode } from '../fetch/request.ts'

/** A page's request, to be sent like a given browser would. */
export interface CheckRequest {
  readonly url: string
  /** The page's origin, serialized; "null" for an opaque one. */
  readonly origin: string
  readonly method: string
  /** What the page sets. Names that only the browser may set are ignored, as fetch() does. */
  readonly headers: HeaderList
  readonly credentials: CredentialsMode
  readonly mode: 'cors' | 'no-cors' | 'same-origin'
  readonly body: string | null
  /** The cookies of the first URL's host, as in a Cookie header; sent only if the credentials mode allows it. */
  readonly cookie: string | null
  /** Whether the page sends no referrer. */
  readonly noReferrer: boolean
  /** The engine whose rules apply and whose headers are sent. */
  readonly engine: EngineId
  /** Headers of the browser that differ from the engine's table, such as another User-Agent. */
  readonly ofBrowser: HeaderList
}

/** The defaults of fetch(). */
export const plainRequest: Omit<CheckRequest, 'url' | 'origin'> = {
  method: 'GET',
  headers: [],
  credentials: 'same-origin',
  mode: 'cors',
  body: null,
  cookie: null,
  noReferrer: false,
  engine: 'chromium',
  ofBrowser: [],
}
