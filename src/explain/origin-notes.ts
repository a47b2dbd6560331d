import type { LeftOut } from '../fix/policy/own-wishes.ts'
import type { CorsPolicy } from '../fix/policy/policy.ts'
import { code, list, type Text, text } from '../text/text.ts'

/** What to know of the origins of a policy before its configuration is used. */
export interface OriginNote {
  readonly note: Text
  /** The origin that isn't allowed, but can be added. */
  readonly origin: string | null
}

/** Returns notes on the origins that a policy from traffic allows if there are several, and on those that it doesn't. */
export const originNotes = ({ origins }: CorsPolicy, leftOut: readonly LeftOut[]): readonly OriginNote[] =>
  origins === '*'
    ? []
    : [
        ...(origins.length === 1
          ? []
          : [{ note: text`It allows ${origins.length} origins: ${list(origins.map(code))}.`, origin: null }]),
        ...leftOut
          .filter(({ origin }) => !origins.includes(origin))
          .map(({ origin, why }) => ({ note: text`Left out: ${code(origin)}, because ${why}.`, origin })),
      ]
