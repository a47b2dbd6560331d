import type { Assumed, Assumptions, PastedExchange } from '../internal.ts'

/** The text that the list was made from, and the assumptions about it. */
export interface Pasted {
  readonly name: string
  readonly exchanges: readonly PastedExchange[]
  readonly assumptions: Assumptions
  readonly assumed: readonly Assumed[]
}

/** The assumed page and API if the text doesn't name them. */
export const ASSUMED_AT_FIRST: Assumptions = { url: 'https://api.example/', origin: 'https://app.example' }
