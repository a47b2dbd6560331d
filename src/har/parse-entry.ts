import type { HeaderList } from '../fetch/header-list.ts'
import { absoluteUrl } from './absolute-url.ts'
import type { HarEntry, HarRequest, HarResponse, SkippedEntry } from './har-entry.ts'
import { isNamed } from './is-named.ts'
import { namesHtml } from './names-html.ts'
import { NO_PAGES, type PageUrls, pageOf } from './page-urls.ts'
import {
  parseHeaders,
  sentHeaders,
  withoutPartHeaders,
  withoutPseudoHeaders,
  withoutRepetitions,
} from './parse-headers.ts'
import { parseTime } from './parse-time.ts'
import { parseVendor } from './parse-vendor.ts'
import { RecordedHeader } from './recorded-header.ts'
import { recordedMethod } from './recorded-method.ts'
import { MADE, mayRecur } from './scan/repeated-list.ts'
import { sharedList } from './shared-list.ts'
import { arrayOf, countOrNull, isRecord, lacks, own, stringOf, stringOrNull } from './untrusted.ts'

/**
 * Returns the checked entry, or the reason that it can't be judged at all. Never throws. A missing or malformed field
 * that isn't essential gets a neutral value.
 */
export function parseEntry(
  value: unknown,
  file: number,
  index: number,
  pages: PageUrls = NO_PAGES,
): HarEntry | SkippedEntry {
  const skipped = (why: string): SkippedEntry => ({ file, entry: index, why })
  if (!isRecord(value)) return skipped('not an object')
  const request = own(value, 'request')
  if (!isRecord(request)) return skipped(`request: ${lacks(request, 'an object')}`)
  const method = recordedMethod(request)
  if (method === null) return skipped(`request.method: ${lacks(own(request, 'method'), 'a string')}`)
  const recordedUrl = own(request, 'url')
  if (typeof recordedUrl !== 'string') return skipped(`request.url: ${lacks(recordedUrl, 'a string')}`)
  const url = absoluteUrl(recordedUrl, value)
  if (url === null) return skipped('request.url: not an absolute URL')
  const pageref = stringOrNull(own(value, 'pageref'))
  return {
    file,
    index,
    started: parseTime(own(value, 'startedDateTime')),
    time: countOrNull(own(value, 'time')),
    request: parseRequest(value, request, method, url),
    response: parseResponse(own(value, 'response')),
    page: pageOf(pages, pageref),
    ofPage: pageref !== null,
    vendor: parseVendor(value),
  }
}

/** Reports whether {@link parseEntry} rejected an entry. */
export const isSkipped = (parsed: HarEntry | SkippedEntry): parsed is SkippedEntry => 'why' in parsed

function parseRequest(entry: object, request: object, method: string, url: string): HarRequest {
  const { onTheWire, read } = sentOf(own(request, 'headers'))
  const { distinct, namesFirefox, hasCookie } = read
  return {
    method,
    url,
    headers: isFirefoxShaped(entry, namesFirefox) ? sharedList(withoutPartHeaders(distinct)) : distinct,
    onTheWire,
    hasCookies: hasCookie || arrayOf(own(request, 'cookies')).length > 0,
    cookieValues: cookieValuesIn(request),
    headersSize: countOrNull(own(request, 'headersSize')),
  }
}

/** What is read of the headers of a request. */
export interface Sent {
  readonly onTheWire: boolean
  readonly read: ListRead
}

/** Reads a list of recorded headers, or what was read of the same before. */
export function sentOf(recorded: unknown): Sent {
  const recurs = mayRecur(recorded)
  if (recurs && recorded[MADE] !== null) return recorded[MADE] as Sent
  const { list, onTheWire } = sentHeaders(recorded)
  const sent: Sent = { onTheWire, read: readOf(sharedList(list)) }
  if (recurs) recorded[MADE] = sent
  return sent
}

/** What is read of a request's headers once for all requests that share them. */
export interface ListRead {
  readonly distinct: HeaderList
  readonly namesFirefox: boolean
  readonly hasCookie: boolean
}

