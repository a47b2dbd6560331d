import type { Confidence } from '../evidence/confidence.ts'
import type { Evidence } from '../evidence/fact.ts'
import type { Siblings } from '../reading/siblings.ts'
import type { Text } from '../text/text.ts'
import type { Verdict } from '../verdict/verdict.ts'

/** The families of root causes, each a folder. Among equally certain causes, those of an earlier family are shown first. */
export const FAMILIES = [
  'network',
  'policy',
  'refusals',
  'redirects',
  'cache',
  'errors',
  'layers',
  'page',
  'tools',
] as const

export type Family = (typeof FAMILIES)[number]

export type Configuration = 'fixes' | 'comes second' | 'has no part'

/**
 * Something in the server, the network, the browser or the page that made a fetch fail. A rule says which step of the
 * standard failed; a root cause says what made it fail and who must act.
 */
export interface RootCause<Id extends string, Args, Other extends string = string> {
  /** The file's name. Public: it never changes its meaning and is never reused. */
  readonly id: Id
  /** The folder that it's in. */
  readonly family: Family
  /** Causes that explain the same more precisely: if one of them is recognized, this one isn't shown. */
  readonly yieldsTo?: readonly Other[]
  /** Causes that are shown before this one if both are equally certain, whatever their families. */
  readonly after?: readonly Other[]
  /**
   * Whether this is only shown if no other cause is more than a possibility: true, or 'of the server' if only causes in
   * the server matter for that.
   */
  readonly lastResort?: true | 'of the server'
  /**
   * Returns what the sentences need, or null if the fetch doesn't show this cause. `siblings` are the responses to the
   * fetches of the same API origin, including this one: most causes are recognized by contrast.
   */
  recognize(verdict: Verdict, siblings: Siblings): Args | null
  /**
   * What CORS configuration can do about it: it fixes the request (default), it only helps after something else is fixed,
   * or it doesn't help.
   */
  readonly configuration?: Configuration
  readonly confidence: Confidence | ((args: NoInfer<Args>) => Confidence)
  /** One sentence that states the fact, with the values. */
  summary(args: NoInfer<Args>): Text
  /** The same in a few words, for a list, where it's certain. Default: the summary. */
  brief?(args: NoInfer<Args>): Text
  /** Why this is likely, who must act, and what to do. */
  detail(args: NoInfer<Args>): Text
  /** Where the recording shows it, the most important place first. */
  evidence(args: NoInfer<Args>, verdict: Verdict): readonly Evidence[]
}

// biome-ignore lint/suspicious/noExplicitAny: a list of causes with different arguments has no other type
export type AnyRootCause<Other extends string = string> = RootCause<string, any, Other>

/** Returns the cause itself. It exists so that TypeScript infers its id, rivals and arguments. */
export const defineRootCause = <const Id extends string, Args, const Other extends string = never>(
  cause: RootCause<Id, Args, Other>,
): RootCause<Id, Args, Other> => cause
