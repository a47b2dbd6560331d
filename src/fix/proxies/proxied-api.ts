import { valuesOfFact } from '../../evidence/fact.ts'
import { asciiLower } from '../../fetch/header-list.ts'
import { originOf } from '../../fetch/origin.ts'
import type { Verdict } from '../../verdict/verdict.ts'
import { LONGEST } from '../checked-url.ts'
import { grantsCredentials } from '../plan.ts'
import type { Planned } from '../planned.ts'

/** What a recording shows about an API that a page will call through a path on its own origin. */
export interface ProxiedApi {
  /** The API's origin. */
  readonly target: string
  /** The requested URLs, each once, without those that are too long to be shown. */
  readonly urls: readonly [string, ...string[]]
  /** The page's origin, if it's known; "null" for a page without one. */
  readonly page: string | null
  /** Whether the page sends cookies, or the API expects them. */
  readonly credentials: boolean
  /** The headers that the page sets, in lowercase. */
  readonly headers: readonly string[]
}

/**
 * Returns the APIs with a request that is or may be blocked, each with all its recorded requests. Only the URL that the
 * page calls counts; the targets of redirects are the API's concern.
 */
export function proxiedApis(diagnoses: readonly Planned[]): readonly ProxiedApi[] {
  const targets = new Set(
    diagnoses.filter(({ plan }) => plan !== null).map(({ verdict }) => originOf(verdict.exchange.url)),
  )
  const byTarget = new Map<string, Verdict[]>([...targets].map((target) => [target, []]))
  for (const { verdict } of diagnoses)
    if (verdict.type !== 'not-cors') byTarget.get(originOf(verdict.exchange.url))?.push(verdict)
  return [...byTarget].flatMap(([target, verdicts]) => {
    if (verdicts.length === 0) return []
    const urls = verdicts.map(({ exchange }) => exchange.url.split('#', 1)[0] ?? '')
    const [first = `${target}/`, ...rest] = new Set(urls.filter(({ length }) => length <= LONGEST))
    const [page = null] = verdicts.flatMap(({ exchange }) => valuesOfFact(exchange.facts.origin))
    const sends = verdicts.some(
      ({ exchange: { facts } }) => valuesOfFact(facts.credentialsMode).join() === 'include',
    )
    const headers = verdicts.flatMap(({ exchange }) =>
      valuesOfFact(exchange.facts.headerList).flatMap((list) => list.map(({ name }) => asciiLower(name))),
    )
    return [
      {
        target,
        urls: [first, ...rest],
        page,
        credentials: sends || verdicts.some(grantsCredentials),
        headers: [...new Set(headers)].sort(),
      },
    ]
  })
}
