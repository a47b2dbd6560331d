import type { EngineId } from '../engines/engine.ts'
import type { Evidence } from '../evidence/fact.ts'
import type { SectionId } from '../explain/section.ts'
import type { CorsPolicy } from '../fix/policy/policy.ts'
import type { Inline } from '../text/text.ts'
import type { VerdictType } from '../verdict/verdict.ts'

/**
 * The JSON report: one document, stable. A change of meaning raises `format`; new fields don't. Indexes of entries are
 * positions in the recording's `log.entries`.
 */
export interface Report {
  readonly format: 1
  readonly tool: { readonly name: 'whycors'; readonly version: string }
  readonly sources: readonly SourceReport[]
  readonly exchanges: readonly ExchangeReport[]
  readonly policies: readonly PolicyReport[]
  readonly skipped: readonly { readonly file: string; readonly entry: number; readonly why: string }[]
  /** Files that are cut off: the complete entries before `byteOffset` are judged. Absent if all files are complete. */
  readonly truncated?: readonly { readonly file: string; readonly byteOffset: number; readonly why: string }[]
  /** Parts of WhyCORS itself that threw, which is a bug: the report lacks their results. Absent if there are none. */
  readonly bugs?: readonly { readonly where: string; readonly id: string; readonly message: string }[]
}

/** One merged policy per API origin. */
export interface PolicyReport {
  readonly target: string
  readonly policy: CorsPolicy
  /** Origins that called the API and aren't in the policy, each with the reason. Absent if there are none. */
  readonly leftOut?: readonly { readonly origin: string; readonly why: string }[]
  /** For each permission, the fetches that need it, as indexes into `sources` and into that recording's entries. */
  readonly askedBy: readonly {
    readonly part: 'origins' | 'methods' | 'headers' | 'exposed' | 'credentials'
    readonly value: string
    readonly entries: readonly { readonly file: number; readonly entry: number }[]
  }[]
}

/** A recording that was read. */
export interface SourceReport {
  readonly file: string
  readonly creator: string
  readonly entries: number
  readonly browser: 'chromium' | 'firefox' | 'webkit' | 'unknown'
}

/** A request with its preflight and redirects: what happened, why, and what to change. */
export interface ExchangeReport {
  /** Index into `sources`. */
  readonly file: number
  readonly entries: {
    readonly actual: number | null
    readonly preflight: number | null
    readonly redirects: readonly number[]
  }
  readonly url: string
  readonly method: string
  /** The request's origin, serialized; null if it isn't known (the string "null" is the opaque origin). */
  readonly origin: string | null
  readonly observed: 'blocked' | 'shared' | 'unknown'
  readonly verdict: VerdictType
  readonly facts: Readonly<Record<'credentialsMode' | 'mode' | 'origin' | 'preflightNeeded', FactReport>>
  readonly causes: readonly CauseReport[]
  readonly alsoFailing: readonly CauseReport[]
  readonly engines: Readonly<Record<EngineId, EngineReport>>
  readonly rootCauses: readonly {
    readonly id: string
    readonly confidence: 'high' | 'medium' | 'low'
    readonly summary: string
    readonly detail: string
    readonly evidence: readonly Evidence[]
  }[]
  readonly cautions: readonly {
    readonly id: string
    readonly summary: string
    readonly detail: string
    readonly evidence: readonly Evidence[]
  }[]
  readonly plan: {
    readonly target: string
    readonly policy: CorsPolicy | null
    /** What the server already allows the page's origin; the policy keeps it. null if that is nothing. */
    readonly keeps: CorsPolicy | null
    /** What is known about the plan: with the policy, the recorded exchange would be allowed, or not yet. */
    readonly promise: 'proven' | 'conditional' | 'not by configuration'
    /** What has to be fixed before the policy takes effect; null if nothing. */
    readonly first: string | null
    /** What the page has to change, whatever the server does. */
    readonly required: readonly string[]
    /** What the page could change instead of the server. */
    readonly alternatives: readonly string[]
    /** Both, in this order. */
    readonly client: readonly string[]
    readonly why: string
    /** Where to make the change: the server that created the blocked response; null if the response doesn't show it. */
    readonly layer: {
      readonly who: 'app' | 'proxy' | 'cdn' | 'gateway' | 'product' | 'page' | 'network'
      /** Its id: the value for `--for`, if there is such a generator. */
      readonly id: string | null
      readonly name: string | null
      readonly evidence: readonly Evidence[]
      /** How certain the recognition is. */
      readonly certainty: 'high' | 'medium' | 'low'
    } | null
    /** What the API seems to be, best first; `id` is the value for `--for`, if there is such a generator. */
    readonly frameworks: readonly {
      readonly id: string
      readonly title: string
      readonly confidence: 'high' | 'medium' | 'low'
      readonly why: string
      readonly evidence: readonly Evidence[]
    }[]
  } | null
  /** The explanation as every renderer prints it, in order. */
  readonly sections: readonly {
    readonly id: SectionId
    readonly title: string
    readonly items: readonly (readonly Inline[])[]
  }[]
  /** The summary in one sentence, and why a preflight was needed or not. */
  readonly headline: string
  readonly preflight: { readonly why: string; readonly avoid: string | null } | null
}

/** What the recording proves of a request, or what it leaves possible and why. */
export type FactReport =
  | { readonly known: true; readonly value: unknown; readonly source: Evidence }
  | { readonly known: false; readonly candidates: readonly unknown[]; readonly because: string }

/** A check of the standard that fails, with the rule that explains it. */
export interface CauseReport {
  readonly rule: string
  readonly phase: 'preflight' | 'actual'
  readonly hop: number
  readonly assuming: Readonly<Record<string, string>>
  readonly summary: string
  readonly detail: string
  readonly step: { readonly algorithm: string; readonly url: string }
  readonly evidence: readonly Evidence[]
}

/** What one engine makes of a request. */
export interface EngineReport {
  readonly outcome: 'blocked' | 'shared' | 'depends' | 'cannot-tell' | 'not-cors'
  /** null if the recording leaves more than one possible. */
  readonly code: string | null
  readonly codes: readonly string[]
  readonly message: string | null
}
