import { redaction } from '../parts/redaction.ts'
import { type FilterKey, filterKeys, keyNamed, valuesIn } from '../state/filter-terms.ts'
import type { Listed } from '../state/listed.ts'

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
export function suggestions(filter: string, diagnoses: readonly Listed[]): readonly string[] {
  const word = /\S*$/.exec(filter)?.[0] ?? ''
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
  return valuesOf(key, diagnoses)
    .filter((value) => value.toLowerCase().includes(begun) && value.toLowerCase() !== begun)
    .slice(0, MOST)
    .map((value) => `${minus}${rest.slice(0, colon)}:${value}`)
}

/** Returns a filter with its last word replaced by a suggestion. */
export const withSuggestion = (filter: string, suggestion: string): string =>
  `${filter.replace(/\S*$/, '')}${suggestion}${suggestion.endsWith(':') ? '' : ' '}`

function valuesOf(key: FilterKey, diagnoses: readonly Listed[]): readonly string[] {
  const counts = new Map<string, number>()
  // A masked value wouldn't match anything, and 0 isn't a status.
  for (const diagnosis of diagnoses)
    for (const value of new Set(valuesIn(key, diagnosis)))
      if (/^[^\s"]{1,80}$/.test(value) && value !== '0' && redaction.value(value) === value)
        counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].sort(([, a], [, b]) => b - a).map(([value]) => value)
}
