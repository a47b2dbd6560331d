import type { Evidence } from '../evidence/fact.ts'
import type { Siblings } from '../reading/siblings.ts'
import type { Text } from '../text/text.ts'
import type { Verdict } from '../verdict/verdict.ts'

/**
 * Something that is wrong although it doesn't block the fetch: the page can't read a header, a cache will mix up
 * responses, more is allowed than intended.
 */
export interface Caution<Id extends string, Args> {
  /** The file's name. Public: it never changes its meaning and is never reused. */
  readonly id: Id
  /** Whether it also applies to responses that mode "no-cors" made opaque, although CORS doesn't. */
  readonly ofOpaque?: true
  /**
   * Returns what the sentences need, or null if there is nothing to say. `siblings` are the responses to the fetches of
   * the same API origin, with or without this one.
   */
  notice(verdict: Verdict, siblings: Siblings): Args | null
  /** One sentence that states the fact, with the values. */
  summary(args: NoInfer<Args>): Text
  /** What it leads to, and what to do. */
  detail(args: NoInfer<Args>): Text
  /** Where the recording shows it, the most important place first. */
  evidence(args: NoInfer<Args>, verdict: Verdict): readonly Evidence[]
}

// biome-ignore lint/suspicious/noExplicitAny: a list of cautions with different arguments has no other type
export type AnyCaution = Caution<string, any>

/** Returns the caution itself. It exists so that TypeScript infers its id and arguments. */
export const defineCaution = <const Id extends string, Args>(caution: Caution<Id, Args>): Caution<Id, Args> =>
  caution
