import type { CDPSession, Protocol } from 'puppeteer-core'
import { caseIdOf } from './engine-case.ts'
import type { ProtocolRecord } from './verdict.ts'

export interface ProtocolRecorder {
  readonly recordOf: (caseId: string) => ProtocolRecord
  /** Reports whether no request of a case is on its way. */
  readonly isIdle: () => boolean
}

interface Request {
  readonly caseId: string
  readonly isPreflight: boolean
  failed: Protocol.Network.LoadingFailedEvent | null
  finished: boolean
}

/** Listens to what the debugging protocol tells about requests, and sorts it by case. */
export async function recordProtocol(session: CDPSession): Promise<ProtocolRecorder> {
  const requests = new Map<string, Request>()
  const messages: string[] = []
  session.on('Network.requestWillBeSent', ({ requestId, request: { url }, initiator }) => {
    const caseId = caseIdOf(url)
    // A redirect announces the same request again.
    if (caseId === null || requests.has(requestId)) return
    const isPreflight = initiator.type === 'preflight'
    requests.set(requestId, { caseId, isPreflight, failed: null, finished: false })
  })
  session.on('Network.loadingFailed', (event) => {
    const request = requests.get(event.requestId)
    if (request) request.failed = event
  })
  session.on('Network.loadingFinished', ({ requestId }) => {
    const request = requests.get(requestId)
    if (request) request.finished = true
  })
  session.on('Log.entryAdded', ({ entry }) => {
    messages.push(entry.text)
  })
  await Promise.all([session.send('Network.enable'), session.send('Log.enable')])

  return {
    recordOf: (caseId) => {
      const own = [...requests.values()].filter((request) => request.caseId === caseId)
      // The browser reports a failed preflight on the request that needed it; what it says of that one counts first.
      own.sort((a, b) => Number(a.isPreflight) - Number(b.isPreflight))
      return summarize(own, messagesOf(messages, caseId))
    },
    isIdle: () => [...requests.values()].every(({ failed, finished }) => failed !== null || finished),
  }
}

function summarize(own: readonly Request[], console: readonly string[]): ProtocolRecord {
  const failures = own.flatMap(({ failed }) => failed ?? [])
  const actual = own.filter((request) => !request.isPreflight)
  return {
    corsErrors: failures.flatMap(({ corsErrorStatus }) => corsErrorStatus ?? []),
    netErrors: failures.map(({ errorText }) => errorText),
    blockedReasons: failures.flatMap(({ blockedReason }) => blockedReason ?? []),
    console,
    finished: actual.length > 0 && actual.every(({ finished }) => finished),
  }
}

/** The CORS message of a case names its URL; the id must not be the beginning of a longer one. */
const messagesOf = (messages: readonly string[], caseId: string): string[] => [
  ...new Set(messages.filter((text) => new RegExp(`[?&]id=${caseId}(?![\\w-])`).test(text))),
]
