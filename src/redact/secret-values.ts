import type { Header, HeaderList } from '../fetch/header-list.ts'
import type { HarEntry } from '../har/har-entry.ts'
import { parseUrl, urlOrigin } from '../parse-url.ts'
import { formsOf } from './forms-of.ts'
import { mask, masked, type Seen } from './mask.ts'
import { LONG, MOST_OF_LONG, memoryOf } from './memory-of.ts'
import { isPlain } from './plain-value.ts'
import { redactHeader, type Side } from './redact-header.ts'
import { redactUrl } from './redact-url.ts'
import { redactValue } from './redact-value.ts'
import { urlShape } from './url-shape.ts'
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

/** How certain a collected value is a secret, and whether it was truncated. */
const CERTAIN = 1
const CUT = 2

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
  const servers = new Set<string>()
  const sent = new Set<string>()
  const known = new Map<string, Set<string>>()
  /** The shapes of URLs without a secret. */
  const harmless = new Set<string>()
  const metLists = new WeakSet<object>()
  const metHeaders = { request: new Set<Header>(), response: new Set<Header>() }
  const long = memoryOf(MOST_OF_LONG)
  const listBefore: Record<Side, HeaderList> = { request: [], response: [] }
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
  const isFirst = (field: string, value: string): boolean => {
    if (value.length < 5 || (value.length >= LONG && long.get(field, value) !== undefined)) return false
    const met = known.get(field) ?? new Set()
    known.set(field, met)
    if (met.has(value)) return false
    if (met.size >= MOST_KNOWN) met.clear()
    if (value.length < 4096) met.add(value)
    return true
  }
  /** Collects the secrets of a value of a field, unless it was looked through before. */
  const look = (field: string, value: string, redact: (seen: Seen) => string): void => {
    if (!isFirst(field, value)) return
    const shown = redact(note)
    if (value.length >= LONG) long.set(field, value, shown)
  }
  const noteUrl = (url: string | null): void => {
    if (url === null || url.length < 5) return
    const shape = urlShape(url)
    if (harmless.has(shape)) return
    look('url', url, (seen) => {
      let isHarmless = true
      const shown = redactUrl(url, (secret, isCertain) => {
        isHarmless = false
        seen(secret, isCertain)
      })
      if (isHarmless && shape.length < 4096) {
        if (harmless.size >= MOST_KNOWN) harmless.clear()
        harmless.add(shape)
      }
      return shown
    })
  }
  const noteHost = (url: string): void => {
    const server = urlOrigin(url) ?? url
    if (servers.has(server)) return
    if (servers.size >= MOST_KNOWN) servers.clear()
    servers.add(server)
    const parsed = parseUrl(server === 'null' ? url : server)
    if (parsed !== null) for (const one of [parsed.origin, parsed.host, parsed.hostname]) addHost(one)
  }
  const noteText = (value: string): void => {
    look('text', value, (seen) => redactValue(value, seen))
  }
  const noteSent = (lower: string, value: string): void => {
    if (lower === 'origin' || lower === 'host') addHost(value)
    addSent(lower)
  }
  const noteHeaders = (headers: HeaderList, side: Side): void => {
    const met = metHeaders[side]
    const before = listBefore[side]
    listBefore[side] = headers
    for (let i = 0; i < headers.length; i++) {
      const header = headers[i] as Header
      // Entries mostly share their header objects, and have them at the same places.
      if (header === before[i] || met.has(header)) continue
      if (met.size >= MOST_KNOWN) met.clear()
      met.add(header)
      const { name, value } = header
      if (side === 'request') noteSent(name.toLowerCase(), value)
      look(side + name, value, (seen) => redactHeader(name, value, side, seen))
    }
  }
  return {
    add({ request, response, page, vendor }) {
      isNew = false
      noteHost(request.url)
      noteUrl(request.url)
      // Requests of a page to an API mostly share the whole list.
      if (!metLists.has(request.headers)) {
        metLists.add(request.headers)
        noteHeaders(request.headers, 'request')
      }
      for (const value of request.cookieValues) if (isFirst('cookie', value)) masked(value, note, false)
      noteHeaders(response.headers, 'response')
      noteUrl(response.redirectUrl)
      noteText(response.statusText)
      noteText(vendor.error ?? '')
      noteUrl(page)
      noteUrl(vendor.initiator?.url ?? null)
      return isNew
    },
    mask: (text) => (size === 0 || text.length < SHORTEST ? text : masking(text, values, isNoSecret)),
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

/** How many collected values of one field are remembered. */
const MOST_KNOWN = 50_000

/** Reports whether recurrences of a secret are masked. */
function recurs(secret: string, isCertain: boolean): boolean {
  if (secret.includes(mask) || secret.trim().length < SHORTEST || VOCABULARY.test(secret)) return false
  if (isCertain) return secret.length >= LEAST || !isPlain(secret)
  return secret.length >= LEAST && !isPlain(secret) && !COMMON.test(secret)
}

/** The position of a URL's host. */
const authority = /[a-z][a-z0-9+.-]{0,30}:\/\/[^\s/?#"'<>@,]*/gi

function masking(
  text: string,
  values: ReturnType<typeof valueTrie>,
  isNoSecret: (value: string) => boolean,
): string {
  let result = ''
  let kept = 0
  let passed = 0
  let authorities: readonly (readonly [number, number])[] | null = null
  for (let at = 0; at + SHORTEST <= text.length; at++) {
    const found = values.longestAt(text, at)
    if (found === null) continue
    const value = text.slice(at, found.end)
    if (isNoSecret(value)) continue
    authorities ??= [...text.matchAll(authority)].map((one) => [one.index, one.index + one[0].length])
    // Origins decide verdicts, so only unmistakable secrets are masked in them.
    const isSure = (found.mark & CERTAIN) !== 0 && value.length >= 16 && /\d/.test(value)
    while ((authorities[passed]?.[1] ?? text.length) <= at) passed++
    if (!isSure && at >= (authorities[passed]?.[0] ?? text.length)) continue
    const end = (found.mark & CUT) === 0 ? found.end : endOfWord(text, found.end)
    result += text.slice(kept, at) + mask
    kept = end
    at = end - 1
  }
  return kept === 0 ? text : result + text.slice(kept)
}

function endOfWord(text: string, from: number): number {
  const word = /[^\s"'<>,;&]*/y
  word.lastIndex = from
  return from + (word.exec(text)?.[0].length ?? 0)
}
