import type { Diagnosis } from '../diagnose.ts'
import type { FrameworkGuess } from '../fix/guess-framework.ts'
import type { Text } from '../text/text.ts'
import type { Answers } from './answers.ts'
import type { Evidenced } from './evidenced.ts'
import type { Existence } from './existence.ts'
import type { Correction } from './frameworks/framework.ts'
import type { Probe } from './probe.ts'
import type { Severity } from './severity.ts'
import type { AuditTarget } from './target.ts'

/** What lints read: the answers, and what the rest of WhyCORS makes of them. */
export interface Audited extends Answers {
  /** What kind of server the answers show, the best shown first. */
  readonly frameworks: readonly FrameworkGuess[]
  /** The answers, diagnosed as a recording; the evidence names probes by their index. */
  readonly diagnoses: readonly Diagnosis[]
  /** Which of the names that were looked up are in the DNS. */
  readonly existence: ReadonlyMap<string, Existence>
}

/** A mistake in an API's CORS configuration that a few harmless requests show. */
export interface Lint<Id extends string, Args> {
  /** The file's name. Public: it never changes its meaning and is never reused. */
  readonly id: Id
  /** What it finds, one sentence for the list of lints. */
  readonly means: string
  /** The weakness in the CWE list, such as "CWE-942"; null: a fault that isn't a weakness. */
  readonly cwe: string | null
  /** What corrects it, for the settings of frameworks; null: no setting does. */
  readonly correction: Correction | null
  /** Lints whose finding says this one's too. */
  readonly yieldsTo?: readonly string[]
  /** Whether it tries variants of the given origins, which show nothing if none of those is allowed. */
  readonly triesVariants?: boolean
  /** Returns the requests that it needs. Equal ones of several lints are sent once. */
  probes(target: AuditTarget): readonly Probe[]
  /** Returns what the sentences need, or null if the answers don't show the mistake. */
  finds(audited: Audited): Args | null
  severity(args: NoInfer<Args>): Severity
  /** What is wrong in one line with the values, and what comes of it. */
  says(args: NoInfer<Args>): { readonly summary: Text; readonly detail: Text }
  evidence(args: NoInfer<Args>): readonly Evidenced[]
  /** What to change, whatever the server. */
  fix(args: NoInfer<Args>): Text
}

// biome-ignore lint/suspicious/noExplicitAny: a list of lints with different arguments has no other type
export type AnyLint = Lint<string, any>

/** Returns the lint itself; this is for the inference of its id and arguments. */
export const defineLint = <const Id extends string, Args>(lint: Lint<Id, Args>): Lint<Id, Args> => lint
