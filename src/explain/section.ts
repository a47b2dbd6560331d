import type { EngineId } from '../engines/engine.ts'
import type { Evidence } from '../evidence/fact.ts'
import type { PolicyLine } from '../fix/policy/policy-lines.ts'
import type { Text } from '../text/text.ts'
import type { EngineVerdict } from '../verdict/verdict.ts'
import type { Message } from './sequence.ts'

/** What a section is about; ids are public and stay. */
export type SectionId =
  | 'reason'
  | 'exchange'
  | 'next'
  | 'root-causes'
  | 'preflight'
  | 'unknown'
  | 'engines'
  | 'warnings'
  | 'fix'

/** A titled part of an explanation. Every face prints all of them, in the order in which they stand. */
export interface Section {
  readonly id: SectionId
  readonly title: string
  readonly items: readonly Item[]
}

/** One thing that a section says. */
export interface Item {
  /** What it says in one sentence, if more follows; null if `text` is all. */
  readonly lead: Text | null
  readonly text: Text
  /** Where the recording shows it. */
  readonly evidence: readonly Evidence[]
  /** What a face may draw in place of the words; null if there is nothing to draw. */
  readonly picture: Picture | null
}

/** A message of the exchange, a row of the engines' table, or header lines to be copied. */
export type Picture =
  | { readonly type: 'message'; readonly message: Message }
  | { readonly type: 'engine'; readonly engine: EngineText }
  | { readonly type: 'headers'; readonly group: PolicyGroup }

/** An engine's verdict with the name of its browser. */
export type EngineText = { readonly id: EngineId; readonly title: string } & EngineVerdict

/** Header lines of a policy that belong into the same responses. */
export interface PolicyGroup {
  readonly title: Text
  readonly lines: readonly PolicyLine[]
}

/** Returns all words of an item as one text. */
export const wordsOf = ({ lead, text }: Item): Text => (lead === null ? text : [...lead, ' ', ...text])

/** Returns an item of nothing but words. */
export const said = (text: Text): Item => ({ lead: null, text, evidence: [], picture: null })
