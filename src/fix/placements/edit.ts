/**
 * A regular expression in JavaScript's syntax; `^` and `$` stand for the ends of a line. Its named groups are the names
 * that the code of the edit uses: `(?<app>\w+) = express\(\)` replaces `app` in it by the project's own name.
 */
export type Pattern = string

/** Where a project's code is changed: at the first match of `find`, or at each where `every` is set. */
interface Found {
  readonly find: Pattern
  /** Only where the block that opens there has this. */
  readonly having?: Pattern
  /** Only in a block that opens with this. */
  readonly within?: Pattern
  /** Of several blocks, or blocks around it, the one that has the API's own host name. */
  readonly ofHost?: true
  /** Of several, the one whose name in angle brackets, such as `<app>`, makes this match too. */
  readonly outermost?: Pattern
  readonly every?: true
  /** Without a match: the code goes to the top of the file, or nothing is done. */
  readonly otherwise?: 'top' | 'nothing'
}

/** What happens with a part that some projects have already, or write otherwise. */
interface Variants {
  readonly code: string
  /** The part is left out of a file that this matches. */
  readonly unless?: Pattern
  /** What stands in its place in a CommonJS module. */
  readonly commonjs?: string
}

/**
 * One change that puts a snippet in place, exact enough for a program. `before` and `after` mean the whole statement,
 * `inside` the start of the block that opens at the match, `last` the end of the function or module of Python that the
 * match is in, before it returns or runs something. The code is indented as what it stands beside. `around`
 * encloses what that block has, but for the directives of `except`; `wrap` the expression that begins where the match
 * ends.
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
