import type { HeaderList } from '../fetch/header-list.ts'

/** What is audited, and for which pages. */
export interface AuditTarget {
  /** The API's URL, without a fragment. */
  readonly url: string
  /** The origins of the pages that call it, serialized, each once. */
  readonly origins: readonly string[]
  /** Headers that the user adds to every request but preflights, such as `Authorization`. */
  readonly headers: HeaderList
}
