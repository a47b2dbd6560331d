import { singleQuoted } from './single-quoted.ts'

/** PHP. */
export const php = singleQuoted('//')
