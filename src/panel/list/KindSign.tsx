import { restsOnPage } from '../../internal.ts'
import { frameStrings, showWords } from '../parts/frame-strings.ts'
import { verdictWords } from '../parts/strings.ts'
import { toneOf } from '../parts/Tag.tsx'
import { triedWords } from '../parts/tried-words.ts'
import { isRow, type Listed, typeOf } from '../state/listed.ts'
import { isWarned } from '../state/verdict-kind.ts'

/** The sign of a request: its outcome, or a warning. */
export function KindSign({ diagnosis }: { readonly diagnosis: Listed }) {
  const type = typeOf(diagnosis)
  // Nothing is tried where another thread judges.
  const tried = isRow(diagnosis) ? undefined : diagnosis.verdict.exchange.tried
  if (tried !== undefined && type !== 'shared') {
    const word = triedWords.sign(verdictWords[type].word)
    return (
      <span class="sign maybe" title={word}>
        <span aria-hidden="true">{triedWords.tag.sign}</span>
        <span class="off-screen">{word}</span>
      </span>
    )
  }
  const warned = isWarned(diagnosis)
  const { sign, word } = warned
    ? { sign: '⚠', word: frameStrings.warning(showWords.shared) }
    : verdictWords[type]
  // A file has no page that could say something.
  const ofPage = !isRow(diagnosis) && restsOnPage(diagnosis.verdict)
  const said = ofPage ? frameStrings.asThePageSays(word) : word
  return (
    <span class={`sign ${warned ? 'maybe' : toneOf(type)}`} title={said}>
      <span aria-hidden="true">{sign}</span>
      <span class="off-screen">{said}</span>
    </span>
  )
}
