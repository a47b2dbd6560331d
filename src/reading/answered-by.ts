import type { Confidence } from '../evidence/confidence.ts'
import type { Evidence } from '../evidence/fact.ts'
import { presentHeaders, status } from '../evidence/place.ts'
import { get } from '../fetch/header-list.ts'
import type { HarEntry } from '../har/har-entry.ts'
import { responders } from '../knowledge/responders/index.ts'
import { isError, type Responder } from '../knowledge/responders/responder.ts'
import { holds, shownBy } from './response-signs.ts'

/** Who can be responsible for a blocked request: a layer of the server, the page itself, or the network. */
export type Who = 'app' | 'product' | 'proxy' | 'gateway' | 'cdn' | 'page' | 'network'

/** Who made a response, as far as that response itself shows it. */
export interface AnsweredBy {
  readonly who: Who
  /** The id of what is known by name, that of its generator where there is one. */
  readonly id: string | null
  /** As people call it; null where only the layer is known. */
  readonly name: string | null
  readonly evidence: readonly Evidence[]
  readonly certainty: Confidence
  /** What passed the response on, the innermost first. */
  readonly through: readonly Responder[]
}

/**
 * Returns who made a response, from that response alone; null where it shows nothing. A proxy that names itself in
 * `Server` passes on more than it makes, so it counts only with a page of its own.
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

/** What passed a response on, the innermost first. */
const passersOf = (entry: HarEntry): readonly Responder[] =>
  responders.filter(({ passes = [] }) => passes.some((sign) => holds(sign, entry)))

/** An application that nothing names, where its response has what no layer in front of it writes. */
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
 * The proxy that 502 and 504 are of by their meaning, by name where the response passed only one; 413 and 503 too, if
 * that is a page as web servers write it, without a charset.
 */
function gatewayStatus(entry: HarEntry): AnsweredBy | null {
  const { status: number, headers } = entry.response
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

/** What frameworks write and what passes responses on does not. */
const APPLICATION_HEADERS = ['X-Powered-By', 'X-AspNet-Version', 'X-Runtime', 'X-Debug-Exception']
