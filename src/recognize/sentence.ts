import type { EngineId } from '../engines/engine.ts'
import type { Phase } from '../fetch/steps.ts'

/** The values of the request and response in a console message; null if a value isn't in it. */
export interface SentenceValues {
  readonly url: string | null
  /** The first URL, if the message says that the request was redirected. */
  readonly redirectedFrom: string | null
  /** The request's origin as the engine prints it: Chrome prints the page's, Safari the serialized one. */
  readonly origin: string | null
  readonly allowOrigin: string | null
  readonly allowCredentials: string | null
  readonly method: string | null
  /** The refused request header. */
  readonly header: string | null
  /** The item of a list that doesn't parse. */
  readonly item: string | null
  readonly status: string | null
}

/** A console message or an engine's code that was found in a text. */
export interface Sentence {
  readonly engine: Exclude<EngineId, 'spec'>
  /** The engine's own code, as in `Engine.code`. */
  readonly code: string
  /** The response that failed; null if the message doesn't say. */
  readonly phase: Phase | null
  readonly values: SentenceValues
  /** Its position in the text. */
  readonly at: number
  readonly end: number
}

export const NO_VALUES: SentenceValues = {
  url: null,
  redirectedFrom: null,
  origin: null,
  allowOrigin: null,
  allowCredentials: null,
  method: null,
  header: null,
  item: null,
  status: null,
}
