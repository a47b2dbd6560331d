import { asciiLower, extractHeaderListValues, get } from '../fetch/header-list.ts'
import type { Phase } from '../fetch/steps.ts'
import type { HarEntry } from '../har/har-entry.ts'
import { failingChecks } from '../verdict/failing-checks.ts'
import type { Verdict } from '../verdict/verdict.ts'

/** The first response that blocks a fetch. */
export interface BlockedBy {
  readonly entry: HarEntry
  readonly phase: Phase
  readonly hop: number
  /** The rule that explains it. */
  readonly rule: string
  readonly args: unknown
  readonly status: number
  readonly allowOrigin: string | null
}

/** Returns the first response that blocks a fetch, or null if none does or none was recorded. */
export function blockedBy(verdict: Verdict): BlockedBy | null {
  const [cause] = failingChecks(verdict)
  const hop = cause === undefined ? undefined : verdict.exchange.chain[cause.hop]
  if (cause === undefined || hop === undefined) return null
  const entry = cause.phase === 'preflight' ? hop.preflight : responding(hop.actual, hop.standIn)
  if (entry === null || entry.response.status === 0) return null
  return {
    entry,
    phase: cause.phase,
    hop: cause.hop,
    rule: cause.finding.rule.id,
    args: cause.finding.args,
    status: entry.response.status,
    allowOrigin: headerOf(entry, 'Access-Control-Allow-Origin'),
  }
}

const responding = (actual: HarEntry | null, standIn: HarEntry | null): HarEntry | null =>
  actual === null || actual.response.status === 0 ? standIn : actual

/** Returns what blocks a fetch if it is a response without `Access-Control-Allow-Origin`. */
export function withoutAllowOrigin(verdict: Verdict): BlockedBy | null {
  const blocked = blockedBy(verdict)
  return blocked !== null && blocked.allowOrigin === null ? blocked : null
}

/** Returns the combined value of a response header, or null. */
export const headerOf = (entry: HarEntry, name: string): string | null => get(entry.response.headers, name)

/** Returns the names of the CORS headers in a response. */
export const corsHeaderNames = ({ response }: HarEntry): readonly string[] =>
  response.headers.map(({ name }) => name).filter((name) => /^access-control-/i.test(name))

/** Returns the names in a response's `Vary`, in lowercase. */
export function varyNames({ response }: HarEntry): readonly string[] {
  const names = extractHeaderListValues(response.headers, 'Vary')
  return Array.isArray(names) ? names.map(asciiLower) : []
}

/** Reports whether a response's `Server` matches. */
export const isServer = (entry: HarEntry, pattern: RegExp): boolean =>
  pattern.test(headerOf(entry, 'Server') ?? '')

/** Reports whether a response is an HTML page. */
export const isHtml = (entry: HarEntry): boolean => /\bhtml\b/i.test(headerOf(entry, 'Content-Type') ?? '')

/** Returns the preflight at the hop that blocks, if it passed with an `Access-Control-Allow-Origin`. */
export function goodPreflight(verdict: Verdict, { hop, phase }: BlockedBy): HarEntry | null {
  const preflight = phase === 'actual' ? (verdict.exchange.chain[hop]?.preflight ?? null) : null
  return preflight !== null && headerOf(preflight, 'Access-Control-Allow-Origin') !== null ? preflight : null
}
