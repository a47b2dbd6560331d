/** What a maker of responses is. */
export type ServerLayer = 'app' | 'product' | 'proxy' | 'gateway' | 'cdn'

/** Something in a response that shows who made it. Everything that is given has to hold. */
export interface ResponseSign {
  /** high: nothing else known makes such a response; medium: little else; low: one of several. */
  readonly certainty: 'high' | 'medium' | 'low'
  /** The statuses that it is a sign with; any unless given. */
  readonly statuses?: readonly number[] | ((status: number) => boolean)
  /** Response headers that are there, each with a line that matches. */
  readonly headers?: Readonly<Record<string, RegExp>>
  /** Response headers that are missing. */
  readonly without?: readonly string[]
  /** What the beginning of the recorded body matches. */
  readonly body?: RegExp
  /** What the body's length is, by the status and the `Server` header ('' if there is none). */
  readonly lengths?: readonly number[] | ((status: number, server: string) => readonly number[])
  /** What the host of the URL matches. */
  readonly host?: RegExp
}

/** Something that makes responses itself. */
export interface Responder {
  /** That of its generator where there is one. */
  readonly id: string
  /** As people call it. */
  readonly name: string
  readonly layer: ServerLayer
  /** Where its signs are documented or written. */
  readonly source: string
  /** Signs of a response that it made itself. */
  readonly own: readonly ResponseSign[]
  /** Signs that it took part in a response, whoever made it. */
  readonly passes?: readonly ResponseSign[]
}

/** Reports whether a status is that of an error. */
export const isError = (status: number): boolean => status >= 400
