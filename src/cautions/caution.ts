import type { Evidence } from '../evidence/fact.ts'
import type { Siblings } from '../reading/siblings.ts'
import type { Text } from '../text/text.ts'
import type { Verdict } from '../verdict/verdict.ts'

/**
 * Something that is wrong though it does not block the fetch: the page cannot read what it wants, a cache will mix
 * answers up, more is allowed than anybody meant.
 */
export interface Caution<Id extends string, Args> {
  /** The file's name. Public: it never changes its meaning and is never reused. */
  readonly id: Id
  /** Whether it is about responses that mode "no-cors" made opaque too; CORS has no say in those. */
  readonly ofOpaque?: true
  /**
   * Returns what the sentences need, or null where there is nothing to say. `siblings` are the answers to
   * the fetches of the same API origin, this one's among them or not.
   */
  notice(verdict: Verdict, siblings: Siblings): Args | null
  /** One line that states the fact, with the values. */
  summary(args: NoInfer<Args>): Text
  /** What comes of it, and what to do. */
  detail(args: NoInfer<Args>): Text
  /** Where the recording shows it, the decisive place first. */
  evidence(args: NoInfer<Args>, verdict: Verdict): readonly Evidence[]
}

// biome-ignore lint/suspicious/noExplicitAny: a list of cautions with different arguments has no other type
export type AnyCaution = Caution<string, any>

/** Returns the caution itself; it is there for the inference of its id and arguments. */
export const defineCaution = <const Id extends string, Args>(caution: Caution<Id, Args>): Caution<Id, Args> =>
  caution