const read = new WeakMap<HeaderList, ListRead>()

function readOf(list: HeaderList): ListRead {
  const known = read.get(list)
  if (known !== undefined) return known
  const distinct = sharedList(withoutRepetitions(list))
  const made = {
    distinct,
    namesFirefox: distinct.some(
      ({ name, value }) => isNamed(name, 'user-agent') && value.includes('Firefox/'),
    ),
    hasCookie: distinct.some(({ name, value }) => isNamed(name, 'cookie') && value !== ''),
  }
  read.set(list, made)
  return made
}

const NONE: readonly string[] = []

function cookieValuesIn(request: object): readonly string[] {
  const cookies = arrayOf(own(request, 'cookies'))
  return cookies.length === 0 ? NONE : cookies.flatMap((cookie) => stringOrNull(own(cookie, 'value')) ?? [])
}

/** Firefox writes `_securityState` unless the request never left the browser, and never writes an initiator. */
function isFirefoxShaped(entry: object, namesFirefox: boolean): boolean {
  if (own(entry, '_resourceType') !== undefined || own(entry, '_initiator') !== undefined) return false
  return namesFirefox || own(entry, '_securityState') !== undefined
}

function parseResponse(response: unknown): HarResponse {
  const content = own(response, 'content')
  const status = parseStatus(own(response, 'status'))
  const headers = withoutPseudoHeaders(parseHeaders(own(response, 'headers')))
  const mimeType = stringOf(own(content, 'mimeType'))
  return {
    status,
    statusText: stringOf(own(response, 'statusText')),
    headers,
    redirectUrl: stringOf(own(response, 'redirectURL')),
    mimeType,
    contentSize: countOrNull(own(content, 'size')),
    errorBody:
      own(content, 'text') !== undefined && isBodyRead(response, content) ? beginningOf(content) : null,
    headersSize: countOrNull(own(response, 'headersSize')),
  }
}

/** Reports whether the beginning of a response's body is kept, given the response and its `content` as they were recorded. */
export function isBodyRead(response: unknown, content: unknown): boolean {
  if (parseStatus(own(response, 'status')) >= 400 || mayNameHtml(own(content, 'mimeType'))) return true
  const headers = own(response, 'headers')
  // That is asked again and again about the same list.
  if (lastHeaders !== headers) {
    lastHeaders = headers
    sayHtml = arrayOf(headers).some(saysHtml)
  }
  return sayHtml
}

let lastHeaders: unknown = null
let sayHtml = false

/** How much of a body is kept. */
export const KEPT = 512

/** A page that stands where the response of an API should may say who sent it: firewalls send theirs with 200. */
const mayNameHtml = (type: unknown): boolean => typeof type === 'string' && namesHtml(type)

function saysHtml(header: unknown): boolean {
  const isRead = header instanceof RecordedHeader
  const name = isRead ? header.name : own(header, 'name')
  if (typeof name !== 'string' || !isNamed(name, 'content-type')) return false
  return mayNameHtml(isRead ? header.value : own(header, 'value'))
}

/** Tools write a body as text, or in base64 if `encoding` says so. */
function beginningOf(content: unknown): string | null {
  const recorded = own(content, 'text')
  if (typeof recorded !== 'string' || recorded === '') return null
  if (own(content, 'encoding') !== 'base64') return recorded.slice(0, KEPT)
  const piece = recorded.slice(0, KEPT)
  return /^[A-Za-z0-9+/]*={0,2}$/.test(piece) && piece.length % 4 === 0 ? atob(piece) : null
}

/** A missing response has status 0 in most recordings and -1 in Playwright's. A few tools write the number as a string. */
function parseStatus(value: unknown): number {
  const status = typeof value === 'string' && /^\d{3}$/.test(value) ? Number(value) : value
  return typeof status === 'number' && Number.isInteger(status) && status >= 100 && status <= 999 ? status : 0
}
