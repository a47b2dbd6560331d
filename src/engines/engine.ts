import type { Implementation } from '../fetch/implementation.ts'
import type { Failure } from '../fetch/main-fetch.ts'
import type { EngineCodes } from './codes.ts'
import type { EngineId } from './engine-id.ts'

export type { EngineId } from './engine-id.ts'

/** An engine's name for a failure. */
export type EngineCode<Id extends EngineId = EngineId> = EngineCodes[Id]

/** What made the request; it's part of the console message. */
export type RequestedBy =
  | 'fetch'
  | 'XMLHttpRequest'
  | 'script'
  | 'image'
  | 'CSS stylesheet'
  | 'font'
  | 'video'
  | 'audio'
  | 'text track'
  | 'link prefetch resource'
  | 'link element resource'
  | 'EventSource'
  | 'resource'

/** What a console message needs in addition to the failure. */
export interface Console {
  readonly requestedBy: RequestedBy
  /** Returns a recorded value as it may be shown: secrets masked, control characters escaped. */
  readonly show: (value: string) => string
}

/** A browser engine: how it deviates from the standard, and how it names what failed. */
export interface Engine<Id extends EngineId = EngineId> {
  readonly id: Id
  /** For a table's head: "Chrome". */
  readonly title: string
  /** The version that was measured; null for the standard. */
  readonly measured: string | null
  readonly implementation: Implementation
  /** The engine's own name for a failure, or null if it doesn't report it as a CORS failure. */
  code(failure: Failure): EngineCode<Id> | null
  /** The message that the engine's console prints, or null. */
  message(failure: Failure, console: Console): string | null
}
