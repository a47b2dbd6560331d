import { styleText } from 'node:util'

/** How words look on a terminal; every function gives its words back unchanged where there is no color. */
export interface Style {
  readonly bold: (words: string) => string
  readonly dim: (words: string) => string
  readonly red: (words: string) => string
  readonly green: (words: string) => string
  readonly yellow: (words: string) => string
  readonly cyan: (words: string) => string
}

/** Returns the style for a terminal that shows colors, or the one that adds nothing. */
export const makeStyle = (color: boolean): Style => ({
  bold: drawn('bold', color),
  dim: drawn('dim', color),
  red: drawn('red', color),
  green: drawn('green', color),
  yellow: drawn('yellow', color),
  cyan: drawn('cyan', color),
})

/** Whether there is color is settled by now, so Node is not to ask the stream and the environment again. */
const drawn =
  (format: keyof Style, color: boolean) =>
  (words: string): string =>
    color && words !== '' ? styleText(format, words, { validateStream: false }) : words
