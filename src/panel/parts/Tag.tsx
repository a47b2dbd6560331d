import type { VerdictType } from '../../internal.ts'
import { verdictWords } from './strings.ts'

export type Tone = 'bad' | 'good' | 'maybe' | 'plain'

/** A word with a sign before it, so that color isn't the only indication. */
export function Tag({
  sign,
  word,
  tone,
}: {
  readonly sign: string
  readonly word: string
  readonly tone: Tone
}) {
  return (
    <span class={`tag ${tone}`}>
      <span aria-hidden="true">{sign}</span> {word}
    </span>
  )
}

const TONES: Record<VerdictType, Tone> = {
  blocked: 'bad',
  unexplained: 'bad',
  depends: 'maybe',
  'cannot-tell': 'maybe',
  shared: 'good',
  'not-cors': 'plain',
}

/** Returns the tone of a verdict. */
export const toneOf = (type: VerdictType): Tone => TONES[type]

export const VerdictTag = ({ type }: { readonly type: VerdictType }) => (
  <Tag {...verdictWords[type]} tone={TONES[type]} />
)
