import { extractHeaderListValues, type HeaderList } from '../../../../src/fetch/header-list.ts'

/** Reports whether a response says that it is another for another origin. */
export function variesByOrigin(headers: HeaderList): boolean {
  const names = extractHeaderListValues(headers, 'Vary')
  return Array.isArray(names) && names.some((name) => name.toLowerCase() === 'origin')
}
