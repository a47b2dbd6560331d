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

/** What lints read: the answers, and their diagnosis. */
export interface Audited extends Answers {
  /** The recognized kinds of server, the most likely first. */
  readonly frameworks: readonly FrameworkGuess[]
  /** The answers, diagnosed as a recording; its evidence refers to probes by index. */
  readonly diagnoses: readonly Diagnosis[]
  /** The names that were looked up, with whether they exist in the DNS. */
  readonly existence: ReadonlyMap<string, Existence>
}

/** A mistake in an API's CORS configuration that a few harmless requests show. */
export interface Lint<Id extends string, Args> {
  /** The file's name. Public: it never changes its meaning and is never reused. */
  readonly id: Id
  /** What it finds, in one sentence for the list of lints. */
  readonly means: string
  /** The weakness in the CWE list, such as "CWE-942"; null: a fault that isn't a weakness. */
  readonly cwe: string | null
  /** The correction, for which frameworks have settings; null: no setting does it. */
  readonly correction: Correction | null
  /** Lints whose findings include this one's. */
  readonly yieldsTo?: readonly string[]
  /** Whether it tries variants of the given origins, which prove nothing if none of those is allowed. */
  readonly triesVariants?: boolean
  /** Returns the requests that it needs. Equal ones of several lints are sent once. */
  probes(target: AuditTarget): readonly Probe[]
  /** Returns what the sentences need, or null if the answers don't show the mistake. */
  finds(audited: Audited): Args | null
  severity(args: NoInfer<Args>): Severity
  /** What is wrong, in one line with the values, and its consequence. */
  says(args: NoInfer<Args>): { readonly summary: Text; readonly detail: Text }
  evidence(args: NoInfer<Args>): readonly Evidenced[]
  /** What to change, whatever the server. */
  fix(args: NoInfer<Args>): Text
}

// biome-ignore lint/suspicious/noExplicitAny: a list of lints with different arguments has no other type
export type AnyLint = Lint<string, any>

/** Returns the lint itself. It exists so that TypeScript infers its id and arguments. */
export const defineLint = <const Id extends string, Args>(lint: Lint<Id, Args>): Lint<Id, Args> => lint
