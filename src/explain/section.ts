import type { EngineId } from '../engines/engine.ts'
import type { Evidence } from '../evidence/fact.ts'
import type { PolicyLine } from '../fix/policy/policy-lines.ts'
import type { Text } from '../text/text.ts'
import type { EngineVerdict } from '../verdict/verdict.ts'
import type { Message } from './sequence.ts'

/** What a section is about. Ids are public and stable. */
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

/** A titled part of an explanation. Every renderer prints all sections in the given order. */
export interface Section {
  readonly id: SectionId
  readonly title: string
  readonly items: readonly Item[]
}

/** One item of a section. */
export interface Item {
  /** A one-sentence summary if more follows; null if `text` is everything. */
  readonly lead: Text | null
  readonly text: Text
  /** Where the recording shows it. */
  readonly evidence: readonly Evidence[]
  /** What may be drawn instead of the words; null if there is nothing to draw. */
  readonly picture: Picture | null
}

/** A message of the exchange, a row of the engines' table, or header lines to copy. */
export type Picture =
  | { readonly type: 'message'; readonly message: Message }
  | { readonly type: 'engine'; readonly engine: EngineText }
  | { readonly type: 'headers'; readonly group: PolicyGroup }

/** An engine's verdict with the name of its browser. */
export type EngineText = { readonly id: EngineId; readonly title: string } & EngineVerdict

/** Header lines of a policy that belong in the same responses. */
export interface PolicyGroup {
  readonly title: Text
  readonly lines: readonly PolicyLine[]
}

/** Returns the whole text of an item. */
export const wordsOf = ({ lead, text }: Item): Text => (lead === null ? text : [...lead, ' ', ...text])

/** Returns an item that only has words. */
export const said = (text: Text): Item => ({ lead: null, text, evidence: [], picture: null })
