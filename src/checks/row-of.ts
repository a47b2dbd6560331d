import { isMap, isScalar, isSeq, type Node, type YAMLMap } from 'yaml'
import type { EngineId } from '../engines/engine-id.ts'
import { engines } from '../engines/index.ts'
import { type Header, isName, isToken, trimOws } from '../fetch/header-list.ts'
import { isCorsSafelistedMethod, isForbiddenMethod, normalizeMethod } from '../fetch/methods.ts'
import { includesCredentials, isHttpScheme } from '../fetch/origin.ts'
import { isForbiddenRequestHeader } from '../fetch/request-headers.ts'
import { parseUrl } from '../parse-url.ts'
import { nearestWord } from '../text/nearest-word.ts'
import { type CheckRow, CREDENTIALS, type Expectation, MODES } from './check-row.ts'
import { ChecksError } from './checks-error.ts'
import { type Entry, entriesOf, wordOf } from './entries-of.ts'
import { knownCodes } from './known-codes.ts'
import type { Tree } from './parse-tree.ts'

/** What applies to checks that don't say otherwise. */
export interface RowDefaults {
  readonly origin: string | null
  readonly engine: EngineId | null
}

/** The keys of a check, in the order in which people write them. */
export const KEYS = [
  'url',
  'origin',
  'method',
  'headers',
  'credentials',
  'mode',
  'data',
  'engine',
  'expect',
  'code',
] as const

type Key = (typeof KEYS)[number]

/**
 * Returns one check of a list.
 *
 * @throws {ChecksError} where it has a key or a value that makes no sense, or lacks one.
 */
export function rowOf(map: YAMLMap, tree: Tree, defaults: RowDefaults): CheckRow {
  const place = tree.placeOf(map)
  const entries = entriesOf(map, tree)
  for (const { key, name } of entries.values())
    if (!isKey(name)) throw new ChecksError(tree.placeOf(key), unknownKey(name))
  const fail = (entry: Entry, reason: string): never => {
    throw new ChecksError(tree.placeOf(entry.value ?? entry.key), reason)
  }
  const word = (name: Key): { readonly entry: Entry; readonly value: string } | null => {
    const entry = entries.get(name)
    if (entry === undefined) return null
    if (!isScalar(entry.value)) return fail(entry, `${name} must be text, not ${kindOf(entry.value)}`)
    const value = wordOf(entry.value)
    if (value === '' && name !== 'data') return fail(entry, `${name} has no value`)
    return { entry, value }
  }
  const oneOf = <Word extends string>(name: Key, words: readonly Word[]): Word | null => {
    const given = word(name)
    if (given === null) return null
    return words.find((one) => one === given.value) ?? fail(given.entry, notOneOf(name, given.value, words))
  }

  const url = word('url')
  if (url === null) throw new ChecksError(place, 'this check has no url')
  const parsed = isHttpScheme(url.value) ? parseUrl(url.value) : null
  if (parsed === null) return fail(url.entry, 'url must be a whole URL that begins with http:// or https://')
  if (includesCredentials(parsed.href))
    return fail(url.entry, 'url contains a user name or password; fetch() refuses such a URL')
  parsed.hash = ''

  const method = word('method')
  if (method !== null && !isToken(method.value))
    return fail(method.entry, 'method must be one word, such as PUT')
  if (method !== null && isForbiddenMethod(method.value))
    return fail(method.entry, `${method.value.toUpperCase()} is a method that browsers never send`)
  const mode = oneOf('mode', MODES)
  if (mode === 'no-cors' && method !== null && !isCorsSafelistedMethod(normalizeMethod(method.value)))
    return fail(method.entry, 'in mode no-cors, method can only be GET, HEAD or POST')

  const data = word('data')
  // As on the command line: a body makes it a POST.
  const sent = normalizeMethod(method?.value ?? (data === null ? 'GET' : 'POST'))
  if (data !== null && /^(?:GET|HEAD)$/.test(sent))
    return fail(data.entry, `a page can't send a body with ${sent}`)
  const headers = headersOf()

  const engine = oneOf('engine', Object.keys(engines) as readonly EngineId[]) ?? defaults.engine
  return {
    line: place.line,
    url: parsed.href,
    origin: originOf(),
    method: sent,
    headers,
    credentials: oneOf('credentials', CREDENTIALS) ?? (headers.some(isCookie) ? 'include' : null),
    mode,
    data: data?.value ?? null,
    engine,
    expect: expectationOf(),
  }

  function originOf(): string {
    const given = word('origin')
    if (given === null) {
      if (defaults.origin !== null) return defaults.origin
      throw new ChecksError(place, 'this check has no origin; add it, or name one for all with --origin')
    }
    if (given.value === 'null') return 'null'
    const origin = isHttpScheme(given.value) ? parseUrl(given.value) : null
    return (
      origin?.origin ?? fail(given.entry, 'origin must be that of a page, such as https://app.example.com')
    )
  }

  function headersOf(): readonly Header[] {
    const entry = entries.get('headers')
    if (entry === undefined) return []
    const { value } = entry
    if (isSeq(value)) return value.items.map((item) => headerLine(entry, tree.resolved(item as Node)))
    if (!isMap(value)) return fail(entry, `headers must be a map of names and values, not ${kindOf(value)}`)
    return [...entriesOf(value, tree).values()].map((header) => {
      if (!isScalar(header.value))
        return fail(header, `the value of a header must be text, not ${kindOf(header.value)}`)
      return checked(header, { name: header.name, value: wordOf(header.value) })
    })
  }

  /** `- 'X-Api-Key: 1'`, as on the command line. */
  function headerLine(entry: Entry, item: Node): Header {
    if (!isScalar(item))
      throw new ChecksError(
        tree.placeOf(item),
        "a header of the list must be text, such as 'X-Api-Key: 1'; put it in quotes",
      )
    const line = { ...entry, key: item, value: item }
    const [name = '', ...value] = wordOf(item).split(':')
    if (value.length === 0) return fail(line, 'a header of the list must have a colon behind its name')
    return checked(line, { name: name.trim(), value: value.join(':') })
  }

  function checked(entry: Entry, { name, value }: Header): Header {
    if (!isToken(name)) throw new ChecksError(tree.placeOf(entry.key), 'this is not the name of a header')
    const header = { name, value: trimOws(value) }
    if (/[\0\r\n]/.test(value)) return fail(entry, 'the value of a header must be one line')
    if (isForbiddenRequestHeader(header) && !isCookie(header))
      throw new ChecksError(tree.placeOf(entry.key), `only the browser sets the header ${name}`)
    return header
  }

  function expectationOf(): Expectation {
    const outcome = oneOf('expect', ['allowed', 'blocked'] as const)
    const code = oneOf('code', knownCodes(engine ?? 'chromium'))
    if (code !== null && outcome === 'allowed')
      throw new ChecksError(place, 'this check expects a code although it expects to be allowed')
    return { outcome: outcome ?? (code === null ? 'allowed' : 'blocked'), code }
  }
}

