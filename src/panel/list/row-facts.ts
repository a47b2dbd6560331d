import { type Diagnosis, failingChecks, type HarEntry, plain } from '../../internal.ts'
import { redaction } from '../parts/redaction.ts'
import { fileNameOf, hostOriginOf, pathAndQueryOf } from '../parts/short-url.ts'
import { explained } from '../state/explained.ts'
import { kindOf } from '../state/verdict-kind.ts'

/** The cell values of a request, as recorded; they are masked before they are shown. '' and null: not recorded. */
export interface RowFacts {
  readonly method: string
  readonly url: string
  readonly path: string
  /** The API's host, with its port if that isn't the scheme's own. */
  readonly host: string
  readonly status: number | null
  readonly type: string
  readonly initiator: string
  /** Milliseconds since the epoch. */
  readonly started: number | null
  readonly duration: number | null
}

const known = new WeakMap<Diagnosis, RowFacts>()

/** Returns the cell values of a request, except the reason. */
export function rowFacts(diagnosis: Diagnosis): RowFacts {
  const found = known.get(diagnosis) ?? readFacts(diagnosis)
  known.set(diagnosis, found)
  return found
}

function readFacts(diagnosis: Diagnosis): RowFacts {
  const { exchange } = diagnosis.verdict
  const [first] = exchange.chain
  const entry = first.actual ?? first.preflight
  const initiator = entry?.vendor.initiator ?? null
  const { url } = exchange
  return {
    method: exchange.method,
    url,
    path: pathAndQueryOf(url),
    host: hostOriginOf(url).replace(/^https?:\/\//, ''),
    status: decisiveEntry(diagnosis)?.response.status || null,
    type: entry?.vendor.resourceType ?? '',
    initiator:
      initiator?.frame == null ? '' : `${fileNameOf(initiator.frame.url)}:${initiator.frame.line + 1}`,
    started: entry?.started ?? null,
    duration: entry?.time ?? null,
  }
}

/** The response in which the first check fails; else the last one. */
function decisiveEntry({ verdict }: Diagnosis): HarEntry | null {
  const { chain } = verdict.exchange
  const [check] = failingChecks(verdict)
  const hop = check === undefined ? chain.at(-1) : chain[check.hop]
  if (check?.phase === 'preflight' && hop?.preflight) return hop.preflight
  return hop?.actual ?? hop?.preflight ?? null
}

/**
 * Returns in one line, masked, what is wrong with a request, or that nothing is. If no check failed, the actual problem
 * says more than that it wasn't CORS.
 */
export function reasonOf(diagnosis: Diagnosis): string {
  const { type, headline, rootCauses, cautions } = explained(diagnosis)
  const [cause] = type === 'unexplained' ? rootCauses : []
  const [warning] = kindOf(diagnosis) === 'warnings' ? cautions : []
  const text = cause?.summary ?? warning?.summary ?? headline
  return plain(text, redaction.value).replaceAll('`', '')
}

/** Returns a moment as the time of day. */
export const timeOfDay = (started: number | null): string =>
  started === null ? '' : new Date(started).toLocaleTimeString('en-GB')
