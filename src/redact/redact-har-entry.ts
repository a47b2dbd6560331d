import { arrayOf, isRecord, own, stringOf } from '../har/untrusted.ts'
import { masked } from './mask.ts'
import type { Redaction } from './redact-text.ts'

/**
 * Returns an entry of a HAR fit to be passed on: bodies are left out, and what may be secret goes through
 * `redaction`. Only fields that a diagnosis reads are kept, so that the copy is judged as the original is.
 */
export function redactHarEntry(entry: unknown, redaction: Redaction): object {
  const request = own(entry, 'request')
  const response = own(entry, 'response')
  const content = own(response, 'content')
  return {
    ...pick(entry, [
      'startedDateTime',
      'time',
      'timings',
      '_resourceType',
      '_securityState',
      '_fromCache',
      'serverIPAddress',
      'connection',
    ]),
    ...initiator(own(entry, '_initiator'), redaction),
    cache: {},
    request: {
      ...pick(request, ['method', 'httpVersion', 'headersSize', 'bodySize']),
      url: redaction.url(stringOf(own(request, 'url'))),
      headers: headers(request, redaction),
      queryString: [],
      cookies: cookies(request),
    },
    response: {
      ...pick(response, [
        'status',
        'statusText',
        'httpVersion',
        'headersSize',
        'bodySize',
        '_error',
        '_failureText',
        '_fetchedViaServiceWorker',
        '_transferSize',
      ]),
      headers: headers(response, redaction),
      cookies: [],
      content: pick(content, ['size', 'mimeType']),
      redirectURL: redaction.url(stringOf(own(response, 'redirectURL'))),
    },
  }
}

function pick(value: unknown, keys: readonly string[]): object {
  return Object.fromEntries(
    keys.flatMap((key) => {
      const found = own(value, key)
      return found === undefined ? [] : [[key, found]]
    }),
  )
}

const headers = (message: unknown, redaction: Redaction): readonly object[] =>
  arrayOf(own(message, 'headers')).map((header) => {
    const name = stringOf(own(header, 'name'))
    return { name, value: redaction.header(name, stringOf(own(header, 'value'))) }
  })

const cookies = (message: unknown): readonly object[] =>
  arrayOf(own(message, 'cookies')).map((cookie) => ({
    name: stringOf(own(cookie, 'name')),
    value: masked(stringOf(own(cookie, 'value'))),
  }))

function initiator(value: unknown, redaction: Redaction): object {
  if (!isRecord(value)) return {}
  const url = own(value, 'url')
  return {
    _initiator: {
      ...pick(value, ['type', 'requestId']),
      ...(typeof url === 'string' ? { url: redaction.url(url) } : {}),
    },
  }
}
