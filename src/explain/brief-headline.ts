import { isBrokenBody } from '../evidence/is-broken-body.ts'
import { code, type Text, text } from '../text/text.ts'
import { notCorsReason } from '../verdict/not-cors-reason.ts'
import { restsOnPage } from '../verdict/rests-on-page.ts'
import type { FailedOutsideCors, NotCorsReason, Unexplained, Verdict } from '../verdict/verdict.ts'
import { hasTooManyRedirects } from './has-too-many-redirects.ts'
import { headline, LOCAL_NETWORK } from './headline.ts'

/** Returns what the headline says, in a few words for a list; of a failed check its own words are used instead. */
export function briefHeadline(verdict: Verdict): Text {
  const words = wordsOf(verdict)
  if (words === null) return headline(verdict)
  return restsOnPage(verdict) ? text`${words}, as the page says` : words
}

function wordsOf(verdict: Verdict): Text | null {
  switch (verdict.type) {
    case 'blocked':
    case 'depends':
      return null
    case 'unexplained':
      return unexplained(verdict)
    case 'cannot-tell':
      if (!verdict.exchange.recording.recordsOutcomes) return text`preflight passed, request not sent`
      return verdict.exchange.observed.outcome === 'blocked'
        ? text`blocked, response not recorded`
        : text`outcome not recorded`
    case 'shared':
      return text`allowed`
    case 'not-cors':
      return NOT_CORS[verdict.why]
  }
}

const NOT_CORS: Record<NotCorsReason, Text> = {
  'same-origin': text`same origin`,
  'no-cors': text`mode "no-cors", response unreadable`,
  navigate: text`navigation`,
  websocket: text`WebSocket`,
  'service worker': text`response of a service worker`,
  'cache or service worker': text`response of the cache or a service worker`,
  extension: text`redirected by a browser extension`,
  'no origin': text`no ${code('Origin')} header`,
  'not http': text`not http or https`,
}

function unexplained(verdict: Unexplained | FailedOutsideCors): Text {
  const { exchange, how } = verdict
  const { observed } = exchange
  const status = exchange.chain.at(-1)?.actual?.response.status ?? 0
  if (notCorsReason(verdict) === 'websocket')
    return status === 0 ? text`WebSocket couldn't be opened` : text`WebSocket refused with status ${status}`
  if (how === 'contradiction' && observed.outcome !== 'blocked' && hasTooManyRedirects(exchange))
    return text`more than 20 redirects, but no failure`
  if (how === 'contradiction')
    return observed.outcome === 'blocked'
      ? text`blocked although the headers allow it`
      : text`readable although the headers don't allow it`
  const error = observed.source?.value ?? ''
  if (LOCAL_NETWORK.test(error)) return text`blocked by Local Network Access`
  if (isBrokenBody(error) && status > 0) return text`body not readable (${code(error)})`
  return error !== '' && observed.elsewhere && observed.source?.field === 'response._error'
    ? text`failed with ${code(error)}`
    : text`failed, reason not recorded`
}
