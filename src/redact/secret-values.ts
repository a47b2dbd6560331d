import type { Header, HeaderList } from '../fetch/header-list.ts'
import type { HarEntry, VendorFields } from '../har/har-entry.ts'
import { parseUrl, urlOrigin } from '../parse-url.ts'
import { formsOf } from './forms-of.ts'
import { HarmlessUrls } from './harmless-urls.ts'
import { mask, masked, type Seen } from './mask.ts'
import { CERTAIN, CUT, maskValues } from './mask-values.ts'
import { LONG, MOST_OF_LONG, memoryOf } from './memory-of.ts'
import { isPlain } from './plain-value.ts'
import { redactHeader, type Side } from './redact-header.ts'
import { redactUrl } from './redact-url.ts'
import { redactValue } from './redact-value.ts'
import { SHORTEST, valueTrie } from './value-trie.ts'

/** The secrets of a recording by their values, so that each is masked wherever it recurs. */
export interface SecretValues {
  /** Collects everything that is masked in an entry. Reports whether anything was new. */
  add(entry: HarEntry): boolean
  /** Returns `text` with every collected value masked, in any form. */
  mask(text: string): string
  /**
   * Returns a long value of a field with its own secrets masked, if it was collected: `url`, `text`, or a header by side and
   * name. Null for any other.
   */
  shown(field: string, value: string): string | null
  /** Reports whether a request of the recording has a header with that name (in lowercase). */
  isSent(name: string): boolean
  /** Returns how many secrets it knows, in all their forms. */
  known(): number
  /** Adds what another set has collected. Reports whether anything was new. */
  take(noted: readonly Noted[]): boolean
}

/** What a set takes note of: a secret, in one of its forms, or something that is none. */
export type Noted =
  | { readonly type: 'secret'; readonly value: string; readonly mark: number }
  | { readonly type: 'host' | 'sent'; readonly value: string }

/** Shorter values recur by chance, unless their name shows that they are secrets. */
const LEAST = 8

/** How much of a longer secret is collected; the rest is masked with its beginning. */
const MOST = 504

/** Values that have other meanings elsewhere: URLs and paths, media types, languages, times, addresses. */
const COMMON =
  /^(?:[a-z][a-z0-9+.-]{0,30}:\/\/.*|\/.*|(?:application|text|image|audio|video|font|multipart)\/.*|[a-z]{2,3}(?:[-_][a-z]{2,4})?(?:[,;].*)?|[\d.:\s,/-]+|\d{4}-\d{2}-\d{2}[T ].{0,20}|(?:mon|tue|wed|thu|fri|sat|sun), .*)$/is

/** Words of the standard and of this tool's sentences, which somebody may use as a password. */
const VOCABULARY =
  /^(?:access-control-[a-z-]+|content-type|authorization|credentials?|same-origin|preflight|include|websocket|password|passwords|undefined|anonymous|use-credentials|no-cors|localhost)$/i

