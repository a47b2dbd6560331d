import { singleQuoted } from './single-quoted.ts'

/** PHP. Anything before `<?php`, even a comment, is sent to the browser, so files can't be concatenated. */
export const php = singleQuoted('')
