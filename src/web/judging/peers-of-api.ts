import {
  type Diagnosis,
  type DiagnosisParts,
  entryOf,
  originOf,
  partsOf,
  pathPattern,
} from '../../internal.ts'
import { keyOf } from '../../panel/state/selection.ts'

/** More requests that differ aren't sent: what they need is in nobody's policy any more. */
const MOST = 400

/**
 * Returns what the configuration of an API is made from: of requests alike the first, which stands for all of them. Root causes
 * and warnings aren't needed for that.
 */
export function peersOfApi(target: string, diagnoses: readonly Diagnosis[]): readonly DiagnosisParts[] {
  const groups = new Map<string, { readonly first: Diagnosis; times: number }>()
  for (const one of diagnoses) {
    const { exchange, type } = one.verdict
    if (type === 'not-cors' || !exchange.chain.some((hop) => originOf(entryOf(hop).request.url) === target))
      continue
    const { headerList, credentialsMode, mode } = exchange.facts
    const headers = headerList.known
      ? headerList.value.map(({ name }) => name)
      : headerList.candidates.map((list) => list.map(({ name }) => name))
    const { page } = entryOf(exchange.chain[0])
    const key = JSON.stringify([
      keyOf(one),
      exchange.method,
      pathPattern(exchange.url),
      headers,
      credentialsMode.known ? credentialsMode.value : credentialsMode.candidates,
      mode.known ? mode.value : mode.candidates,
      page === null ? null : originOf(page),
    ])
    const group = groups.get(key)
    if (group !== undefined) group.times++
    else if (groups.size < MOST) groups.set(key, { first: one, times: 1 })
  }
  return [...groups.values()].map(({ first, times }) => {
    const { exchange, plan } = partsOf({
      verdict: first.verdict,
      plan: first.plan,
      rootCauses: [],
      cautions: [],
      bugs: [],
    })
    return { exchange, plan, rootCauses: [], cautions: [], bugs: [], times }
  })
}
