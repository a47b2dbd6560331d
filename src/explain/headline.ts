import { valuesOfFact } from '../evidence/fact.ts'
import { isBrokenBody } from '../evidence/is-broken-body.ts'
import { code, type Text, text } from '../text/text.ts'
import { failingChecks } from '../verdict/failing-checks.ts'
import { isUsuallyAllowed } from '../verdict/is-usually-allowed.ts'
import { notCorsReason } from '../verdict/not-cors-reason.ts'
import { restsOnPage } from '../verdict/rests-on-page.ts'
import type {
  FailedOutsideCors,
  FailingCheck,
  NotCorsReason,
  Unexplained,
  Verdict,
} from '../verdict/verdict.ts'
import { entryWords } from './entry-words.ts'
import { hasTooManyRedirects } from './has-too-many-redirects.ts'
import { usuallyAllowed } from './usually-allowed-text.ts'

/** Returns the one sentence that says what happened: fact first, and whether only the page says so. */
export function headline(verdict: Verdict): Text {
  const sentence = headlineOf(verdict)
  return restsOnPage(verdict) ? asThePageSays(sentence) : sentence
}

function asThePageSays(sentence: Text): Text {
  const last = sentence.at(-1)
  return typeof last === 'string' && last.endsWith('.')
    ? [...sentence.slice(0, -1), `${last.slice(0, -1)}, as the page says.`]
    : text`${sentence} The page says so.`
}

function headlineOf(verdict: Verdict): Text {
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
      // A check stops there unless it may send what changes data.
      if (!verdict.exchange.recording.recordsOutcomes)
        return text`The preflight passed; the request itself wasn't sent.`
      return verdict.exchange.observed.outcome === 'blocked'
        ? text`The request was blocked, and the response that would say why isn't in the recording.`
        : text`The recording doesn't show whether the response was allowed.`
    case 'shared':
      return text`The response was allowed for ${pageOf(verdict)}.`
    case 'not-cors':
      return NOT_CORS[verdict.why]
  }
}

const NOT_CORS: Record<NotCorsReason, Text> = {
  'same-origin': text`Page and URL have the same origin, so CORS doesn't apply.`,
  'no-cors': text`The request's mode is "no-cors", so the page can't read the response.`,
  navigate: text`This is a navigation, so CORS doesn't apply.`,
  websocket: text`This is a WebSocket, so CORS doesn't apply.`,
  'service worker': text`A service worker responded, so the CORS check doesn't apply.`,
  'cache or service worker': text`The browser's cache or a service worker responded. A service worker's response isn't checked.`,
  extension: text`A browser extension redirected the request, so no server responded.`,
  'no origin': text`The request has no ${code('Origin')} header, so CORS doesn't apply, or a browser didn't send it.`,
  'not http': text`CORS doesn't apply to this URL.`,
}

/** What Chrome reports as a CORS error although no CORS header decides it. */
export const LOCAL_NETWORK =
  /ERR_BLOCKED_BY_LOCAL_NETWORK_ACCESS_CHECKS|ERR_BLOCKED_BY_PRIVATE_NETWORK_ACCESS_CHECKS/

function unexplained(verdict: Unexplained | FailedOutsideCors): Text {
  const { exchange, how } = verdict
  const { observed } = exchange
  const status = exchange.chain.at(-1)?.actual?.response.status ?? 0
  if (notCorsReason(verdict) === 'websocket')
    return status === 0
      ? text`The WebSocket couldn't be opened. CORS doesn't apply to WebSockets.`
      : text`The WebSocket handshake was refused with status ${status}. CORS doesn't apply to WebSockets.`
  const contradiction = how === 'contradiction'
  if (contradiction && observed.outcome === 'blocked')
    return text`The headers allow the page, but the browser blocked the response.`
  if (contradiction && hasTooManyRedirects(exchange))
    return text`The recording has more redirects in a row than browsers follow (20), but it shows no failure.`
  if (contradiction) return text`The headers don't allow the page, but it got the response.`
  const error = observed.source?.value ?? ''
  if (LOCAL_NETWORK.test(error))
    return text`Chrome's Local Network Access blocked the request. Its console says "CORS policy", but no CORS header can allow it.`
  if (isBrokenBody(error) && status > 0)
    return text`The response's body couldn't be read (${code(error)}). CORS isn't the reason: its headers allow the page.`
  return error !== '' && observed.elsewhere && observed.source?.field === 'response._error'
    ? text`The request failed with ${code(error)}; CORS isn't the reason.`
    : text`The request failed; nothing recorded shows that CORS is the reason.`
}

function pageOf({ exchange }: Verdict): Text {
  const [origin] = valuesOfFact(exchange.facts.origin)
  return origin === undefined ? text`the page` : text`${code(origin)}`
}

/** Returns the assumption behind a failing check if the recording leaves something open; null if there is none. */
export function assumption(check: FailingCheck, verdict: Verdict): Text | null {
  const { credentialsMode, headerList, mode, redirectMode, response } = check.assuming
  const failing = failingChecks(verdict)
  // That the request was blocked only proves the assumption for what blocked it now.
  const others = failing.length > 1 || !failing.includes(check)
  if (response !== undefined)
    return text`Based on ${entryWords(response, verdict.exchange.recording) ?? 'another response'} for the same URL; the response itself wasn't recorded.`
  if (redirectMode !== undefined) return text`Applies only with redirect mode "${redirectMode}".`
  if (credentialsMode === 'include') {
    return others || verdict.type === 'depends'
      ? text`Applies only with credentials mode "include".`
      : text`The credentials mode wasn't recorded, but only "include" explains the block.`
  }
  if (credentialsMode !== undefined) return text`Applies only if the credentials mode isn't "include".`
  if (mode === 'cors') return text`Applies only with mode "cors".`
  return headerList === undefined ? null : text`Applies only if the headers were ${headerList}.`
}