/** Returns an initially empty set of secrets, which may grow with the recording. `onNoted` is called with everything that is added. */
export function secretValues(onNoted: (noted: Noted) => void = () => undefined): SecretValues {
  const values = valueTrie()
  // A value that is a host or an origin in the recording decides verdicts, and isn't secret.
  const hosts = new Set<string>()
  /** The servers that were met, numbered. */
  const servers = new Map<string, number>()
  const sent = new Set<string>()
  const fields = { url: fieldNamed('url'), text: fieldNamed('text'), cookie: fieldNamed('cookie') }
  const headerFields = { request: new Map<string, HeaderField>(), response: new Map<string, HeaderField>() }
  const harmless = new HarmlessUrls()
  const metLists = new WeakSet<object>()
  const long = memoryOf(MOST_OF_LONG)
  const before = { request: NO_HEADERS, response: NO_HEADERS, page: '', vendor: null as VendorFields | null }
  let size = 0
  let isNew = false
  function addValue(value: string, mark: number): void {
    if (!values.add(value, mark)) return
    size += 1
    isNew = true
    onNoted({ type: 'secret', value, mark })
  }
  function addHost(value: string): void {
    if (hosts.has(value)) return
    hosts.add(value)
    onNoted({ type: 'host', value })
  }
  function addSent(value: string): void {
    if (sent.has(value)) return
    sent.add(value)
    onNoted({ type: 'sent', value })
  }
  const note: Seen = (secret, isCertain) => {
    const plain = secret.replace(/^"(.*)"$/s, '$1')
    if (!recurs(plain, isCertain)) return
    const cut = plain.length > MOST
    for (const form of formsOf(cut ? plain.slice(0, MOST) : plain)) {
      if (form.length < SHORTEST) continue
      addValue(form.slice(0, MOST), (isCertain ? CERTAIN : 0) | (cut || form.length > MOST ? CUT : 4))
    }
  }
  /** Reports whether a value is a host, or the name of a request's header: verdicts rest on them. */
  const isNoSecret = (value: string): boolean => hosts.has(value) || sent.has(value.toLowerCase())
  /** Reports whether a value of a field is new. */
  const isFirst = (field: Field, value: string): boolean => {
    const { name, values: met } = field
    if (value.length < 5) return false
    if (met.has(value)) {
      field.found++
      return false
    }
    if (value.length >= LONG && long.get(name, value) !== undefined) return false
    if (met.size >= MOST_KNOWN) met.clear()
    if (value.length < 4096 && (met.size < FEW || value.length > SHORT || field.found > met.size))
      met.add(value)
    return true
  }
  /** Remembers how a long value of a field is shown. */
  const looked = ({ name }: Field, value: string, shown: string): void => {
    if (value.length >= LONG) long.set(name, value, shown)
  }
  const noteUrl = (url: string, server = 0): void => {
    if (url.length < 5 || harmless.has(url, server) || !isFirst(fields.url, url)) return
    let isHarmless = true
    const shown = redactUrl(url, (secret, isCertain) => {
      isHarmless = false
      note(secret, isCertain)
    })
    if (isHarmless && url.length < 4096) harmless.add(url, server)
    looked(fields.url, url, shown)
  }
  /** Takes note of a URL's server; returns its number. */
  const noteHost = (url: string): number => {
    const server = urlOrigin(url) ?? url
    const known = servers.get(server)
    if (known !== undefined) return known
    if (servers.size >= MOST_KNOWN) servers.clear()
    const number = servers.size + 1
    servers.set(server, number)
    const parsed = parseUrl(server === 'null' ? url : server)
    if (parsed !== null) for (const one of [parsed.origin, parsed.host, parsed.hostname]) addHost(one)
    return number
  }
  const noteText = (value: string): void => {
    if (isFirst(fields.text, value)) looked(fields.text, value, redactValue(value, note))
  }
  const headerField = (name: string, side: Side): HeaderField => {
    const known = headerFields[side].get(name)
    if (known !== undefined) return known
    if (headerFields[side].size >= MOST_KNOWN) headerFields[side].clear()
    const made = { ...fieldNamed(side + name), lower: name.toLowerCase() }
    headerFields[side].set(name, made)
    return made
  }
  const noteHeader = ({ name, value }: Header, side: Side): void => {
    const field = headerField(name, side)
    if (side === 'request') {
      if (field.lower === 'origin' || field.lower === 'host') addHost(value)
      addSent(field.lower)
    }
    if (isFirst(field, value)) looked(field, value, redactHeader(name, value, side, note))
  }
  const noteHeaders = (headers: HeaderList, side: Side): void => {
    const others = before[side]
    before[side] = headers
    // Entries mostly share their header objects, and have them at the same places.
    for (let i = 0; i < headers.length; i++) {
      const header = headers[i] as Header
      if (header !== others[i]) noteHeader(header, side)
    }
  }
  const noteVendor = (vendor: VendorFields): void => {
    if (vendor === before.vendor) return
    before.vendor = vendor
    noteText(vendor.error ?? '')
    noteUrl(vendor.initiator?.url ?? '')
  }
  const notePage = (page: string): void => {
    if (page === before.page) return
    before.page = page
    noteUrl(page)
  }
  return {
    add({ request, response, page, vendor }) {
      isNew = false
      noteUrl(request.url, noteHost(request.url))
      // Requests of a page to an API mostly share the whole list.
      if (!metLists.has(request.headers)) {
        metLists.add(request.headers)
        noteHeaders(request.headers, 'request')
      }
      for (const value of request.cookieValues) if (isFirst(fields.cookie, value)) masked(value, note, false)
      noteHeaders(response.headers, 'response')
      noteUrl(response.redirectUrl)
      noteText(response.statusText)
      noteVendor(vendor)
      notePage(page ?? '')
      return isNew
    },
    mask: (text) => (size === 0 || text.length < SHORTEST ? text : maskValues(text, values, isNoSecret)),
    shown: (field, value) => (value.length < LONG ? null : (long.get(field, value) ?? null)),
    isSent: (name) => sent.has(name),
    known: () => size,
    take(noted) {
      isNew = false
      for (const one of noted) {
        if (one.type === 'secret') addValue(one.value, one.mark)
        else if (one.type === 'host') addHost(one.value)
        else addSent(one.value)
      }
      return isNew
    },
  }
}

/** A field of entries, with the values of it that were looked through. */
interface Field {
  readonly name: string
  readonly values: Set<string>
  /** How often a value was among them. */
  found: number
}

interface HeaderField extends Field {
  /** The header's name in lowercase. */
  readonly lower: string
}

const fieldNamed = (name: string): Field => ({ name, values: new Set(), found: 0 })

/** How many values of one field, and how many fields, are remembered. */
const MOST_KNOWN = 50_000
/** Short values that hardly recur, such as an ETag, are looked through faster than remembered: after so many, no more are. */
const FEW = 256
const SHORT = 64
const NO_HEADERS: HeaderList = []

/** Reports whether recurrences of a secret are masked. */
function recurs(secret: string, isCertain: boolean): boolean {
  if (secret.includes(mask) || secret.trim().length < SHORTEST || VOCABULARY.test(secret)) return false
  if (isCertain) return secret.length >= LEAST || !isPlain(secret)
  return secret.length >= LEAST && !isPlain(secret) && !COMMON.test(secret)
}
