import type { Failure } from '../fetch/main-fetch.ts'
import type { Text } from '../text/text.ts'
import type { Change } from './change.ts'

/** A header that decides: the message that it's in (or missing from), and its name. */
export interface HeaderReference {
  readonly message: 'request' | 'response'
  readonly name: string
}

/**
 * Why one step of the standard failed. A rule decides nothing: it explains a failure that `fetch/` found, or leaves it to
 * another rule.
 */
export interface Rule<Id extends string, Args> {
  /** The file's name. Public: it never changes its meaning and is never reused. */
  readonly id: Id
  /** What the rule is about, in one sentence without recorded values. */
  readonly means: string
  /** Returns the arguments of the sentences, or null if another rule of this step explains the failure. */
  match(failure: Failure): Args | null
  /** The reason in a few words, for a list. */
  brief(args: NoInfer<Args>): Text
  /** One sentence that states the fact, with the values. */
  summary(args: NoInfer<Args>): Text
  /** Why that blocks the request, if it isn't obvious, and what to change. */
  detail(args: NoInfer<Args>): Text
  /** The headers that decide, the wrong one first; 'status' if the status line decides. */
  evidence(args: NoInfer<Args>): readonly (HeaderReference | 'status' | 'url' | 'method')[]
  /** What would fix this step and no other. */
  fix(args: NoInfer<Args>): readonly [Change, ...Change[]]
}

// biome-ignore lint/suspicious/noExplicitAny: a list of rules with different arguments has no other type
export type AnyRule = Rule<string, any>

/** Returns the rule itself. It exists so that TypeScript infers its id and arguments. */
export const defineRule = <const Id extends string, Args>(rule: Rule<Id, Args>): Rule<Id, Args> => rule

/** Returns the reference to a response header. */
export const responseHeaderReference = (name: string): HeaderReference => ({ message: 'response', name })

/** Returns the reference to a request header. */
export const requestHeaderReference = (name: string): HeaderReference => ({ message: 'request', name })
