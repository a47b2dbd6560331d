/**
 * Reports whether a header has the name `lower` (in lowercase), whatever its recorded capitalization. Only ASCII letters
 * are compared without case: the Kelvin sign isn't a "k".
 */
export const isNamed = (name: string, lower: string): boolean =>
  name === lower ||
  (name.length === lower.length && name.toLowerCase() === lower && name.toUpperCase() === lower.toUpperCase())
