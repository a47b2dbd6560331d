import { error, responseHeader } from '../../evidence/place.ts'
import type { HarEntry } from '../../har/har-entry.ts'
import { refusedRedirect } from '../../reading/refused-before-sending.ts'
import { lastHop } from '../../reading/unexplained.ts'
import { code, text } from '../../text/text.ts'
import { isContradicted } from '../../verdict/is-contradicted.ts'
import type { Verdict } from '../../verdict/verdict.ts'
import { defineRootCause } from '../root-cause.ts'

const TRACE = 'Non-Authoritative-Reason'

/**
 * The recorded headers don't match what the browser did, so something changed them in between.
 *
 * Example: an extension meant to "unblock CORS" adds Access-Control-Allow-Origin after the response arrived.
 */
export default defineRootCause({
  id: 'headers-rewritten',
  family: 'tools',
  recognize: (verdict) => {
    if (!isContradicted(verdict) || refusedRedirect(verdict) !== null) return null
    const entry = lastHop(verdict).actual ?? lastHop(verdict).preflight
    if (entry === null) return null
    return { entry, shared: verdict.exchange.observed.outcome === 'shared', trace: traceOf(verdict) }
  },
  confidence: ({ trace }) => (trace === null ? 'medium' : 'high'),
  summary: ({ shared, trace }) =>
    trace !== null
      ? text`A browser extension redirected the request.`
      : shared
        ? text`The browser allowed a response whose recorded headers don't.`
        : text`The browser blocked a response whose recorded headers allow it.`,
  brief: () => text`redirected by a browser extension`,
  detail: ({ shared, trace }) =>
    text`${
      trace === null
        ? 'The recording has the headers as received from the network.'
        : text`${code(TRACE)} marks a response that an extension made.`
    } An extension can change headers afterwards without a trace. Try a window without extensions${
      shared ? ': for users without this one, the response is blocked' : ''
    }.${trace === null ? " A browser version that WhyCORS doesn't know is another explanation." : ''}`,
  evidence: ({ entry, trace }) => [
    error(entry),
    ...(trace === null ? responseHeader(entry, 'Access-Control-Allow-Origin') : responseHeader(trace, TRACE)),
  ],
})

const traceOf = ({ exchange: { redirectedByExtension } }: Verdict): HarEntry | null => redirectedByExtension
