import { merge } from '../fix/policy/merge.ts'
import type { PolicyReport } from '../report/report.ts'

type AskedBy = PolicyReport['askedBy'][number]
type LeftOut = NonNullable<PolicyReport['leftOut']>[number]

/**
 * Returns one policy per API. Policies that differ in credentials aren't pooled: an origin gets them only if its own requests
 * used them. The one that most requests need stays, and the origins of the other are left out, with the reason.
 */
export function mergePolicyReports(reports: readonly PolicyReport[]): readonly PolicyReport[] {
  const byTarget = new Map<string, PolicyReport[]>()
  for (const report of reports) {
    const same = byTarget.get(report.target)
    if (same === undefined) byTarget.set(report.target, [report])
    else same.push(report)
  }
  return [...byTarget].map(([target, all]) => mergedOf(target, all))
}

function mergedOf(target: string, all: readonly PolicyReport[]): PolicyReport {
  const needs = (credentials: boolean): number =>
    all
      .filter(({ policy }) => policy.credentials === credentials)
      .reduce((sum, { askedBy }) => sum + requestsOf(askedBy), 0)
  const isWith = needs(true) > needs(false)
  const kept = all.filter(({ policy }) => policy.credentials === isWith)
  const others = all.filter(({ policy }) => policy.credentials !== isWith)
  const [first = all[0], ...rest] = kept
  if (first === undefined) return { target, policy: NOTHING, askedBy: [] }
  const policy = merge([first.policy, ...rest.map((one) => one.policy)])
  const why = isWith
    ? "it doesn't use credentials and other origins do: one list would give them to both"
    : "it uses credentials and other origins don't: one list would give them to both"
  const leftOut: readonly LeftOut[] = [
    ...all.flatMap((one) => one.leftOut ?? []),
    ...others.flatMap((one) => [one.policy.origins].flat().map((origin) => ({ origin, why }))),
  ]
  const allowed = new Set<string>([policy.origins].flat())
  const out = new Map(
    leftOut.filter(({ origin }) => !allowed.has(origin)).map((one) => [one.origin, one] as const),
  )
  return {
    target,
    policy,
    ...(out.size === 0 ? {} : { leftOut: [...out.values()] }),
    askedBy: mergedAsks(kept.flatMap(({ askedBy }) => askedBy)),
  }
}

const NOTHING: PolicyReport['policy'] = {
  origins: '*',
  methods: [],
  headers: [],
  exposed: [],
  credentials: false,
  maxAge: null,
}

/** How many requests need the origins of a policy: each request has one. */
const requestsOf = (askedBy: PolicyReport['askedBy']): number =>
  askedBy.filter(({ part }) => part === 'origins').reduce((sum, { entries }) => sum + entries.length, 0)

const ORDER: readonly AskedBy['part'][] = ['origins', 'methods', 'headers', 'exposed', 'credentials']

function mergedAsks(all: PolicyReport['askedBy']): PolicyReport['askedBy'] {
  const byGrant = new Map<string, { part: AskedBy['part']; value: string; entries: AskedBy['entries'][] }>()
  for (const { part, value, entries } of all) {
    const key = `${part} ${value}`
    const same = byGrant.get(key)
    if (same === undefined) byGrant.set(key, { part, value, entries: [entries] })
    else same.entries.push(entries)
  }
  return [...byGrant.values()]
    .map((one) => ({ ...one, entries: one.entries.flat() }))
    .sort((a, b) => ORDER.indexOf(a.part) - ORDER.indexOf(b.part) || (a.value < b.value ? -1 : 1))
}
