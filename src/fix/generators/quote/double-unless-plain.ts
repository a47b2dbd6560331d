/** Returns a value in the quotes given where that needs no escape, else what JSON writes, which is read the same. */
export const doubleUnlessPlain = (plain: "'" | '"', value: string): string =>
  /['"\\]/.test(value) ? JSON.stringify(value) : `${plain}${value}${plain}`
