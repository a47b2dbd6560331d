import { examine, type RecordingRedaction, redactionFor } from '../internal.ts'
import { addressOf } from './address-of.ts'
import { canBeCors } from './can-be-cors.ts'
import { entryOf, type Incoming } from './entry-of.ts'
import { headerLines, headerValue } from './header-lines.ts'
import { type NewProblem, newProblems } from './new-problems.ts'
import type { SeenRequest, SeenResponse } from './seen-messages.ts'

/** Observes a server's requests and responses without changing them. */
export interface Observer {
  /** Records a request as soon as it arrives, before anything responds to it. */
  readonly see: (request: SeenRequest, response: SeenResponse) => void
}

/** Where an observer reports to. */
export interface ObserverOptions {
  /** Called once with each problem. */
  readonly tell: (problem: NewProblem, redaction: RecordingRedaction) => void
  /** Called with the error if the observer itself fails. The server continues. */
  readonly fail: (error: unknown) => void
}

/** How many entries per browser are compared, and how many browsers. */
const MOST_ENTRIES = 200
const MOST_BROWSERS = 8

/** Simultaneous requests are judged together, so that a preflight is seen with its request. */
const WAIT = 60

/**
 * Returns an observer of one server. It keeps the last cross-origin requests of each browser, without bodies, and judges
 * them as a recording.
 */
export function makeObserver({ tell, fail }: ObserverOptions): Observer {
  const seen = new Map<string, object[]>()
  const changed = new Set<string>()
  const redaction = redactionFor(false)
  const unsaid = newProblems()
  let isWaiting = false

  const judge = async (): Promise<void> => {
    isWaiting = false
    const browsers = [...changed]
    changed.clear()
    for (const browser of browsers) {
      const log = { version: '1.2', creator: CREATOR, entries: seen.get(browser) ?? [] }
      const examined = await examine({ log }, { engine: null, origin: null, redaction })
      for (const problem of unsaid(examined)) tell(problem, redaction)
    }
  }

  const keep = (browser: string, entry: object): void => {
    const entries = seen.get(browser) ?? []
    seen.delete(browser)
    seen.set(browser, [...entries.slice(1 - MOST_ENTRIES), entry])
    const [oldest] = seen.keys()
    if (seen.size > MOST_BROWSERS && oldest !== undefined) seen.delete(oldest)
    changed.add(browser)
    if (isWaiting) return
    isWaiting = true
    setTimeout(() => void judge().catch(fail), WAIT).unref()
  }

  return {
    see: (request, response) => {
      const headers = headerLines(request.rawHeaders)
      const url = addressOf(request, headers)
      if (url === null || !canBeCors(url, headers)) return
      const incoming: Incoming = { started: Date.now(), method: request.method ?? 'GET', url, headers }
      let isOver = false
      // If a page isn't allowed to read a stream, the browser closes it, so the response never finishes.
      const end = (): void => {
        if (isOver) return
        isOver = true
        // If there is no response, the browser says so itself. The response that a 304 confirms is in the browser's
        // cache.
        if (!response.headersSent || response.statusCode === 304) return
        try {
          keep(
            headerValue(headers, 'user-agent') ?? '',
            entryOf(incoming, request, response, Math.max(Date.now(), incoming.started + 1)),
          )
        } catch (error) {
          fail(error)
        }
      }
      response.once('finish', end)
      response.once('close', end)
    },
  }
}

/** With this name, the requests count as a browser's, including preflights. */
const CREATOR = { name: 'whycors dev', version: '1' }
