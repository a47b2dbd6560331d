/**
 * Returns whether a header's name is `lower`, a name in small letters, in whatever case it was recorded. Only ASCII's letters
 * have a case here: the Kelvin sign is no "k".
 */
export const isNamed = (name: string, lower: string): boolean =>
  name === lower ||
  (name.length === lower.length && name.toLowerCase() === lower && name.toUpperCase() === lower.toUpperCase())
