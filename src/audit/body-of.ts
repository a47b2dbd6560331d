import type { Answer } from './answer.ts'

/** Returns the beginning of a response's body as text, as much as was read. */
export const bodyOf = ({ response }: Answer): string =>
  response === null ? '' : new TextDecoder('utf-8').decode(response.body)
