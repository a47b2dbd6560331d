import { code, type Text, text } from '../../text/text.ts'
import { shell } from './quote/shell.ts'

/**
 * How much goes with a match: its line, its statement or directive, the call or property that begins there with the
 * comma or dot beside it, or the block that opens there.
 */
export type Extent = 'line' | 'statement' | 'call' | 'block'

/** A regular expression in JavaScript's syntax, and how much goes with its match; `^` is the start of a line. */
export interface Find {
  readonly find: string
  readonly takes: Extent
}

/** Something in a project that a snippet replaces, and how it is found. */
export interface Removal {
  readonly what: Text
  /** What people search for, as `grep -E` reads it: short, it may find more. */
  readonly grep: string
  /** What programs remove. */
  readonly found: readonly Find[]
}

/** Returns something that a snippet replaces, with what people search for and what programs remove. */
export const removal = (what: Text, grep: string, found: readonly Find[]): Removal => ({ what, grep, found })

/** Reports whether this is found by patterns, and not only said in words. */
export const isRemoval = (one: Text | Removal): one is Removal => 'found' in one

/** Returns what to remove in words, with the command that finds it. */
export const removalWords = (one: Text | Removal): Text =>
  isRemoval(one) ? text`${one.what} Find them with ${code(`grep -rniE ${shell.literal(one.grep)} .`)}.` : one
