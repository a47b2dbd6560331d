/** Returns the words that the names in code consist of: "mend all" for `mendAll`; each name once, names of one word too. */
export const namesIn = (source: string): readonly string[] =>
  [...new Set(source.match(/[A-Za-z]+/g))].map((name) => name.replace(/(?<=[a-z])(?=[A-Z])/g, ' '))
