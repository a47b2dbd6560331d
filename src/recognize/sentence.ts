import type { EngineId } from '../engines/engine.ts'
import type { Phase } from '../fetch/steps.ts'

/** What a console sentence tells of the request and the response; null where it says nothing of it. */
export interface SentenceValues {
  readonly url: string | null
  /** The first URL, where the sentence says that a redirect led from there. */
  readonly redirectedFrom: string | null
  /** The request's origin as the engine writes it: Chrome the page's, Safari the serialized one. */
  readonly origin: string | null
  readonly allowOrigin: string | null
  readonly allowCredentials: string | null
  readonly method: string | null
  /** The refused request header. */
  readonly header: string | null
  /** What does not parse in a list. */
  readonly item: string | null
  readonly status: string | null
}

/** A sentence of a console, or an engine's code, that was found in a text. */
export interface Sentence {
  readonly engine: Exclude<EngineId, 'spec'>
  /** The engine's own code, as in `Engine.code`. */
  readonly code: string
  /** The response that failed, where the sentence tells; null: either. */
  readonly phase: Phase | null
  readonly values: SentenceValues
  /** Where in the text it begins and ends. */
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
