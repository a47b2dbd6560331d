/**
 * Returns `value` without the characters of `blanks` at its ends. By index, because a pattern such as `/ +$/` tries every
 * sequence of blanks inside the value from each of its characters.
 */
export function trim(value: string, blanks: string): string {
  let start = 0
  let end = value.length
  while (start < end && blanks.includes(value.charAt(start))) start++
  while (end > start && blanks.includes(value.charAt(end - 1))) end--
  return value.slice(start, end)
}
