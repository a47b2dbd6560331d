import type { InSteps } from '../../internal.ts'
import { redaction } from '../parts/redaction.ts'
import { type FilterKey, filterKeys, keyNamed } from '../state/filter-terms.ts'
import type { ListIndex } from '../state/list-index.ts'

/** The properties whose values are suggested, not only their names. */
const LISTED: ReadonlySet<FilterKey> = new Set([
  'method',
  'status',
  'domain',
  'type',
  'origin',
  'header',
  'rule',
])

/** The most suggestions. */
const MOST = 8

/**
 * Returns the suggestions for the last word of a filter: a property, or one of the requests' values, the most frequent
 * first. None if the word is complete or doesn't match.
 */
export function* suggestionsInSteps(filter: string, index: ListIndex): InSteps<readonly string[]> {
  const word = lastWord(filter)
  const minus = word.startsWith('-') ? '-' : ''
  const rest = word.slice(minus.length).toLowerCase()
  const colon = rest.indexOf(':')
  if (colon < 0)
    return Object.keys(filterKeys)
      .filter((name) => name.startsWith(rest))
      .map((name) => `${minus}${name}:`)
  const key = keyNamed(rest.slice(0, colon))
  if (key === null || !LISTED.has(key)) return []
  const begun = rest.slice(colon + 1)
  return (yield* valuesOf(key, index))
    .filter((value) => value.toLowerCase().includes(begun) && value.toLowerCase() !== begun)
    .slice(0, MOST)
    .map((value) => `${minus}${rest.slice(0, colon)}:${value}`)
}

const lastWord = (filter: string): string => filter.split(/\s/).at(-1) ?? ''

/** Returns a filter with its last word replaced by a suggestion. */
export const withSuggestion = (filter: string, suggestion: string): string =>
  `${filter.slice(0, filter.length - lastWord(filter).length)}${suggestion}${suggestion.endsWith(':') ? '' : ' '}`

/** How many requests are read between two chances to pause. */
const MANY = 256

function* valuesOf(key: FilterKey, { requests, rows, table }: ListIndex): InSteps<readonly string[]> {
  const times = new Map<number, number>()
  for (const [place, one] of requests.entries()) {
    const number = table.numberAt(key, rows[place] ?? 0, one)
    times.set(number, (times.get(number) ?? 0) + 1)
    if (place % MANY === MANY - 1) yield
  }
  const counts = new Map<string, number>()
  let read = 0
  for (const [number, count] of times) {
    // A masked value wouldn't match anything, and 0 isn't a status.
    for (const value of new Set(table.numbering.valuesOf(number)))
      if (/^[^\s"]{1,80}$/.test(value) && value !== '0' && redaction.value(value) === value)
        counts.set(value, (counts.get(value) ?? 0) + count)
    if (++read % FEW === 0) yield
  }
  return [...counts].sort(([, a], [, b]) => b - a).map(([value]) => value)
}

/** How many lists of values are masked between two chances to pause. */
const FEW = 16
