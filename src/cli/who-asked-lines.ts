import {
  andMore,
  type CorsPolicy,
  capped,
  entryOf,
  entryWords,
  pathOf,
  type Redaction,
  type Wish,
  whoAsked,
} from '../internal.ts'
import { fitUrl } from './fit-url.ts'

/** How many requests are listed for one permission. */
const NAMED = 3

/** How wide the column of the permissions gets; a longer one moves what follows it. */
const WIDEST = 48

/** Returns a line for every permission of a policy with the requests that need it, or that none does. */
export function whoAskedLines(
  policy: CorsPolicy,
  wishes: readonly Wish[],
  redaction: Redaction,
): readonly string[] {
  const { shown: grants, more: left } = capped(whoAsked(policy, wishes), redaction.limits?.lines)
  const words = grants.map(({ part, value }) =>
    part === 'credentials' ? 'credentials' : redaction.value(value),
  )
  const width = words.reduce((most, { length }) => Math.max(most, Math.min(length, WIDEST)), 0)
  const lines = grants.map(({ by, today }, i) => {
    const requests = by.slice(0, NAMED).map(({ verdict: { exchange } }) => {
      // All requests of a policy go to one API, so the path distinguishes them.
      const place = entryWords(entryOf(exchange.chain[0]).index, exchange.recording)
      return `${redaction.value(exchange.method)} ${fitUrl(pathOf(redaction.url(exchange.url)), 40)}${place === null ? '' : ` (${place})`}`
    })
    const more = by.length > NAMED ? [`${by.length - NAMED} more`] : []
    const named = [...requests, ...more].join(', ')
    return `  ${(words[i] ?? '').padEnd(width)}  ${named === '' ? (today ? 'allowed today' : 'no request in this recording') : named}`
  })
  return left === 0 ? lines : [...lines, `  ${andMore(left)}`]
}
