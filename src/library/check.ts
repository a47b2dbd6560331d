import { type CheckRequest, plainRequest } from '../check/check-request.ts'
import { type CheckOutcome, outcomeOfCheck } from '../check/outcome-of-check.ts'
import type { CheckMessage } from '../check/play-check.ts'
import type { Send } from '../check/wire.ts'
import type { EngineId } from '../engines/engine.ts'
import type { HeaderList } from '../fetch/header-list.ts'
import { isHttpScheme } from '../fetch/origin.ts'
import type { Phase } from '../fetch/steps.ts'
import { parseUrl } from '../parse-url.ts'
import { redactionFor } from '../redact/redaction-for.ts'
import type { Report } from '../report/report.ts'
import { toReport } from '../report/to-report.ts'
import { version } from '../version.ts'
import { checkUrl } from './check-url.ts'
import { checkedEngine } from './explain.ts'
import { OptionError } from './option-error.ts'

/** The request that a page would make, and how far a check may go. */
export interface CheckOptions {
  /** The page's origin; any URL of the page stands for it. "null" is the origin of a sandboxed frame. */
  readonly origin: string
  /** Default: GET, or POST with a body. */
  readonly method?: string | undefined
  /** What the page sets. */
  readonly headers?:
    | Readonly<Record<string, string>>
    | Iterable<readonly [name: string, value: string]>
    | undefined
  readonly body?: string | undefined
  /** As in fetch(). Default: "include" with a cookie, else "same-origin". */
  readonly credentials?: CheckRequest['credentials'] | undefined
  /** As in fetch(). Default: "cors". */
  readonly mode?: CheckRequest['mode'] | undefined
  /** The cookies that the browser has for the URL, as a `Cookie` header has them. */
  readonly cookie?: string | undefined
  /** The browser whose headers are sent and whose rules apply. Default: "chromium". */
  readonly engine?: EngineId | undefined
  /** Whether requests that may change data are sent: all but GET, HEAD and OPTIONS. Default: false; only their preflight is. */
  readonly sendsChanges?: boolean | undefined
  /** Whether nothing but preflights is sent. Default: false. */
  readonly preflightOnly?: boolean | undefined
  /** Milliseconds for the whole check. Default: 30,000. */
  readonly timeout?: number | undefined
  /** Whether certificates aren't checked. Default: false. */
  readonly insecure?: boolean | undefined
  /** Whether cookies, tokens and keys are shown instead of masked. Default: false. */
  readonly showSecrets?: boolean | undefined
  /** Sends one request. Default: Node's HTTP client, which Deno and Bun have too. */
  readonly send?: Send | undefined
}

/** One request of a check. */
export interface CheckedRequest {
  readonly phase: Phase
  readonly method: string
  readonly url: string
  /** null: there was no response. */
  readonly status: number | null
  /** Why it wasn't sent; null if it was. */
  readonly notSent: CheckMessage['notSent']
  /** Why there was no response, such as "the certificate of api.example.com has expired"; null if there was one. */
  readonly fault: string | null
}

/** What a check found. */
export interface Check {
  /**
   * What the browser does with the response. "undecided": nothing was sent, because the request may change data. "failed": the
   * network did; the last request has the reason.
   */
  readonly outcome: CheckOutcome
  /** What was sent, in order, and what was left unsent. */
  readonly requests: readonly CheckedRequest[]
  /** The same report as {@link explain} makes of a recording. */
  readonly report: Report
}

/**
 * Calls a URL as a browser would for a page: a preflight if one is due, the request itself if the preflight passes, then
 * redirects; headers are those of the chosen browser. Explains the outcome as {@link explain} does.
 *
 * @example
 * ```ts
 * const { outcome, report } = await check('https://api.example.com/items', { origin: 'https://app.example.com' })
 * if (outcome === 'blocked') console.log(report.exchanges[0]?.headline)
 * ```
 * @throws {OptionError} if the URL or an option is invalid, or if no page can make such a request.
 */
export async function check(url: string, options: CheckOptions): Promise<Check> {
  const { showSecrets = false, timeout = 30_000 } = options
  if (!(timeout > 0)) throw new OptionError('timeout', 'must be a positive number of milliseconds')
  const redaction = redactionFor(showSecrets)
  const checked = await checkUrl(requestOf(url, options), {
    send: options.send ?? (await import('#network')).sendOverNetwork,
    redaction,
    timeout,
    insecure: options.insecure ?? false,
    sendsChanges: options.sendsChanges ?? false,
    preflightOnly: options.preflightOnly ?? false,
  })
  if ('typeError' in checked)
    throw new OptionError('method', `no page can make this request: ${checked.typeError}`)
  const { messages, examined } = checked
  return {
    outcome: outcomeOfCheck(checked),
    requests: messages.map(({ phase, request, response, notSent }) => ({
      phase,
      method: redaction.value(request.method),
      url: redaction.url(request.url),
      status: response !== null && 'status' in response ? response.status : null,
      notSent,
      fault: response !== null && 'fault' in response ? redaction.value(response.message) : null,
    })),
    report: toReport([examined], { version, redaction, includes: () => true }),
  }
}

function requestOf(url: string, options: CheckOptions): CheckRequest {
  const { origin, body = null, cookie = null } = options
  if (parseUrl(url) === null || !isHttpScheme(url)) throw new OptionError('url', 'must be an http(s) URL')
  const page = origin === 'null' ? origin : parseUrl(origin)?.origin
  if (page === undefined) throw new OptionError('origin', `must be a URL, not ${JSON.stringify(origin)}`)
  const method = options.method ?? (body === null ? 'GET' : 'POST')
  if (body !== null && /^(get|head)$/i.test(method)) throw new OptionError('body', `can't go with ${method}`)
  return {
    ...plainRequest,
    url,
    origin: page,
    method,
    headers: headersOf(options.headers ?? []),
    credentials: options.credentials ?? (cookie === null ? 'same-origin' : 'include'),
    mode: options.mode ?? 'cors',
    body,
    cookie,
    engine: checkedEngine(options.engine) ?? plainRequest.engine,
  }
}

const headersOf = (headers: NonNullable<CheckOptions['headers']>): HeaderList =>
  (Symbol.iterator in headers ? [...headers] : Object.entries(headers)).map(([name, value]) => ({
    name,
    value,
  }))
