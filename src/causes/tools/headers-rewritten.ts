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
 * The headers in the recording say one thing, and the browser did another: they were changed in between.
 *
 * Example: an extension that is to "unblock CORS" adds Access-Control-Allow-Origin after the network.
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
      ? text`An extension of the browser redirected the request.`
      : shared
        ? text`The browser shared a response whose recorded headers forbid it.`
        : text`The browser blocked a response whose recorded headers allow it.`,
  detail: ({ shared, trace }) =>
    text`${
      trace === null
        ? 'The recording holds the headers as they came from the network.'
        : text`${code(TRACE)} is how the browser marks a response that an extension made.`
    } An extension can change headers after that and leaves no other trace. Try a window without extensions${
      shared ? ': without this one, users will find the response blocked' : ''
    }.${trace === null ? ' A browser older or newer than the ones known here would be another explanation.' : ''}`,
  evidence: ({ entry, trace }) => [
    error(entry),
    ...(trace === null ? responseHeader(entry, 'Access-Control-Allow-Origin') : responseHeader(trace, TRACE)),
  ],
})

const traceOf = ({ exchange: { redirectedByExtension } }: Verdict): HarEntry | null => redirectedByExtension
