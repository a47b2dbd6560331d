import type { HarEntry } from '../har/har-entry.ts'
import { parseUrl } from '../parse-url.ts'
import { mask } from './mask.ts'
import type { Redaction } from './redact-text.ts'
import { isSecretHeader, isSecretParameter } from './secret-name.ts'

/** The secrets of a recording by their values, so that each is masked wherever it recurs. */
export interface SecretValues {
  /** Takes note of what an entry's cookies, credentials, secret headers and secret parameters hold. */
  add(entry: HarEntry): void
  /** Returns `text` with every noted value masked, as it is or percent-encoded. */
  mask(text: string): string
}

/** Shorter values recur by chance. */
const LEAST = 6
/** What is looked up for each place of a text; every noted value is at least as long. */
const HEAD = LEAST

/** Words, numbers and flags that cookies hold and that stand elsewhere for themselves: `dark`, `en-US`, `1700000`. */
const COMMON = /^(?:[a-z]+(?:[-_ .][a-z]+)*|[a-z]{2,3}[-_][a-z]{2,4}|\d{1,9}|[\d.:\s-]+)$/i

/** Returns a set of noted values that is empty at first; it may grow while a recording does. */
export function secretValues(): SecretValues {
  const byHead = new Map<string, Set<string>>()
  // What stands in a recording as a host or an origin decides verdicts, and is no secret.
  const hosts = new Set<string>()
  const note = (value: string, isNamedSecret: boolean): void => {
    const plain = value.replace(/^"(.*)"$/s, '$1')
    if (plain.length < LEAST || (!isNamedSecret && COMMON.test(plain))) return
    for (const form of new Set([plain, encoded(plain), decoded(plain)])) {
      if (form.length < HEAD) continue
      const head = form.slice(0, HEAD)
      const values = byHead.get(head) ?? new Set()
      byHead.set(head, values.add(form))
    }
  }
  return {
    add({ request, response }) {
      const url = parseUrl(request.url)
      if (url !== null) for (const one of [url.origin, url.host, url.hostname]) hosts.add(one)
      for (const { name, value } of request.headers) {
        if (/^origin$/i.test(name)) hosts.add(value)
        else if (/^cookie$/i.test(name)) for (const pair of value.split(';')) noteCookie(pair, note)
        else if (/^(proxy-)?authorization$/i.test(name)) noteCredentials(value, note)
        else if (isSecretHeader(name)) note(value, true)
        else if (/^referer$/i.test(name)) noteParameters(value, note)
      }
      for (const value of request.cookieValues) note(value, false)
      for (const { name, value } of response.headers) {
        if (/^set-cookie$/i.test(name)) noteCookie(value.split(';', 1)[0] ?? '', note)
        else if (/^location$/i.test(name)) noteParameters(value, note)
        else if (isSecretHeader(name)) note(value, true)
      }
      noteParameters(request.url, note)
    },
    mask: (text) => (byHead.size === 0 ? text : masking(text, byHead, hosts)),
  }
}

/** Returns a redaction that masks, beside what `redaction` does, the noted values wherever they stand. */
export const maskingToo = (redaction: Redaction, secrets: SecretValues): Redaction => ({
  url: (url) => secrets.mask(redaction.url(url)),
  header: (name, value) => secrets.mask(redaction.header(name, value)),
  value: (value) => secrets.mask(redaction.value(value)),
})

type Note = (value: string, isNamedSecret: boolean) => void

function noteCookie(pair: string, note: Note): void {
  const equals = pair.indexOf('=')
  note(pair.slice(equals + 1).trim(), isSecretParameter(pair.slice(0, Math.max(0, equals)).trim()))
}

/** The scheme is no secret; of `Digest` and the like each parameter may be one. */
function noteCredentials(value: string, note: Note): void {
  const credentials = value.replace(/^[\w-]+[ \t]+/, '')
  note(credentials, true)
}

function noteParameters(url: string, note: Note): void {
  for (const [, name = '', value = ''] of url.matchAll(/[?#&;]([^?#&;=]+)=([^?#&;]+)/g))
    if (isSecretParameter(decoded(name))) note(decoded(value), true)
}

function masking(
  text: string,
  byHead: ReadonlyMap<string, ReadonlySet<string>>,
  hosts: ReadonlySet<string>,
): string {
  let result = ''
  let kept = 0
  for (let at = 0; at + HEAD <= text.length; at++) {
    const found = longestAt(text, at, byHead.get(text.slice(at, at + HEAD)))
    if (found === null || hosts.has(found)) continue
    result += text.slice(kept, at) + mask
    kept = at + found.length
    at = kept - 1
  }
  return kept === 0 ? text : result + text.slice(kept)
}

function longestAt(text: string, at: number, values: ReadonlySet<string> | undefined): string | null {
  let longest: string | null = null
  for (const value of values ?? [])
    if (value.length > (longest?.length ?? 0) && text.startsWith(value, at)) longest = value
  return longest
}

function encoded(text: string): string {
  try {
    return encodeURIComponent(text)
  } catch {
    return text
  }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
