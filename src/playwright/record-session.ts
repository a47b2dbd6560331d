import { version } from '../version.ts'
import type { NetworkEvents, ProtocolSession } from './protocol-session.ts'
import { entriesOf, type RecordedRequest } from './recorded-request.ts'
import type { CorsRecorder } from './recorder.ts'
import { waitUntil } from './wait-until.ts'

/**
 * Records the requests reported by a session of Chromium's debugging protocol, with preflights and the headers of blocked
 * responses.
 *
 * @example
 * ```ts
 * const recorder = await recordSession(await page.createCDPSession())
 * ```
 */
export async function recordSession(session: ProtocolSession): Promise<CorsRecorder> {
  const requests = new Map<string, RecordedRequest>()
  const requestOf = (id: string): RecordedRequest => {
    const known = requests.get(id)
    if (known !== undefined) return known
    const request = { hops: [], sentHeaders: [], received: [], failed: null, ended: null }
    requests.set(id, request)
    return request
  }
  // The two libraries have incompatible types for their events.
  const on = <Name extends keyof NetworkEvents>(name: Name, hear: (event: NetworkEvents[Name]) => void) =>
    session.on(name, (event) => hear(event as NetworkEvents[Name]))
  on('Network.requestWillBeSent', (sent) => {
    const { hops } = requestOf(sent.requestId)
    const before = hops.at(-1)
    if (before !== undefined && sent.redirectResponse !== undefined) {
      before.response = sent.redirectResponse
      before.hasExtraInfo = sent.redirectHasExtraInfo ?? null
    }
    hops.push({ sent, response: null, hasExtraInfo: null })
  })
  // These may come before `requestWillBeSent`.
  on('Network.requestWillBeSentExtraInfo', ({ requestId, headers }) => {
    requestOf(requestId).sentHeaders.push(headers)
  })
  on('Network.responseReceivedExtraInfo', ({ requestId, headers, statusCode }) => {
    requestOf(requestId).received.push({ headers, status: statusCode })
  })
  on('Network.responseReceived', ({ requestId, response, hasExtraInfo }) => {
    const hop = requestOf(requestId).hops.at(-1)
    if (hop === undefined) return
    hop.response = response
    hop.hasExtraInfo = hasExtraInfo ?? null
  })
  on('Network.loadingFinished', ({ requestId, timestamp }) => {
    requestOf(requestId).ended = timestamp
  })
  on('Network.loadingFailed', (failed) => {
    requestOf(failed.requestId).failed = failed
  })
  await session.send('Network.enable')
  const isOver = ({ hops, failed, ended }: RecordedRequest): boolean =>
    hops.length === 0 || failed !== null || ended !== null || hops.at(-1)?.sent.type === 'EventSource'
  return {
    har: () => {
      const all = [...requests.values()]
      const documents = new Set(all.flatMap(({ hops }) => hops.map(({ sent }) => sent.documentURL)))
      return {
        log: {
          version: '1.2',
          creator: { name: 'whycors', version },
          browser: { name: 'Chromium', version: '' },
          pages: [...documents].map((url) => ({ id: url, title: url, pageTimings: {} })),
          entries: all.flatMap(entriesOf),
        },
      }
    },
    idle: (timeout) => waitUntil(() => [...requests.values()].every(isOver), timeout),
  }
}
