import type { Diagnosis } from '../diagnose.ts'
import { pathOf } from '../evidence/address.ts'
import type { Exchange } from '../evidence/exchange.ts'
import { code, type Inline, list, type Text } from '../text/text.ts'
import { notCorsReason } from '../verdict/not-cors-reason.ts'
import { whyPreflight } from './why-preflight.ts'

/**
 * Returns why the requests of one problem were preflighted or not, and how to avoid it: one text if the reason is the
 * same for all, else one for each reason, with its requests. `withAdvice` adds how to avoid it. Empty if CORS doesn't
 * apply.
 */
export function whyPreflights(all: readonly Diagnosis[], withAdvice = true): readonly Text[] {
  const groups = new Map<string, { readonly text: Text; readonly exchanges: Exchange[] }>()
  for (const { verdict } of all) {
    if (notCorsReason(verdict) !== null) continue
    const { why, avoid } = whyPreflight(verdict.exchange)
    const text = avoid === null || !withAdvice ? why : [...why, ' ', ...avoid]
    const key = JSON.stringify(text)
    const group = groups.get(key) ?? { text, exchanges: [] }
    groups.set(key, group)
    group.exchanges.push(verdict.exchange)
  }
  const found = [...groups.values()]
  if (found.length < 2) return found.map(({ text }) => text)
  const told = found.slice(0, MOST).map(({ text, exchanges }) => [...named(exchanges), ': ', ...text])
  const left = found.slice(MOST).flatMap(({ exchanges }) => exchanges).length
  return left === 0 ? told : [...told, [`${left} more, for other reasons.`]]
}

/** How many reasons, and how many requests of one reason, are listed individually. */
const MOST = 4
const NAMED = 3

/** All requests of one problem go to the same API origin. */
function named(exchanges: readonly Exchange[]): Text {
  const distinct = [...new Set(exchanges.map(({ method, url }) => `${method} ${pathOf(url)}`))]
  const items: Inline[] = distinct.slice(0, NAMED).map(code)
  return list(distinct.length > NAMED ? [...items, `${distinct.length - NAMED} more`] : items)
}
