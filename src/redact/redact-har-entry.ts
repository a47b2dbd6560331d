import { arrayOf, isRecord, own, stringOf } from '../har/untrusted.ts'
import { masked } from './mask.ts'
import type { Side } from './redact-header.ts'
import type { Redaction } from './redact-text.ts'

/**
 * Returns a HAR entry that can be passed on: only fields that a diagnosis reads are kept, each only if its value is
 * valid, so that the copy gets the same verdict. Bodies are left out, and text goes through `redaction`.
 */
export function redactHarEntry(entry: unknown, redaction: Redaction): object {
  const request = own(entry, 'request')
  const response = own(entry, 'response')
  return {
    ...kept(entry, {
      startedDateTime: matching(/^[\d:.TZ+-]{1,40}$/i),
      time: number,
      timings,
      _resourceType: word,
      _securityState: word,
      _fromCache: word,
      serverIPAddress: matching(/^\[?[\da-f.:]{2,45}(?:%\w{1,16})?\]?$/i),
      connection: matching(/^\d{1,10}$/),
    }),
    ...initiator(own(entry, '_initiator'), redaction),
    cache: {},
    request: {
      ...kept(request, {
        method: shownBy(redaction),
        httpVersion: version,
        headersSize: number,
        bodySize: number,
      }),
      url: redaction.url(stringOf(own(request, 'url'))),
      headers: headers(request, 'request', redaction),
      queryString: [],
      cookies: cookies(request, redaction),
    },
    response: {
      ...kept(response, {
        status: number,
        statusText: shownBy(redaction),
        httpVersion: version,
        headersSize: number,
        bodySize: number,
        _error: shownBy(redaction),
        _failureText: shownBy(redaction),
        _fetchedViaServiceWorker: flag,
        _transferSize: number,
      }),
      headers: headers(response, 'response', redaction),
      cookies: [],
      content: kept(own(response, 'content'), { size: number, mimeType: shownBy(redaction) }),
      redirectURL: redaction.url(stringOf(own(response, 'redirectURL'))),
    },
  }
}

/** Returns the part of a field's value that can be passed on; undefined: nothing. */
type Field = (value: unknown) => unknown

const number: Field = (value) => (typeof value === 'number' ? value : undefined)

const flag: Field = (value) => (typeof value === 'boolean' ? value : undefined)

const matching =
  (pattern: RegExp): Field =>
  (value) =>
    typeof value === 'string' && (value === '' || pattern.test(value)) ? value : undefined

/** `fetch`, `secure`, `text-track`: a browser's keyword. */
const word = matching(/^[a-z_-]{1,30}$/i)

const version = matching(/^(?:https?|h|spdy|quic|unknown|data|blob|file)?[\w/.+-]{0,12}$/i)

const shownBy =
  (redaction: Redaction): Field =>
  (value) =>
    value === null ? null : typeof value === 'string' ? redaction.value(value) : undefined

const timings: Field = (value) =>
  isRecord(value)
    ? Object.fromEntries(
        Object.entries(value).filter(
          ([name, one]) => typeof one === 'number' && /^_?[a-z_]{2,40}$/i.test(name),
        ),
      )
    : undefined

const kept = (value: unknown, fields: Readonly<Record<string, Field>>): object =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([name, field]) => {
      const shown = field(own(value, name))
      return shown === undefined ? [] : [[name, shown]]
    }),
  )

const headers = (message: unknown, side: Side, redaction: Redaction): readonly object[] =>
  arrayOf(own(message, 'headers')).map((header) => {
    const name = stringOf(own(header, 'name'))
    return {
      name: redaction.value(name),
      value: redaction.header(name, stringOf(own(header, 'value')), side),
    }
  })

const cookies = (message: unknown, redaction: Redaction): readonly object[] =>
  arrayOf(own(message, 'cookies')).map((cookie) => ({
    name: redaction.value(stringOf(own(cookie, 'name'))),
    value: masked(stringOf(own(cookie, 'value'))),
  }))

function initiator(value: unknown, redaction: Redaction): object {
  if (!isRecord(value)) return {}
  const url = own(value, 'url')
  return {
    _initiator: {
      ...kept(value, { type: word, requestId: matching(/^[\w.-]{1,64}$/) }),
      ...(typeof url === 'string' ? { url: redaction.url(url) } : {}),
    },
  }
}
