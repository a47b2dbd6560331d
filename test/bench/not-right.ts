import type { Driven } from '../browser/driven.ts'

/** A browser that is busy doesn't send what is more than it can. */
const NOT_SENT = 'net::ERR_INSUFFICIENT_RESOURCES'

/** Returns what the panel does not have of what the page asked for, or does not know to be blocked. */
export async function notRight(
  panel: Driven,
  { requests, kinds }: { readonly requests: number; readonly kinds: readonly string[] },
): Promise<readonly string[]> {
  const verdicts = await panel.evaluate(() =>
    (window.whycorsSession?.store.get().diagnoses ?? []).flatMap((one) => {
      if (!('verdict' in one)) return []
      const { exchange, type } = one.verdict
      const entries = exchange.chain
        .flatMap(({ preflight, actual }) => [preflight, actual])
        .filter((entry) => entry !== null)
      const seen = entries
        .map((entry) => `${entry.request.method} ${entry.response.status} ${entry.vendor.error ?? ''}`)
        .join(', ')
      return [{ url: exchange.url, type, seen }]
    }),
  )
  const numberOf = (url: string) => Number(new URL(url).searchParams.get('n'))
  const had = new Set(verdicts.map(({ url }) => numberOf(url)))
  // It keeps a number of requests that the user can set, and counts the older ones.
  const removed = await panel.evaluate(() =>
    [...(window.whycorsSession?.store.get().removed.values() ?? [])].reduce(
      (sum, { count }) => sum + count,
      0,
    ),
  )
  const missing = Array.from({ length: requests }, (_, n) => n).filter((n) => !had.has(n))
  const lost = missing.length <= removed ? [] : missing
  const unsure = verdicts.filter(
    ({ type, seen }) => type !== 'blocked' && type !== 'not-cors' && !seen.includes(NOT_SENT),
  )
  return [
    ...lost.map((n) => `request ${n}, ${kinds[n % kinds.length]}`),
    ...unsure.map(({ url, type, seen }) => `${type}: ${url} (${seen})`),
  ]
}
