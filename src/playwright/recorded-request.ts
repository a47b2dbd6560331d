import type { ProtocolResponse, RequestFailed, RequestSent } from './protocol-session.ts'

/** What the protocol reports about one request, hop by hop. */
export interface RecordedRequest {
  readonly hops: RecordedHop[]
  /** The headers sent over the network, in the order of the hops that were sent. */
  readonly sentHeaders: object[]
  readonly received: { readonly headers: object; readonly status: number }[]
  failed: RequestFailed | null
  ended: number | null
}

/** One request of a chain of redirects. */
export interface RecordedHop {
  readonly sent: RequestSent
  response: ProtocolResponse | null
  /** Whether the headers sent over the network are reported too; null: unknown. */
  hasExtraInfo: boolean | null
}

/** Returns the entries of a HAR for one request, as Chrome's DevTools write them. */
export function entriesOf(request: RecordedRequest): readonly object[] {
  let wire = 0
  return request.hops.map((hop, i) => {
    const next = request.hops[i + 1]
    const onWire = hop.hasExtraInfo === false ? null : wire++
    const sentHeaders = onWire === null ? undefined : request.sentHeaders[onWire]
    const received = onWire === null ? undefined : request.received[onWire]
    const { sent, response } = hop
    const failed = next === undefined ? request.failed : null
    const ended = next?.sent.timestamp ?? request.ended ?? failed?.timestamp ?? sent.timestamp
    const headers = linesOf(received?.headers ?? response?.headers ?? {})
    return {
      pageref: sent.documentURL,
      startedDateTime: new Date(sent.wallTime * 1000).toISOString(),
      time: Math.max(0.1, (ended - sent.timestamp) * 1000),
      request: {
        method: sent.request.method,
        url: sent.request.url,
        httpVersion: response?.protocol ?? 'http/1.1',
        headers: linesOf(sentHeaders ?? sent.request.headers),
        queryString: [],
        cookies: [],
        headersSize: -1,
        bodySize: -1,
      },
      response: {
        status: received?.status ?? response?.status ?? 0,
        statusText: response?.statusText ?? '',
        httpVersion: response?.protocol ?? '',
        headers,
        cookies: [],
        content: { size: -1, mimeType: response?.mimeType ?? '' },
        redirectURL: headers.find(({ name }) => name.toLowerCase() === 'location')?.value ?? '',
        headersSize: -1,
        bodySize: -1,
        _error: failed?.errorText ?? null,
        ...(response?.fromServiceWorker === true ? { _fetchedViaServiceWorker: true } : {}),
      },
      cache: {},
      timings: { send: 0, wait: 0, receive: 0 },
      _initiator: sent.initiator,
      // DevTools has a separate type for what the protocol calls "Other".
      _resourceType: sent.initiator.type === 'preflight' ? 'preflight' : (sent.type ?? 'other').toLowerCase(),
      ...(response?.fromDiskCache === true ? { _fromCache: 'disk' } : {}),
      ...(failed?.corsErrorStatus === undefined ? {} : { _corsError: failed.corsErrorStatus }),
    }
  })
}

/** The protocol joins the values of repeated headers with line breaks. */
const linesOf = (headers: object): readonly { readonly name: string; readonly value: string }[] =>
  Object.entries(headers).flatMap(([name, value]) =>
    String(value)
      .split('\n')
      .map((one) => ({ name, value: one })),
  )
