import type { Assumed, Assumptions, PastedExchange } from '../internal.ts'

/** A text that the list is made of, and what had to be assumed to judge it. */
export interface Pasted {
  readonly name: string
  readonly exchanges: readonly PastedExchange[]
  readonly assumptions: Assumptions
  readonly assumed: readonly Assumed[]
}

/** What stands in for a page and an API that the text doesn't name. */
export const ASSUMED_AT_FIRST: Assumptions = { url: 'https://api.example/', origin: 'https://app.example' }
