/**
 * A regular expression in JavaScript's syntax; `^` and `$` match at line ends. Its named groups are the names that the
 * edit's code uses: `(?<app>\w+) = express\(\)` replaces `app` in it by the project's own name.
 */
export type Pattern = string

/** Where a project's code is changed: at the first match of `find`, or at every match if `every` is set. */
interface Found {
  readonly find: Pattern
  /** Only if the block that opens there contains this. */
  readonly having?: Pattern
  /** Only in a block that opens with this. */
  readonly within?: Pattern
  /** If there are several blocks (or enclosing blocks), the one with the API's host name. */
  readonly ofHost?: true
  /** If there are several, the one for which this pattern also matches, with its name in place of `<app>`. */
  readonly outermost?: Pattern
  readonly every?: true
  /** If nothing matches: the code goes to the top of the file, or nothing is done. */
  readonly otherwise?: 'top' | 'nothing'
}

/** What to do with a part that some projects already have, or write differently. */
interface Variants {
  readonly code: string
  /** The part is left out if this matches the file. */
  readonly unless?: Pattern
  /** What replaces it in a CommonJS module. */
  readonly commonjs?: string
}

/**
 * One edit that installs a snippet, exact enough for a program. `before` and `after` refer to the whole statement,
 * `inside` to the start of the block that opens at the match, `last` to the end of the Python function or module that the
 * match is in, before it returns or runs something. The code gets the indentation of its surroundings. `around` encloses
 * the content of that block, without the directives in `except`; `wrap` encloses the expression that begins where the
 * match ends.
 */
export type Edit =
  | { readonly type: 'create'; readonly file: string; readonly code: string }
  | ({ readonly type: 'insert'; readonly at: 'top' | 'end' } & Variants)
  | ({ readonly type: 'insert'; readonly at: 'before' | 'after' | 'inside' | 'last' } & Found & Variants)
  | ({
      readonly type: 'around'
      readonly before: string
      readonly after: string
      readonly except?: Pattern
    } & Found)
  | ({ readonly type: 'wrap'; readonly before: string; readonly after: string } & Found)
  | ({ readonly type: 'replace'; readonly by: string } & Found)
