import type { HarJson } from '../engines/har-json.ts'
import type { Situation } from './situation.ts'
import type { Truth } from './truth.ts'

/** The truths on the requests to one URL of a situation, in the order of the requests if `ordered`. */
export interface Truths {
  readonly at: string
  readonly truths: readonly Truth[]
  readonly ordered: boolean
}

/** What a browser did in one situation, and what it recorded of it. */
export interface Observation {
  readonly situation: Situation
  readonly requests: readonly Truths[]
  readonly har: HarJson
  /** The browser's messages, for a closer look. */
  readonly console: readonly string[]
}

/** A browser in which situations are played. */
export interface SituationsBrowser {
  readonly version: string
  readonly play: () => Promise<readonly Observation[]>
  readonly close: () => Promise<void>
}
