import type { Find } from './removal.ts'

const NAME = String.raw`['"\x60]Access-Control-`
const SET = String.raw`\.(set|header|setHeader|append|appendHeader)\(${NAME}`

/** What sets a header of CORS in an app of JavaScript: a statement, a call in a chain, or a property of an object. */
export const SETS_HEADERS: readonly Find[] = [
  { find: String.raw`^[ \t]*\w+(\.\w+)*${SET}`, takes: 'statement' },
  { find: SET, takes: 'call' },
  { find: String.raw`${NAME}[A-Za-z-]+['"\x60][ \t]*:`, takes: 'call' },
]
