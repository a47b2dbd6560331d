import { singleQuoted } from './single-quoted.ts'

/** Ruby. */
export const ruby = singleQuoted('#')
