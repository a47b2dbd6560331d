import { createHash } from 'node:crypto'
import { type ExchangeReport, originOf, pathPattern } from '../internal.ts'

type Cause = ExchangeReport['causes'][number]

/**
 * Returns a function that computes the fingerprint of each result of a log: the same in the next recording of the same
 * steps, and unique within this one. A recording's lines have no meaning, so GitHub can't compute one from the file.
 */
export function sarifFingerprints(): (exchange: ExchangeReport, cause: Cause) => string {
  const counts = new Map<string, number>()
  return ({ method, url, origin }, { rule, phase, hop }) => {
    const about = JSON.stringify([rule, phase, hop, method, originOf(url), pathPattern(url), origin])
    const hash = createHash('sha256').update(about).digest('hex').slice(0, 16)
    const count = (counts.get(hash) ?? 0) + 1
    counts.set(hash, count)
    return `${hash}:${count}`
  }
}
