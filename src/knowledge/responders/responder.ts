/** The kind of a responder. */
export type ServerLayer = 'app' | 'product' | 'proxy' | 'gateway' | 'cdn'

/** A sign in a response of the server that created it. All given conditions must hold. */
export interface ResponseSign {
  /** high: no other known server creates such a response; medium: few do; low: several do. */
  readonly certainty: 'high' | 'medium' | 'low'
  /** The statuses that it applies to. Default: all. */
  readonly statuses?: readonly number[] | ((status: number) => boolean)
  /** Response headers that must be present, each with a matching line. */
  readonly headers?: Readonly<Record<string, RegExp>>
  /** Response headers that must be missing. */
  readonly without?: readonly string[]
  /** The pattern for the beginning of the recorded body. */
  readonly body?: RegExp
  /** The body's length, by the status and the `Server` header ('' if there is none). */
  readonly lengths?: readonly number[] | ((status: number, server: string) => readonly number[])
  /** The pattern for the host of the URL. */
  readonly host?: RegExp
}

/** A server, product or service that creates responses itself. */
export interface Responder {
  /** The id of its generator, if there is one. */
  readonly id: string
  /** Its usual name. */
  readonly name: string
  readonly layer: ServerLayer
  /** Where its signs are documented or implemented. */
  readonly source: string
  /** Signs of a response that it created itself. */
  readonly own: readonly ResponseSign[]
  /** Signs that a response passed through it, whichever server created it. */
  readonly passes?: readonly ResponseSign[]
}

/** Reports whether a status is that of an error. */
export const isError = (status: number): boolean => status >= 400
