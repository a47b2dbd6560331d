import type { EngineId } from '../engines/engine-id.ts'
import type { HeaderList } from '../fetch/header-list.ts'
import type { CredentialsMode } from '../fetch/request.ts'

/** The modes that a check can have; a page can't choose the others. */
export const MODES = ['cors', 'no-cors', 'same-origin'] as const

export const CREDENTIALS = ['omit', 'same-origin', 'include'] as const satisfies readonly CredentialsMode[]

/** One request of a list of checks, and what is expected of it. */
export interface CheckRow {
  /** The line of the file on which it begins, from 1. */
  readonly line: number
  readonly url: string
  /** The page's origin, serialized; "null" is the opaque one. */
  readonly origin: string
  /** As fetch() normalizes it. */
  readonly method: string
  readonly headers: HeaderList
  /** null: the default of fetch(). */
  readonly credentials: CredentialsMode | null
  readonly mode: (typeof MODES)[number] | null
  /** The body; null for none. */
  readonly data: string | null
  /** Whose rules apply; null: Chromium's. */
  readonly engine: EngineId | null
  readonly expect: Expectation
}

/** What a browser is expected to do. */
export interface Expectation {
  readonly outcome: 'allowed' | 'blocked'
  /** The code of the browser, or the id of a rule, that the failure should have; null: any. */
  readonly code: string | null
}
