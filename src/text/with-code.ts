import type { Text } from './text.ts'

/** Returns a sentence whose parts between backticks are quoted. For sentences of our own; recorded values go through `code`. */
export const withCode = (sentence: string): Text =>
  sentence.split('`').flatMap((part, i) => (part === '' ? [] : [i % 2 === 0 ? part : { code: part }]))
