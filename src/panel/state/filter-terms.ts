import type { Diagnosis } from '../../internal.ts'
import { failingChecks, nextFailingChecks, parseUrl } from '../../internal.ts'
import { isRow, type Listed, originsOf, type Row } from './listed.ts'

/** A word of a filter: what a request must match, or must not match after a minus. */
export interface FilterTerm {
  readonly not: boolean
  /** The property before the colon; null: the whole request is searched. */
  readonly key: FilterKey | null
  /** Reports whether a value matches, which is in lowercase. */
  matches(text: string): boolean
}

/** Returns the values of a request for a property of the filter. */
type Values = (diagnosis: Diagnosis) => readonly string[]

const entriesOf = ({ verdict }: Diagnosis) =>
  verdict.exchange.chain.flatMap(({ actual, preflight }) => [actual, preflight]).filter((one) => one !== null)

/** The properties, with the names of the browsers' Network panels if they exist there. */
export const filterKeys = {
  method: ({ verdict }) => [verdict.exchange.method],
  status: (one) => entriesOf(one).map(({ response }) => String(response.status)),
  domain: (one) => entriesOf(one).map(({ request }) => parseUrl(request.url)?.hostname ?? ''),
  url: (one) => entriesOf(one).map(({ request }) => request.url),
  type: (one) => entriesOf(one).map(({ vendor }) => vendor.resourceType ?? ''),
  origin: originsOf,
  initiator: (one) => entriesOf(one).map(({ vendor }) => vendor.initiator?.frame?.url ?? ''),
  header: (one) => entriesOf(one).flatMap(({ response }) => response.headers.map(({ name }) => name)),
  rule: ({ verdict, rootCauses, cautions }) => [
    ...[...failingChecks(verdict), ...nextFailingChecks(verdict)].map(({ finding }) => finding.rule.id),
    ...[...rootCauses, ...cautions].map(({ id }) => id),
  ],
} as const satisfies Readonly<Record<string, Values>>

export type FilterKey = keyof typeof filterKeys

/** Returns the values of a request that a property of the filter looks at. */
export const valuesIn = (key: FilterKey, one: Listed): readonly string[] =>
  isRow(one) ? ROW_VALUES[key](one) : filterKeys[key](one)

/** The same of a request that was judged elsewhere. */
const ROW_VALUES: Readonly<Record<FilterKey, (row: Row) => readonly string[]>> = {
  method: ({ facts }) => [facts.method],
  status: ({ statuses }) => statuses,
  domain: ({ urls }) => urls.map((url) => parseUrl(url)?.hostname ?? ''),
  url: ({ urls }) => urls,
  type: ({ types }) => types,
  origin: ({ about }) => about.origins,
  initiator: ({ initiators }) => initiators,
  header: ({ about }) => about.headers,
  rule: ({ about }) => about.rules,
}

/** Other names of the same properties, as Chrome and Firefox have them. */
const ALIASES: Readonly<Record<string, FilterKey>> = {
  'status-code': 'status',
  'resource-type': 'type',
  'has-response-header': 'header',
  cause: 'rule',
}

/**
 * Returns the words of a filter; words in quotation marks may contain spaces. Unknown properties are searched as plain
 * text.
 */
export const filterTerms = (filter: string): readonly FilterTerm[] =>
  wordsIn(filter).flatMap((word): readonly FilterTerm[] => {
    const not = word.startsWith('-')
    const rest = not ? word.slice(1) : word
    if (rest === '') return []
    const colon = rest.indexOf(':')
    const key = colon > 0 ? keyNamed(rest.slice(0, colon)) : null
    if (key === null) return [{ not, key, matches: matcherFor(rest) }]
    const value = rest.slice(colon + 1)
    return value === '' ? [] : [{ not, key, matches: matcherOf(key, value) }]
  })

/** Returns the words of a filter unchanged. */
export const wordsIn = (filter: string): readonly string[] =>
  [...filter.matchAll(/-?\/(?:[^/\\\s]|\\.)+\/(?=\s|$)|(?:[^\s"]|"[^"]*"?)+/g)].map(([word]) =>
    word.startsWith('/') || word.startsWith('-/') ? word : word.replaceAll('"', ''),
  )

/** Returns the property of a name, or null. */
export function keyNamed(name: string): FilterKey | null {
  const lower = name.toLowerCase()
  if (Object.hasOwn(filterKeys, lower)) return lower as FilterKey
  return Object.hasOwn(ALIASES, lower) ? (ALIASES[lower] ?? null) : null
}

function matcherOf(key: FilterKey, value: string): (text: string) => boolean {
  const wanted = value.toLowerCase()
  switch (key) {
    case 'method':
      return (text) => text === wanted
    case 'status':
      // 4xx matches 400 to 499.
      return (text) => (/^\dxx$/.test(wanted) ? text.startsWith(wanted.charAt(0)) : text === wanted)
    case 'domain':
      // As in Chrome, * matches anything.
      return wanted.includes('*') ? globFor(wanted) : (text) => text === wanted || text.endsWith(`.${wanted}`)
    default:
      return matcherFor(value)
  }
}

function globFor(pattern: string): (text: string) => boolean {
  const parts = pattern.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'))
  const glob = new RegExp(`^${parts.join('[^]*?')}$`, 'i')
  return (text) => glob.test(text)
}

/** How much of a value a pattern is tested on, so that a hostile URL can't make it run for minutes. */
const LONGEST = 2000

function matcherFor(word: string): (text: string) => boolean {
  const pattern = /^\/(.+)\/$/.exec(word)?.[1]
  if (pattern !== undefined) {
    try {
      const regex = new RegExp(pattern, 'im')
      return (text) => regex.test(text.slice(0, LONGEST))
    } catch {
      // Most likely still being typed; until then it's plain text.
    }
  }
  const wanted = word.toLowerCase()
  return (text) => text.includes(wanted)
}
