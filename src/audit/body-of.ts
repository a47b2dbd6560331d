import type { Answer } from './answer.ts'

/** Returns the part of a response's body that was read, as text. */
export const bodyOf = ({ response }: Answer): string =>
  response === null ? '' : new TextDecoder('utf-8').decode(response.body)
