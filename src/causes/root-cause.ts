import type { Confidence } from '../evidence/confidence.ts'
import type { Evidence } from '../evidence/fact.ts'
import type { Siblings } from '../reading/siblings.ts'
import type { Text } from '../text/text.ts'
import type { Verdict } from '../verdict/verdict.ts'

/** The families of root causes, each a folder. Of equal confidence, an earlier family's are told first. */
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
 * Something in the server, the network, the browser or the page that makes a fetch fail as it did. A rule says
 * which step of the standard failed; a root cause says what went wrong for it to come to that, and who must act.
 */
export interface RootCause<Id extends string, Args, Other extends string = string> {
  /** The file's name. Public: it never changes its meaning and is never reused. */
  readonly id: Id
  /** The folder that it lies in. */
  readonly family: Family
  /** Causes that explain the same more closely: where one of them is recognized, this one isn't told. */
  readonly yieldsTo?: readonly Other[]
  /** Causes that are told before this one where both are equally certain, whatever their families. */
  readonly after?: readonly Other[]
  /**
   * Whether this is told only where nothing else is more than a possibility: true, or 'of the server' where what is
   * wrong in the page, or in a tool, may stand beside it.
   */
  readonly lastResort?: true | 'of the server'
  /**
   * Returns what the sentences need, or null where the fetch doesn't look so. `siblings` are the answers to the
   * fetches of the same API origin, this one's among them: most causes show by contrast.
   */
  recognize(verdict: Verdict, siblings: Siblings): Args | null
  /**
   * What CORS configuration of the server can do about it: it fixes the request (default), it only counts once
   * something else is fixed, or it has no part in it.
   */
  readonly configuration?: Configuration
  readonly confidence: Confidence | ((args: NoInfer<Args>) => Confidence)
  /** One line that states the fact, with the values. */
  summary(args: NoInfer<Args>): Text
  /** Why it looks so, who must act, and what to do. */
  detail(args: NoInfer<Args>): Text
  /** Where the recording shows it, the decisive place first. */
  evidence(args: NoInfer<Args>, verdict: Verdict): readonly Evidence[]
}

// biome-ignore lint/suspicious/noExplicitAny: a list of causes with different arguments has no other type
export type AnyRootCause<Other extends string = string> = RootCause<string, any, Other>

/** Returns the cause itself; it is there for the inference of its id, its rivals and its arguments. */
export const defineRootCause = <const Id extends string, Args, const Other extends string = never>(
  cause: RootCause<Id, Args, Other>,
): RootCause<Id, Args, Other> => cause
