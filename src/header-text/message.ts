import type { Header } from '../fetch/header-list.ts'

/** A request or a response that is being read from a text. What the text doesn't say is null. */
export interface Message {
  readonly side: 'request' | 'response'
  method: string | null
  /** The request's target as it stands: a path, or a whole URL. */
  target: string | null
  /** `https`, where the text says so. */
  scheme: string | null
  status: number | null
  statusText: string
  /** With pseudo-headers such as `:authority`. */
  readonly headers: Header[]
}

/** Returns a message of which nothing is known. */
export const emptyMessage = (side: Message['side']): Message => ({
  side,
  method: null,
  target: null,
  scheme: null,
  status: null,
  statusText: '',
  headers: [],
})
