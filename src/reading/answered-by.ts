import type { Confidence } from '../evidence/confidence.ts'
import type { Evidence } from '../evidence/fact.ts'
import { presentHeaders, status } from '../evidence/place.ts'
import { get } from '../fetch/header-list.ts'
import type { HarEntry } from '../har/har-entry.ts'
import { responders } from '../knowledge/responders/index.ts'
import { isError, type Responder } from '../knowledge/responders/responder.ts'
import { holds, shownBy } from './response-signs.ts'

/** What can be responsible for a blocked request: a layer of the server, the page itself, or the network. */
export type Who = 'app' | 'product' | 'proxy' | 'gateway' | 'cdn' | 'page' | 'network'

/** The server that created a response, as far as the response shows it. */
export interface AnsweredBy {
  readonly who: Who
  /** The id of a known server: that of its generator, if there is one. */
  readonly id: string | null
  /** Its usual name; null if only the layer is known. */
  readonly name: string | null
  readonly evidence: readonly Evidence[]
  readonly certainty: Confidence
  /** The servers that passed the response on, the innermost first. */
  readonly through: readonly Responder[]
}

/**
 * Returns the server that created a response, judged by that response alone; null if it shows nothing. A proxy that names
 * itself in `Server` mostly passes responses on, so only its own pages count.
 */
export function answeredBy(entry: HarEntry): AnsweredBy | null {
  if (entry.response.status === 0) return null
  const found = known.get(entry)
  if (found !== undefined) return found
  const answer = read(entry)
  known.set(entry, answer)
  return answer
}

const known = new WeakMap<HarEntry, AnsweredBy | null>()

function read(entry: HarEntry): AnsweredBy | null {
  for (const certainty of ['high', 'medium', 'low'] as const)
    for (const responder of responders) {
      const sign = responder.own.find((one) => one.certainty === certainty && holds(one, entry))
      if (sign === undefined) continue
      const { id, name, layer } = responder
      const through = passersOf(entry).filter((one) => one !== responder)
      return { who: layer, id, name, evidence: shownBy(sign, entry), certainty, through }
    }
  return applicationBehind(entry) ?? gatewayStatus(entry)
}

/** Returns the servers that passed a response on, the innermost first. */
const passersOf = (entry: HarEntry): readonly Responder[] =>
  responders.filter(({ passes = [] }) => passes.some((sign) => holds(sign, entry)))

/** An unknown application, if its response has headers that no layer in front of it writes. */
function applicationBehind(entry: HarEntry): AnsweredBy | null {
  const names = APPLICATION_HEADERS.filter((name) => get(entry.response.headers, name) !== null)
  const type = get(entry.response.headers, 'Content-Type') ?? ''
  const isData = isError(entry.response.status) && /^application\/([\w.-]+\+)?json\b/i.test(type)
  if (names.length === 0 && !isData) return null
  return {
    who: 'app',
    id: null,
    name: null,
    evidence: [status(entry), ...presentHeaders(entry, ...names, ...(isData ? ['Content-Type'] : []))],
    certainty: 'medium',
    through: passersOf(entry),
  }
}

/**
 * The proxy that must have sent a 502 or 504, with its name if the response passed only one. The same for 413 and 503 if
 * the body is a typical web server's page, without a charset.
 */
function gatewayStatus(entry: HarEntry): AnsweredBy | null {
  const { status: number, headers } = entry.response
  if (![413, 502, 503, 504].includes(number)) return null
  const [first = null, ...others] = passersOf(entry)
  const isBarePage = first?.layer === 'proxy' && /^text\/html$/i.test(get(headers, 'Content-Type') ?? '')
  if (![502, 504].includes(number) && !([413, 503].includes(number) && isBarePage)) return null
  const named = others.length === 0 ? first : null
  return {
    who: named?.layer ?? 'proxy',
    id: named?.id ?? null,
    name: named?.name ?? null,
    evidence: [status(entry), ...presentHeaders(entry, 'Server', 'Via', 'Content-Type')],
    certainty: 'medium',
    through: others,
  }
}

/** Headers that frameworks write and proxies don't. */
const APPLICATION_HEADERS = ['X-Powered-By', 'X-AspNet-Version', 'X-Runtime', 'X-Debug-Exception']
