import type { Answer, EngineCase, Hop } from './engine-case.ts'

/** Returns every case that is one step simpler than this one; the boldest steps first. Ids are the given case's. */
export function simplify(engineCase: EngineCase): EngineCase[] {
  const { request, hops } = engineCase
  const withRequest = (change: Partial<EngineCase['request']>): EngineCase => ({
    ...engineCase,
    request: { ...request, ...change },
  })
  const isScripted = request.api === 'fetch' || request.api === 'xhr'
  const variants = [
    ...without(hops)
      .filter((fewer) => fewer.length > 0)
      .map((fewer) => ({ ...engineCase, hops: fewer })),
    ...(request.api === 'xhr' ? [withRequest({ api: 'fetch', uploadListener: false })] : []),
    ...simplerMethods(engineCase).map((method) =>
      withRequest({ method, ...(method === 'GET' ? { body: null } : {}) }),
    ),
    ...(isScripted ? [withRequest({ credentials: 'same-origin' }), withRequest({ mode: 'cors' })] : []),
    withRequest({ redirect: 'follow' }),
    withRequest({ referrerPolicy: '' }),
    withRequest({ uploadListener: false }),
    withRequest({ body: null }),
    ...without(request.headers).map((headers) => withRequest({ headers })),
    ...hops.flatMap((hop, index) =>
      simplifyHop(hop).map((simpler) => ({ ...engineCase, hops: hops.with(index, simpler) })),
    ),
  ]
  const own = JSON.stringify(engineCase)
  return variants.filter((variant) => JSON.stringify(variant) !== own)
}

function simplifyHop(hop: Hop): Hop[] {
  return [
    { ...hop, origin: 'https://api.other.test' },
    ...simplifyAnswer(hop.preflight, 204).map((preflight) => ({ ...hop, preflight })),
    ...simplifyAnswer(hop.actual, 200).map((actual) => ({ ...hop, actual })),
  ]
}

function simplifyAnswer(answer: Answer, usualStatus: number): Answer[] {
  const { headers } = answer
  return [
    ...(headers.length > 0 ? [{ ...answer, headers: [] }] : []),
    { ...answer, drop: false },
    { ...answer, status: usualStatus },
    ...without(headers).map((fewer) => ({ ...answer, headers: fewer })),
    ...headers.flatMap(([name, value], index) =>
      simplifyValue(value).map((simpler) => ({ ...answer, headers: headers.with(index, [name, simpler]) })),
    ),
  ]
}

/** only toward GET, never back: what becomes simpler in a circle has no end. */
function simplerMethods({ request: { api, method } }: EngineCase): string[] {
  if (method === 'GET' || (api !== 'fetch' && api !== 'xhr')) return []
  return method === 'PUT' ? ['GET'] : ['GET', 'PUT']
}

/** A list of several items becomes each of the shorter lists. */
function simplifyValue(value: string): string[] {
  const items = value.split(',')
  return items.length < 2 ? [] : without(items).map((fewer) => fewer.join(',').trim())
}

const without = <T>(items: readonly T[]): T[][] => items.map((_, index) => items.toSpliced(index, 1))
