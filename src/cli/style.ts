/** How words look on a terminal; every function gives its words back unchanged where there is no colour. */
export interface Style {
  readonly bold: (words: string) => string
  readonly dim: (words: string) => string
  readonly red: (words: string) => string
  readonly green: (words: string) => string
  readonly yellow: (words: string) => string
  readonly cyan: (words: string) => string
}

const sgr =
  (on: number, off: number) =>
  (words: string): string =>
    words === '' ? '' : `\x1b[${on}m${words}\x1b[${off}m`

/** Returns the style for a terminal that shows colours, or the one that adds nothing. */
export const makeStyle = (colour: boolean): Style =>
  colour
    ? {
        bold: sgr(1, 22),
        dim: sgr(2, 22),
        red: sgr(31, 39),
        green: sgr(32, 39),
        yellow: sgr(33, 39),
        cyan: sgr(36, 39),
      }
    : { bold: same, dim: same, red: same, green: same, yellow: same, cyan: same }

const same = (words: string): string => words
