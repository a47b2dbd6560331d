import type { CDPSession, Protocol } from 'puppeteer-core'
import { addressOf } from './urls.ts'

/** One request as the debugging protocol tells of it, preflights aside. */
export interface WatchedRequest {
  readonly at: string
  readonly byServiceWorker: boolean
  /** `Network.CorsError`, where CORS blocked it. */
  readonly code: string | null
  /** Null while it is on its way. */
  readonly succeeded: boolean | null
}

export interface RequestWatch {
  /** Returns the requests of a situation in the order in which they began. */
  readonly requestsOf: (id: string) => readonly WatchedRequest[]
  readonly messagesOf: (id: string) => readonly string[]
  readonly isIdle: (id: string) => boolean
}

interface Request {
  readonly id: string
  readonly at: string
  readonly byServiceWorker: boolean
  readonly preflightOf: string | null
  failed: Protocol.Network.LoadingFailedEvent | null
  finished: boolean
}

/** Listens to what the debugging protocol tells about the requests of a page and its workers. */
export async function watchRequests(session: CDPSession): Promise<RequestWatch> {
  const requests = new Map<string, Request>()
  const messages: string[] = []
  const watch = async (session: CDPSession, type: string) => {
    session.on('Network.requestWillBeSent', ({ requestId, request: { url }, initiator }) => {
      const address = addressOf(url)
      // A redirect announces the same request again.
      if (address === null || requests.has(requestId)) return
      const preflightOf = initiator.type === 'preflight' ? (initiator.requestId ?? '') : null
      const byServiceWorker = type === 'service_worker'
      requests.set(requestId, { ...address, byServiceWorker, preflightOf, failed: null, finished: false })
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
    session.on('Target.attachedToTarget', ({ sessionId, targetInfo }) => {
      const child = session.connection()?.session(sessionId)
      if (child) void watch(child, targetInfo.type)
    })
    await Promise.all([
      session.send('Network.enable'),
      session.send('Log.enable').catch(() => {}),
      session.send('Target.setAutoAttach', {
        autoAttach: true,
        waitForDebuggerOnStart: true,
        flatten: true,
      }),
      session.send('Runtime.runIfWaitingForDebugger'),
    ]).catch(() => {})
  }
  await watch(session, 'page')

  const of = (id: string) => [...requests].filter(([, request]) => request.id === id)
  return {
    requestsOf: (id) =>
      of(id)
        .filter(([, { preflightOf }]) => preflightOf === null)
        .map(([requestId, { at, byServiceWorker, failed, finished }]) => {
          const preflights = of(id).filter(([, { preflightOf }]) => preflightOf === requestId)
          const failures = [failed, ...preflights.map(([, preflight]) => preflight.failed)]
          const code = failures.find((failure) => failure?.corsErrorStatus)?.corsErrorStatus?.corsError
          const succeeded = failed !== null ? false : finished ? true : null
          return { at, byServiceWorker, code: code ?? null, succeeded }
        }),
    messagesOf: (id) => messages.filter((text) => addressOf(text)?.id === id),
    isIdle: (id) => of(id).every(([, { failed, finished }]) => failed !== null || finished),
  }
}
