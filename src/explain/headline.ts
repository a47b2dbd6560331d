import { valuesOfFact } from '../evidence/fact.ts'
import { isBrokenBody } from '../evidence/is-broken-body.ts'
import { code, type Text, text } from '../text/text.ts'
import { failingChecks } from '../verdict/failing-checks.ts'
import { isUsuallyAllowed } from '../verdict/is-usually-allowed.ts'
import { notCorsReason } from '../verdict/not-cors-reason.ts'
import type {
  FailedOutsideCors,
  FailingCheck,
  NotCorsReason,
  Unexplained,
  Verdict,
} from '../verdict/verdict.ts'
import { usuallyAllowed } from './usually-allowed-text.ts'

/** Returns the one sentence that says what happened: fact first. */
export function headline(verdict: Verdict): Text {
  switch (verdict.type) {
    case 'blocked':
    case 'depends': {
      if (isUsuallyAllowed(verdict)) return usuallyAllowed(verdict)
      const { rule, args } = verdict.failing[0].finding
      return rule.summary(args)
    }
    case 'unexplained':
      return unexplained(verdict)
    case 'cannot-tell':
      return verdict.exchange.observed.outcome === 'blocked'
        ? text`The request was blocked, and the response that would say why isn't in the recording.`
        : text`The recording does not show whether the response was shared.`
    case 'shared':
      return text`The response was shared with ${whoAsked(verdict)}.`
    case 'not-cors':
      return NOT_CORS[verdict.why]
  }
}

const NOT_CORS: Record<NotCorsReason, Text> = {
  'same-origin': text`Page and URL have the same origin, so CORS has no say.`,
  'no-cors': text`The request's mode is "no-cors": the response is opaque to the page, whatever its headers.`,
  navigate: text`This is a navigation; CORS has no say in it.`,
  websocket: text`This is a WebSocket; CORS has no say in it.`,
  'service worker': text`A service worker answered; the CORS check does not apply to that.`,
  'cache or service worker': text`The browser's cache or a service worker answered. A service worker's response isn't checked.`,
  extension: text`A browser extension redirected the request, so no server answered it.`,
  'no origin': text`The request has no ${code('Origin')} header, so CORS has no say, or another client than a browser sent it.`,
  'not http': text`The URL is not one that CORS is about.`,
}

/** What Chrome reports among its CORS errors though no CORS header decides it. */
const LOCAL_NETWORK =
  /ERR_BLOCKED_BY_LOCAL_NETWORK_ACCESS_CHECKS|ERR_BLOCKED_BY_PRIVATE_NETWORK_ACCESS_CHECKS/

function unexplained(verdict: Unexplained | FailedOutsideCors): Text {
  const { exchange, how } = verdict
  const { observed } = exchange
  const status = exchange.chain.at(-1)?.actual?.response.status ?? 0
  if (notCorsReason(verdict) === 'websocket')
    return status === 0
      ? text`The WebSocket could not be opened. CORS has no say in WebSockets.`
      : text`The WebSocket handshake was refused with status ${status}. CORS has no say in WebSockets.`
  const contradiction = how === 'contradiction'
  if (contradiction && observed.outcome === 'blocked')
    return text`The headers allow the page, and the browser blocked the response all the same.`
  if (contradiction) return text`The headers do not allow the page, and it got the response all the same.`
  const error = observed.source?.value ?? ''
  if (LOCAL_NETWORK.test(error))
    return text`Chrome's Local Network Access blocked the request. Its console says "CORS policy", but no CORS header can allow it.`
  if (isBrokenBody(error) && status > 0)
    return text`The response's body couldn't be read (${code(error)}). Its headers allow the page, so CORS isn't the reason.`
  return error !== '' && observed.elsewhere && observed.source?.field === 'response._error'
    ? text`The request failed with ${code(error)}; CORS is not the reason.`
    : text`The request failed, and nothing in the recording shows that CORS is the reason.`
}

function whoAsked({ exchange }: Verdict): Text {
  const [origin] = valuesOfFact(exchange.facts.origin)
  return origin === undefined ? text`the page` : text`${code(origin)}`
}

/** Returns what a failing check rests on, if the recording leaves something open; null if nothing is assumed. */
export function assumption(check: FailingCheck, verdict: Verdict): Text | null {
  const { credentialsMode, headerList, mode, redirectMode, response } = check.assuming
  const failing = failingChecks(verdict)
  // Only what blocked the request now can be inferred from its having been blocked.
  const others = failing.length > 1 || !failing.includes(check)
  if (response !== undefined)
    return text`The response itself was not recorded; this is read from entry ${response}, the same URL.`
  if (redirectMode !== undefined) return text`This holds if the request's redirect mode is "${redirectMode}".`
  if (credentialsMode === 'include') {
    return others || verdict.type === 'depends'
      ? text`This holds if the request's credentials mode is "include".`
      : text`The recording does not state the credentials mode. With any other than "include" the headers would have been enough, and the request was blocked.`
  }
  if (credentialsMode !== undefined)
    return text`This holds if the request's credentials mode is not "include".`
  if (mode === 'cors') return text`This holds if the request's mode is "cors".`
  return headerList === undefined ? null : text`This holds if the headers were ${headerList}.`
}
