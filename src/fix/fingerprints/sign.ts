import { hostNameOf } from '../../evidence/address.ts'
import type { Confidence } from '../../evidence/confidence.ts'
import type { Evidence } from '../../evidence/fact.ts'
import {
  errorBody,
  presentHeaders,
  responseHeader,
  responseHeaders,
  status,
  url,
} from '../../evidence/place.ts'
import { asciiLower, get, valuesOf } from '../../fetch/header-list.ts'
import { isUrlOfThisMachine } from '../../knowledge/hosts.ts'
import { parseUrl } from '../../parse-url.ts'
import type { ApiResponse } from '../../reading/api-response.ts'
import { code, list, type Text, text } from '../../text/text.ts'

/** Something in a response that shows what wrote it. */
export interface Sign {
  /** high: nothing else known does this; medium: little else; low: a few kinds of server do. */
  readonly confidence: Confidence
  /** Returns what is seen, as "The responses have …" goes on, and where; null where the response has it not. */
  shows(answer: ApiResponse): Shown | null
}

export interface Shown {
  readonly what: Text
  readonly evidence: readonly Evidence[]
}

/** A response header with a line that matches. */
export const header = (confidence: Confidence, name: string, pattern = /^/): Sign => ({
  confidence,
  shows: ({ entry }) => {
    const value = valuesOf(entry.response.headers, name).find((line) => pattern.test(line))
    if (value === undefined) return null
    return {
      what: text`${code(`${name}: ${shortened(value)}`)}`,
      evidence: responseHeader(entry, name).filter((place) => place.value === value),
    }
  },
})

/** The beginning of an error page, as far as it was recorded; what matches is quoted. */
export const body = (confidence: Confidence, pattern: RegExp): Sign => ({
  confidence,
  shows: ({ entry }) => {
    const [found] = pattern.exec(entry.response.errorBody ?? '') ?? []
    if (found === undefined) return null
    return {
      what: text`an error page with ${code(shortened(found))}`,
      evidence: [errorBody(entry, shortened(found)), status(entry)],
    }
  },
})

/** An answer whose status, length and type are those of one fixed sentence; the length survives where bodies do not. */
export const sized = (
  confidence: Confidence,
  wanted: {
    readonly statuses: readonly number[]
    readonly lengths: readonly string[]
    readonly type: RegExp
  },
): Sign => ({
  confidence,
  shows: ({ entry }) => {
    const length = get(entry.response.headers, 'Content-Length')
    const type = get(entry.response.headers, 'Content-Type') ?? ''
    if (length === null || !wanted.statuses.includes(entry.response.status)) return null
    if (!wanted.lengths.includes(length) || !wanted.type.test(type)) return null
    return {
      what: text`a ${entry.response.status} with ${code(length)} bytes of ${code(shortened(type))}`,
      evidence: [status(entry), ...presentHeaders(entry, 'Content-Length', 'Content-Type')],
    }
  },
})

/** A cookie of a known name; its value stays where it is. */
export const cookie = (confidence: Confidence, pattern: RegExp): Sign => ({
  confidence,
  shows: ({ entry }) => {
    const line = valuesOf(entry.response.headers, 'Set-Cookie').find((one) => pattern.test(nameOf(one)))
    if (line === undefined) return null
    return {
      what: text`a cookie named ${code(shortened(nameOf(line)))}`,
      evidence: responseHeader(entry, 'Set-Cookie').filter(({ value }) => value === line),
    }
  },
})

/** A host name that only one provider gives away. */
export const host = (confidence: Confidence, pattern: RegExp): Sign => ({
  confidence,
  shows: ({ entry }) => {
    const name = hostNameOf(entry.request.url)
    return pattern.test(name) ? { what: text`the host ${code(name)}`, evidence: [url(entry)] } : null
  },
})

/** Several signs in one response. */
export const together = (confidence: Confidence, ...signs: readonly Sign[]): Sign => ({
  confidence,
  shows: (answer) => {
    const shown = signs.map((sign) => sign.shows(answer))
    if (!shown.every((one) => one !== null)) return null
    return {
      what: shown.flatMap(({ what }, i) => [
        ...(i === 0 ? [] : [i === shown.length - 1 ? ' and ' : ', ']),
        ...what,
      ]),
      evidence: shown.flatMap(({ evidence }) => evidence),
    }
  },
})

/** A sign, where the response is of a certain kind. */
export const where = (sign: Sign, holds: (answer: ApiResponse) => boolean): Sign => ({
  ...sign,
  shows: (answer) => (holds(answer) ? sign.shows(answer) : null),
})

/** Returns whether a response has none of the headers. */
export const without =
  (...names: readonly string[]) =>
  ({ entry }: ApiResponse): boolean =>
    names.every((name) => get(entry.response.headers, name) === null)

/**
 * Header names in lowercase, in a response that has others in their usual spelling: the application wrote them so.
 * HTTP/2 and a few proxies put all names into lower case, which then says nothing.
 */
export const lowerCase = (confidence: Confidence, ...names: readonly string[]): Sign => ({
  confidence,
  shows: ({ entry }) => {
    const spelled = entry.response.headers.map(({ name }) => name)
    if (spelled.every((name) => name === asciiLower(name))) return null
    if (!names.every((name) => spelled.includes(name))) return null
    return {
      what: text`${list(names.map(code))} in lowercase`,
      evidence: responseHeaders(entry, names),
    }
  },
})

const nameOf = (line: string): string => line.split('=', 1)[0] ?? ''

const LONGEST = 80

const shortened = (value: string): string =>
  value.length > LONGEST ? `${value.slice(0, LONGEST - 1)}…` : value

/** A path, with its query, that little else has. */
export const path = (confidence: Confidence, pattern: RegExp): Sign => ({
  confidence,
  shows: ({ entry }) => {
    const parsed = parseUrl(entry.request.url)
    if (parsed === null || !pattern.test(parsed.pathname)) return null
    return { what: text`the path ${code(shortened(parsed.pathname))}`, evidence: [url(entry)] }
  },
})

/** A port of this machine on which something listens unless told otherwise. */
export const portOf = (confidence: Confidence, port: string): Sign => ({
  confidence,
  shows: ({ entry }) => {
    const parsed = parseUrl(entry.request.url)
    if (parsed?.port !== port || !isUrlOfThisMachine(entry.request.url)) return null
    return { what: text`port ${code(port)} of this machine`, evidence: [url(entry)] }
  },
})

/** An error without a body. */
export const emptyError = (confidence: Confidence, wanted: number): Sign => ({
  confidence,
  shows: ({ entry }) =>
    entry.response.status === wanted && get(entry.response.headers, 'Content-Length') === '0'
      ? { what: text`an empty ${wanted}`, evidence: [status(entry)] }
      : null,
})
