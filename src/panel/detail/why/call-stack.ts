import { field, listIn, numberIn, stringIn } from '../../parts/untrusted.ts'

/** A line of the page's code in the stack of a request; line and column count from 0. */
export interface CallFrame {
  readonly url: string
  readonly line: number
  readonly column: number
  /** The function's name; '' if it has none. */
  readonly name: string
  /** Whether it's a package's code and not the page's own. */
  readonly ofPackage: boolean
}

/** The most frames that are shown. */
const MOST = 60
const MOST_PARENTS = 64

/**
 * Returns the frames of an unchecked entry, the innermost first, followed by the stacks that scheduled it. Frames without
 * a URL are left out.
 */
export function callStackOf(entry: unknown): readonly CallFrame[] {
  const frames: CallFrame[] = []
  let stack = field(field(entry, '_initiator'), 'stack')
  for (let i = 0; i < MOST_PARENTS && stack !== undefined && frames.length < MOST; i++) {
    for (const frame of listIn(stack, 'callFrames')) {
      const url = stringIn(frame, 'url')
      if (url === '' || frames.length >= MOST) continue
      frames.push({
        url,
        line: numberIn(frame, 'lineNumber') ?? 0,
        column: numberIn(frame, 'columnNumber') ?? 0,
        name: stringIn(frame, 'functionName'),
        ofPackage: isOfPackage(url),
      })
    }
    stack = field(stack, 'parent')
  }
  return frames
}

/**
 * `/node_modules/` is in the URLs of source maps and of most dev servers; Vite serves bundled packages from `.vite/deps`.
 */
const isOfPackage = (url: string): boolean =>
  /[/.]node_modules[/.]|\/\.vite\/deps\/|\/\.pnpm\/|^(chrome|moz|safari-web)-extension:/.test(url)

/** The frames of a stack, with adjacent frames of packages only counted, because they are rarely the place of the bug. */
export type StackRow = { readonly frame: CallFrame } | { readonly skipped: number }

export function rowsOf(frames: readonly CallFrame[]): readonly StackRow[] {
  const rows: StackRow[] = []
  for (const frame of frames) {
    const last = rows.at(-1)
    if (!frame.ofPackage) rows.push({ frame })
    else if (last !== undefined && 'skipped' in last) rows[rows.length - 1] = { skipped: last.skipped + 1 }
    else rows.push({ skipped: 1 })
  }
  return rows
}
