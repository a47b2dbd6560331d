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
import { readUrl } from '../../parse-url.ts'
import type { ApiResponse } from '../../reading/api-response.ts'
import { code, list, type Text, text } from '../../text/text.ts'

/** Something in a response that shows which kind of server created it. */
export interface Sign {
  /** high: no other known server does this; medium: few do; low: several kinds do. */
  readonly confidence: Confidence
  /** The response header, in lowercase, or the part of the entry without which {@link shows} returns null. */
  readonly needs: string | typeof BODY | typeof URL_ALONE
  /** Returns the sign in words, to follow "The responses have", and its place; null if the response doesn't have it. */
  shows(answer: ApiResponse): Shown | null
}

/** {@link Sign.needs}: the beginning of an error page. */
export const BODY = Symbol('body')
/** {@link Sign.needs}: nothing but the URL, which every entry has. */
export const URL_ALONE = Symbol('URL')

export interface Shown {
  readonly what: Text
  readonly evidence: readonly Evidence[]
}

/** A response header with a line that matches. */
export const header = (confidence: Confidence, name: string, pattern = /^/): Sign => ({
  confidence,
  needs: asciiLower(name),
  shows: ({ entry }) => {
    const value = valuesOf(entry.response.headers, name).find((line) => pattern.test(line))
    if (value === undefined) return null
    return {
      what: text`${code(`${name}: ${shortened(value)}`)}`,
      evidence: responseHeader(entry, name).filter((place) => place.value === value),
    }
  },
})

/** A pattern for the beginning of an error page, if it was recorded. The match is quoted. */
export const body = (confidence: Confidence, pattern: RegExp): Sign => ({
  confidence,
  needs: BODY,
  shows: ({ entry }) => {
    const [found] = pattern.exec(entry.response.errorBody ?? '') ?? []
    if (found === undefined) return null
    return {
      what: text`an error page with ${code(shortened(found))}`,
      evidence: [errorBody(entry, shortened(found)), status(entry)],
    }
  },
})

/** A response with the status, length and type of a fixed sentence. The length is recorded even if the body isn't. */
export const sized = (
  confidence: Confidence,
  wanted: {
    readonly statuses: readonly number[]
    readonly lengths: readonly string[]
    readonly type: RegExp
  },
): Sign => ({
  confidence,
  needs: 'content-length',
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

/** A cookie with a known name; its value is never shown. */
export const cookie = (confidence: Confidence, pattern: RegExp): Sign => ({
  confidence,
  needs: 'set-cookie',
  shows: ({ entry }) => {
    const line = valuesOf(entry.response.headers, 'Set-Cookie').find((one) => pattern.test(nameOf(one)))
    if (line === undefined) return null
    return {
      what: text`a cookie named ${code(shortened(nameOf(line)))}`,
      evidence: responseHeader(entry, 'Set-Cookie').filter(({ value }) => value === line),
    }
  },
})

/** A host name that only one provider assigns. */
export const host = (confidence: Confidence, pattern: RegExp): Sign => ({
  confidence,
  needs: URL_ALONE,
  shows: ({ entry }) => {
    const name = hostNameOf(entry.request.url)
    return pattern.test(name) ? { what: text`the host ${code(name)}`, evidence: [url(entry)] } : null
  },
})

/** Several signs in one response. */
export const together = (confidence: Confidence, ...signs: readonly Sign[]): Sign => ({
  confidence,
  needs: needOfAll(signs),
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

/** A header, if one of the signs has to be in it: that rules out most responses. */
const needOfAll = (signs: readonly Sign[]): Sign['needs'] =>
  (signs.find(({ needs }) => typeof needs === 'string') ?? signs[0])?.needs ?? URL_ALONE

/** A sign that only applies to responses of a certain kind. */
export const where = (sign: Sign, holds: (answer: ApiResponse) => boolean): Sign => ({
  ...sign,
  shows: (answer) => (holds(answer) ? sign.shows(answer) : null),
})

/** Reports whether a response has none of the headers. */
export const without =
  (...names: readonly string[]) =>
  ({ entry }: ApiResponse): boolean =>
    names.every((name) => get(entry.response.headers, name) === null)

/**
 * Lowercase header names in a response that also has names with the usual capitalization: the application wrote them this
 * way. HTTP/2 and some proxies convert all names to lowercase, which then proves nothing.
 */
export const lowerCase = (confidence: Confidence, ...names: readonly string[]): Sign => ({
  confidence,
  needs: asciiLower(names[0] ?? ''),
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

/** Returns a value with as many of its words as fit: in a part of a word, nobody would recognize a secret. */
function shortened(value: string): string {
  if (value.length <= LONGEST) return value
  const kept = value.slice(0, LONGEST)
  const end = Math.max(kept.lastIndexOf(' '), kept.lastIndexOf(','), kept.lastIndexOf(';'))
  return `${value.slice(0, Math.max(0, end))} …`.trim()
}

/** A path (with its query) that few other servers have. */
export const path = (confidence: Confidence, pattern: RegExp): Sign => ({
  confidence,
  needs: URL_ALONE,
  shows: ({ entry }) => {
    const parsed = readUrl(entry.request.url)
    if (parsed === null || !pattern.test(parsed.pathname)) return null
    return { what: text`the path ${code(shortened(parsed.pathname))}`, evidence: [url(entry)] }
  },
})

/** A product's default port on the local machine. */
export const portOf = (confidence: Confidence, port: string): Sign => ({
  confidence,
  needs: URL_ALONE,
  shows: ({ entry }) => {
    const parsed = readUrl(entry.request.url)
    if (parsed?.port !== port || !isUrlOfThisMachine(entry.request.url)) return null
    return { what: text`port ${code(port)} of this machine`, evidence: [url(entry)] }
  },
})

/** An error without a body. */
export const emptyError = (confidence: Confidence, wanted: number): Sign => ({
  confidence,
  needs: 'content-length',
  shows: ({ entry }) =>
    entry.response.status === wanted && get(entry.response.headers, 'Content-Length') === '0'
      ? { what: text`an empty ${wanted}`, evidence: [status(entry)] }
      : null,
})
