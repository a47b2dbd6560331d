import { singleQuoted } from './single-quoted.ts'

/** PHP. Before `<?php` there is no comment, only what is sent to the browser: one file cannot follow another. */
export const php = singleQuoted('')
