import {
  briefReason,
  type Diagnosis,
  failingChecks,
  type HarEntry,
  headline,
  plain,
  type Text,
} from '../../internal.ts'
import { redaction } from '../parts/redaction.ts'
import { fileNameOf, hostOriginOf, pathAndQueryOf } from '../parts/short-url.ts'
import { isRow, type Listed, type RowFacts } from './listed.ts'
import { kindOf } from './verdict-kind.ts'

const known = new WeakMap<Diagnosis, RowFacts>()

/** Returns the cell values of a request, except the reason. */
export function rowFacts(diagnosis: Listed): RowFacts {
  if (isRow(diagnosis)) return diagnosis.facts
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
 * Returns what is wrong with a request, or that nothing is, in one sentence. Where no check failed, what went wrong instead
 * says more than that it wasn't CORS.
 */
export function reasonText(diagnosis: Diagnosis): Text {
  const { verdict } = diagnosis
  const [cause] = verdict.type === 'unexplained' ? diagnosis.rootCauses : []
  const [warning] = kindOf(diagnosis) === 'warnings' ? diagnosis.cautions : []
  return cause?.summary ?? warning?.summary ?? headline(verdict)
}

/** Returns the same in a few words, for the list. Warnings, and causes that are only likely, have no shorter words. */
export function briefText(diagnosis: Diagnosis): Text {
  const { verdict } = diagnosis
  const isLikely = verdict.type === 'unexplained' && diagnosis.rootCauses[0]?.confidence === 'medium'
  const words = isLikely || kindOf(diagnosis) === 'warnings' ? reasonText(diagnosis) : briefReason(diagnosis)
  return words.map((part, i) => {
    if (typeof part !== 'string') return part
    const begun = i === 0 ? part.charAt(0).toUpperCase() + part.slice(1) : part
    return i === words.length - 1 ? begun.replace(/\.$/, '') : begun
  })
}

/** Returns what is wrong with a request, or that nothing is, in one sentence, masked. */
export const reasonOf = (one: Listed): string => shown(isRow(one) ? one.about.reason : reasonText(one))

/** Returns the same in a few words. */
export const briefOf = (one: Listed): string => shown(isRow(one) ? one.about.brief : briefText(one))

const shown = (words: Text): string => plain(words, redaction.value).replaceAll('`', '')

/** Returns a moment as the time of day. */
export const timeOfDay = (started: number | null): string =>
  started === null ? '' : new Date(started).toLocaleTimeString('en-GB')
