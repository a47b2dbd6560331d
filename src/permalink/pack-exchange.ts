import type { Exchange } from '../evidence/exchange.ts'
import { type HeaderList, isName } from '../fetch/header-list.ts'
import type { HarEntry } from '../har/har-entry.ts'
import { parseUrl } from '../parse-url.ts'
import type { Redaction } from '../redact/redact-text.ts'
import { keptHeaders, keptValue } from './kept-headers.ts'
import type { PackedEntry, PackedExchange } from './packed-entry.ts'

/**
 * Returns a fetch with its preflights and redirects, reduced to what its verdict is based on: without bodies and cookies,
 * and with possible secrets masked by `redaction`.
 */
export function packExchange(
  { chain, recording, cachedPreflight }: Exchange,
  redaction: Redaction,
): PackedExchange {
  const own = chain.flatMap(({ preflight, actual }) => [actual, preflight])
  // The fetch itself comes first, then the other entries that its verdict is based on.
  const entries = [...own, ...chain.map(({ standIn }) => standIn), cachedPreflight].filter(
    (entry) => entry !== null,
  )
  const first = entries.reduce<number | null>(
    (least, { started }) => (started === null ? least : Math.min(least ?? started, started)),
    null,
  )
  const page = entries.find((entry) => entry.page !== null)?.page ?? null
  return {
    v: 1,
    k: [redaction.value(recording.creator), recording.browser === 'unknown' ? '' : recording.browser],
    ...(page === null ? {} : { p: redaction.url(originOf(page)) }),
    x: [...new Set(entries)].map((entry) => packEntry(entry, first, redaction)),
  }
}

function packEntry(entry: HarEntry, first: number | null, redaction: Redaction): PackedEntry {
  const { request, response, vendor, started, time } = entry
  const answered = pairs(response.headers, 'response', redaction)
  const { initiator } = vendor
  const host =
    request.onTheWire && !request.headers.some(({ name }) => isName(name, 'Host')) ? [':authority', ''] : []
  const type = response.headers.some(({ name }) => isName(name, 'Content-Type')) ? '' : response.mimeType
  return {
    r: [redaction.value(request.method), redaction.url(request.url), response.status],
    q: [...host, ...pairs(request.headers, 'request', redaction)],
    a: answered,
    ...(started === null || first === null ? {} : { t: [round(started - first), round(time ?? 0)] }),
    ...(entry.ofPage ? { o: true } : {}),
    ...(vendor.queued === null ? {} : { u: round(vendor.queued) }),
    ...(request.hasCookies ? { c: true } : {}),
    ...(vendor.error === undefined
      ? {}
      : { e: vendor.error === null ? null : redaction.value(vendor.error) }),
    ...(vendor.resourceType === null ? {} : { y: redaction.value(vendor.resourceType) }),
    ...(initiator === null
      ? {}
      : {
          i: [
            redaction.value(initiator.type),
            initiator.requestId === null ? '' : '1',
            /^file:/i.test(initiator.frame?.url ?? ''),
          ] as const,
        }),
    ...(vendor.fromCache === null ? {} : { f: redaction.value(vendor.fromCache) }),
    ...(vendor.securityState === null ? {} : { s: redaction.value(vendor.securityState) }),
    ...(vendor.serverAddress === null ? {} : { n: redaction.value(vendor.serverAddress) }),
    ...(response.redirectUrl === '' ? {} : { l: redaction.url(response.redirectUrl) }),
    ...(vendor.viaServiceWorker ? { w: true } : {}),
    ...(vendor.noTimings ? { z: true } : {}),
    ...(response.contentSize === null ? {} : { b: response.contentSize }),
    ...(type === '' ? {} : { m: redaction.value(type) }),
  }
}

/** The page's path is private. Cookies are left out completely; another field says that there were some. */
const pairs = (headers: HeaderList, side: 'request' | 'response', redaction: Redaction): readonly string[] =>
  keptHeaders(headers, side).flatMap(({ name, value }) => {
    if (isName(name, 'Cookie')) return []
    return [
      redaction.value(name),
      keptValue(
        name,
        isName(name, 'Referer') ? redaction.url(`${originOf(value)}/`) : redaction.header(name, value, side),
      ),
    ]
  })

const round = (milliseconds: number): number => Math.round(milliseconds * 1000) / 1000

const originOf = (url: string): string => {
  const parsed = parseUrl(url)
  return parsed?.protocol === 'file:' ? 'file://' : (parsed?.origin ?? '')
}
