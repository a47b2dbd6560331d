import type { HeaderList } from '../fetch/header-list.ts'

/** A pasted request, with its response if that was pasted too. */
export interface PastedExchange {
  /** null: the text doesn't say. */
  readonly method: string | null
  readonly url: string | null
  readonly requestHeaders: HeaderList
  readonly response: PastedResponse | null
}

export interface PastedResponse {
  /** null: the text doesn't say. */
  readonly status: number | null
  readonly statusText: string
  readonly headers: HeaderList
}
