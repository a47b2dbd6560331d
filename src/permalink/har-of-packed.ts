import { arrayOf, countOrNull, own, stringOf } from '../har/untrusted.ts'

/** The most entries and headers that are read; no real fetch has more. */
const MOST = 200

/**
 * Returns the content of a link as a recording in HAR format. The link may come from anybody, so everything in it is
 * checked.
 */
export function harOfPacked(packed: unknown): object {
  const [creator, browser] = arrayOf(own(packed, 'k')).map(stringOf)
  const page = stringOf(own(packed, 'p'))
  return {
    log: {
      version: '1.2',
      creator: { name: creator ?? '', version: '' },
      browser: { name: browser ?? '', version: '' },
      ...(page === '' ? {} : { pages: [{ id: 'page', title: `${page}/` }] }),
      entries: arrayOf(own(packed, 'x')).slice(0, MOST).map(unpackEntry),
    },
  }
}

function unpackEntry(entry: unknown): object {
  const [method, url, status] = arrayOf(own(entry, 'r'))
  const [after, took] = arrayOf(own(entry, 't')).map(countOrNull)
  const text = (key: string): string => stringOf(own(entry, key))
  const named = (name: string, value: string): object => (value === '' ? {} : { [name]: value })
  const [type, requestId, isFile] = arrayOf(own(entry, 'i'))
  const error = own(entry, 'e')
  const queued = countOrNull(own(entry, 'u'))
  return {
    ...(own(entry, 'o') === true ? { pageref: 'page' } : {}),
    ...(after == null ? {} : { startedDateTime: EPOCH + after, time: took ?? 0 }),
    request: {
      method,
      url,
      headers: headersIn(own(entry, 'q')),
      cookies: own(entry, 'c') === true ? [{ name: '', value: '' }] : [],
    },
    response: {
      status,
      headers: headersIn(own(entry, 'a')),
      redirectURL: text('l'),
      content: { size: countOrNull(own(entry, 'b')) ?? -1, mimeType: text('m') },
      ...(typeof error === 'string' || error === null ? { _error: error } : {}),
      ...(own(entry, 'w') === true ? { _fetchedViaServiceWorker: true } : {}),
    },
    timings:
      own(entry, 'z') === true
        ? {}
        : {
            send: 0,
            wait: took ?? 0,
            receive: 0,
            ...(queued === null ? {} : { _blocked_queueing: queued }),
          },
    ...named('_resourceType', text('y')),
    ...named('_fromCache', text('f')),
    ...named('_securityState', text('s')),
    ...named('serverIPAddress', text('n')),
    ...(typeof type === 'string'
      ? {
          _initiator: {
            type,
            ...(requestId === '1' ? { requestId } : {}),
            ...(isFile === true ? { stack: { callFrames: [{ url: 'file:///' }] } } : {}),
          },
        }
      : {}),
  }
}

/** An arbitrary time, because links contain none. */
const EPOCH = 1_700_000_000_000

function headersIn(value: unknown): readonly object[] {
  const parts = arrayOf(value)
    .slice(0, 2 * MOST)
    .map(stringOf)
  return parts.flatMap((name, i) => (i % 2 === 0 ? [{ name, value: parts[i + 1] ?? '' }] : []))
}
