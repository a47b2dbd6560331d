import { asciiLower, isToken } from '../../fetch/header-list.ts'
import { code, list as listOf, type Text, text } from '../../text/text.ts'
import { originFrom } from './origin-from.ts'
import type { CorsPolicy } from './policy.ts'

/** What somebody wants changed of a policy; what is not named stays. */
export type PolicyEdit = {
  readonly [Part in keyof CorsPolicy]?: CorsPolicy[Part]
}

/** Why an edit cannot be made. */
export interface InvalidEdit {
  readonly invalid: Text
}

const KEYS = ['origins', 'methods', 'headers', 'exposed', 'credentials', 'max-age'] as const

/** A part of a policy, as users write it. */
export type PolicyKey = (typeof KEYS)[number]
type Writable = { -readonly [Part in keyof PolicyEdit]: PolicyEdit[Part] }

/**
 * Returns the edit that words like `origins=https://a.example,https://b.example,max-age=600` stand for. A comma
 * begins a new key where one follows, else the next value of a list; an empty list is written `headers=`.
 */
export function parsePolicyEdit(words: string): PolicyEdit | InvalidEdit {
  const lists = new Map<PolicyKey, string[]>()
  let list: string[] | null = null
  for (const item of words.split(',')) {
    const key = KEYS.find((name) => item.startsWith(`${name}=`))
    if (key !== undefined) {
      if (lists.has(key)) return { invalid: text`${code(`${key}=`)} stands there twice.` }
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

/** Returns the edit that puts these values into these parts of a policy, or what is wrong with one of them. */
export function policyEditOf(lists: ReadonlyMap<PolicyKey, readonly string[]>): PolicyEdit | InvalidEdit {
  const edit: Writable = {}
  for (const [key, values] of lists) {
    const invalid = put(edit, key, values)
    if (invalid !== null) return { invalid }
  }
  return edit
}

/** Returns a policy with some parts replaced, or why there is no such policy: `*` never stands with credentials. */
export function editPolicy(policy: CorsPolicy, edit: PolicyEdit): CorsPolicy | InvalidEdit {
  const edited = { ...policy, ...edit }
  const { origins, credentials } = edited
  if (origins !== '*') return { ...edited, origins }
  if (!credentials) return { ...edited, origins, credentials }
  return {
    invalid: text`${code('origins=*')} does not go with credentials: browsers refuse it. Name the origins, or add ${code('credentials=false')}.`,
  }
}

function put(edit: Writable, key: PolicyKey, values: readonly string[]): Text | null {
  switch (key) {
    case 'origins': {
      const read = values.map((value) => (value === '*' ? value : originFrom(value)))
      const wrong = read.find((one) => typeof one !== 'string')
      if (wrong !== undefined && typeof wrong !== 'string') return wrong.invalid
      const [first, ...rest] = new Set(read.filter((one) => typeof one === 'string'))
      if (first === undefined) return text`${code('origins=')} names no origin.`
      if (values.includes('*') && values.length > 1) return text`${code('*')} stands alone or not at all.`
      edit.origins = first === '*' ? '*' : [first, ...rest]
      return null
    }
    case 'methods':
    case 'headers':
    case 'exposed': {
      const wrong = values.find((value) => value === '*' || !isToken(value))
      if (wrong !== undefined)
        return text`${code(wrong)} is not one ${key === 'methods' ? 'method' : 'header name'}.`
      edit[key] = [...new Set(key === 'headers' ? values.map(asciiLower) : values)]
      return null
    }
    case 'credentials':
      if (values.length !== 1 || (values[0] !== 'true' && values[0] !== 'false'))
        return text`${code('credentials=')} is ${code('true')} or ${code('false')}.`
      edit.credentials = values[0] === 'true'
      return null
    case 'max-age':
      if (values.length > 1 || !/^\d{0,9}$/.test(values[0] ?? ''))
        return text`${code('max-age=')} is a number of seconds, or empty for none.`
      edit.maxAge = values[0] === undefined ? null : Number(values[0])
      return null
  }
}
