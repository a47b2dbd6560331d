import { asciiLower, valuesOf } from '../fetch/header-list.ts'
import type { HarEntry } from '../har/har-entry.ts'
import type { Evidence } from './fact.ts'

/** Returns a place in an entry, with its value. */
export const place = ({ index }: HarEntry, field: string, value: string | null): Evidence => ({
  entry: index,
  field,
  value,
})

/** Returns the status as evidence. */
export const status = (entry: HarEntry): Evidence =>
  place(entry, 'response.status', String(entry.response.status))

/** Returns the requested URL as evidence. */
export const url = (entry: HarEntry): Evidence => place(entry, 'request.url', entry.request.url)

/** Returns the match in an error page as evidence. */
export const errorBody = (entry: HarEntry, said: string): Evidence =>
  place(entry, 'response.content.text', said)

/** Returns the method as evidence. */
export const method = (entry: HarEntry): Evidence => place(entry, 'request.method', entry.request.method)

/** Returns the browser's error as evidence. */
export const error = (entry: HarEntry): Evidence =>
  place(entry, 'response._error', entry.vendor.error ?? null)

/** Returns every line of a response header as evidence; if it's missing, its absence. */
export const responseHeader = (entry: HarEntry, name: string): readonly Evidence[] =>
  lines(entry, 'response', name)

/** Returns every line of several response headers as evidence, each once, like {@link responseHeader} for one. */
export function responseHeaders(entry: HarEntry, names: readonly string[]): readonly Evidence[] {
  const found = new Map<string, Evidence[]>(names.map((name) => [asciiLower(name), []]))
  const spelled = new Map(names.map((name) => [asciiLower(name), `response.headers.${name}`]))
  for (const { name, value } of entry.response.headers) {
    const lower = asciiLower(name)
    found.get(lower)?.push(place(entry, spelled.get(lower) ?? '', value))
  }
  return [...found].flatMap(([lower, places]) =>
    places.length === 0 ? [place(entry, spelled.get(lower) ?? '', null)] : places,
  )
}

/** Returns every line of a request header as evidence; if it's missing, its absence. */
export const requestHeader = (entry: HarEntry, name: string): readonly Evidence[] =>
  lines(entry, 'request', name)

/** Returns the response headers that are present. */
export const presentHeaders = (entry: HarEntry, ...names: readonly string[]): readonly Evidence[] =>
  names.flatMap((name) => responseHeader(entry, name)).filter(({ value }) => value !== null)

function lines(entry: HarEntry, message: 'request' | 'response', name: string): readonly Evidence[] {
  const values = valuesOf(entry[message].headers, name)
  const field = `${message}.headers.${name}`
  return values.length === 0 ? [place(entry, field, null)] : values.map((value) => place(entry, field, value))
}

/** Returns the evidence that a request failed: Chrome's error, or Firefox's status 0 with its security state. */
export function failure(entry: HarEntry): readonly Evidence[] {
  if (typeof entry.vendor.error === 'string') return [error(entry)]
  return [status(entry), place(entry, '_securityState', entry.vendor.securityState)]
}
