import type { Diagnosis } from '../diagnose.ts'
import { valuesOfFact } from '../evidence/fact.ts'
import { originOf } from '../fetch/origin.ts'
import { pathPattern } from './path-pattern.ts'

/** Requests of one kind (same method, API and path pattern) in one or both recordings. */
export interface Kind {
  readonly method: string
  /** The API's origin. */
  readonly target: string
  readonly pathPattern: string
  /** Empty if this recording has none. */
  readonly before: readonly Diagnosis[]
  readonly after: readonly Diagnosis[]
}

/**
 * Pairs the cross-origin requests of two recordings. If both recordings have requests from the same page origin, they are
 * compared per page, so that one page's fix doesn't hide that another page is now blocked. Requests from pages that are
 * in only one recording are paired regardless of the page.
 */
export function pairKinds(before: readonly Diagnosis[], after: readonly Diagnosis[]): readonly Kind[] {
  const routes = new Map<string, Route>()
  for (const side of ['before', 'after'] as const)
    for (const diagnosis of side === 'before' ? before : after) {
      const { exchange, type } = diagnosis.verdict
      if (type === 'not-cors') continue
      const [method, target, path] = [exchange.method, originOf(exchange.url), pathPattern(exchange.url)]
      const key = JSON.stringify([method, target, path])
      const route = routes.get(key) ?? { method, target, pathPattern: path, pages: new Map() }
      routes.set(key, route)
      const page = JSON.stringify(valuesOfFact(exchange.facts.origin))
      const own = route.pages.get(page) ?? { before: [], after: [] }
      route.pages.set(page, own)
      own[side].push(diagnosis)
    }
  return [...routes.values()].flatMap(({ pages, ...route }) => {
    const all = [...pages.values()]
    const isInBoth = (page: (typeof all)[number]): boolean => page.before.length > 0 && page.after.length > 0
    const inBoth = all.filter(isInBoth)
    const rest = all.filter((page) => !isInBoth(page))
    const others = {
      before: rest.flatMap((page) => page.before),
      after: rest.flatMap((page) => page.after),
    }
    return [...inBoth, ...(rest.length === 0 ? [] : [others])].map((sides) => ({ ...route, ...sides }))
  })
}

interface Route extends Pick<Kind, 'method' | 'target' | 'pathPattern'> {
  /** The requests by page origin. */
  readonly pages: Map<string, { readonly before: Diagnosis[]; readonly after: Diagnosis[] }>
}
