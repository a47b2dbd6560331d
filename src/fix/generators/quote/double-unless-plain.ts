/** Returns a value in the given quotes if it needs no escape, else as a JSON string, which is equivalent. */
export const doubleUnlessPlain = (plain: "'" | '"', value: string): string =>
  /['"\\]/.test(value) ? JSON.stringify(value) : `${plain}${value}${plain}`
