import type { Exchange } from '../evidence/exchange.ts'
import { implementationOf } from '../evidence/exchanges-of.ts'
import { valuesOfFact } from '../evidence/fact.ts'
import { asciiLower } from '../fetch/header-list.ts'
import { isCorsSafelistedMethod } from '../fetch/methods.ts'
import { maxAgeOf } from '../fetch/preflight-cache.ts'
import { corsUnsafeRequestHeaders, type UnsafeHeader } from '../fetch/request-headers.ts'
import type { HarEntry, Recording } from '../har/har-entry.ts'
import { needlessHeader } from '../knowledge/needless-headers.ts'
import { isTracingHeader } from '../knowledge/tracing-headers.ts'
import { code, type Text, text } from '../text/text.ts'
import { entryWords } from './entry-words.ts'
import { unsafeText } from './unsafe-text.ts'

/** Why a CORS-preflight request was needed or not, and how to avoid it. */
export interface WhyPreflight {
  readonly why: Text
  /** How to avoid it; null if there was none, or if only a different design would avoid it. */
  readonly avoid: Text | null
}

/** Returns why the first request of a fetch was preflighted, or why not. */
export function whyPreflight(exchange: Exchange): WhyPreflight {
  const { facts, chain, method, recording } = exchange
  const [headerList = []] = valuesOfFact(facts.headerList)
  const unsafe = corsUnsafeRequestHeaders(headerList, implementationOf(recording.browser))
  const reasons: Text[] = [
    ...(isCorsSafelistedMethod(method) ? [] : [text`the method ${code(method)}`]),
    ...(unsafe.length === 0 ? [] : [unsafeText(unsafe)]),
  ]
  if (reasons.length > 0) {
    const recorded = chain[0].preflight === null ? unrecorded(exchange) : text``
    return {
      why: text`Needed because of ${joined(reasons)}.${recorded}`,
      avoid: avoidance(method, unsafe),
    }
  }
  if (facts.useCorsPreflightFlag) {
    return {
      why: text`Needed because of an upload listener or a streamed body.`,
      avoid: text`Remove the listener from ${code('xhr.upload')}, and don't stream the body.`,
    }
  }
  if (!facts.preflightNeeded.known) {
    return {
      why: text`Possibly needed: the request has headers that browsers also add themselves.`,
      avoid: null,
    }
  }
  return {
    why: text`Not needed (simple ${code(method)}).`,
    avoid: null,
  }
}

function unrecorded({ chain, recording, cachedPreflight }: Exchange): Text {
  if (cachedPreflight !== null) return cached(cachedPreflight, chain[0].actual?.started ?? null, recording)
  if (!recording.recordsPreflights)
    return text` ${recording.creator.split(' ')[0] ?? 'This tool'} doesn't record preflights.`
  return (chain[0].actual?.response.status ?? 0) > 0
    ? text` None was recorded: an earlier one was cached, or it was sent before the recording started.`
    : text` None was recorded.`
}

/** Which preflight was still cached. A change of the server since then has no effect until it expires. */
function cached(preflight: HarEntry, at: number | null, recording: Recording): Text {
  const { status, headers } = preflight.response
  const maxAge = maxAgeOf({ status, headerList: headers }, implementationOf(recording.browser))
  const age = ((at ?? 0) - (preflight.started ?? 0)) / 1000
  const sent = age < 0.05 ? 'just before' : `${Number(age.toFixed(1))} s earlier`
  const place = entryWords(preflight.index, recording)
  const which = place === null ? `one that was sent ${sent}` : `the one in ${place}, ${sent},`
  return text` None was sent: ${which} was still cached (for ${maxAge} s in this browser).`
}

const joined = (reasons: readonly Text[]): Text =>
  reasons.flatMap((reason, i) => [...(i === 0 ? [] : [i === reasons.length - 1 ? ' and ' : ', ']), ...reason])

function avoidance(method: string, unsafe: readonly UnsafeHeader[]): Text | null {
  // The method alone requires the preflight, whatever the headers.
  if (!isCorsSafelistedMethod(method)) return null
  const hints = unsafe.map(({ header, because }) => headerHint(method, asciiLower(header.name), because))
  return hints.every((hint) => hint !== null) ? joinedSentences(hints) : null
}

function headerHint(method: string, name: string, because: UnsafeHeader['because']): Text | null {
  if (because === 'value longer than 128 bytes') return text`Shorten ${code(name)} to 128 bytes.`
  switch (needlessHeader(name, method)?.says) {
    case 'the type of a body':
      return text`Remove ${code('Content-Type')}: a ${method} has no body.`
    case 'that script asks':
      return text`Remove ${code('X-Requested-With')} unless the server requires it.`
    case 'how caches may answer':
      return text`Use ${code("fetch(url, { cache: 'no-store' })")} instead of ${code(name)}.`
    case 'what is there already':
      return text`Remove ${code(name)}: the browser's cache adds it itself.`
  }
  switch (name) {
    case 'content-type':
      return text`JSON sent as ${code('text/plain')} needs none, if the server accepts that.`
    case 'range':
      return text`Request one range with a start, like ${code('bytes=0-255')}.`
    case 'accept':
    case 'accept-language':
    case 'content-language':
      return text`Remove the unusual characters from ${code(name)}.`
    default:
      if (/^access-control-/.test(name)) return text`Remove ${code(name)}: it is a response header.`
      return isTracingHeader(name)
        ? text`Configure the tracing library not to add ${code(name)} for this host.`
        : null
  }
}

const joinedSentences = (hints: readonly (Text | null)[]): Text =>
  hints.flatMap((hint, i) => (hint === null ? [] : [...(i === 0 ? [] : [' ']), ...hint]))
