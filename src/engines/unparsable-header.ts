import { extractHeaderListValues, isToken, trimOws, valuesOf } from '../fetch/header-list.ts'
import type { Failure } from '../fetch/main-fetch.ts'

/**
 * Returns which of the two list headers of a preflight response doesn't parse (every engine checks the methods first),
 * and its first item that isn't a token. Precondition: the step is "header list values failure".
 */
export function unparsableHeader({ response }: Failure): { readonly name: string; readonly item: string } {
  const headerList = response?.headerList ?? []
  const broken = (name: string): boolean => extractHeaderListValues(headerList, name) === 'failure'
  const name = broken('Access-Control-Allow-Methods')
    ? 'Access-Control-Allow-Methods'
    : 'Access-Control-Allow-Headers'
  const items = valuesOf(headerList, name).flatMap((line) => line.split(',').map(trimOws))
  return { name, item: items.find((item) => item !== '' && !isToken(item)) ?? '' }
}
