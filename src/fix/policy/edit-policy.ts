import { asciiLower, isToken } from '../../fetch/header-list.ts'
import { isForbiddenMethod } from '../../fetch/methods.ts'
import { code, list as listOf, type Text, text } from '../../text/text.ts'
import { originFrom } from './origin-from.ts'
import { isAllowedBy, splitOrigins } from './origin-pattern.ts'
import type { CorsPolicy } from './policy.ts'

/** Changes to a policy. Parts that aren't given stay the same. */
export type PolicyEdit = {
  readonly [Part in keyof CorsPolicy]?: CorsPolicy[Part]
} & {
  /** Additional origins. */
  readonly addOrigins?: readonly string[]
}

/** Makes an API public: every website may read it, and no request to it has credentials. */
export const PUBLIC_API = { origins: '*', credentials: false } as const satisfies PolicyEdit

/** Why an edit can't be made. */
export interface InvalidEdit {
  readonly invalid: Text
}

const KEYS = ['origins', 'methods', 'headers', 'exposed', 'credentials', 'max-age'] as const

/** A part of a policy, as users write it. */
export type PolicyKey = (typeof KEYS)[number]

/** The keys of an edit: the parts, and those that add to a part. */
type EditKey = PolicyKey | 'origins+'
const EDIT_KEYS: readonly EditKey[] = [...KEYS, 'origins+']

type Writable = { -readonly [Part in keyof PolicyEdit]: PolicyEdit[Part] }

/**
 * Parses an edit such as `origins=https://a.example,https://b.example,max-age=600`. A comma is followed by a new key or
 * by the next value of a list; an empty list is written `headers=`, and `origins+=` adds to the existing origins.
 */
export function parsePolicyEdit(words: string): PolicyEdit | InvalidEdit {
  const lists = new Map<EditKey, string[]>()
  let list: string[] | null = null
  for (const item of words.split(',')) {
    const key = EDIT_KEYS.find((name) => item.startsWith(`${name}=`))
    if (key !== undefined) {
      if (lists.has(key)) return { invalid: text`${code(`${key}=`)} is there twice.` }
      list = []
      lists.set(key, list)
    }
    if (list === null)
      return {
        invalid: text`${code(item)} should begin with ${listOf(
          KEYS.map((name) => code(`${name}=`)),
          'or',
        )}.`,
      }
    const value = (key === undefined ? item : item.slice(key.length + 1)).trim()
    if (value !== '') list.push(value)
  }
  return policyEditOf(lists)
}

/** Returns the edit that sets the given parts of a policy, or what is wrong with one of the values. */
export function policyEditOf(lists: ReadonlyMap<EditKey, readonly string[]>): PolicyEdit | InvalidEdit {
  const edit: Writable = {}
  for (const [key, values] of lists) {
    const invalid = put(edit, key, values)
    if (invalid !== null) return { invalid }
  }
  return edit
}

/**
 * Returns a policy with some parts replaced and origins added, or why that isn't possible: `*` is never allowed with
 * credentials.
 */
export function editPolicy(
  policy: CorsPolicy,
  { addOrigins = [], ...edit }: PolicyEdit,
): CorsPolicy | InvalidEdit {
  const edited = { ...policy, ...edit }
  const { origins, credentials } = edited
  if (origins !== '*') {
    const all = [...new Set([...origins, ...addOrigins])]
    const { patterns } = splitOrigins(all)
    // Origins that match a pattern aren't listed as well.
    const [first = origins[0], ...rest] = all.filter(
      (one) => patterns.includes(one) || !isAllowedBy(patterns, one),
    )
    return { ...edited, origins: [first, ...rest] }
  }
  if (addOrigins.length > 0)
    return {
      invalid: text`The API allows every website today. Name all its pages with ${code('origins=')} to allow only them.`,
    }
  if (!credentials) return { ...edited, origins, credentials }
  return {
    invalid: text`${code('origins=*')} can't be combined with credentials: browsers don't accept it. List the origins, or add ${code('credentials=false')}.`,
  }
}

function put(edit: Writable, key: EditKey, values: readonly string[]): Text | null {
  switch (key) {
    case 'origins':
    case 'origins+': {
      const read = originsFrom(key, values)
      if ('invalid' in read) return read.invalid
      if (key === 'origins') edit.origins = read.origins
      else if (read.origins === '*')
        return text`${code('*')} can't be added to a list: write ${code('origins=*')}.`
      else edit.addOrigins = read.origins
      return null
    }
    case 'methods':
    case 'headers':
    case 'exposed': {
      const wrong = values.find((value) => value === '*' || !isToken(value))
      if (wrong !== undefined)
        return text`${code(wrong)} isn't a ${key === 'methods' ? 'method' : 'header name'}.`
      const forbidden = key === 'methods' ? values.find(isForbiddenMethod) : undefined
      if (forbidden !== undefined)
        return text`${code(forbidden)} can't be sent by pages, whatever a server allows.`
      edit[key] = [...new Set(key === 'headers' ? values.map(asciiLower) : values)]
      return null
    }
    case 'credentials':
      if (values.length !== 1 || (values[0] !== 'true' && values[0] !== 'false'))
        return text`${code('credentials=')} must be ${code('true')} or ${code('false')}.`
      edit.credentials = values[0] === 'true'
      return null
    case 'max-age':
      if (values.length > 1 || !/^\d{0,9}$/.test(values[0] ?? ''))
        return text`${code('max-age=')} must be a number of seconds, or empty for none.`
      edit.maxAge = values[0] === undefined ? null : Number(values[0])
      return null
  }
}

function originsFrom(
  key: 'origins' | 'origins+',
  values: readonly string[],
): { readonly origins: CorsPolicy['origins'] } | InvalidEdit {
  const origins: string[] = []
  for (const value of values) {
    const origin = value === '*' ? value : originFrom(value)
    if (typeof origin !== 'string') return origin
    origins.push(origin)
  }
  const [first, ...rest] = new Set(origins)
  if (first === undefined) return { invalid: text`${code(`${key}=`)} names no origin.` }
  if (origins.includes('*') && origins.length > 1)
    return { invalid: text`${code('*')} allows every website, so it can't be listed with other origins.` }
  return { origins: first === '*' ? first : [first, ...rest] }
}
