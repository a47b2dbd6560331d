import { trim } from '../trim.ts'

/** A header: https://fetch.spec.whatwg.org/#concept-header. Names keep their case; compare them by {@link isName}. */
export interface Header {
  readonly name: string
  readonly value: string
}

/** A header list: https://fetch.spec.whatwg.org/#concept-header-list */
export type HeaderList = readonly Header[]

/** Reports whether `a` is a byte-case-insensitive match for `b`. */
export const isName = (a: string, b: string): boolean =>
  a === b || (a.length === b.length && asciiLower(a) === asciiLower(b))

/** Returns `value` with its ASCII letters in lowercase; other characters are left alone. */
export function asciiLower(value: string): string {
  const known = lowered.get(value)
  if (known !== undefined) return known
  const lower = /[A-Z]/.test(value) ? value.replace(/[A-Z]+/g, (upper) => upper.toLowerCase()) : value
  if (value.length <= 64 && lowered.size < 4096) lowered.set(value, lower)
  return lower
}

/** Recordings repeat a few hundred header names endlessly, and comparing them took most of the time of every check. */
const lowered = new Map<string, string>()

/** Returns the values of every header of that name, one per header line, in order. */
export function valuesOf(headerList: HeaderList, name: string): readonly string[] {
  if (headerList.length > LONG) return byName(headerList).get(asciiLower(name))?.values ?? []
  let values: string[] | null = null
  for (const header of headerList) {
    // Most names have another length, and a call for each took most of the time.
    if (header.name.length !== name.length || !isName(header.name, name)) continue
    values ??= []
    values.push(header.value)
  }
  return values ?? NONE
}

const NONE: readonly string[] = []

/**
 * Returns the combined value of a header, or null if the list doesn't contain it.
 * https://fetch.spec.whatwg.org/#concept-header-list-get
 */
export function get(headerList: HeaderList, name: string): string | null {
  if (headerList.length > LONG) return byName(headerList).get(asciiLower(name))?.combined() ?? null
  let combined: string | null = null
  for (const header of headerList)
    if (header.name.length === name.length && isName(header.name, name))
      combined = combined === null ? header.value : `${combined}, ${header.value}`
  return combined
}

/** Longer lists are searched once for all names: a recording may have thousands of lines, and a verdict needs many headers. */
const LONG = 200

interface Named {
  readonly values: string[]
  combined(): string
}

function byName(headerList: HeaderList): ReadonlyMap<string, Named> {
  const known = byNames.get(headerList)
  if (known !== undefined) return known
  const all = new Map<string, Named>()
  for (const { name, value } of headerList) {
    const lower = asciiLower(name)
    const same = all.get(lower)
    if (same === undefined) all.set(lower, namedWith(value))
    else same.values.push(value)
  }
  byNames.set(headerList, all)
  return all
}

function namedWith(first: string): Named {
  const values = [first]
  let combined: string | null = null
  return {
    values,
    combined: () => {
      combined ??= values.join(', ')
      return combined
    },
  }
}

const byNames = new WeakMap<HeaderList, ReadonlyMap<string, Named>>()

/** Returns the list with one header per name, its values joined as in {@link get}. */
export function combined(headerList: HeaderList): HeaderList {
  const byName = new Map<string, { readonly name: string; readonly values: string[] }>()
  for (const { name, value } of headerList) {
    const same = byName.get(asciiLower(name))
    if (same === undefined) byName.set(asciiLower(name), { name, values: [value] })
    else same.values.push(value)
  }
  return [...byName.values()].map(({ name, values }) => ({ name, value: values.join(', ') }))
}

/** An HTTP token, RFC 9110 5.6.2: what a method or a header name is made of. */
export const isToken = (value: string): boolean => /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/.test(value)

/**
 * Returns the tokens of a header whose ABNF is `#token`, null if the list lacks it, or 'failure' where any item is not a
 * token. Empty items are allowed and ignored (RFC 9110 5.6.1.2).
 * https://fetch.spec.whatwg.org/#extract-header-list-values
 */
export function extractHeaderListValues(
  headerList: HeaderList,
  name: string,
): readonly string[] | null | 'failure' {
  const lines = valuesOf(headerList, name)
  if (lines.length === 0) return null
  const [line = ''] = lines
  const found = lines.length === 1 ? known.get(line) : undefined
  if (found !== undefined) return found
  const tokens = tokensOf(lines)
  if (known.size >= 16) known.clear()
  if (lines.length === 1) known.set(line, tokens)
  return tokens
}

/** A policy of thousands of names is checked against as many requests. */
const known = new Map<string, readonly string[] | 'failure'>()

function tokensOf(lines: readonly string[]): readonly string[] | 'failure' {
  const items = lines.flatMap((line) => line.split(',').map(trimOws)).filter((item) => item !== '')
  return items.every(isToken) ? items : 'failure'
}

/** Returns `value` without leading and trailing HTTP tabs and spaces. */
export const trimOws = (value: string): string => trim(value, '\t ')
