import type { Header } from '../fetch/header-list.ts'

/** A request or response while it is read from text. What the text doesn't say is null. */
export interface Message {
  readonly side: 'request' | 'response'
  method: string | null
  /** The request target as written: a path or a URL. */
  target: string | null
  /** `https`, if the text says so. */
  scheme: string | null
  status: number | null
  statusText: string
  /** With pseudo-headers such as `:authority`. */
  readonly headers: Header[]
}

/** Returns a message with nothing known yet. */
export const emptyMessage = (side: Message['side']): Message => ({
  side,
  method: null,
  target: null,
  scheme: null,
  status: null,
  statusText: '',
  headers: [],
})
