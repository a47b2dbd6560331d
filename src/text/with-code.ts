import type { Text } from './text.ts'

/**
 * Returns a sentence with the parts between backticks quoted. Only for fixed sentences; recorded values go through
 * `code`.
 */
export const withCode = (sentence: string): Text =>
  sentence.split('`').flatMap((part, i) => (part === '' ? [] : [i % 2 === 0 ? part : { code: part }]))
