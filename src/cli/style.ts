import { styleText } from 'node:util'

/** The style of text on a terminal. Without color, every function returns its text unchanged. */
export interface Style {
  readonly bold: (words: string) => string
  readonly dim: (words: string) => string
  readonly red: (words: string) => string
  readonly green: (words: string) => string
  readonly yellow: (words: string) => string
  readonly cyan: (words: string) => string
}

/** Returns the style for a terminal with colors, or the one that adds nothing. */
export const makeStyle = (color: boolean): Style => ({
  bold: drawn('bold', color),
  dim: drawn('dim', color),
  red: drawn('red', color),
  green: drawn('green', color),
  yellow: drawn('yellow', color),
  cyan: drawn('cyan', color),
})

/** Color support is already decided, so Node needn't check the stream and the environment again. */
const drawn =
  (format: keyof Style, color: boolean) =>
  (words: string): string =>
    color && words !== '' ? styleText(format, words, { validateStream: false }) : words
