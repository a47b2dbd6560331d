/** A word of a command as passed to the program, without the shell's quotes. */
export interface Word {
  readonly text: string
  /** Where it begins in the command. */
  readonly at: number
}

/** The words of one command. */
export interface Words {
  readonly words: readonly Word[]
  /** Where the command ends: a pipe, another command or other text may follow. */
  readonly end: number
}

/**
 * Reports whether a command goes on in the line that begins at `at`, even without a continuation mark at the end of the
 * previous line: text copied from a page often lost its backslashes, and no command begins with an option.
 */
export function goesOnAt(text: string, at: number): boolean {
  const option = /[ \t]*-[-A-Za-z]/y
  option.lastIndex = at
  return option.test(text)
}
