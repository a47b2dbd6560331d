import type { LabReply, LabRequest } from '../engines/lab/http-connection.ts'

/** One request of a soak. All of them go to one URL; what tells them apart is a safelisted header. */
export interface SoakRequest {
  /** The value of `Content-Language`. */
  readonly id: string
  readonly api: 'fetch' | 'xhr'
  readonly method: string
  /** Beside the one with the id. */
  readonly headers: Readonly<Record<string, string>>
  readonly credentials: 'omit' | 'same-origin' | 'include'
  readonly mode: 'cors' | 'no-cors'
  readonly uploadListener: boolean
}

/** Requests that are made at once; the next ones follow when all of them have ended, and a pause after that. */
export interface SoakWave {
  readonly pause: number
  readonly requests: readonly SoakRequest[]
}

/** Many requests of a page to one URL. */
export interface Soak {
  readonly url: string
  readonly waves: readonly SoakWave[]
  /** What the server answers, a while later. */
  readonly answer: (request: LabRequest) => Promise<LabReply>
}

/** What the page got, by id. */
export type SoakOutcomes = Readonly<Record<string, 'shared' | 'blocked'>>

/** What a browser made of a soak. */
export interface SoakTruth {
  readonly outcomes: SoakOutcomes
  /**
   * By id, the `X-Preflight` of each preflight that the browser sent for it, where the browser tells. Null: it does
   * not.
   */
  readonly preflights: Readonly<Record<string, readonly string[]>> | null
  /** By id, the browser's own code for why CORS blocked it, where it tells. */
  readonly codes: Readonly<Record<string, string>>
}