/** It stands for the browser's own cookies. */
const isCookie = ({ name }: Header): boolean => isName(name, 'Cookie')

const isKey = (name: string): name is Key => (KEYS as readonly string[]).includes(name)

function unknownKey(name: string): string {
  const nearest = MEANT[name.toLowerCase()] ?? nearestWord(name, KEYS)
  const known = `there is no key ${JSON.stringify(name.slice(0, 40))}`
  return nearest === null ? `${known}; the keys are ${KEYS.join(', ')}` : `${known}; did you mean ${nearest}?`
}

/** Words that other tools have for the same. */
const MEANT: Readonly<Record<string, Key>> = {
  body: 'data',
  browser: 'engine',
  error: 'code',
  expected: 'expect',
  header: 'headers',
  href: 'url',
  outcome: 'expect',
  page: 'origin',
  type: 'method',
  verb: 'method',
  withcredentials: 'credentials',
}

function notOneOf(name: Key, given: string, words: readonly string[]): string {
  const nearest = nearestCode(given, words)
  const said = `${name} can't be ${JSON.stringify(given.slice(0, 60))}`
  if (nearest !== null) return `${said}; did you mean ${nearest}?`
  return words.length > 8 ? `${said}; whycors rules lists what it can be` : `${said}; use ${words.join(', ')}`
}

/** Codes are long words; what differs in capitals, or begins the same, is meant. */
function nearestCode(given: string, words: readonly string[]): string | null {
  const lower = given.toLowerCase()
  return (
    words.find((word) => word.toLowerCase() === lower) ??
    nearestWord(given, words) ??
    (lower.length < 8 ? null : (words.find((word) => word.toLowerCase().includes(lower)) ?? null))
  )
}

function kindOf(value: Node | null): string {
  if (isMap(value)) return 'a map'
  if (isSeq(value)) return 'a list'
  return isScalar(value) && wordOf(value) !== '' ? 'text' : 'nothing'
}
