import { type Diagnosis, restsOnPage } from '../../internal.ts'
import { frameStrings, showWords } from '../parts/frame-strings.ts'
import { verdictWords } from '../parts/strings.ts'
import { toneOf } from '../parts/Tag.tsx'
import { triedWords } from '../parts/tried-words.ts'
import { kindOf } from '../state/verdict-kind.ts'

/** The sign of a request: its outcome, or a warning. */
export function KindSign({ diagnosis }: { readonly diagnosis: Diagnosis }) {
  const { type, exchange } = diagnosis.verdict
  if (exchange.tried !== undefined && type !== 'shared') {
    const word = triedWords.sign(verdictWords[type].word)
    return (
      <span class="sign maybe" title={word}>
        <span aria-hidden="true">{triedWords.tag.sign}</span>
        <span class="off-screen">{word}</span>
      </span>
    )
  }
  const warned = kindOf(diagnosis) === 'warnings' || (type === 'not-cors' && diagnosis.cautions.length > 0)
  const { sign, word } = warned
    ? { sign: '⚠', word: frameStrings.warning(showWords.shared) }
    : verdictWords[type]
  const said = restsOnPage(diagnosis.verdict) ? frameStrings.asThePageSays(word) : word
  return (
    <span class={`sign ${warned ? 'maybe' : toneOf(type)}`} title={said}>
      <span aria-hidden="true">{sign}</span>
      <span class="off-screen">{said}</span>
    </span>
  )
}
