import { valuesOfFact } from '../evidence/fact.ts'
import { code, type Text, text } from '../text/text.ts'
import type { Cause, Verdict } from '../verdict/verdict.ts'

/** Returns the one sentence that says what happened: fact first. */
export function headline(verdict: Verdict): Text {
  const [cause] = verdict.causes
  switch (verdict.type) {
    case 'blocked':
    case 'depends':
      return cause === undefined
        ? text`The request was blocked.`
        : cause.finding.rule.summary(cause.finding.args)
    case 'unexplained':
      return unexplained(verdict)
    case 'cannot-tell':
      return text`The recording does not show whether the response was shared.`
    case 'shared':
      return text`The response was shared with ${whoAsked(verdict)}.`
    case 'not-cors':
      return NOT_CORS[verdict.notCors ?? 'no origin']
  }
}

const NOT_CORS: Record<NonNullable<Verdict['notCors']>, Text> = {
  'same-origin': text`Page and URL have the same origin, so CORS has no say.`,
  'no-cors': text`The request's mode is "no-cors": the response is opaque to the page, whatever its headers.`,
  navigate: text`This is a navigation; CORS has no say in it.`,
  websocket: text`This is a WebSocket; CORS has no say in it.`,
  'service worker': text`A service worker answered; the CORS check does not apply to that.`,
  'no origin': text`The request has no ${code('Origin')} header, so CORS has no say, or another client than a browser sent it.`,
  'not http': text`The URL is not one that CORS is about.`,
}

function unexplained({ exchange, contradiction }: Verdict): Text {
  const { observed } = exchange
  if (contradiction && observed.outcome === 'blocked')
    return text`The headers allow the page, and the browser blocked the response all the same.`
  if (contradiction) return text`The headers do not allow the page, and it got the response all the same.`
  const error = observed.source?.value ?? ''
  return error !== '' && observed.elsewhere && observed.source?.field === 'response._error'
    ? text`The request failed with ${code(error)}; CORS is not the reason.`
    : text`The request failed, and nothing in the recording shows that CORS is the reason.`
}

function whoAsked({ exchange }: Verdict): Text {
  const [origin] = valuesOfFact(exchange.facts.origin)
  return origin === undefined ? text`the page` : text`${code(origin)}`
}

/** Returns what a cause rests on, where the recording leaves something open; null where nothing is assumed. */
export function assumption(cause: Cause, verdict: Verdict): Text | null {
  const mode = cause.assuming['credentialsMode']
  // Only what blocked the request now can be inferred from its having been blocked.
  const others = verdict.causes.length > 1 || !verdict.causes.includes(cause)
  if (cause.assuming['response'] !== undefined) {
    return text`The response itself was not recorded; this is read from ${cause.assuming['response'].replace('that of ', '')}, the same URL.`
  }
  if (cause.assuming['redirectMode'] !== undefined) {
    return text`This holds if the request's redirect mode is "${cause.assuming['redirectMode']}".`
  }
  if (mode === 'include') {
    return others || verdict.type === 'depends'
      ? text`This holds if the request's credentials mode is "include".`
      : text`The recording does not state the credentials mode. With any other than "include" the headers would have been enough, and the request was blocked.`
  }
  if (mode !== undefined) return text`This holds if the request's credentials mode is not "include".`
  if (cause.assuming['mode'] === 'cors') return text`This holds if the request's mode is "cors".`
  return cause.assuming['headerList'] === undefined
    ? null
    : text`This holds if the headers were ${cause.assuming['headerList']}.`
}
