import { nearestWord } from '../internal.ts'

/** Returns what is wrong with the value of an option that has to be one of many names, which `list` prints. */
export function noName(
  option: string,
  value: string,
  named: readonly { readonly id: string }[],
  list: string,
): string {
  const ids = named.map(({ id }) => id)
  const nearest = nearestWord(value, ids)
  return nearest === null
    ? `${option} must be one of ${ids.join(', ')}, not ${JSON.stringify(value)}`
    : `${option} can't be ${JSON.stringify(value)}; did you mean ${nearest}? "${list}" lists all names`
}
