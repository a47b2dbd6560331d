import { valuesOfFact } from '../../evidence/fact.ts'
import { asciiLower } from '../../fetch/header-list.ts'
import { originOf } from '../../fetch/origin.ts'
import { grantsCredentials } from '../plan.ts'
import type { Planned } from '../planned.ts'

/** What a recording tells of an API that a page is to ask through a path of its own origin. */
export interface ProxiedApi {
  /** The API's origin. */
  readonly target: string
  /** What was asked of it, each URL once. */
  readonly urls: readonly [string, ...string[]]
  /** The origin of the page that asks, as far as it is known; "null" for a page without one. */
  readonly page: string | null
  /** Whether the page sends cookies along, or the API expects it to. */
  readonly credentials: boolean
  /** The headers that the page sets, in lower case. */
  readonly headers: readonly string[]
}

/**
 * Returns the APIs of which something is blocked or may be, each with all that the recording asked of it. It is the
 * URL that the page names that counts: where that redirects to is up to the API.
 */
export function proxiedApis(diagnoses: readonly Planned[]): readonly ProxiedApi[] {
  const targets = new Set(
    diagnoses.filter(({ plan }) => plan !== null).map(({ verdict }) => originOf(verdict.exchange.url)),
  )
  return [...targets].flatMap((target) => {
    const verdicts = diagnoses
      .map(({ verdict }) => verdict)
      .filter(({ exchange, type }) => type !== 'not-cors' && originOf(exchange.url) === target)
    const [first, ...rest] = new Set(verdicts.map(({ exchange }) => exchange.url.split('#', 1)[0] ?? ''))
    if (first === undefined) return []
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
